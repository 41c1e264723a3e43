// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagetree.h"

namespace Benchboot {

/// Whether the volume recognition sequence (ECMA-167 2/8.3) names UDF. Bridge discs are ISO 9660 as well (isIso()).
[[nodiscard]] bool isUdf(int descriptor);

/// Reads the names of the UDF volume in \a descriptor (UDF 1.02 to 2.60, blocks of 512 to 4,096 bytes). Files that are embedded in their file
/// entries are extents like all others. The El Torito catalog is found where the image has a boot record.
///
/// This is a reader of our own because libudfread 1.1 looks names up one by one (1.8 s of CPU for 50,000 in a folder), reads only the first piece
/// of a folder, and does not say where embedded files lie; it is what the tests compare with.
/// \param name  what error sentences call the image.
/// \return Truncated, Malformed (damaged, or a name that is unsafe or twice there), Unsupported, LimitExceeded, Io.
[[nodiscard]] Result<ImageTree> readUdf(int descriptor, const QString &name, const TreeLimits &limits = {});

/// How many files, links and others that are no folders the volume has, by a look at nothing but its folders: much quicker than readUdf().
/// \return as readUdf(); an answer says nothing of what that makes of the volume.
[[nodiscard]] Result<qint64> countUdfFiles(int descriptor, const QString &name, const TreeLimits &limits = {});

} // namespace Benchboot
