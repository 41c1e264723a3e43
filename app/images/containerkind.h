// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace Benchboot {

/// What an image may be packed in.
enum class ContainerKind : quint8 {
    Gzip, ///< this and the next three pack one stream of bytes, which may be a tar archive
    Bzip2,
    Xz,
    Zstd,
    Tar,
    Zip,
    SevenZip,
    Rar, ///< versions 1.5 to 4, and 5
    Cab,
};

/// Whether the file packs one stream of bytes, without a name.
[[nodiscard]] constexpr bool isStream(ContainerKind kind) { return kind <= ContainerKind::Zstd; }

/// How much of a file parseContainer() needs.
inline constexpr qsizetype containerHeadSize = 512;

/// The kind by the first bytes of a file, never by its name.
[[nodiscard]] std::optional<ContainerKind> parseContainer(QByteArrayView head);

/// Likewise of an open file. A disc image (ISO 9660, UDF) is none, whatever its unused first sectors hold.
[[nodiscard]] std::optional<ContainerKind> containerKind(int descriptor);

/// Whether the file at \a path is packed. One that cannot be read is not.
[[nodiscard]] bool isPackedFile(const QString &path);

/// Whether \a head is that of a RAR or zip archive which goes on in other files.
[[nodiscard]] bool isOneOfSeveral(QByteArrayView head);
/// Whether \a head is that of a zip archive without files.
[[nodiscard]] bool isEmptyZip(QByteArrayView head);

/// How many bytes will come out at least, as far as \a descriptor says so: the end of a gzip or xz file, the beginning of a zstd file. 0: it
/// does not say.
[[nodiscard]] qint64 leastUnpackedSize(int descriptor, ContainerKind kind);

} // namespace Benchboot
