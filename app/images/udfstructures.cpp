// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/udfstructures.h"

#include "core/littleendian.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Benchboot::Udf {
namespace {

constexpr qsizetype tagSize = 16;
constexpr qsizetype icbTag = 16; // follows the descriptor's tag
constexpr quint32 lengthMask = 0x3fffffff; // the two bits above say what kind of extent it is

Place placeOf(quint32 length, quint32 block, quint16 partition)
{
    return {Place::Kind(length >> 30), length & lengthMask, block, partition};
}

/// A timestamp (ECMA-167 1/7.3): type and zone, year, month, day, hour, minute, second. The zone is in minutes, −2047: none.
qint64 secondsOf(QByteArrayView bytes)
{
    const LittleEndian fields(bytes);
    const auto zoneBits = fields.u16(0) & 0x0fff;
    const int zone = zoneBits >= 0x800 ? zoneBits - 0x1000 : zoneBits;
    const QDate date(qint16(fields.u16(2)), fields.u8(4), fields.u8(5));
    const QTime time(fields.u8(6), fields.u8(7), fields.u8(8));
    if (!date.isValid() || !time.isValid())
        return 0;
    constexpr int secondsPerMinute = 60;
    const auto local = QDateTime(date, time, QTimeZone::UTC).toSecsSinceEpoch();
    return zone < -1440 || zone > 1440 ? local : local - zone * secondsPerMinute;
}

} // namespace

Tag tagOf(QByteArrayView bytes)
{
    if (bytes.size() < tagSize)
        return Tag::None;
    quint8 sum = 0;
    for (qsizetype i = 0; i < tagSize; ++i) {
        if (i != 4)
            sum = quint8(sum + quint8(bytes[i]));
    }
    return sum == quint8(bytes[4]) ? Tag(LittleEndian(bytes).u16(0)) : Tag::None;
}

Place longDescriptor(QByteArrayView bytes)
{
    const LittleEndian fields(bytes);
    return placeOf(fields.u32(0), fields.u32(4), fields.u16(8));
}

std::optional<FileEntry> parseFileEntry(QByteArrayView block)
{
    const auto tag = tagOf(block);
    const bool isExtended = tag == Tag::ExtendedFileEntry;
    if (!isExtended && tag != Tag::FileEntry)
        return std::nullopt;
    constexpr quint16 directStrategy = 4; // UDF 2.3.5.1; 4096 is for write-once media
    const LittleEndian fields(block);
    if (fields.u16(icbTag + 4) != directStrategy)
        return std::nullopt;
    FileEntry entry;
    entry.type = fields.u8(icbTag + 11);
    switch (fields.u16(icbTag + 18) & 7) {
    case 0:
        entry.content = FileEntry::Content::ShortDescriptors;
        break;
    case 1:
        entry.content = FileEntry::Content::LongDescriptors;
        break;
    case 3:
        entry.content = FileEntry::Content::Embedded;
        break;
    default:
        return std::nullopt; // UDF 2.3.10 allows no others
    }
    entry.length = fields.u64(56);
    entry.modified = secondsOf(fields.bytes(isExtended ? 92 : 84, 12));
    const qsizetype head = isExtended ? 216 : 176;
    entry.offset = head + qsizetype(fields.u32(head - 8)); // extended attributes come before
    entry.size = qsizetype(fields.u32(head - 4));
    if (entry.offset > block.size() || entry.size > block.size() - entry.offset)
        return std::nullopt;
    return entry;
}

QList<Place> parseDescriptors(QByteArrayView bytes, FileEntry::Content kind, quint16 partition)
{
    QList<Place> places;
    const qsizetype step = kind == FileEntry::Content::ShortDescriptors ? 8 : 16;
    for (qsizetype at = 0; bytes.size() - at >= step; at += step) {
        const LittleEndian fields(bytes.sliced(at, step));
        const auto place = placeOf(fields.u32(0), fields.u32(4),
                                   kind == FileEntry::Content::ShortDescriptors ? partition : fields.u16(8));
        if (place.length == 0)
            break;
        places.append(place);
    }
    return places;
}

std::optional<FileIdentifier> parseFileIdentifier(QByteArrayView bytes)
{
    constexpr qsizetype head = 38;
    if (tagOf(bytes) != Tag::FileIdentifier || bytes.size() < head)
        return std::nullopt;
    const LittleEndian fields(bytes);
    const auto flags = fields.u8(18);
    const qsizetype nameLength = fields.u8(19);
    const qsizetype nameAt = head + fields.u16(36); // implementation's own data come before
    FileIdentifier identifier;
    identifier.size = (nameAt + nameLength + 3) / 4 * 4;
    if (nameAt + nameLength > bytes.size())
        return std::nullopt;
    identifier.isFolder = flags & 0x02;
    identifier.isDeleted = flags & 0x04;
    identifier.isParent = flags & 0x08;
    identifier.place = longDescriptor(fields.bytes(20, 16));
    identifier.name = decodeText(fields.bytes(nameAt, nameLength));
    return identifier;
}

QString decodeText(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    const auto text = bytes.sliced(1);
    if (bytes[0] == 8)
        return QString::fromLatin1(text);
    if (bytes[0] != 16)
        return {};
    QString decoded;
    decoded.reserve(text.size() / 2);
    for (qsizetype i = 0; i + 1 < text.size(); i += 2)
        decoded += QChar(qFromBigEndian<quint16>(text.data() + i));
    return decoded;
}

QString decodeField(QByteArrayView field)
{
    if (field.isEmpty())
        return {};
    const auto used = qMin(qsizetype(quint8(field.back())), field.size() - 1);
    return decodeText(field.first(used));
}

QString decodeLink(QByteArrayView bytes)
{
    constexpr qsizetype head = 4;
    QStringList parts;
    bool isAbsolute = false;
    while (bytes.size() >= head) {
        const auto type = quint8(bytes[0]);
        const auto length = qMin(qsizetype(quint8(bytes[1])), bytes.size() - head);
        switch (type) { // 4/14.16.1.1
        case 1:
        case 2:
            isAbsolute = true;
            parts.clear();
            break;
        case 3:
            parts.append(u".."_s);
            break;
        case 4:
            parts.append(u"."_s);
            break;
        default:
            parts.append(decodeText(bytes.sliced(head, length)));
        }
        bytes = bytes.sliced(head + length);
    }
    return (isAbsolute ? u"/"_s : QString()) + parts.join(u'/');
}

} // namespace Benchboot::Udf
