// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/containerkind.h"
#include "images/extentdevice.h"
#include "images/gzipreader.h"

#include <optional>
#include <span>
#include <vector>

struct archive;

namespace Benchboot {

/// A packed file as libarchive sees it, with what is its fault in our words. Not thread-safe.
class ArchiveInput
{
public:
    /// \param name  what error sentences call \a file.
    ArchiveInput(SharedDescriptor file, ContainerKind kind, QString name);
    ~ArchiveInput();
    Q_DISABLE_COPY_MOVE(ArchiveInput)

    /// \param isTarInside  the file is a tar archive, or the stream that it packs is one.
    /// \return as fault().
    [[nodiscard]] Result<void> open(bool isTarInside);
    /// Whether the stream is a tar archive. It must be opened anew after that. Errors as of fault().
    [[nodiscard]] Result<bool> beginsLikeTar();

    [[nodiscard]] ::archive *get() const { return m_archive; }
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; } ///< of reading the file, or of gzip
    [[nodiscard]] qint64 readBytes() const { return m_read; } ///< of the file; those that were read twice count twice
    [[nodiscard]] qint64 size() const { return m_size; } ///< of the file

    /// Why the last call of libarchive failed: Unsupported (password, one part of several, unknown method), LimitExceeded (memory), Truncated,
    /// Malformed, or failure().
    [[nodiscard]] std::unexpected<Error> fault() const;
    [[nodiscard]] std::unexpected<Error> damaged() const;
    [[nodiscard]] std::unexpected<Error> cutShort() const;
    [[nodiscard]] std::unexpected<Error> locked() const;

private:
    void supportKind(bool isTarInside);
    void setCallbacks();
    [[nodiscard]] std::span<const char> refill();
    [[nodiscard]] std::span<const char> inflated();

    SharedDescriptor m_file;
    ContainerKind m_kind;
    QString m_name;
    ::archive *m_archive;
    std::vector<char> m_packed;
    std::vector<char> m_unpacked; ///< Gzip: what is handed to libarchive
    std::unique_ptr<GzipReader> m_gzip;
    std::optional<Error> m_failure;
    bool m_isOpen = false; ///< before that, libarchive must not be asked for encryption: it follows a wild pointer
    qint64 m_size = 0;
    qint64 m_position = 0;
    qint64 m_read = 0;
};

} // namespace Benchboot
