// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Benchboot::E2e {

/// A disc with the layout of a known system, made for one run of what Debian packages hold of that system.
struct SystemDisc
{
    QString path; ///< of the ISO
    /// What only the system itself says on the serial line, and only after it got everything; with a number of this run
    /// in it wherever the system has a place for one.
    QByteArray proof;
    QStringList delivered; ///< ends of the URLs that the PC, its loader or its system must have fetched whole
    bool switchesOff = false; ///< by itself, after it gave its proof
};

/// Makes the disc in \a folder, where nothing else lies.
using MakeDisc = Result<SystemDisc> (*)(const QString &folder);

/// Debian Live 13: initrd by mkinitramfs with live-boot's hooks, root file system as live/filesystem.squashfs.
[[nodiscard]] Result<SystemDisc> makeDebianLiveDisc(const QString &folder);

/// Fedora Live 40: initrd by dracut with livenet, root file system as an ext4 image inside LiveOS/squashfs.img.
[[nodiscard]] Result<SystemDisc> makeFedora40Disc(const QString &folder);
/// Fedora Live 42: the same in the layout of KIWI; the squashfs is the root file system.
[[nodiscard]] Result<SystemDisc> makeFedora42Disc(const QString &folder);

/// HDT 0.5.2 under ISOLINUX; memdisk gets the disc whole, sanboot in pieces.
[[nodiscard]] Result<SystemDisc> makeHdtDiscForMemdisk(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeHdtDiscForSanboot(const QString &folder);

/// The disc of the package memtest86+, as it is.
[[nodiscard]] Result<SystemDisc> debiansMemtestDisc(const QString &folder);

} // namespace Benchboot::E2e
