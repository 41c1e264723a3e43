// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imagesource.h"

#include <algorithm>
#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 limitBlock = 2048; // the unit of TreeLimits::blocks
constexpr qint64 smallestWindow = 4096; // the largest block of any file system here
constexpr qint64 largestWindow = 128 * 1024;

} // namespace

ImageSource::ImageSource(int descriptor, QString name, const TreeLimits &limits)
    : m_descriptor(descriptor), m_name(std::move(name)), m_limits(limits), m_deadline(limits.time)
{
    struct stat status{};
    if (::fstat(descriptor, &status) == 0)
        m_size = status.st_size;
}

Result<QByteArray> ImageSource::read(qint64 offset, qint64 length)
{
    if (!holds({offset, length}))
        return cutShort(u"one of its folders"_s);
    // Each read may cost a system call, so small ones count as a block.
    m_read += std::max(length, limitBlock);
    if (m_read > m_limits.blocks * limitBlock || m_deadline.hasExpired())
        return endless();
    QByteArray bytes(length, Qt::Uninitialized);
    if (length > smallestWindow) {
        const auto fetched = fetch(offset, length, bytes.data());
        return fetched ? Result<QByteArray>(bytes) : std::unexpected(fetched.error());
    }
    if (offset < m_windowOffset || offset + length > m_windowOffset + m_window.size()) {
        if (const auto moved = moveWindow(offset, length); !moved)
            return std::unexpected(moved.error());
    }
    std::copy_n(m_window.constData() + (offset - m_windowOffset), length, bytes.data());
    return bytes;
}

/// File entries lie one after the other on most discs: the window grows as long as reading goes on behind it.
Result<void> ImageSource::moveWindow(qint64 offset, qint64 length)
{
    const auto behind = offset - (m_windowOffset + m_window.size());
    const bool goesOn = !m_window.isEmpty() && behind > -length && behind < smallestWindow;
    m_windowSize = goesOn ? std::min(m_windowSize * 2, largestWindow) : smallestWindow;
    m_windowOffset = offset;
    m_window.resize(std::min(m_windowSize, m_size - offset));
    return fetch(m_windowOffset, m_window.size(), m_window.data());
}

Result<void> ImageSource::fetch(qint64 offset, qint64 length, char *to) const
{
    for (qint64 done = 0; done < length;) {
        const auto got = ::pread(m_descriptor, to + done, size_t(length - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(systemError(errno, u"reading %1"_s.arg(m_name)));
        if (got == 0)
            return cutShort(u"one of its folders"_s);
        done += got;
    }
    return {};
}

Result<QByteArray> ImageSource::read(const QList<Extent> &extents)
{
    QByteArray bytes;
    for (const auto &extent : extents) {
        auto part = read(extent.offset, extent.length);
        if (!part || extents.size() == 1)
            return part;
        bytes += *part;
    }
    return bytes;
}

Result<void> ImageSource::checkTime() const
{
    if (m_deadline.hasExpired())
        return endless();
    return {};
}

std::unexpected<Error> ImageSource::damaged(const QString &how) const
{
    return fail(Error::Code::Malformed, u"%1 is damaged: %2. Download it again"_s.arg(m_name, how));
}

std::unexpected<Error> ImageSource::cutShort(const QString &what) const
{
    return fail(Error::Code::Truncated,
                u"%1 is cut short: %2 would lie behind its end. Download it again"_s.arg(m_name, what));
}

std::unexpected<Error> ImageSource::endless() const
{
    return fail(Error::Code::LimitExceeded,
                u"%1 cannot be read: its folders never end. It is damaged; download it again"_s.arg(m_name));
}

} // namespace Benchboot
