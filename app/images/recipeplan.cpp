// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageplan.h"

#include "images/bootheader.h"
#include "images/recipeoptions.h"
#include "images/sums.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 textLimit = 1024 * 1024;
constexpr qint64 sumsLimit = 4 * 1024 * 1024;
constexpr double mebibyte = 1024 * 1024;

/// An entry with the files that it needs.
struct Candidate
{
    BootEntry entry;
    QList<const ContentFile *> files;
};

/// Fills one recipe in for one image.
class Planner
{
public:
    Planner(const Recipe &recipe, const ImageContents &contents) : m_recipe(recipe), m_contents(contents) { }

    [[nodiscard]] Result<ImagePlan> run();

private:
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString versionIn(const RecipeVersion &rule, const QString &text) const;
    [[nodiscard]] Result<void> takeFiles();
    void addCandidates();
    [[nodiscard]] std::optional<Candidate> candidate(const RecipeEntry &from);
    [[nodiscard]] bool setFirmware(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry);
    [[nodiscard]] bool addInitrds(const RecipeEntry &from, const QString &captured, Candidate &to) const;
    [[nodiscard]] bool addArguments(const RecipeEntry &from, Candidate &to) const;
    [[nodiscard]] int memory(const Candidate &candidate) const;
    void addChecks();
    void take(const ContentFile &file);

    const Recipe &m_recipe;
    const ImageContents &m_contents;
    ImagePlan m_plan;
    QSet<QString> m_taken; ///< paths in m_plan.facts.files
};

/// Whether \a later can never be reached, because \a earlier is taken wherever it would be.
bool covers(const BootEntry &earlier, const BootEntry &later)
{
    const auto &wider = earlier.whenOptions;
    return (later.firmware & ~earlier.firmware) == Firmwares()
        && (earlier.cpuBits == 0 || earlier.cpuBits == later.cpuBits)
        && std::all_of(wider.keyBegin(), wider.keyEnd(), [&](const QString &key) {
               return later.whenOptions.contains(key) && later.whenOptions.value(key) == wider.value(key);
           });
}

Result<ImagePlan> Planner::run()
{
    auto &facts = m_plan.facts;
    facts.recipe = m_recipe.id;
    facts.name = m_recipe.name;
    facts.label = m_contents.label();
    facts.version = version();
    if (const auto taken = takeFiles(); !taken)
        return std::unexpected(taken.error());
    addCandidates();
    if (facts.entries.isEmpty()) {
        return fail(
            Error::Code::Malformed,
            u"%1 looks like %2, but nothing to start was found in it. Download it again, or choose another recipe"_s
                .arg(m_contents.name(), facts.name));
    }
    facts.options = offeredOptions(m_recipe, facts.entries);
    addChecks();
    std::sort(facts.files.begin(), facts.files.end(),
              [](const ImageFile &a, const ImageFile &b) { return a.path < b.path; });
    return std::move(m_plan);
}

QString Planner::versionIn(const RecipeVersion &rule, const QString &text) const
{
    const auto match = rule.matches.match(text);
    if (!match.hasMatch())
        return {};
    if (rule.format.isEmpty())
        return match.captured(1).trimmed();
    auto version = rule.format;
    for (int group = 1; group <= match.lastCapturedIndex(); ++group)
        version.replace(u'\\' + QString::number(group), match.captured(group));
    return version;
}

QString Planner::version() const
{
    for (const auto &rule : m_recipe.version) {
        QString found;
        if (rule.inLabel) {
            found = versionIn(rule, m_contents.label());
        } else if (rule.file.isEmpty()) {
            for (const auto &file : m_contents.files()) {
                found = versionIn(rule, file.path);
                if (!found.isEmpty())
                    break;
            }
        } else if (const auto files = m_contents.glob(rule.file); !files.isEmpty()) {
            found = versionIn(rule, QString::fromLatin1(m_contents.head(*files.first().file, textLimit)));
        }
        if (!found.isEmpty())
            return found;
    }
    return {};
}

void Planner::take(const ContentFile &file)
{
    if (m_taken.contains(file.path))
        return;
    m_taken.insert(file.path);
    m_plan.facts.files.append({file.path, file.size(), {}, file.extents});
}

Result<void> Planner::takeFiles()
{
    for (const auto &pattern : m_recipe.take) {
        const auto matches = m_contents.glob(pattern);
        if (matches.isEmpty()) {
            return fail(Error::Code::Malformed,
                        u"%1 looks like %2, but %3 is missing in it. Download it again"_s.arg(m_contents.name(),
                                                                                              m_recipe.name, pattern));
        }
        for (const auto &match : matches)
            take(*match.file);
    }
    for (const auto &pattern : m_recipe.takeOptional) {
        const auto matches = m_contents.glob(pattern);
        for (const auto &match : matches)
            take(*match.file);
    }
    return {};
}

void Planner::addCandidates()
{
    auto &entries = m_plan.facts.entries;
    for (const auto &from : m_recipe.entries) {
        const auto made = candidate(from);
        const bool reachable = made && std::none_of(entries.begin(), entries.end(), [&](const BootEntry &earlier) {
                                   return covers(earlier, made->entry);
                               });
        if (!reachable)
            continue;
        entries.append(made->entry);
        for (const auto *file : made->files)
            take(*file);
    }
}

