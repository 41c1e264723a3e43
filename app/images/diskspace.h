// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace Benchboot {

/// How many bytes a user may still write on \a folder's file system; −1, with errno, where that cannot be told.
[[nodiscard]] qint64 freeSpace(const QString &folder);

/// NoSpace: \a image does not fit into the lab. In bytes; a negative \a free counts as none.
/// \param error  ENOSPC, also where that is only foreseen, or EDQUOT
[[nodiscard]] Error noSpaceError(const QString &image, qint64 needed, qint64 free, int error);

/// NoSpace: the lab's file system (FAT) has no files as large as \a file.
[[nodiscard]] Error tooLargeFileError(const QString &file);

} // namespace Benchboot
