// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/recipe.h"

namespace Benchboot {

/// All known recipes. A value; the worker loads one per task, the command line one per run.
class RecipeBook
{
public:
    /// Reads the built-in recipes (`:/recipes`) and then those of \a folders. A later recipe replaces an earlier one with the same id. Broken
    /// files are told in problems() and change nothing; folders that do not exist are no problem.
    [[nodiscard]] static RecipeBook load(const QStringList &folders = {});

    /// Problems of the one recipe \a file, which may extend built-in recipes and those of \a folders; empty: it is right.
    [[nodiscard]] static QList<RecipeProblem> check(const QString &file, const QStringList &folders = {});

    [[nodiscard]] const QList<Recipe> &recipes() const { return m_recipes; } ///< sorted by id
    [[nodiscard]] const QList<RecipeProblem> &problems() const { return m_problems; }
    [[nodiscard]] const Recipe *find(const QString &id) const; ///< null: unknown

private:
    QList<Recipe> m_recipes;
    QList<RecipeProblem> m_problems;
};

} // namespace Benchboot
