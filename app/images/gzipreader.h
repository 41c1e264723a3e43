// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>

#include <zlib.h>

#include <functional>
#include <memory>
#include <span>

namespace Benchboot {

/// Unpacks gzip data (RFC 1952) of one or several members, and checks each one's length and CRC-32, which libarchive and KArchive do not.
class GzipReader
{
public:
    /// \param more  gives the next packed bytes, which must stay until it is called again; none: the end.
    explicit GzipReader(std::function<std::span<const char>()> more);
    ~GzipReader();
    Q_DISABLE_COPY_MOVE(GzipReader)

    /// The next bytes, at most \a buffer.size(); 0: all was read, and is whole.
    /// \return Truncated; Malformed, also where something else follows behind the last member. The detail is a clause.
    [[nodiscard]] Result<qsizetype> read(std::span<char> buffer);

private:
    [[nodiscard]] bool refill(); ///< \return whether there are packed bytes
    [[nodiscard]] Result<bool> nextMember(); ///< \return whether there is one

    std::function<std::span<const char>()> m_more;
    z_stream m_stream{};
    bool m_inMember = true;
};

} // namespace Benchboot
