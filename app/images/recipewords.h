// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagecontents.h"
#include "images/recipe.h"

#include <optional>

namespace Benchboot {

/// What the first of \a places that has something says; one line of at most 80 characters. Empty: none has.
[[nodiscard]] QString findPlace(const QList<RecipePlace> &places, const ImageContents &contents);

/// \a text with `{1}`, `{2}`… replaced by \a captured.
[[nodiscard]] QString withCaptured(QString text, const QStringList &captured);

/// A recipe's arguments as an image fills them in.
struct FilledWords
{
    QStringList words;
    QList<const ContentFile *> files; ///< which `${base}…` names
};

/// Fills in `{1}`, `{names:GLOB}` (names of the files that fit, in order, with commas), `{kib:GLOB}` (their size in KiB, rounded up) and the
/// spelling of paths behind `${base}`. Leaves out what hangs on a file that is not there.
/// \return nothing where a path leads nowhere, or a name from the image could be taken for something else in an iPXE script.
[[nodiscard]] std::optional<FilledWords> fillWords(const QList<RecipeArgument> &arguments, const QStringList &captured,
                                                   const ImageContents &contents);

} // namespace Benchboot