/// \return nothing where the image lacks one of the entry's files, or the kernel is none.
std::optional<Candidate> Planner::candidate(const RecipeEntry &from)
{
    Candidate made;
    auto &entry = made.entry;
    const auto &facts = m_plan.facts;
    entry.title = facts.version.isEmpty() ? facts.name : facts.name + u' ' + facts.version;
    if (!from.title.isEmpty())
        entry.title += u", "_s + from.title;
    entry.method = from.method;
    entry.script = from.script;
    entry.firmware = from.firmware;
    entry.cpuBits = from.cpuBits;
    entry.whenOptions = from.whenOptions;
    entry.reason = from.reason;
    QString captured;
    if (!from.kernel.isEmpty()) {
        const auto kernels = m_contents.glob(from.kernel);
        if (kernels.isEmpty() || !setFirmware(from, *kernels.first().file, entry))
            return std::nullopt;
        captured = kernels.first().captured;
        entry.kernel = kernels.first().file->path;
        made.files.append(kernels.first().file);
    }
    if (!addInitrds(from, captured, made) || !addArguments(from, made))
        return std::nullopt;
    entry.memoryMiB = memory(made);
    return made;
}

bool Planner::setFirmware(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry)
{
    const bool isProgram = from.method == BootMethod::Kernel || from.method == BootMethod::Efi;
    if (!isProgram) {
        if (!entry.firmware)
            entry.firmware = Firmware::Bios;
        return true;
    }
    if (&kernel == &m_contents.image() && !m_contents.isBareProgram())
        return false; // "@image" of an entry that is meant for the bare program
    const auto header = parseBootHeader(m_contents.head(kernel, bootHeaderSize));
    if (!header && from.firmware)
        return true; // the recipe knows better, e.g. a kernel in another format
    if (!header) {
        const auto warning
            = u"%1 is not a kernel that iPXE can start, so its menu entry is left out."_s.arg(kernel.path);
        if (!m_plan.facts.warnings.contains(warning))
            m_plan.facts.warnings.append(warning);
        return false;
    }
    entry.firmware = from.firmware ? from.firmware & header->firmware : header->firmware;
    if (from.method == BootMethod::Efi)
        entry.firmware.setFlag(Firmware::Bios, false);
    if (header->is64Bit)
        entry.cpuBits = 64;
    return bool(entry.firmware);
}

bool Planner::addInitrds(const RecipeEntry &from, const QString &captured, Candidate &to) const
{
    for (const auto &initrd : from.initrds) {
        auto pattern = initrd.file;
        const auto matches = m_contents.glob(pattern.replace(u"{1}"_s, captured));
        if (matches.isEmpty()) {
            if (initrd.optional)
                continue;
            return false;
        }
        to.entry.initrds.append({matches.first().file->path, initrd.injectAs, initrd.mode});
        to.files.append(matches.first().file);
    }
    return true;
}

bool Planner::addArguments(const RecipeEntry &from, Candidate &to) const
{
    // What follows ${base} up to the end of the word is a file, spelled as the image spells it.
    static const QRegularExpression file(u"\\$\\{base\\}([^\\s\"',$]+)"_s);
    QStringList words;
    const auto all = m_recipe.arguments + from.arguments;
    for (const auto &argument : all) {
        if (!argument.ifFile.isEmpty() && m_contents.glob(argument.ifFile).isEmpty())
            continue;
        auto text = argument.text;
        for (auto match = file.match(text); match.hasMatch();) {
            const auto found = m_contents.glob(match.captured(1));
            if (found.isEmpty())
                return false;
            const auto path = QString::fromLatin1(QUrl::toPercentEncoding(found.first().file->path, "/"));
            text.replace(match.capturedStart(1), match.capturedLength(1), path);
            to.files.append(found.first().file);
            match = file.match(text, match.capturedStart(1) + path.size());
        }
        words.append(text);
    }
    to.entry.arguments = words.join(u' ');
    if (to.entry.method != BootMethod::Kernel)
        return true;
    for (const auto &common : {u"console=${console}"_s, u"${arguments}"_s}) {
        if (!to.entry.arguments.contains(common))
            to.entry.arguments += (to.entry.arguments.isEmpty() ? u""_s : u" "_s) + common;
    }
    return true;
}

int Planner::memory(const Candidate &candidate) const
{
    double bytes = 0;
    for (const auto &initrd : candidate.entry.initrds)
        bytes += 2 * double(m_contents.find(initrd.path)->size()); // packed and unpacked at once
    if (!candidate.entry.kernel.isEmpty())
        bytes += double(candidate.files.first()->size());
    for (const auto &pattern : m_recipe.memory.files) {
        const auto matches = m_contents.glob(pattern);
        for (const auto &match : matches)
            bytes += m_recipe.memory.times * double(match.file->size());
    }
    return m_recipe.memory.baseMiB + int(std::ceil(bytes / mebibyte));
}

void Planner::addChecks()
{
    for (const auto &check : m_recipe.checks) {
        const auto sums = m_contents.glob(check.sums);
        const auto files = m_contents.glob(check.file);
        if (sums.isEmpty())
            continue;
        const auto &source = *sums.first().file;
        for (const auto &match : files) {
            const auto expected = checksumFor(m_contents.head(source, sumsLimit), check.type, match.file->path);
            if (!expected) {
                m_plan.facts.warnings.append(u"%1 holds no %2 checksum of %3, so that file could not be checked."_s.arg(
                    source.path, check.type, match.file->path));
                continue;
            }
            take(*match.file);
            m_plan.checks.append({match.file->path, check.type, *expected, source.path});
        }
    }
}

} // namespace

Result<ImagePlan> planByRecipe(const Recipe &recipe, const ImageContents &contents)
{
    return Planner(recipe, contents).run();
}

} // namespace Benchboot
