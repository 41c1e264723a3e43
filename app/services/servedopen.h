// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/filedescriptor.h"
#include "protocol/servedlab.h"
#include "services/beneath.h"
#include "services/diskfacts.h"

#include <sys/stat.h>

namespace Benchboot {

/// A published file that is open for reading.
struct OpenedFile
{
    FileDescriptor descriptor;
    struct stat status{}; ///< of the file on disk; a regular one
    QList<Extent> runs; ///< what the client gets, in order; all of them lie in the file
    qint64 size = 0; ///< of all runs, in bytes
    bool local = false; ///< what the kernel holds of it in memory can be read without waiting
};

/// Opens \a file beneath its folder (openBeneath()): a link that took the place of a file or folder after the snapshot was made leads nowhere, and
/// no path leads out. A further hard link of a file is that file; the kernel lets nobody make one of what he may not write
/// (fs.protected_hardlinks). The folder is open only meanwhile, so that its drive can be unmounted while nobody loads from it.
/// \return NotFound for what is in trouble, gone, leads elsewhere or is no regular file; Mismatch where the extents do not lie in the file. With CachedOnly,
///   any error may also mean that it would have blocked.
/// \param disks  what is known of them; with MayBlock, more is learnt.
[[nodiscard]] Result<OpenedFile> openServed(const ServedFile &file, Patience patience, const DiskFacts &disks);

/// The folder that \a file is opened beneath, with a slash at its end.
[[nodiscard]] QByteArray folderOf(const ServedFile &file);

} // namespace Benchboot
