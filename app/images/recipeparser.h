// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/recipe.h"

#include <toml++/toml.hpp>

#include <QByteArray>

#include <optional>
#include <vector>

namespace Benchboot {

/// A recipe file whose TOML is right; its meaning is not looked at yet. Moved, never copied: a copied TOML table forgets its line numbers.
struct RecipeDocument
{
    QString file;
    toml::table table;

    [[nodiscard]] QString text(const char *key) const; ///< empty where it is no text
    [[nodiscard]] QString id() const { return text("id"); }
    [[nodiscard]] QString extends() const { return text("extends"); }
};

/// Reads TOML. Adds to \a problems and answers nothing where it is none, or longer than 256 KiB.
[[nodiscard]] std::optional<RecipeDocument> parseRecipeDocument(const QByteArray &text, const QString &file,
                                                                QList<RecipeProblem> &problems);

/// Reads the keys of a recipe. Adds everything that is wrong to \a problems, each with its line, and answers nothing then.
/// \param chain  the recipe, then the one it extends, then the one that extends, …: a top-level key comes whole from the first that has it.
[[nodiscard]] std::optional<Recipe> parseRecipe(const std::vector<const RecipeDocument *> &chain,
                                                QList<RecipeProblem> &problems);

} // namespace Benchboot
