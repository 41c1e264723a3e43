// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageimport.h"

namespace Benchboot {

/// Reads \a files and fills in their SHA-256.
/// \param place  the image's folder; of linked files (those with extents): the image file that holds them.
/// \return Mismatch where a file's size differs, NotFound, Io. Any thread; progress step "checking".
[[nodiscard]] Result<QList<ImageFile>> hashFiles(const QString &place, const QList<ImageFile> &files,
                                                 const ProgressCallback &progress = {});

/// Hashes \a files again and compares. \return Mismatch that names the first file that differs; otherwise as hashFiles().
[[nodiscard]] Result<void> verifyFiles(const QString &place, const QList<ImageFile> &files,
                                       const ProgressCallback &progress = {});

} // namespace Benchboot
