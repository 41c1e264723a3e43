// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageplan.h"

#include "images/bootheader.h"
#include "images/cpio.h"
#include "images/firmwarefit.h"
#include "images/recipeoptions.h"
#include "images/recipewords.h"
#include "images/sums.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 sumsLimit = 4 * 1024 * 1024;
constexpr int familyPriority = 10; // recipes up to here are for whatever looks like it
constexpr double mebibyte = 1024 * 1024;
constexpr qsizetype mostOfEach = 32; // entries of one image that differ in their kernel only

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
    void describe();
    [[nodiscard]] Result<void> takeFiles();
    void addCandidates();
    [[nodiscard]] QList<Candidate> candidates(const RecipeEntry &from);
    [[nodiscard]] QString titleOf(const RecipeEntry &from) const;
    [[nodiscard]] std::optional<Candidate> candidate(const RecipeEntry &from);
    [[nodiscard]] std::optional<Candidate> candidate(const RecipeEntry &from, const GlobMatch *kernel);
    [[nodiscard]] bool setFirmware(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry);
    [[nodiscard]] Firmwares firmwareOfHeader(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry);
    [[nodiscard]] bool addFiles(const RecipeEntry &from, const QStringList &captured, Candidate &to) const;
    [[nodiscard]] bool addInitrds(const RecipeEntry &from, const QStringList &captured, Candidate &to);
    [[nodiscard]] bool addOverlay(const QString &name, Candidate &to);
    [[nodiscard]] bool addArguments(const RecipeEntry &from, const QStringList &captured, Candidate &to) const;
    [[nodiscard]] int memory(const Candidate &candidate) const;
    void addChecks();
    void take(const ContentFile &file);
    void warn(const QString &warning);

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
    describe();
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
    facts.architecture = architectureOf(facts.entries);
    addChecks();
    if (const auto notes = fillWords(m_recipe.notes, {}, m_contents))
        facts.warnings += notes->words;
    std::sort(facts.files.begin(), facts.files.end(),
              [](const ImageFile &a, const ImageFile &b) { return a.path < b.path; });
    return std::move(m_plan);
}

void Planner::describe()
{
    auto &facts = m_plan.facts;
    facts.recipe = m_recipe.id;
    facts.name = findPlace(m_recipe.product, m_contents);
    if (facts.name.isEmpty())
        facts.name = m_recipe.name;
    facts.label = m_contents.label();
    facts.version = findPlace(m_recipe.version, m_contents);
    facts.edition = findPlace(m_recipe.edition, m_contents);
    facts.language = findPlace(m_recipe.language, m_contents);
}

void Planner::warn(const QString &warning)
{
    if (!m_plan.facts.warnings.contains(warning))
        m_plan.facts.warnings.append(warning);
}

void Planner::take(const ContentFile &file)
{
    if (m_taken.contains(file.path))
        return;
    m_taken.insert(file.path);
    m_plan.facts.files.append({.path = file.path, .size = file.size(), .sha256 = {}, .extents = file.extents});
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
        if (from.method == BootMethod::None && !entries.isEmpty())
            continue; // something starts, so there is nothing to explain
        const auto list = candidates(from);
        for (const auto &made : list) {
            const bool covered = std::ranges::any_of(
                entries, [&made](const BootEntry &earlier) { return covers(earlier, made.entry); });
            if (covered)
                continue;
            entries.append(made.entry);
            for (const auto *file : made.files)
                take(*file);
        }
    }
}

QList<Candidate> Planner::candidates(const RecipeEntry &from)
{
    QList<Candidate> list;
    if (from.each.isEmpty()) {
        if (auto made = candidate(from))
            list.append(std::move(*made));
        return list;
    }
    const auto kernels = m_contents.glob(from.kernel);
    for (const auto &kernel : kernels) {
        const auto name = kernel.file->path.section(u'/', -1);
        if (list.size() >= mostOfEach || !isSafeOptionValue(name))
            continue;
        if (auto made = candidate(from, &kernel)) {
            made->entry.title += u", "_s + name;
            made->entry.whenOptions.insert(from.each, name);
            list.append(std::move(*made));
        }
    }
    // A single kernel that another entry starts already is no choice.
    if (list.size() == 1 && std::ranges::contains(m_plan.facts.entries, list.first().entry.kernel, &BootEntry::kernel))
        list.clear();
    return list;
}

