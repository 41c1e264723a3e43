// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/extentdevice.h"

#include <optional>

namespace Benchboot {

/// One block of a RAR 5 archive, by its first bytes (RAR 5.0 archive format, "General archive block format" and "File header").
struct RarBlock
{
    quint64 size = 0; ///< with the data behind it, in bytes
    bool isFile = false; ///< or a folder or link
    std::optional<quint32> storedSum; ///< CRC-32 of a file that is stored, not packed

    friend bool operator==(const RarBlock &, const RarBlock &) = default;
};

constexpr qsizetype rarHeadSize = 128; ///< bytes of a block that parseRarBlock() needs

/// \return nothing where \a head, the first rarHeadSize bytes of a block or all that are left, is none.
[[nodiscard]] std::optional<RarBlock> parseRarBlock(QByteArrayView head);

/// The checksums that libarchive does not compare: those of what a RAR 5 archive stores without packing it. Goes from file to file, as libarchive does.
class RarSums
{
public:
    explicit RarSums(SharedDescriptor archive) : m_archive(std::move(archive)) { }

    /// \return that of the next file; nothing where it is packed, or has none.
    [[nodiscard]] std::optional<quint32> next();

private:
    SharedDescriptor m_archive;
    qint64 m_position = 8; ///< behind the signature
};

} // namespace Benchboot
