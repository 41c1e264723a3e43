// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagetree.h"

#include <QByteArrayView>

namespace Benchboot {

class ImageSource;

/// The four entries of a master boot record that are in use, as offset and length in bytes of 512-byte sectors; `isExtended` entries hold more.
struct MbrPartition
{
    Extent place;
    quint8 type = 0;

    [[nodiscard]] bool isExtended() const { return type == 0x05 || type == 0x0f || type == 0x85; }
    [[nodiscard]] bool isProtective() const { return type == 0xee; } ///< the disk has a GPT
    friend bool operator==(const MbrPartition &, const MbrPartition &) = default;
};

/// \return nothing where \a sector has no signature, or an entry has a status that is none.
[[nodiscard]] std::optional<QList<MbrPartition>> parseMbr(QByteArrayView sector);

/// Where the partitions of the disk are, in bytes: those of its GPT (UEFI specification §5.3; the second one where the first is gone), or else
/// of its master boot record with logical partitions. Bounded in number; those that lie outside of the image are left out.
[[nodiscard]] Result<QList<Extent>> partitionsOf(ImageSource &source);

/// Whether \a descriptor is a raw image of a drive: a FAT volume, a partition table, or the size and signature of a floppy disk.
[[nodiscard]] bool isDisk(int descriptor);

/// Reads the names of the drive: of a FAT volume that fills it, or of one of its partitions. Of several the one is taken that holds most of the
/// files that firmware and boot loaders start from, then the one with more files, then the first. A drive without any FAT volume has no names.
/// \param name  what error sentences call the image.
/// \return Truncated, Malformed, LimitExceeded or Io, where none of its FAT volumes can be read.
[[nodiscard]] Result<ImageTree> readDisk(int descriptor, const QString &name, const TreeLimits &limits = {});

} // namespace Benchboot
