// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/isofixture.h"

#include <QList>

namespace Benchboot::Tests {

/// The layout of a real disc in small, and what must be made of it.
struct SystemLayout
{
    const char *name; ///< of the test's row
    QString label; ///< volume label
    /// "PATH", "PATH=CONTENT", or "PATH :KIND" for kernels and EFI programs: k32, k64 (BIOS), k32e, k64e (BIOS and UEFI), e32, e64, ea64 (UEFI),
    /// "PATH :1440" for a floppy image, memtest5 for one that is Memtest86+ 5.01.
    QStringList files;
    QString recipe; ///< empty: it must not be recognised
    QString title; ///< name, version, edition; of what is not recognised: part of the reason
    QString architecture;
    /// Every entry as `METHOD FIRMWARE KERNEL +INITRD… @INJECTED… OPTION=VALUE…`; the image itself is called ISO.
    QStringList entries;
    QString words; ///< stand in the first entry's arguments, one after the other
    QStringList boot; ///< arguments of xorriso that make it boot
    QString drive = {}; ///< empty: a disc; "floppy", "dos" or "gpt": a raw image of one, or of a disk with such a partition table
};

[[nodiscard]] QList<SystemLayout> debianLayouts(); ///< live-boot, casper, Debian installer
[[nodiscard]] QList<SystemLayout> linuxLayouts(); ///< every other Linux
[[nodiscard]] QList<SystemLayout> toolLayouts(); ///< scanners, wipers, memory tests, DOS, Windows
[[nodiscard]] QList<SystemLayout> lookAlikeLayouts(); ///< what is easily taken for something else

/// Puts the layout's files into \a fixture and makes the ISO, or the drive, whose name says nothing.
[[nodiscard]] QString makeImage(const SystemLayout &layout, IsoFixture &fixture);

} // namespace Benchboot::Tests
