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

/// Debian Live 13: initrd by mkinitramfs with live-boot's hooks, root file system as live/filesystem.squashfs. Clonezilla
/// Live and GParted Live, which are made of the same, in their layouts and with their recipes' arguments.
[[nodiscard]] Result<SystemDisc> makeDebianLiveDisc(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeClonezillaDisc(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeGpartedDisc(const QString &folder);

/// Fedora Live 40: initrd by dracut with livenet, root file system as an ext4 image inside LiveOS/squashfs.img.
[[nodiscard]] Result<SystemDisc> makeFedora40Disc(const QString &folder);
/// Fedora Live 42: the same in the layout of KIWI; the squashfs is the root file system.
[[nodiscard]] Result<SystemDisc> makeFedora42Disc(const QString &folder);
/// openSUSE Leap 16 in Agama's layout: the initrd fetches the whole disc, and mounts it.
[[nodiscard]] Result<SystemDisc> makeAgamaDisc(const QString &folder);

/// Debian's installer for network boot as a mini.iso: asks for a mirror once it has an address.
[[nodiscard]] Result<SystemDisc> makeDebianMiniIso(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeDebianMiniIsoForArm(const QString &folder);

/// HDT 0.5.2 under ISOLINUX; memdisk gets the disc whole, sanboot in pieces.
[[nodiscard]] Result<SystemDisc> makeHdtDiscForMemdisk(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeHdtDiscForSanboot(const QString &folder);
/// The same on a 1.44 MB floppy under SYSLINUX, which its recipe knows by a list of modules.
[[nodiscard]] Result<SystemDisc> makeHdtFloppy(const QString &folder);

/// In the layout of archiso, with an initrd of ours that does what the original's does: Arch Linux, and SystemRescue 12.
[[nodiscard]] Result<SystemDisc> makeArchDisc(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeSystemRescueDisc(const QString &folder);
/// In the layout of casper, likewise: Ubuntu 24.04.
[[nodiscard]] Result<SystemDisc> makeUbuntuDisc(const QString &folder);

/// Systems that no recipe knows. A GRUB for UEFI, complete in one file: that file alone, and on a disc.
[[nodiscard]] Result<SystemDisc> makeBareEfiProgram(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeEfiProgramDisc(const QString &folder);
/// A disc by grub-mkrescue for UEFI alone, whose GRUB reads on from it.
[[nodiscard]] Result<SystemDisc> makeUnknownGrubDisc(const QString &folder);
/// A Linux that is whole in its initramfs, under ISOLINUX.
[[nodiscard]] Result<SystemDisc> makeMenuDisc(const QString &folder);

/// A 1.44 MB floppy with SYSLINUX and HDT: as it is or packed (gzip), for memdisk or sanboot, and as a disc that emulates
/// it (El Torito).
[[nodiscard]] Result<SystemDisc> makeFloppyImage(const QString &folder);
[[nodiscard]] Result<SystemDisc> makePackedFloppy(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeFloppyForSanboot(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeDiscWithFloppy(const QString &folder);

/// The image of a USB stick: SYSLINUX and HDT for BIOS, GRUB for UEFI, both on one FAT partition.
[[nodiscard]] Result<SystemDisc> makeStickForMemdisk(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeStickForSanboot(const QString &folder);

/// Super Grub2 Disk: GRUB for BIOS and UEFI, which reads on from its disc. Made by grub-mkrescue, as the original is.
[[nodiscard]] Result<SystemDisc> makeGrubDiscForMemdisk(const QString &folder);
[[nodiscard]] Result<SystemDisc> makeGrubDiscForSanboot(const QString &folder);

/// The disc of the package memtest86+, as it is.
[[nodiscard]] Result<SystemDisc> debiansMemtestDisc(const QString &folder);
/// The same in a zip, as its authors' own download comes.
[[nodiscard]] Result<SystemDisc> packedMemtestDisc(const QString &folder);

} // namespace Benchboot::E2e
