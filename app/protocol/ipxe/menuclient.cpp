// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ipxe/menuscript.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Ipxe {
namespace {

constexpr qsizetype longestValue = 128;
constexpr int mostParameters = 32;

QString decodedValue(QByteArrayView raw)
{
    auto text = QString::fromUtf8(QByteArray::fromPercentEncoding(raw.toByteArray()));
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return text.first(std::min(text.size(), longestValue)).trimmed();
}

quint32 littleEndian(const QString &hex)
{
    const auto bytes = QByteArray::fromHex(hex.toLatin1());
    return bytes.size() == 4 ? qFromLittleEndian<quint32>(bytes.constData()) : 0;
}

/// An SMBIOS memory array mapped address (type 19): first and last KiB as raw little-endian hex, "START-END".
int memoryFrom(const QString &range)
{
    const auto parts = range.split(u'-');
    if (parts.size() != 2 || parts.at(1).size() != 8)
        return 0;
    const qint64 first = littleEndian(parts.at(0));
    const qint64 last = littleEndian(parts.at(1));
    constexpr qint64 extendedAddresses = 0xffffffff;
    return last > first && last != extendedAddresses ? int((last - first + 1) / 1024) : 0;
}

} // namespace

MenuClient menuClientFromQuery(QByteArrayView query)
{
    MenuClient client;
    int seen = 0;
    for (qsizetype start = 0; start <= query.size() && seen < mostParameters; ++seen) {
        const auto separator = query.indexOf('&', start);
        const auto end = separator < 0 ? query.size() : separator;
        const auto pair = query.sliced(start, end - start);
        start = end + 1;
        const auto equals = pair.indexOf('=');
        if (equals < 0)
            continue;
        const auto key = pair.first(equals);
        const auto value = decodedValue(pair.sliced(equals + 1));
        if (key == "platform")
            client.platform = value;
        else if (key == "buildarch")
            client.architecture = value;
        else if (key == "mac")
            client.mac = macAddress(value);
        else if (key == "uuid")
            client.uuid = value;
        else if (key == "manufacturer")
            client.manufacturer = value;
        else if (key == "product")
            client.product = value;
        else if (key == "serial")
            client.serial = value;
        else if (key == "memory")
            client.memoryMiB += memoryFrom(value);
    }
    return client;
}

QString macAddress(const QString &text)
{
    static const QRegularExpression pattern(u"^([0-9a-f]{2}:){5}[0-9a-f]{2}\\z"_s);
    const auto lower = text.toLower();
    return pattern.match(lower).hasMatch() ? lower : QString();
}

Firmwares firmwareOf(const MenuClient &client)
{
    if (client.platform == u"pcbios")
        return Firmware::Bios;
    if (client.platform != u"efi")
        return {};
    if (client.architecture == u"i386")
        return Firmware::EfiIa32;
    if (client.architecture == u"x86_64")
        return Firmware::EfiX64;
    if (client.architecture == u"arm64")
        return Firmware::EfiArm64;
    return Firmware::EfiIa32 | Firmware::EfiX64 | Firmware::EfiArm64;
}

} // namespace Benchboot::Ipxe
