// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"

#include <QByteArrayView>
#include <QList>

namespace Benchboot {

/// One boot image of an El Torito boot catalog.
struct BootImage
{
    enum class Platform : quint8 { Bios, Efi, Other };
    enum class Media : quint8 { NoEmulation, Floppy, HardDisk };

    Platform platform = Platform::Bios;
    Media media = Media::NoEmulation;
    bool bootable = false;
    QString path; ///< of the file that holds it; empty: hidden, no directory entry leads to it
    Extent
        extent; ///< in the ISO. Without emulation and hidden, the length is what firmware loads; hard disks reach to the end of that

    friend bool operator==(const BootImage &, const BootImage &) = default;
};

/// Reads an El Torito boot catalog (El Torito 1.0 §2.1–2.4): the default entry and those of all sections, in order. An emulated floppy is
/// as long as its media type says (1.2, 1.44 or 2.88 MB), whatever its sector count. Stops quietly where the catalog ends or breaks.
[[nodiscard]] QList<BootImage> parseBootCatalog(QByteArrayView catalog);

} // namespace Benchboot
