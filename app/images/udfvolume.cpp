// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/udfvolume.h"

#include "core/littleendian.h"
#include "images/extentdevice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Udf {
namespace {

constexpr int maxSequence = 256; // blocks; real ones have 16
constexpr int maxPartitionMaps = 8; // a volume has one or two
constexpr qsizetype longDescriptorSize = 16;

} // namespace

Result<Volume> Volume::open(ImageSource &source)
{
    Volume volume(source);
    const auto sequence = volume.findAnchor();
    if (!sequence)
        return std::unexpected(sequence.error());
    auto done = volume.readSequence(*sequence);
    if (done)
        done = volume.mapPartitions();
    if (done)
        done = volume.findRoot();
    if (!done)
        return std::unexpected(done.error());
    return volume;
}

/// The anchor says where the volume descriptors are. It stands in two of three places: sector 256, the last one, and 256 before that.
Result<Extent> Volume::findAnchor()
{
    for (const qint64 sector : {2048, 512, 4096, 1024}) {
        const auto last = m_source->size() / sector - 1;
        for (const auto at : {qint64(256), last, last - 256}) {
            if (!m_source->holds({at * sector, sector}))
                continue;
            const auto block = m_source->read(at * sector, sector);
            if (!block)
                return std::unexpected(block.error());
            if (tagOf(*block) != Tag::Anchor || LittleEndian(*block).u32(12) != at)
                continue;
            m_blockSize = sector;
            const LittleEndian fields(*block);
            return Extent{fields.u32(20) * sector, fields.u32(16)};
        }
    }
    return m_source->damaged(u"it has no anchor of a UDF volume"_s);
}

/// Reads the volume descriptor sequence (3/8.4.2): of each kind the one recorded last counts.
Result<void> Volume::readSequence(const Extent &sequence)
{
    auto at = sequence.offset;
    auto end = at + sequence.length;
    for (int blocks = 0; at < end; ++blocks, at += m_blockSize) {
        if (blocks >= maxSequence)
            return m_source->endless();
        const auto block = m_source->read(at, m_blockSize);
        if (!block)
            return std::unexpected(block.error());
        const auto tag = tagOf(*block);
        if (tag == Tag::Terminating || tag == Tag::None)
            break;
        if (tag == Tag::VolumePointer) {
            const LittleEndian fields(*block);
            at = (fields.u32(24) - qint64(1)) * m_blockSize;
            end = at + m_blockSize + fields.u32(20);
            continue;
        }
        if (const auto taken = take(*block); !taken)
            return taken;
    }
    if (m_logicalVolume.isEmpty() || m_physical.isEmpty())
        return m_source->damaged(u"its UDF volume is not described"_s);
    return {};
}

Result<void> Volume::take(const QByteArray &block)
{
    const LittleEndian fields(block);
    const auto tag = tagOf(block);
    if (tag == Tag::Partition) {
        m_physical.insert(fields.u16(22), {fields.u32(188) * m_blockSize, fields.u32(192) * m_blockSize});
    } else if (tag == Tag::LogicalVolume) {
        const auto isOlder = !m_logicalVolume.isEmpty() && fields.u32(16) < LittleEndian(m_logicalVolume).u32(16);
        if (fields.u32(212) != m_blockSize)
            return m_source->damaged(u"its UDF volume has blocks of %1 bytes"_s.arg(fields.u32(212)));
        if (!isOlder)
            m_logicalVolume = block;
    }
    return {};
}

/// The partition maps (3/10.7) of the logical volume say what its blocks' partition numbers mean.
Result<void> Volume::mapPartitions()
{
    const LittleEndian fields(m_logicalVolume);
    m_label = decodeField(fields.bytes(84, 128)).trimmed();
    auto maps = fields.bytes(440, fields.u32(264));
    const auto count = fields.u32(268);
    for (quint32 i = 0; i < count; ++i) {
        const auto length = maps.size() < 2 ? 0 : qsizetype(quint8(maps[1]));
        if (length < 6 || length > maps.size() || i >= maxPartitionMaps)
            return m_source->damaged(u"the partitions of its UDF volume are not described"_s);
        if (const auto mapped = mapPartition(maps.first(length)); !mapped)
            return mapped;
        maps = maps.sliced(length);
    }
    return {};
}

Result<void> Volume::mapPartition(QByteArrayView map)
{
    const LittleEndian fields(map);
    if (fields.u8(0) == 1) {
        const auto physical = m_physical.constFind(fields.u16(4));
        if (physical == m_physical.constEnd())
            return m_source->damaged(u"a partition of its UDF volume is missing"_s);
        m_partitions.append({*physical});
        return {};
    }
    if (fields.bytes(5, 23).startsWith("*UDF Metadata Partition"))
        return mapMetadata(map);
    return fail(Error::Code::Unsupported,
                u"%1 is the image of a recordable disc (UDF with packet writing), which cannot be read. Copy its files "
                u"into a plain image"_s.arg(m_source->name()));
}

