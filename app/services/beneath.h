// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <QByteArray>

namespace Benchboot {

enum class Patience {
    MayBlock, ///< waits for the disk where it must
    CachedOnly, ///< fails with EAGAIN unless the kernel has the folders in memory, and with EXDEV where another file system is mounted on the way
};

/// Opens \a folder as a place to start from (O_PATH), close-on-exec. It keeps its file system from being unmounted while it is open.
/// \param folder  absolute; no part of it may be ".." or a symbolic link.
/// \return an invalid descriptor with errno set where that fails.
[[nodiscard]] FileDescriptor openFolder(const QByteArray &folder, Patience patience);

/// Opens \a name, which lies beneath \a folder (from openFolder()), for reading, close-on-exec. No part of it may be ".." or a symbolic link, and
/// the kernel sees to it that the way never leads out of the folder (openat2(2), RESOLVE_BENEATH). A pipe does not hold the thread; whoever calls
/// checks that it is a regular file.
/// \return an invalid descriptor with errno set where that fails: ELOOP or ENOTDIR for a link, EXDEV for what leads out.
[[nodiscard]] FileDescriptor openBeneath(const FileDescriptor &folder, const QByteArray &name, Patience patience);

} // namespace Benchboot
