// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"

#include <QByteArrayView>

#include <optional>

namespace Benchboot {

/// What the first bytes of a kernel or an EFI program say about where it starts.
struct BootHeader
{
    Firmwares
        firmware; ///< Bios: a Linux boot header (bzImage); Efi…: a PE header of that machine. Both at once is common
    bool is64Bit = false; ///< needs a CPU with long mode

    friend bool operator==(const BootHeader &, const BootHeader &) = default;
};

/// How much of a file's start parseBootHeader() wants to see, in bytes.
inline constexpr qint64 bootHeaderSize = 4096;

/// Reads a Linux/x86 boot header (Documentation/arch/x86/boot.rst: "HdrS" at 0x202, xloadflags at 0x236 since protocol 2.12) and a PE/COFF
/// header (machine 0x8664, 0x14c, 0xaa64).
/// \return nothing where \a head is neither.
[[nodiscard]] std::optional<BootHeader> parseBootHeader(QByteArrayView head);

} // namespace Benchboot
