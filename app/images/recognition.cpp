// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageplan.h"

#include "images/sizetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 recognisedTextLimit = 1024 * 1024;
constexpr qint64 bytesPerMiB = 1024 * 1024;
// memdisk: an image larger than that leaves a 32-bit loader no room below 2 GiB
constexpr qint64 memdiskLimit = 1'500'000'000;
constexpr int memdiskBaseMiB = 128;
const auto memdiskId = u"fallback-memdisk"_s;

bool holds(const RecipeText &text, const ImageContents &contents)
{
    const auto matches = contents.glob(text.file);
    return std::any_of(matches.begin(), matches.end(), [&](const GlobMatch &match) {
        const auto head = contents.head(*match.file, recognisedTextLimit);
        return text.matches.match(QString::fromLatin1(head)).hasMatch();
    });
}

bool holds(const RecipeMatch &match, const ImageContents &contents)
{
    const auto exists = [&contents](const QString &pattern) { return !contents.glob(pattern).isEmpty(); };
    return (!match.bare || contents.isBareProgram())
        && (match.label.pattern().isEmpty() || match.label.match(contents.label()).hasMatch())
        && std::all_of(match.files.begin(), match.files.end(), exists)
        && (match.any.isEmpty() || std::any_of(match.any.begin(), match.any.end(), exists))
        && std::none_of(match.none.begin(), match.none.end(), exists)
        && std::all_of(match.text.begin(), match.text.end(),
                       [&contents](const RecipeText &text) { return holds(text, contents); });
}

/// The conditions of the best of the recipe's ways to know \a contents; 0: it fits in none of them.
int score(const Recipe &recipe, const ImageContents &contents)
{
    int best = 0;
    for (const auto &match : recipe.recognise) {
        if (match.conditions() > best && holds(match, contents))
            best = match.conditions();
    }
    return best;
}

std::unexpected<Error> notRecognised(const ImageContents &contents, const QString &why)
{
    return fail(Error::Code::NotRecognised, contents.name() + u' ' + why);
}

} // namespace

bool fits(const Recipe &recipe, const ImageContents &contents) { return score(recipe, contents) > 0; }

QList<const Recipe *> fittingRecipes(const RecipeBook &book, const ImageContents &contents)
{
    struct Candidate
    {
        const Recipe *recipe;
        int score;
    };
    QList<Candidate> candidates;
    for (const auto &recipe : book.recipes()) {
        if (const auto points = score(recipe, contents); points > 0)
            candidates.append({&recipe, points});
    }
    // The book is sorted by id, and so are equals.
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return std::tie(a.recipe->priority, a.score) > std::tie(b.recipe->priority, b.score);
    });
    QList<const Recipe *> recipes;
    for (const auto &candidate : std::as_const(candidates))
        recipes.append(candidate.recipe);
    return recipes;
}

Result<ImagePlan> planFallback(const ImageContents &contents)
{
    if (contents.isBareProgram()) {
        return notRecognised(contents,
                             u"is a kernel or EFI program that no recipe knows. Import the image of the whole "
                             u"system, or write a recipe for it"_s);
    }
    const auto &boots = contents.bootImages();
    const auto bootsOn = [&boots](BootImage::Platform platform) {
        return std::any_of(boots.begin(), boots.end(),
                           [platform](const BootImage &image) { return image.bootable && image.platform == platform; });
    };
    if (!bootsOn(BootImage::Platform::Bios)) {
        if (bootsOn(BootImage::Platform::Efi)) {
            return notRecognised(contents,
                                 u"boots on UEFI only, and no recipe knows it: Benchboot cannot start it over "
                                 u"the network. Write a recipe for it"_s);
        }
        return notRecognised(contents,
                             u"is a data disc: it has no boot record, so there is nothing that a PC could boot. "
                             u"Choose the image of a bootable system"_s);
    }
    const auto size = contents.image().size();
    if (size > memdiskLimit) {
        return notRecognised(contents,
                             u"is bootable, but no recipe knows it, and at %1 it is too large to be loaded whole "
                             u"into a PC's memory. Write a recipe for it"_s.arg(sizeText(size)));
    }
    ImagePlan plan;
    plan.facts.recipe = memdiskId;
    plan.facts.name = contents.label().isEmpty() ? u"Bootable disc"_s : contents.label();
    plan.facts.label = contents.label();
    plan.facts.files = {{contents.image().path, size, {}, contents.image().extents}};
    BootEntry entry;
    entry.title = plan.facts.name;
    entry.method = BootMethod::Memdisk;
    entry.kernel = contents.image().path;
    entry.arguments = u"iso raw"_s;
    entry.firmware = Firmware::Bios;
    entry.memoryMiB = int(size / bytesPerMiB) + memdiskBaseMiB;
    entry.reason = u"No recipe knows this system, so the disc is loaded whole into memory and started from there"_s;
    plan.facts.entries = {entry};
    plan.facts.warnings = {u"Started by memdisk: BIOS only, and Linux or Windows on the disc lose it as soon as their "
                           u"own drivers take over."_s};
    return plan;
}

Result<ImagePlan> planImage(const RecipeBook &book, const ImageContents &contents, const QString &recipe)
{
    if (recipe == memdiskId)
        return planFallback(contents);
    if (!recipe.isEmpty()) {
        if (const auto *wanted = book.find(recipe))
            return planByRecipe(*wanted, contents);
        return fail(Error::Code::NotFound,
                    u"There is no recipe \"%1\". \"benchboot recipes\" lists those there are"_s.arg(recipe));
    }
    const auto candidates = fittingRecipes(book, contents);
    std::optional<Error> firstError;
    for (const auto *candidate : candidates) {
        auto plan = planByRecipe(*candidate, contents);
        if (plan)
            return plan;
        if (!firstError)
            firstError = plan.error();
    }
    if (firstError)
        return std::unexpected(*firstError);
    return planFallback(contents);
}

} // namespace Benchboot
