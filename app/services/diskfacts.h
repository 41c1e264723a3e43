// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <mutex>

namespace Benchboot {

/// What is known of the disks that folders lie on: on a network drive, or a file system that a program runs (FUSE), even what the kernel holds in
/// memory may have to be asked for anew, so nothing of it may be opened or read where nobody may wait. Copies know the same. Any thread.
class DiskFacts
{
public:
    /// Finds out, which may block. \param folder  its path; \param opened  the same, open.
    void learn(const QByteArray &folder, const FileDescriptor &opened) const;
    /// Whether what the kernel holds in memory of \a folder can be had without waiting: it is on a disk of this computer, still the one that was
    /// looked at. Never blocks.
    [[nodiscard]] bool isLocal(const QByteArray &folder, const FileDescriptor &opened) const;
    /// The same number for all folders of one disk, as far as is known; for those of which nothing is, one of their own. Never blocks.
    [[nodiscard]] quint64 diskOf(const QByteArray &folder) const;

private:
    struct Disk
    {
        quint64 id = 0; ///< 0: unknown
        bool local = false;
    };

    struct Known
    {
        std::mutex mutex;
        QHash<QByteArray, Disk> disks; // by folder; guarded by mutex
    };

    [[nodiscard]] static quint64 idOf(const FileDescriptor &opened);

    std::shared_ptr<Known> m_known = std::make_shared<Known>();
};

} // namespace Benchboot
