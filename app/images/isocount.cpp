// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isocount.h"

#include "core/littleendian.h"
#include "images/extentdevice.h"
#include "images/imagesource.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 blockSize = 2048;
constexpr qint64 volumeDescriptor = 16 * blockSize;
constexpr qsizetype rootRecord = 156; // in it
constexpr qsizetype smallestRecord = 34;
constexpr qint64 maxFolderSize = 64 * 1024 * 1024; // of names: more than TreeLimits::entries have room for

class Count
{
public:
    explicit Count(ImageSource &source) : m_source(source) { }

    [[nodiscard]] Result<qint64> run()
    {
        const auto volume = m_source.read(volumeDescriptor, blockSize);
        if (!volume)
            return std::unexpected(volume.error());
        if (const auto counted = countFolder(QByteArrayView(*volume).sliced(rootRecord, smallestRecord), 0); !counted)
            return std::unexpected(counted.error());
        return m_files;
    }

private:
    [[nodiscard]] Result<void> countFolder(QByteArrayView record, int depth);
    [[nodiscard]] Result<void> count(QByteArrayView record, int depth);

    ImageSource &m_source;
    QSet<qint64> m_folders; ///< where they lie
    qint64 m_files = 0;
};

Result<void> Count::countFolder(QByteArrayView record, int depth)
{
    const LittleEndian fields(record);
    const auto offset = (qint64(fields.u32(2)) + fields.u8(1)) * blockSize;
    const qint64 length = fields.u32(10);
    if (m_folders.contains(offset) || length > maxFolderSize)
        return m_source.endless();
    m_folders.insert(offset);
    if (depth > m_source.limits().depth)
        return std::unexpected(tooDeepError(m_source.name(), m_source.limits()));
    const auto content = m_source.read(offset, length);
    if (!content)
        return std::unexpected(content.error());
    for (qsizetype at = 0; at < content->size();) {
        const auto size = qsizetype(quint8(content->at(at)));
        if (size == 0) { // no record crosses blocks
            at = (at / blockSize + 1) * blockSize;
            continue;
        }
        if (size < smallestRecord || at + size > content->size())
            return m_source.damaged(u"one of its folders cannot be read"_s);
        if (const auto counted = count(QByteArrayView(*content).sliced(at, size), depth); !counted)
            return counted;
        at += size;
    }
    return {};
}

Result<void> Count::count(QByteArrayView record, int depth)
{
    const LittleEndian fields(record);
    constexpr quint8 folder = 0x02;
    constexpr quint8 associated = 0x04;
    constexpr quint8 goesOn = 0x80; // another record of the same file follows
    const auto flags = fields.u8(25);
    const bool isSelfOrParent = fields.u8(32) == 1 && fields.u8(33) <= 1;
    if (isSelfOrParent || flags & (associated | goesOn))
        return {};
    if (flags & folder)
        return countFolder(record, depth + 1);
    if (++m_files > m_source.limits().entries)
        return std::unexpected(tooManyFilesError(m_source.name(), m_source.limits()));
    return {};
}

/// Of a supplementary volume descriptor: UCS-2, of one of three levels.
bool isJoliet(QByteArrayView descriptor)
{
    constexpr char supplementary = 2;
    const auto escape = descriptor.sliced(88, 3);
    return descriptor[0] == supplementary && (escape == "%/@" || escape == "%/C" || escape == "%/E");
}

} // namespace

bool hasLongIsoNames(int descriptor)
{
    constexpr int maxDescriptors = 64;
    for (int i = 0; i < maxDescriptors; ++i) {
        const auto volume = readExtents(descriptor, {{volumeDescriptor + i * blockSize, blockSize}}, 0, blockSize);
        if (volume.size() < blockSize || volume.sliced(1, 5) != "CD001")
            return false;
        if (isJoliet(volume))
            return true;
        const LittleEndian fields(volume);
        const auto self = qint64(fields.u32(rootRecord + 2)) * blockSize; // the root's own record
        if (i == 0 && readExtents(descriptor, {{self + smallestRecord, 2}}, 0, 2) == "SP")
            return true;
    }
    return false;
}

Result<qint64> countIsoFiles(int descriptor, const QString &name, const TreeLimits &limits)
{
    ImageSource source(descriptor, name, limits);
    return Count(source).run();
}

} // namespace Benchboot
