// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/extentdevice.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace Benchboot {
namespace {

/// Fills \a data from \a offset of the file. \return bytes read, or −1 with errno where nothing could be read.
qint64 readAt(int descriptor, const QList<Extent> &extents, qint64 offset, char *data, qint64 length)
{
    qint64 done = 0;
    for (const auto &extent : extents) {
        if (offset >= extent.length) {
            offset -= extent.length;
            continue;
        }
        while (done < length && offset < extent.length) {
            const auto want = std::min(length - done, extent.length - offset);
            const auto got = ::pread(descriptor, data + done, size_t(want), extent.offset + offset);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return done > 0 || got == 0 ? done : -1;
            done += got;
            offset += got;
        }
        if (done == length)
            break;
        offset = 0;
    }
    return done;
}

} // namespace

qint64 totalLength(const QList<Extent> &extents)
{
    qint64 total = 0;
    for (const auto &extent : extents)
        total += extent.length;
    return total;
}

void appendExtent(QList<Extent> &extents, const Extent &extent)
{
    if (extent.length <= 0)
        return;
    if (!extents.isEmpty() && extents.last().offset + extents.last().length == extent.offset)
        extents.last().length += extent.length;
    else
        extents.append(extent);
}

QList<Extent> sliceExtents(const QList<Extent> &extents, qint64 offset, qint64 length)
{
    QList<Extent> slice;
    for (const auto &extent : extents) {
        if (length <= 0)
            break;
        if (offset >= extent.length) {
            offset -= extent.length;
            continue;
        }
        const auto part = std::min(length, extent.length - offset);
        slice.append({extent.offset + offset, part});
        length -= part;
        offset = 0;
    }
    return slice;
}

QByteArray readExtents(int descriptor, const QList<Extent> &extents, qint64 offset, qint64 length)
{
    QByteArray bytes(std::clamp<qint64>(totalLength(extents) - offset, 0, length), Qt::Uninitialized);
    const auto got = readAt(descriptor, extents, offset, bytes.data(), bytes.size());
    bytes.truncate(std::max<qint64>(got, 0));
    return bytes;
}

ExtentDevice::ExtentDevice(SharedDescriptor descriptor, QList<Extent> extents, QObject *parent)
    : QIODevice(parent), m_descriptor(std::move(descriptor)), m_extents(std::move(extents)),
      m_size(totalLength(m_extents))
{
    // Unbuffered: QIODevice's position is the only one there is.
    QIODevice::open(ReadOnly | Unbuffered);
}

qint64 ExtentDevice::readData(char *data, qint64 maxSize)
{
    const auto want = std::min(maxSize, m_size - pos());
    if (want <= 0)
        return maxSize == 0 ? 0 : -1;
    const auto got = readAt(m_descriptor->get(), m_extents, pos(), data, want);
    if (got > 0)
        return got;
    setErrorString(got < 0 ? qt_error_string(errno) : tr("The image ends too early"));
    return -1;
}

} // namespace Benchboot