QString Planner::titleOf(const RecipeEntry &from) const
{
    const auto &facts = m_plan.facts;
    auto title = facts.name;
    for (const auto &part : {facts.version, facts.edition}) {
        if (!part.isEmpty())
            title += u' ' + part;
    }
    return from.title.isEmpty() ? title : title + u", "_s + from.title;
}

/// \return nothing where the image lacks one of the entry's files, or the kernel is none.
std::optional<Candidate> Planner::candidate(const RecipeEntry &from)
{
    if (from.kernel.isEmpty())
        return candidate(from, nullptr);
    const auto kernels = m_contents.glob(from.kernel);
    for (const auto &kernel : kernels) {
        if (auto made = candidate(from, &kernel))
            return made;
    }
    return std::nullopt;
}

std::optional<Candidate> Planner::candidate(const RecipeEntry &from, const GlobMatch *kernel)
{
    Candidate made;
    auto &entry = made.entry;
    entry.title = titleOf(from);
    entry.method = from.method;
    entry.script = from.script;
    entry.firmware = from.firmware;
    entry.cpuBits = from.cpuBits;
    entry.whenOptions = from.whenOptions;
    entry.reason = from.reason;
    if (m_recipe.priority <= familyPriority && entry.reason.isEmpty())
        entry.reason
            = u"No recipe knows this very system; it has the files of its family, and is started like the others"_s;
    const auto captured = kernel ? kernel->captured : QStringList();
    if (from.method == BootMethod::None) {
        entry.firmware = {};
        return addFiles(from, captured, made) ? std::optional(Candidate{entry, {}}) : std::nullopt;
    }
    if (kernel) {
        if (!setFirmware(from, *kernel->file, entry))
            return std::nullopt;
        entry.kernel = kernel->file->path;
        made.files.append(kernel->file);
    }
    if (!addFiles(from, captured, made) || !addInitrds(from, captured, made) || !addArguments(from, captured, made))
        return std::nullopt;
    entry.memoryMiB = memory(made);
    applyInitrdLimits(entry, m_contents);
    return made;
}

bool Planner::setFirmware(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry)
{
    switch (from.method) {
    case BootMethod::Kernel:
    case BootMethod::Efi:
        entry.firmware = firmwareOfHeader(from, kernel, entry);
        break;
    case BootMethod::Sanboot:
        entry.firmware = &kernel == &m_contents.image() ? sanbootFirmware(m_contents)
                                                        : innerDiskFirmware(m_contents, kernel);
        if (from.firmware)
            entry.firmware &= from.firmware;
        break;
    case BootMethod::Memdisk:
    case BootMethod::Wimboot:
    case BootMethod::None:
        entry.firmware = from.firmware ? from.firmware : Firmwares(Firmware::Bios);
        break;
    }
    return bool(entry.firmware);
}

/// \return where the kernel or EFI program starts; nothing where it does not.
Firmwares Planner::firmwareOfHeader(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry)
{
    if (&kernel == &m_contents.image() && !m_contents.isBareProgram())
        return {}; // "@image" of an entry that is meant for the bare program
    const auto header = parseBootHeader(m_contents.head(kernel, bootHeaderSize));
    if (!header && from.firmware)
        return from.firmware; // the recipe knows better, e.g. a kernel in another format
    if (!header) {
        warn(u"%1 is not a kernel that iPXE can start, so its menu entry is left out."_s.arg(kernel.path));
        return {};
    }
    auto firmware = from.firmware ? from.firmware & header->firmware : header->firmware;
    if (from.method == BootMethod::Efi)
        firmware.setFlag(Firmware::Bios, false);
    if (header->is64Bit)
        entry.cpuBits = 64;
    return firmware;
}

