// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "images/imagecontents.h"
#include "images/recipebook.h"

#include <QHash>

namespace Benchboot {

/// A checksum that the image itself gives for one of its files.
struct PlannedCheck
{
    QString path; ///< of the file, as in ImageFacts::files
    QString type; ///< "md5", "sha256", "sha512"
    QString expected; ///< lower-case hex
    QString source; ///< path of the file that says so

    friend bool operator==(const PlannedCheck &, const PlannedCheck &) = default;
};

/// What is to be done with an image.
struct ImagePlan
{
    ImageFacts facts; ///< its files have their extents, but for those of our own
    QList<PlannedCheck> checks;
    QHash<QString, QByteArray> ownFiles; ///< path as in facts.files → content (overlays)
};

/// Whether one of the recipe's `recognise` tables holds for \a contents.
[[nodiscard]] bool fits(const Recipe &recipe, const ImageContents &contents);

/// The recipes that fit: higher priority first, then the one with more conditions, then by id.
[[nodiscard]] QList<const Recipe *> fittingRecipes(const RecipeBook &book, const ImageContents &contents);

/// Fills a recipe in with what \a contents has.
/// \return Malformed where a file that the system cannot do without is missing.
[[nodiscard]] Result<ImagePlan> planByRecipe(const Recipe &recipe, const ImageContents &contents);

/// For an image that no recipe fits: a bootable disc is loaded whole by memdisk ("fallback-memdisk").
/// \return NotRecognised where there is no way, with the reason.
[[nodiscard]] Result<ImagePlan> planFallback(const ImageContents &contents);

/// Chooses the recipe and fills it in.
/// \param recipe  id of the one to take ("fallback-memdisk" included); empty: the best that fits.
/// \return NotFound for an unknown \a recipe; otherwise as the functions above.
[[nodiscard]] Result<ImagePlan> planImage(const RecipeBook &book, const ImageContents &contents, const QString &recipe);

} // namespace Benchboot
