// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagecontents.h"

namespace Benchboot {

/// The loaders that UEFI starts from removable media (EFI/BOOT/BOOTX64.EFI and the like), where the PE header says the same as the name.
[[nodiscard]] QList<std::pair<Firmware, const ContentFile *>> efiLoaders(const ImageContents &contents);

/// Where iPXE can start the image as a block device: UEFI by its loaders, BIOS where a disc boots without emulation (iPXE refuses the others), a
/// floppy or hard disk has a boot sector, and a hard disk is not too small.
[[nodiscard]] Firmwares sanbootFirmware(const ImageContents &contents);

/// Whether BIOS could start the image as a hard disk, but iPXE offers it none that is smaller than a cylinder (8,225,280 bytes).
[[nodiscard]] bool isTooSmallForSanboot(const ImageContents &contents);

/// What memdisk and iPXE's sanboot are told of the image as a drive: "iso raw", "floppy raw" or "harddisk raw"; nothing or `--drive NUMBER`.
[[nodiscard]] QString memdiskArguments(const ImageContents &contents);
[[nodiscard]] QString sanbootArguments(const ImageContents &contents);

/// Where iPXE can start \a disk, a disk image that lies in \a contents: BIOS by its boot sector. What lies inside of it is not read.
[[nodiscard]] Firmwares innerDiskFirmware(const ImageContents &contents, const ContentFile &disk);

/// Takes away from \a entry what its initrds make impossible, and says why in `reason`; with nothing left it becomes BootMethod::None.
/// - the Linux kernel cuts files of an initramfs at 2 GiB − 4 KiB;
/// - BIOS: initrds lie below 2 GiB (1.8 GB are left for them), those of a 32-bit kernel below 896 MiB (750 MB).
void applyInitrdLimits(BootEntry &entry, const ImageContents &contents);

} // namespace Benchboot
