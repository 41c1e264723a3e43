// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/containerkind.h"
#include "images/extentdevice.h"
#include "core/error.h"

#include <memory>
#include <optional>

namespace Benchboot {

/// One name in an archive.
struct ArchiveMember
{
    enum class Type : quint8 { Folder, File, SymLink, HardLink, Other };

    QString
        path; ///< as recorded, not safe; without "./" before and '/' behind. Empty: the archive's own top folder, or a stream's content
    Type type = Type::File;
    QString target; ///< SymLink, HardLink: as recorded, not safe
    qint64 size = -1; ///< of a file, in bytes; −1: not known before it is unpacked
    qint64 modified = 0; ///< seconds since 1970
};

/// Reads an archive, or the one stream that a file is packed in, from front to back, by libarchive, with checks that it leaves out: gzip's
/// checksums, the end of tar archives, and that files are as long as they say. Not thread-safe.
///
/// The archive types of KArchive are not used: they answer damaged, cut and encrypted files without an error, and unpack tar.* on opening.
class ArchiveReader
{
public:
    /// \param file  from its first byte to its end; its offset moves.
    /// \param name  what error sentences call it.
    /// \return Unsupported (a part of several, encrypted, unknown method), Truncated, Malformed, LimitExceeded (memory) or Io.
    [[nodiscard]] static Result<ArchiveReader> open(SharedDescriptor file, ContainerKind kind, const QString &name);
    ArchiveReader(ArchiveReader &&) noexcept;
    ArchiveReader &operator=(ArchiveReader &&) noexcept;
    ~ArchiveReader();

    /// The next member; nothing: the archive was read to its end. Errors as of open().
    [[nodiscard]] Result<std::optional<ArchiveMember>> next();
    /// The next bytes of the member's content, valid until the next call; empty: it is complete. Holes are zeros. Errors as of open().
    [[nodiscard]] Result<QByteArrayView> read();

    [[nodiscard]] qint64 packedBytes() const; ///< of the file that were read so far
    [[nodiscard]] qint64 packedSize() const; ///< of the file

private:
    struct Private;
    explicit ArchiveReader(std::unique_ptr<Private> priv);

    std::unique_ptr<Private> d;
};

/// Loads what readers would load from files later, where those are out of reach by then.
void prepareArchiveReaders();

} // namespace Benchboot
