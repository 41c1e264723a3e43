// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagesource.h"

namespace Benchboot {

/// Whether the 512 bytes at \a offset are the boot sector of a FAT volume.
[[nodiscard]] bool isFat(ImageSource &source, qint64 offset);

/// Reads the names of the FAT12, FAT16 or FAT32 volume that begins at \a offset of the image: long names (VFAT) where they belong to their short
/// ones, else the short names, in lower case where the entry says so. Times are taken as UTC, which nobody recorded.
/// \return Truncated, Malformed (circles, clusters that two files share or that do not exist, unsafe or equal names), LimitExceeded, Io.
[[nodiscard]] Result<ImageTree> readFat(ImageSource &source, qint64 offset);

} // namespace Benchboot
