// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/rarsums.h"

#include "core/bytereader.h"

#include <limits>

namespace Benchboot {
namespace {

constexpr quint64 fileType = 2;

/// Numbers off the front of a header, one after the other. Behind its end they are 0, and isGood() says so.
class Fields
{
public:
    explicit Fields(QByteArrayView bytes) : m_reader(bytes) { }

    [[nodiscard]] quint64
    number() ///< seven bits to a byte, the lowest ones first; the last one's eighth bit is not set
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = m_reader.u8().value_or(0xff);
            value |= quint64(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return value;
        }
        m_isGood = false;
        return 0;
    }
    [[nodiscard]] quint32 fixed()
    {
        const auto bytes = m_reader.bytes(4);
        m_isGood = m_isGood && bytes;
        return bytes ? qFromLittleEndian<quint32>(bytes->data()) : 0;
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] qsizetype position() const { return m_reader.position(); }

private:
    ByteReader m_reader;
    bool m_isGood = true;
};

/// \a fields from a file's own flags on.
std::optional<quint32> storedSumOf(Fields &fields)
{
    constexpr quint64 isFolder = 1;
    constexpr quint64 hasTime = 2;
    constexpr quint64 hasSum = 4;
    constexpr quint64 method = 0x380; // 0: stored
    const auto flags = fields.number();
    (void)fields.number(); // size
    (void)fields.number(); // attributes
    if (flags & hasTime)
        (void)fields.fixed();
    const auto sum = flags & hasSum ? fields.fixed() : 0;
    const bool isStored = (fields.number() & method) == 0;
    return (flags & hasSum) && !(flags & isFolder) && isStored ? std::optional(sum) : std::nullopt;
}

} // namespace

std::optional<RarBlock> parseRarBlock(QByteArrayView head)
{
    constexpr quint64 hasExtra = 1;
    constexpr quint64 hasData = 2;
    constexpr auto most = quint64(std::numeric_limits<qint64>::max() / 4);
    Fields fields(head);
    (void)fields.fixed(); // the header's own sum, which libarchive compares
    const auto headerSize = fields.number();
    const auto before = quint64(fields.position());
    const auto type = fields.number();
    const auto flags = fields.number();
    if (flags & hasExtra)
        (void)fields.number();
    const auto dataSize = flags & hasData ? fields.number() : 0;
    if (!fields.isGood() || headerSize == 0 || headerSize > most || dataSize > most)
        return std::nullopt;
    RarBlock block{.size = before + headerSize + dataSize, .isFile = type == fileType, .storedSum = {}};
    if (block.isFile)
        block.storedSum = storedSumOf(fields);
    return fields.isGood() ? std::optional(block) : std::nullopt;
}

std::optional<quint32> RarSums::next()
{
    for (;;) {
        const auto head = readExtents(m_archive->get(), {{m_position, rarHeadSize}}, 0, rarHeadSize);
        const auto block = parseRarBlock(head);
        if (!block || block->size > quint64(std::numeric_limits<qint64>::max() - m_position))
            return std::nullopt;
        m_position += qint64(block->size);
        if (block->isFile)
            return block->storedSum;
    }
}

} // namespace Benchboot
