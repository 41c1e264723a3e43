// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/udffixture.h"

#include <QStringList>
#include <QtEndian>

namespace Benchboot::Tests {
namespace {

constexpr quint32 sequenceBlock = 257;
constexpr quint32 partitionBlock = 288;
constexpr quint32 metadataPieces[] = {32, 256}; // first blocks in the physical partition
constexpr quint32 pieceSize = 192; // blocks

template <typename T>
void set(QByteArray &bytes, qsizetype at, T value)
{
    qToLittleEndian<T>(value, bytes.data() + at);
}

quint16 crcOf(QByteArrayView bytes) // ECMA-167 1/7.2.6
{
    quint16 crc = 0;
    for (const auto byte : bytes) {
        crc = quint16(crc ^ (quint8(byte) << 8));
        for (int bit = 0; bit < 8; ++bit)
            crc = quint16(crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1);
    }
    return crc;
}

/// Fills the tag in the first 16 bytes of \a body in.
QByteArray tagged(quint16 id, quint32 location, QByteArray body)
{
    set<quint16>(body, 0, id);
    set<quint16>(body, 2, 3);
    set<quint16>(body, 8, crcOf(QByteArrayView(body).sliced(16)));
    set<quint16>(body, 10, quint16(body.size() - 16));
    set<quint32>(body, 12, location);
    quint8 sum = 0;
    for (int i = 0; i < 16; ++i)
        sum = quint8(sum + (i == 4 ? 0 : quint8(body[i])));
    body[4] = char(sum);
    return body;
}

QByteArray compressed(const QString &text)
{
    QByteArray bytes("\x10", 1);
    for (const auto character : text) {
        bytes += char(character.unicode() >> 8);
        bytes += char(character.unicode() & 0xff);
    }
    return text.isEmpty() ? QByteArray() : bytes;
}

void setField(QByteArray &bytes, qsizetype at, qsizetype size, const QString &text)
{
    const auto value = compressed(text);
    bytes.replace(at, value.size(), value);
    bytes[at + size - 1] = char(value.size());
}

QByteArray longDescriptor(quint32 length, quint32 block, quint16 partition)
{
    QByteArray bytes(16, '\0');
    set(bytes, 0, length);
    set(bytes, 4, block);
    set(bytes, 8, partition);
    return bytes;
}

QByteArray shortDescriptor(quint32 length, quint32 block)
{
    QByteArray bytes(8, '\0');
    set(bytes, 0, length);
    set(bytes, 4, block);
    return bytes;
}

void setDomain(QByteArray &bytes, qsizetype at, const char *name, quint16 revision)
{
    bytes.replace(at + 1, qsizetype(qstrlen(name)), name);
    set(bytes, at + 24, revision);
}

} // namespace

void UdfFixture::put(qsizetype position, const QByteArray &bytes)
{
    const auto end = (position + bytes.size() + blockSize - 1) / blockSize * blockSize;
    if (m_image.size() < end)
        m_image.append(end - m_image.size(), '\0');
    m_image.replace(position, bytes.size(), bytes);
}

quint32 UdfFixture::firstPiece() const { return isMetadataInPieces ? 2 : pieceSize; }

qsizetype UdfFixture::positionOf(const Place &place) const
{
    auto block = place.block;
    if (place.partition == 1)
        block = block < firstPiece() ? metadataPieces[0] + block : metadataPieces[1] + block - firstPiece();
    return (qsizetype(partitionBlock) + block) * blockSize;
}

UdfFixture::Place UdfFixture::nextEntryBlock()
{
    if (hasMetadataPartition)
        return {m_nextEntry++, 1};
    return {m_nextBlock++, 0};
}

/// Writes \a content and answers its allocation descriptors.
QByteArray UdfFixture::descriptorsOf(const QByteArray &content, Kind kind, quint16 partition)
{
    QByteArray descriptors;
    if (kind == Kind::Plain || kind == Kind::Hole) {
        const auto size = quint32(content.size()) | (kind == Kind::Hole ? 1u << 30 : 0);
        descriptors = longDescriptor(size, m_nextBlock, partition);
        put(positionOf({m_nextBlock, partition}), content);
        m_nextBlock += quint32((content.size() + blockSize - 1) / blockSize);
        return descriptors;
    }
    for (qsizetype at = 0; at < content.size(); at += blockSize) {
        const auto piece = content.mid(at, blockSize);
        descriptors += longDescriptor(quint32(piece.size()), m_nextBlock, partition);
        put(positionOf({m_nextBlock, partition}), piece);
        m_nextBlock += 2;
    }
    if (kind == Kind::Pieces)
        return descriptors;
    // Chain: one descriptor stays, the others follow in an allocation extent.
    QByteArray more(24, '\0');
    more += descriptors.sliced(16);
    set<quint32>(more, 20, quint32(descriptors.size() - 16));
    const auto block = m_nextBlock++;
    put(positionOf({block, partition}), tagged(258, block, more));
    return descriptors.first(16) + longDescriptor(quint32(blockSize) | 3u << 30, block, partition);
}

UdfFixture::Place UdfFixture::writeFile(quint8 type, const QByteArray &content, Kind kind, Place place)
{
    const bool isEmbedded = kind == Kind::Embedded || kind == Kind::Link;
    const auto inside = isEmbedded ? content : descriptorsOf(content, kind, 0);
    QByteArray entry(216, '\0');
    set<quint16>(entry, 16 + 4, 4);
    set<quint16>(entry, 16 + 8, 1);
    entry[16 + 11] = char(type);
    set<quint16>(entry, 16 + 18, isEmbedded ? 3 : 1);
    set<quint16>(entry, 48, 1);
    set<quint64>(entry, 56, quint64(content.size()));
    set<quint64>(entry, 64, quint64(content.size()));
    // Modified 2024-05-06 07:08:09, an hour east of Greenwich
    set<quint16>(entry, 92, 0x1000 | 60);
    set<quint16>(entry, 94, 2024);
    entry.replace(96, 5, QByteArray("\x05\x06\x07\x08\x09", 5));
    set<quint32>(entry, 212, quint32(inside.size()));
    put(positionOf(place), tagged(266, place.block, entry + inside));
    return place;
}

UdfFixture::Place UdfFixture::writeFolder(const QString &prefix, const Place &parent)
{
    const auto place = nextEntryBlock();
    QByteArray content;
    const auto addName = [&](const QString &name, quint8 flags, const Place &where) {
        const auto text = compressed(name);
        QByteArray identifier(38, '\0');
        set<quint16>(identifier, 16, 1);
        identifier[18] = char(flags);
        identifier[19] = char(text.size());
        identifier.replace(20, 16, longDescriptor(quint32(blockSize), where.block, where.partition));
        identifier += text;
        identifier.append((4 - identifier.size() % 4) % 4, '\0');
        content += tagged(257, place.block, identifier);
    };
    addName({}, 0x0a, prefix.isEmpty() ? place : parent);
    QStringList seen;
    for (const auto &item : std::as_const(m_items)) {
        if (!item.path.startsWith(prefix))
            continue;
        const auto rest = item.path.sliced(prefix.size());
        const auto name = rest.section(u'/', 0, 0);
        if (seen.contains(name))
            continue;
        if (name != rest) {
            seen.append(name);
            addName(name, 0x02, writeFolder(prefix + name + u'/', place));
        } else if (item.kind == Kind::Link) {
            const auto target = compressed(QString::fromUtf8(item.content));
            const char head[] = {5, char(target.size()), 0, 0};
            addName(name, 0, writeFile(12, QByteArray(head, 4) + target, item.kind, nextEntryBlock()));
        } else {
            addName(name, 0, writeFile(5, item.content, item.kind, nextEntryBlock()));
        }
    }
    return writeFile(4, content, folders, place);
}

void UdfFixture::writeVolume(const Place &files, const Place &root)
{
    const quint16 revision = hasMetadataPartition ? 0x0250 : 0x0201;
    constexpr qsizetype recognition = 32768;
    const auto step = qMax<qsizetype>(2048, blockSize);
    put(recognition, QByteArray("\0BEA01\1", 7));
    put(recognition + step, QByteArray("\0NSR03\1", 7));
    put(recognition + 2 * step, QByteArray("\0TEA01\1", 7));

    QByteArray primary(512, '\0');
    setField(primary, 24, 32, label);
    QByteArray partition(512, '\0');
    set<quint32>(partition, 16, 1);
    setDomain(partition, 24, "+NSR03", 0);
    set<quint32>(partition, 184, 1);
    set<quint32>(partition, 188, partitionBlock);
    set<quint32>(partition, 192, quint32(m_image.size() / blockSize) - partitionBlock);
    QByteArray maps("\1\6\1\0\0\0", 6);
    if (hasMetadataPartition) {
        QByteArray map(64, '\0');
        map[0] = 2;
        map[1] = 64;
        setDomain(map, 4, "*UDF Metadata Partition", revision);
        set<quint16>(map, 36, 1);
        set<quint32>(map, 40, 4);
        set<quint32>(map, 44, 5);
        maps += map;
    }
    QByteArray logical(440, '\0');
    set<quint32>(logical, 16, 2);
    setField(logical, 84, 128, label);
    set<quint32>(logical, 212, quint32(blockSize));
    setDomain(logical, 216, "*OSTA UDF Compliant", revision);
    logical.replace(248, 16, longDescriptor(quint32(blockSize), files.block, files.partition));
    set<quint32>(logical, 264, quint32(maps.size()));
    set<quint32>(logical, 268, hasMetadataPartition ? 2 : 1);
    QByteArray fileSet(512, '\0');
    setDomain(fileSet, 416, "*OSTA UDF Compliant", revision);
    fileSet.replace(400, 16, longDescriptor(quint32(blockSize), root.block, root.partition));
    put(positionOf(files), tagged(256, files.block, fileSet));

    quint32 block = sequenceBlock;
    const auto describe = [&](quint16 id, const QByteArray &body) {
        put(block * blockSize, tagged(id, block, body));
        ++block;
    };
    describe(1, primary);
    describe(5, partition);
    describe(6, logical + maps);
    describe(8, QByteArray(512, '\0'));
    QByteArray anchor(512, '\0');
    set<quint32>(anchor, 16, quint32(16 * blockSize));
    set<quint32>(anchor, 20, sequenceBlock);
    set<quint32>(anchor, 24, quint32(16 * blockSize));
    set<quint32>(anchor, 28, sequenceBlock);
    const auto end = quint32(m_image.size() / blockSize);
    put(256 * blockSize, tagged(2, 256, anchor));
    put(end * blockSize, tagged(2, end, anchor));
}

/// The metadata file and its mirror, whose descriptors say where the partition is.
void UdfFixture::writeMetadataFile()
{
    auto descriptors = shortDescriptor(firstPiece() * quint32(blockSize), metadataPieces[0]);
    if (isMetadataInPieces)
        descriptors += shortDescriptor(pieceSize * quint32(blockSize), metadataPieces[1]);
    QByteArray entry(216, '\0');
    set<quint16>(entry, 16 + 4, 4);
    set<quint16>(entry, 16 + 8, 1);
    set<quint64>(entry, 56, quint64((firstPiece() + (isMetadataInPieces ? pieceSize : 0)) * blockSize));
    set<quint32>(entry, 212, quint32(descriptors.size()));
    for (quint32 block : {4u, 5u}) {
        entry[16 + 11] = char(block == 4 ? 250 : 251);
        put(positionOf({block, 0}), tagged(266, block, entry + descriptors));
    }
}

QByteArray UdfFixture::make()
{
    m_image.clear();
    m_nextEntry = 0;
    m_nextBlock = hasMetadataPartition ? metadataPieces[1] + pieceSize : 0;
    const auto files = nextEntryBlock();
    const auto root = writeFolder({}, {});
    put((qsizetype(partitionBlock) + m_nextBlock + 1) * blockSize, QByteArray(1, '\0'));
    if (hasMetadataPartition)
        writeMetadataFile();
    writeVolume(files, root);
    return m_image;
}

} // namespace Benchboot::Tests
