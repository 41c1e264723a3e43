// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageimport.h"

#include <stop_token>

namespace Benchboot {

/// Reads \a files and fills in their SHA-256.
/// \param place  the image's folder; of linked files (those with extents): the image file that holds them.
/// \return Mismatch where a file's size differs, NotFound, Io; Cancelled soon after \a stop was
/// requested. Any thread; progress step "checking".
[[nodiscard]] Result<QList<ImageFile>> hashFiles(const QString &place, const QList<ImageFile> &files,
                                                 const ProgressCallback &progress = {},
                                                 const std::stop_token &stop = {});

/// Hashes \a files again and compares. \return Mismatch that names the first file that differs; otherwise as hashFiles().
[[nodiscard]] Result<void> verifyFiles(const QString &place, const QList<ImageFile> &files,
                                       const ProgressCallback &progress = {}, const std::stop_token &stop = {});

} // namespace Benchboot
