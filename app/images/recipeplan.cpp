// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/recipecandidates.h"

#include "images/recipeoptions.h"
#include "images/recipewords.h"
#include "images/sums.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 sumsLimit = 4 * 1024 * 1024;

/// Fills one recipe in for one image.
class Planner
{
public:
    Planner(const Recipe &recipe, const ImageContents &contents)
        : m_recipe(recipe), m_contents(contents), m_candidates(recipe, contents, m_plan)
    {
    }

    [[nodiscard]] Result<ImagePlan> run();

private:
    void describe();
    [[nodiscard]] Result<void> takeFiles();
    void addCandidates();
    void addChecks();
    void take(const ContentFile &file);

    const Recipe &m_recipe;
    const ImageContents &m_contents;
    ImagePlan m_plan;
    QSet<QString> m_taken; ///< files of the image in m_plan.facts.files
    CandidateMaker m_candidates;
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

void Planner::take(const ContentFile &file)
{
    if (m_taken.contains(file.path) || m_plan.ownFiles.contains(file.path))
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
        const auto list = m_candidates.candidates(from);
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
                addWarning(m_plan.facts, u"%1 holds no %2 checksum of %3, so that file could not be checked."_s.arg(source.path, check.type,
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
        const bool is64Bit = entry.cpuBits == 64 || entry.firmware == Firmware::EfiX64;
        const auto architecture = entry.firmware == Firmware::EfiArm64 ? u"arm64"_s
            : is64Bit                                                  ? u"x86-64"_s
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
