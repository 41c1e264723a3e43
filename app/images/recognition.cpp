// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 recognisedTextLimit = 1024 * 1024;

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

} // namespace

bool fits(const Recipe &recipe, const ImageContents &contents) { return score(recipe, contents) > 0; }

QList<const Recipe *> fittingRecipes(const RecipeBook &book, const ImageContents &contents)
{
    struct Fitting
    {
        const Recipe *recipe;
        int score;
    };
    QList<Fitting> fitting;
    for (const auto &recipe : book.recipes()) {
        if (const auto points = score(recipe, contents); points > 0)
            fitting.append({&recipe, points});
    }
    // The book is sorted by id, and so are equals.
    std::stable_sort(fitting.begin(), fitting.end(), [](const Fitting &a, const Fitting &b) {
        return std::tie(a.recipe->priority, a.score) > std::tie(b.recipe->priority, b.score);
    });
    QList<const Recipe *> recipes;
    for (const auto &each : std::as_const(fitting))
        recipes.append(each.recipe);
    return recipes;
}

Result<ImagePlan> planImage(const RecipeBook &book, const ImageContents &contents, const QString &recipe)
{
    if (isFallback(recipe))
        return planFallback(contents, recipe);
    if (!recipe.isEmpty()) {
        if (const auto *wanted = book.find(recipe))
            return planByRecipe(*wanted, contents);
        return fail(Error::Code::NotFound,
                    u"There is no recipe “%1”. “benchboot recipes” lists those there are"_s.arg(recipe));
    }
    const auto fitting = fittingRecipes(book, contents);
    std::optional<Error> firstError;
    for (const auto *candidate : fitting) {
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
