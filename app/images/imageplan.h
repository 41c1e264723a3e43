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

/// "x86-64+x86" and the like, of the kernels and EFI programs among \a entries; empty: there is none.
[[nodiscard]] QString architectureOf(const QList<BootEntry> &entries);

/// Whether \a recipe names a way of planFallback().
[[nodiscard]] bool isFallback(const QString &recipe);

/// For an image that no recipe fits. The ways are tried in this order, each for the firmware that the ones before have nothing for:
/// "fallback-config", the menu of the disc's own boot loader (bootconfig.h); "fallback-efi", its EFI loader; "fallback-memdisk", the disc whole
/// in memory; "fallback-sanboot", the disc as a drive over HTTP. Of a drive's image "fallback-efi" is the last. Entries say in `reason` why they are as they are.
/// \param only  one of these names; empty: all.
/// \return NotRecognised where there is no way, with the reason.
[[nodiscard]] Result<ImagePlan> planFallback(const ImageContents &contents, const QString &only = {});

/// Chooses the recipe and fills it in.
/// \param recipe  id of the one to take (those of planFallback() included); empty: the best that fits.
/// \return NotFound for an unknown \a recipe; otherwise as the functions above.
[[nodiscard]] Result<ImagePlan> planImage(const RecipeBook &book, const ImageContents &contents, const QString &recipe);

} // namespace Benchboot
