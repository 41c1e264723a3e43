// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/isolibrary.h"
#include "images/isoreader.h"

namespace Benchboot::Iso {

/// What must be known of an image beside libisofs's tree.
struct TreeContext
{
    QString name; ///< for error sentences
    qint64 size = 0; ///< of the image file, in bytes
    bool hasCatalog = false; ///< libisofs crashes when it is asked for an El Torito catalog that is not there
    TreeLimits limits;
};

/// Copies names, extents, label and boot catalog out of libisofs's memory.
/// \return Malformed where a file lies outside the image.
[[nodiscard]] Result<ImageTree> takeTree(IsoImage *image, const TreeContext &context);

} // namespace Benchboot::Iso
