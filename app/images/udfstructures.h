// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

/// The structures of UDF (OSTA UDF 2.60) and of ECMA-167, on which it is built: bytes → values, without I/O. All numbers are little-endian.
namespace Benchboot::Udf {

/// Tag identifiers (ECMA-167 3/7.2.1 and 4/7.2.1).
enum class Tag : quint16 {
    None = 0,
    PrimaryVolume = 1,
    Anchor = 2,
    VolumePointer = 3,
    Partition = 5,
    LogicalVolume = 6,
    Terminating = 8,
    FileSet = 256,
    FileIdentifier = 257,
    AllocationExtent = 258,
    FileEntry = 261,
    ExtendedFileEntry = 266,
};

/// The tag that \a bytes begin with; None where its checksum is wrong.
[[nodiscard]] Tag tagOf(QByteArrayView bytes);

/// A run of a partition's logical blocks (ECMA-167 4/14.14).
struct Place
{
    enum class Kind : quint8 { Recorded, NotRecorded, NotAllocated, MoreDescriptors };

    Kind kind = Kind::Recorded;
    quint32 length = 0; ///< bytes, below 1 GiB
    quint32 block = 0; ///< in the partition
    quint16 partition = 0; ///< index of a partition map

    friend bool operator==(const Place &, const Place &) = default;
};

[[nodiscard]] Place longDescriptor(QByteArrayView bytes); ///< 4/14.14.2; 16 bytes

/// File Entry and Extended File Entry (4/14.9, 4/14.17).
struct FileEntry
{
    enum class Content : quint8 { ShortDescriptors, LongDescriptors, Embedded };

    quint8 type = 0; ///< 4/14.6.6: 4 folder, 5 file, 12 symbolic link
    Content content = Content::ShortDescriptors;
    quint64 length = 0; ///< bytes
    qint64 modified = 0; ///< seconds since 1970
    qsizetype offset = 0; ///< of the allocation descriptors, or of the embedded file, from the start of the entry
    qsizetype size = 0; ///< of these, in bytes; they lie inside the entry
};

/// \return nothing for what is no file entry, has an ICB strategy other than 4, or an unknown kind of descriptors.
[[nodiscard]] std::optional<FileEntry> parseFileEntry(QByteArrayView block);

/// The allocation descriptors in \a bytes, up to the first of length 0, which ends them (4/12). Short ones are of \a partition.
[[nodiscard]] QList<Place> parseDescriptors(QByteArrayView bytes, FileEntry::Content kind, quint16 partition);

/// File Identifier Descriptor (4/14.4).
struct FileIdentifier
{
    QString name; ///< as recorded, not safe; empty for the parent
    Place place; ///< of its file entry
    bool isFolder = false;
    bool isDeleted = false;
    bool isParent = false;
    qsizetype size = 0; ///< of the descriptor, in bytes
};

/// \return nothing where \a bytes do not begin with a whole one.
[[nodiscard]] std::optional<FileIdentifier> parseFileIdentifier(QByteArrayView bytes);

/// Text in OSTA's compressed Unicode (UDF 2.1.1): the first byte says 8 or 16 bits. Empty where it says something else.
[[nodiscard]] QString decodeText(QByteArrayView bytes);
/// A field of fixed length, whose last byte says how much of it is used (ECMA-167 1/7.2.12).
[[nodiscard]] QString decodeField(QByteArrayView field);
/// The target of a symbolic link (4/14.16), with '/' between components.
[[nodiscard]] QString decodeLink(QByteArrayView bytes);

} // namespace Benchboot::Udf
