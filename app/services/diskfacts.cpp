// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/diskfacts.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>

namespace Benchboot {
namespace {

constexpr qsizetype most = 4096; ///< folders; a lab has one for each image

/// File systems that ask nobody but a disk of this computer. Others may be well, but are treated as if they were not.
bool isLocalKind(quint64 magic)
{
    constexpr std::array<quint64, 14> kinds{
        EXT4_SUPER_MAGIC,  XFS_SUPER_MAGIC,       BTRFS_SUPER_MAGIC,    F2FS_SUPER_MAGIC,  TMPFS_MAGIC,
        RAMFS_MAGIC,       OVERLAYFS_SUPER_MAGIC, SQUASHFS_MAGIC,       MSDOS_SUPER_MAGIC, EXFAT_SUPER_MAGIC,
        ISOFS_SUPER_MAGIC, UDF_SUPER_MAGIC,       0x2fc12fc1 /* ZFS */, 0xca451a4e /* bcachefs */};
    return std::ranges::contains(kinds, magic);
}

} // namespace

/// Of the mount, since a device's number may be that of another one later. Without asking the file system.
quint64 DiskFacts::idOf(const FileDescriptor &opened)
{
    struct statx status{};
    if (::statx(opened.get(), "", AT_EMPTY_PATH | AT_STATX_DONT_SYNC, STATX_MNT_ID, &status) != 0)
        return 0;
    const quint64 device = quint64(status.stx_dev_major) << 32 | status.stx_dev_minor;
    return std::max<quint64>(qHashMulti(0, device, quint64(status.stx_mnt_id)), 1);
}

void DiskFacts::learn(const QByteArray &folder, const FileDescriptor &opened) const
{
    struct statfs status{};
    if (::fstatfs(opened.get(), &status) != 0)
        return;
    const Disk disk{.id = idOf(opened), .local = isLocalKind(quint64(status.f_type))};
    const std::scoped_lock lock(m_known->mutex);
    if (m_known->disks.size() >= most)
        m_known->disks.clear();
    m_known->disks.insert(folder, disk);
}

bool DiskFacts::isLocal(const QByteArray &folder, const FileDescriptor &opened) const
{
    const auto id = idOf(opened);
    const std::scoped_lock lock(m_known->mutex);
    const auto disk = m_known->disks.value(folder);
    return disk.local && disk.id == id;
}

quint64 DiskFacts::diskOf(const QByteArray &folder) const
{
    const std::scoped_lock lock(m_known->mutex);
    const auto disk = m_known->disks.constFind(folder);
    return disk != m_known->disks.cend() ? disk->id : qHash(folder);
}

} // namespace Benchboot
