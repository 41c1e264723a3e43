// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/recipeparser.h"

#include <cstdlib>

using namespace Benchboot;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QList<RecipeProblem> problems;
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto document = parseRecipeDocument(text, u"x.toml"_s, problems);
    const auto recipe = document ? parseRecipe({&*document}, problems) : std::nullopt;
    if (recipe.has_value() != problems.isEmpty()) // either a recipe, or the reason why not
        std::abort();
    return 0;
}
