// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/options.h"

#include "core/bytereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

/// The decimal number between \a marker and the next colon or the end of \a text.
template <typename T>
std::optional<T> numberAfter(QByteArrayView text, QByteArrayView marker)
{
    const auto at = text.indexOf(marker);
    if (at < 0)
        return std::nullopt;
    auto digits = text.sliced(at + marker.size());
    if (const auto colon = digits.indexOf(':'); colon >= 0)
        digits = digits.first(colon);
    constexpr qsizetype mostDigits = 6;
    const bool plain = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (digits.isEmpty() || digits.size() > mostDigits || !plain)
        return std::nullopt;
    const auto value = digits.toUInt();
    return value <= std::numeric_limits<T>::max() ? std::optional(T(value)) : std::nullopt;
}

/// The items of \a value read as RFC 3004 has them; nothing where the lengths do not add up.
std::optional<QList<QByteArray>> prefixedItems(QByteArrayView value)
{
    QList<QByteArray> items;
    ByteReader reader(value);
    while (!reader.atEnd()) {
        const auto length = reader.u8();
        const auto item = length && *length > 0 ? reader.bytes(*length) : std::nullopt;
        if (!item)
            return std::nullopt;
        items.append(item->toByteArray());
    }
    return items;
}

} // namespace

std::optional<MessageType> parseMessageType(QByteArrayView value)
{
    if (value.size() != 1 || quint8(value.front()) < quint8(MessageType::Discover)
        || quint8(value.front()) > quint8(MessageType::Inform)) {
        return std::nullopt;
    }
    return MessageType(value.front());
}

Result<QList<quint16>> parseArchitectures(QByteArrayView value)
{
    if (value.isEmpty() || value.size() % 2 != 0)
        return fail(Error::Code::Malformed,
                    u"Option 93 holds pairs of bytes, this one has %1 bytes"_s.arg(value.size()));
    QList<quint16> architectures;
    ByteReader reader(value);
    while (const auto architecture = reader.u16())
        architectures.append(*architecture);
    return architectures;
}

QByteArray serialiseArchitectures(const QList<quint16> &architectures)
{
    ByteWriter writer;
    for (const auto architecture : architectures)
        writer.u16(architecture);
    return writer.take();
}

VendorClass parseVendorClass(QByteArrayView value)
{
    VendorClass result;
    if (value.startsWith("PXEClient"))
        result.kind = VendorClass::Kind::Pxe;
    else if (value.startsWith("HTTPClient"))
        result.kind = VendorClass::Kind::Http;
    else if (value.startsWith("AAPLBSDPC"))
        result.kind = VendorClass::Kind::Apple;
    if (result.kind != VendorClass::Kind::Pxe && result.kind != VendorClass::Kind::Http)
        return result;
    result.architecture = numberAfter<quint16>(value, ":Arch:");
    result.undi = numberAfter<quint32>(value, ":UNDI:");
    return result;
}

QList<QByteArray> parseUserClasses(QByteArrayView value)
{
    // iPXE sends the four bytes "iPXE" without a length. 'i' read as a length is 105, so that the two forms cannot be
    // confused there.
    return prefixedItems(value).value_or(QList{value.toByteArray()});
}

QByteArray serialiseUserClasses(const QList<QByteArray> &items)
{
    ByteWriter writer;
    for (const auto &item : items) {
        Q_ASSERT(!item.isEmpty() && item.size() <= 255);
        writer.u8(quint8(item.size())).bytes(item);
    }
    return writer.take();
}

Result<BootItem> parseBootItem(QByteArrayView value)
{
    ByteReader reader(value);
    const auto type = reader.u16();
    const auto layer = reader.u16();
    if (!type || !layer || !reader.atEnd())
        return fail(Error::Code::Malformed, u"A PXE boot item has 4 bytes, this one %1"_s.arg(value.size()));
    return BootItem{*type, *layer};
}

QByteArray serialiseBootItem(BootItem item) { return ByteWriter().u16(item.type).u16(item.layer).take(); }

std::optional<quint32> parseInterfaceVersion(QByteArrayView value)
{
    ByteReader reader(value);
    (void)reader.u8(); // its type: 1 is UNDI, and nothing else was ever registered
    const auto major = reader.u8();
    const auto minor = reader.u8();
    return major && minor && reader.atEnd() ? std::optional(quint32(*major) * 1000 + *minor) : std::nullopt;
}

bool isMachineIdentifier(QByteArrayView value)
{
    constexpr qsizetype typeAndGuid = 17;
    return value.size() == typeAndGuid && value.front() == 0;
}

} // namespace Benchboot::Dhcp
