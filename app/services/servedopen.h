// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <QString>

namespace Benchboot {

enum class Patience {
    MayBlock, ///< waits for the disk where it must
    CachedOnly, ///< fails with EAGAIN unless the kernel has everything in memory
};

/// Opens a published file for reading, close-on-exec. No part of \a path may be a symbolic link (openat2(2), RESOLVE_NO_SYMLINKS): a link that
/// took the place of a file or a folder after the snapshot was made leads nowhere. A pipe does not hold the thread; whoever calls checks that
/// it is a regular file.
/// \param path  absolute and canonical, as those of a snapshot are.
/// \return an invalid descriptor with errno set where that fails; ELOOP for a link.
[[nodiscard]] FileDescriptor openServed(const QString &path, Patience patience);

} // namespace Benchboot
