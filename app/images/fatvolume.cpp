// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/fatvolume.h"

#include "core/littleendian.h"
#include "images/extentdevice.h"

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace Benchboot::Fat {
namespace {

constexpr qint64 rootEntrySize = 32; // of a folder
constexpr qint64 windowSize = 96 * 1024; // a multiple of 3 bytes, so that no entry of FAT12 lies across its edge
constexpr quint32 mostClusters12 = 4084; // §3.5
constexpr quint32 mostClusters = 0x0ffffff5;

QString labelOf(const LittleEndian &fields, qsizetype signatureAt)
{
    constexpr quint8 extended = 0x29;
    if (fields.u8(signatureAt) != extended)
        return {};
    const auto label = QString::fromLatin1(fields.bytes(signatureAt + 5, 11)).trimmed();
    return label == u"NO NAME" ? QString() : label;
}

} // namespace

std::optional<Geometry> parseBootSector(QByteArrayView sector, qint64 offset)
{
    const LittleEndian fields(sector);
    const qint64 sectorSize = fields.u16(11);
    const qint64 perCluster = fields.u8(13);
    const qint64 reserved = fields.u16(14);
    const qint64 copies = fields.u8(16);
    const qint64 rootEntries = fields.u16(17);
    const bool is32 = fields.u16(22) == 0;
    const qint64 tableSectors = is32 ? fields.u32(36) : fields.u16(22);
    const qint64 sectors = fields.u16(19) ? fields.u16(19) : fields.u32(32);
    const bool isPlausible = sectorSize >= 512 && sectorSize <= 4096 && std::has_single_bit(quint64(sectorSize))
        && std::has_single_bit(quint64(perCluster)) && reserved > 0 && (copies == 1 || copies == 2) && tableSectors > 0
        && fields.u8(21) >= 0xf0 && sectors > 0 && is32 == (rootEntries == 0);
    if (!isPlausible)
        return std::nullopt;
    const auto rootSectors = (rootEntries * rootEntrySize + sectorSize - 1) / sectorSize;
    const auto dataSector = reserved + copies * tableSectors + rootSectors;
    const auto clusters = (sectors - dataSector) / perCluster;
    if (clusters <= 0 || clusters > mostClusters)
        return std::nullopt;
    Geometry geometry;
    geometry.bits = is32 ? 32 : clusters > mostClusters12 ? 16 : 12;
    // §3.4: FAT32 may use one copy only, which its flags name.
    const auto flags = is32 ? fields.u16(40) : quint16(0);
    const qint64 active = (flags & 0x80) && (flags & 0x0f) < copies ? flags & 0x0f : 0;
    geometry.table = {offset + (reserved + active * tableSectors) * sectorSize, tableSectors * sectorSize};
    geometry.root = {offset + (reserved + copies * tableSectors) * sectorSize, rootEntries * rootEntrySize};
    geometry.rootCluster = is32 ? fields.u32(44) : 0;
    geometry.data = offset + dataSector * sectorSize;
    geometry.clusterSize = perCluster * sectorSize;
    geometry.clusters = quint32(clusters);
    geometry.label = labelOf(fields, is32 ? 66 : 38);
    return geometry;
}

Chains::Chains(ImageSource &source, const Geometry &geometry) : m_source(source), m_geometry(geometry)
{
    // Clusters behind the image's end cannot be read, whatever the boot sector says.
    const auto there = std::max<qint64>(0, (source.size() - geometry.data) / geometry.clusterSize + 1);
    m_used.resize(size_t(std::min<qint64>(there, geometry.clusters)));
}

bool Chains::isEnd(quint32 value) const
{
    return m_geometry.bits == 12 ? value >= 0xff8 : m_geometry.bits == 16 ? value >= 0xfff8 : value >= 0x0ffffff8;
}

/// What the table says of \a cluster (§4).
Result<quint32> Chains::next(quint32 cluster)
{
    const qint64 at = qint64(cluster) * m_geometry.bits / 8;
    const qsizetype width = m_geometry.bits == 32 ? 4 : 2;
    if (at + width > m_geometry.table.length)
        return m_source.damaged(u"its file table is too short"_s);
    if (m_windowOffset < 0 || at < m_windowOffset || at + width > m_windowOffset + m_window.size()) {
        m_windowOffset = at / windowSize * windowSize;
        auto window = m_source.read(m_geometry.table.offset + m_windowOffset,
                                    std::min(windowSize, m_geometry.table.length - m_windowOffset));
        if (!window)
            return std::unexpected(window.error());
        m_window = std::move(*window);
    }
    const LittleEndian table(m_window);
    const auto inside = at - m_windowOffset;
    if (m_geometry.bits == 32)
        return table.u32(inside) & 0x0fffffff;
    const auto value = table.u16(inside);
    if (m_geometry.bits == 16)
        return value;
    return cluster & 1 ? value >> 4 : value & 0x0fff;
}

Result<QList<Extent>> Chains::follow(quint32 cluster, std::optional<qint64> size, const QString &path)
{
    constexpr quint64 stepsBetweenLooks = 4096;
    QList<Extent> extents;
    auto left = size.value_or(std::numeric_limits<qint64>::max());
    while (left > 0) {
        if (!isUsable(cluster))
            return m_source.damaged(u"%1 is longer than its place"_s.arg(path));
        if (cluster - 2 >= m_used.size())
            return m_source.cutShort(path);
        if (m_used[cluster - 2])
            return m_source.damaged(u"%1 shares its place with another file"_s.arg(path));
        m_used[cluster - 2] = true;
        const Extent extent{m_geometry.data + qint64(cluster - 2) * m_geometry.clusterSize,
                            std::min(left, m_geometry.clusterSize)};
        if (!m_source.holds(extent))
            return m_source.cutShort(path);
        appendExtent(extents, extent);
        if (extents.size() > m_source.limits().extents)
            return std::unexpected(tooScatteredError(m_source.name(), m_source.limits()));
        left -= extent.length;
        if (left == 0)
            break;
        const auto following = next(cluster);
        if (!following)
            return std::unexpected(following.error());
        if (!size && isEnd(*following))
            break;
        cluster = *following;
        if (++m_steps % stepsBetweenLooks == 0) {
            if (const auto time = m_source.checkTime(); !time)
                return std::unexpected(time.error());
        }
    }
    return extents;
}

} // namespace Benchboot::Fat