bool Planner::addFiles(const RecipeEntry &from, const QStringList &captured, Candidate &to) const
{
    for (const auto &pattern : from.none) {
        if (!m_contents.glob(withCaptured(pattern, captured)).isEmpty())
            return false;
    }
    for (const auto &pattern : from.files) {
        const auto matches = m_contents.glob(withCaptured(pattern, captured));
        if (matches.isEmpty())
            return false;
        for (const auto &match : matches)
            to.files.append(match.file);
    }
    return true;
}

bool Planner::addInitrds(const RecipeEntry &from, const QStringList &captured, Candidate &to)
{
    for (const auto &initrd : from.initrds) {
        if (!initrd.overlay.isEmpty()) {
            if (!addOverlay(initrd.overlay, to))
                return false;
            continue;
        }
        const auto matches = m_contents.glob(withCaptured(initrd.file, captured));
        if (matches.isEmpty()) {
            if (initrd.optional)
                continue;
            return false;
        }
        to.entry.initrds.append(
            {matches.first().file->path, withCaptured(initrd.injectAs, matches.first().captured), initrd.mode});
        to.files.append(matches.first().file);
    }
    return true;
}

/// An initramfs of our own, made of the files below overlays/ beside the recipe, or of the built-in ones.
bool Planner::addOverlay(const QString &name, Candidate &to)
{
    const auto path = u"benchboot-%1.cpio"_s.arg(name);
    if (!m_plan.ownFiles.contains(path)) {
        auto files = overlayFiles(QFileInfo(m_recipe.file).path() + u"/overlays/"_s + name);
        if (!files)
            files = overlayFiles(u":/recipes/overlays/"_s + name);
        if (!files) {
            warn(files.error().detail + u", so a menu entry is left out."_s);
            return false;
        }
        const auto content = cpioArchive(*files);
        m_plan.ownFiles.insert(path, content);
        m_plan.facts.files.append({.path = path, .size = content.size(), .sha256 = {}, .extents = {}, .own = true});
        m_taken.insert(path);
    }
    to.entry.initrds.append({path, {}, 0644});
    return true;
}

bool Planner::addArguments(const RecipeEntry &from, const QStringList &captured, Candidate &to) const
{
    const auto filled = fillWords(m_recipe.arguments + from.arguments, captured, m_contents);
    if (!filled)
        return false;
    to.files += filled->files;
    to.entry.arguments = filled->words.join(u' ');
    if (to.entry.method == BootMethod::Kernel)
        to.entry.arguments = withCommonArguments(to.entry.arguments);
    return true;
}

int Planner::memory(const Candidate &candidate) const
{
    double bytes = 0;
    const auto sizeOf = [this](const QString &path) {
        const auto own = m_plan.ownFiles.constFind(path);
        if (own != m_plan.ownFiles.cend())
            return qint64(own->size());
        const auto *file = m_contents.find(path);
        return file ? file->size() : 0;
    };
    for (const auto &initrd : candidate.entry.initrds)
        bytes += 2 * double(sizeOf(initrd.path)); // packed and unpacked at once
    if (!candidate.entry.kernel.isEmpty())
        bytes += double(candidate.files.first()->size()); // of memdisk and wimboot: the image, which stays there
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
                warn(u"%1 holds no %2 checksum of %3, so that file could not be checked."_s.arg(source.path, check.type,
                                                                                                match.file->path));
                continue;
            }
            take(*match.file);
            m_plan.checks.append({match.file->path, check.type, *expected, source.path});
        }
    }
}

} // namespace

QString architectureOf(const QList<BootEntry> &entries)
{
    QStringList found;
    for (const auto &entry : entries) {
        if (entry.method != BootMethod::Kernel && entry.method != BootMethod::Efi)
            continue;
        const auto architecture = entry.firmware == Firmware::EfiArm64 ? u"arm64"_s
            : entry.cpuBits == 64                                      ? u"x86-64"_s
                                                                       : u"x86"_s;
        if (!found.contains(architecture))
            found.append(architecture);
    }
    return found.join(u'+');
}

Result<ImagePlan> planByRecipe(const Recipe &recipe, const ImageContents &contents)
{
    return Planner(recipe, contents).run();
}

} // namespace Benchboot