/// UDF 2.2.10: the blocks of a metadata partition are those of a file in a physical partition; a second file mirrors it.
Result<void> Volume::mapMetadata(QByteArrayView map)
{
    const LittleEndian fields(map);
    const auto physical = m_physical.value(fields.u16(38));
    m_partitions.append({physical}); // in which the file is found
    const auto index = quint16(m_partitions.size() - 1);
    Result<Node> file;
    for (const auto block : {fields.u32(40), fields.u32(44)}) {
        const Place place{Place::Kind::Recorded, quint32(m_blockSize), block, index};
        file = node(place, u"metadata"_s);
        if (file)
            break;
    }
    if (!file)
        return std::unexpected(file.error());
    m_partitions[index] = file->extents;
    return {};
}

/// The file set descriptor (4/14.1) says where the root folder is.
Result<void> Volume::findRoot()
{
    auto place = longDescriptor(LittleEndian(m_logicalVolume).bytes(248, longDescriptorSize));
    place.length = quint32(m_blockSize);
    const auto extents = locate(place, u"/"_s);
    if (!extents)
        return std::unexpected(extents.error());
    const auto block = m_source->read(*extents);
    if (!block)
        return std::unexpected(block.error());
    if (tagOf(*block) != Tag::FileSet)
        return m_source->damaged(u"its UDF volume has no files"_s);
    m_root = longDescriptor(LittleEndian(*block).bytes(400, longDescriptorSize));
    return {};
}

Result<QList<Extent>> Volume::locate(const Place &place, const QString &path) const
{
    if (place.partition >= m_partitions.size())
        return m_source->damaged(u"%1 lies in a partition that is not there"_s.arg(path));
    auto extents = sliceExtents(m_partitions.at(place.partition), place.block * m_blockSize, place.length);
    if (totalLength(extents) < place.length)
        return m_source->damaged(u"%1 lies outside of its partition"_s.arg(path));
    const bool isThere = std::ranges::all_of(extents, [this](const Extent &extent) { return m_source->holds(extent); });
    if (!isThere)
        return m_source->cutShort(path);
    return extents;
}

Result<Node> Volume::node(const Place &place, const QString &path)
{
    const auto where = locate({place.kind, quint32(m_blockSize), place.block, place.partition}, path);
    if (!where)
        return std::unexpected(where.error());
    const auto block = m_source->read(*where);
    if (!block)
        return std::unexpected(block.error());
    const auto entry = parseFileEntry(*block);
    if (!entry || where->size() > 1) // an entry lies in one piece, as do files embedded in it
        return m_source->damaged(u"%1 has no file entry"_s.arg(path));
    Node node{*entry, where->first().offset, {}};
    if (entry->content == FileEntry::Content::Embedded) {
        if (entry->length > quint64(entry->size))
            return m_source->damaged(u"%1 is longer than its place"_s.arg(path));
        appendExtent(node.extents, {node.position + entry->offset, qint64(entry->length)});
        return node;
    }
    const auto descriptors = QByteArrayView(*block).sliced(entry->offset, entry->size);
    const auto gathered
        = gather(parseDescriptors(descriptors, entry->content, place.partition), *entry, path, node.extents);
    if (!gathered)
        return std::unexpected(gathered.error());
    return node;
}

/// Follows allocation descriptors (4/12) until \a extents are as long as the file.
Result<void> Volume::gather(QList<Place> places, const FileEntry &entry, const QString &path, QList<Extent> &extents)
{
    auto left = entry.length;
    for (qsizetype i = 0; i < places.size() && left > 0; ++i) {
        auto place = places.at(i);
        if (place.kind == Place::Kind::MoreDescriptors) {
            auto more = moreDescriptors(place, entry, path);
            if (!more)
                return std::unexpected(more.error());
            places = std::move(*more);
            i = -1;
            continue;
        }
        if (place.kind != Place::Kind::Recorded) {
            return fail(Error::Code::Unsupported,
                        u"%1 cannot be read: its file %2 has holes. Copy its files into a plain image"_s.arg(
                            m_source->name(), path));
        }
        place.length = quint32(std::min<quint64>(place.length, left));
        const auto found = locate(place, path);
        if (!found)
            return std::unexpected(found.error());
        for (const auto &extent : *found)
            appendExtent(extents, extent);
        if (extents.size() > m_source->limits().extents)
            return std::unexpected(tooScatteredError(m_source->name(), m_source->limits()));
        left -= place.length;
    }
    if (left > 0)
        return m_source->damaged(u"%1 is longer than its place"_s.arg(path));
    return {};
}

/// An allocation extent descriptor (4/14.5) has those that had no room before. Chains are as long as the image's limits allow.
Result<QList<Place>> Volume::moreDescriptors(const Place &place, const FileEntry &entry, const QString &path)
{
    constexpr qsizetype head = 24;
    const auto where = locate({place.kind, quint32(m_blockSize), place.block, place.partition}, path);
    if (!where)
        return std::unexpected(where.error());
    const auto block = m_source->read(*where);
    if (!block)
        return std::unexpected(block.error());
    if (tagOf(*block) != Tag::AllocationExtent)
        return m_source->damaged(u"%1 has no place in it"_s.arg(path));
    const LittleEndian fields(*block);
    return parseDescriptors(fields.bytes(head, fields.u32(20)), entry.content, place.partition);
}

} // namespace Benchboot::Udf
