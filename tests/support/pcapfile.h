// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bytereader.h"
#include "core/error.h"
#include "core/ipv4.h"

#include <QFile>
#include <QList>

namespace Benchboot {

/// A UDP datagram of a capture.
struct CapturedDatagram
{
    Ipv4 source;
    quint16 sourcePort = 0;
    Ipv4 destination;
    quint16 destinationPort = 0;
    QByteArray payload;
};

/// The datagram in \a frame: Ethernet II, IPv4 without fragments, UDP; nothing where \a frame is anything else.
inline std::optional<CapturedDatagram> datagramIn(QByteArrayView frame)
{
    constexpr qsizetype macAddresses = 12;
    ByteReader ethernet(frame);
    if (!ethernet.bytes(macAddresses) || ethernet.u16() != 0x0800 || ethernet.remaining() < 20)
        return std::nullopt;
    const auto packet = frame.sliced(ethernet.position());
    const qsizetype headerSize = (quint8(packet[0]) & 0x0f) * 4;
    const auto totalSize = qsizetype(qFromBigEndian<quint16>(packet.data() + 2));
    const bool udp = packet[9] == 17 && (qFromBigEndian<quint16>(packet.data() + 6) & 0x3fff) == 0;
    if (!udp || headerSize < 20 || totalSize < headerSize + 8 || totalSize > packet.size())
        return std::nullopt;
    const auto address = [&](qsizetype at) { return Ipv4{qFromBigEndian<quint32>(packet.data() + at)}; };
    const auto port = [&](qsizetype at) { return qFromBigEndian<quint16>(packet.data() + headerSize + at); };
    return CapturedDatagram{address(12), port(0), address(16), port(2),
                            packet.first(totalSize).sliced(headerSize + 8).toByteArray()};
}

/// The UDP datagrams in a file of libpcap's classic format: microseconds, little-endian, Ethernet.
inline Result<QList<CapturedDatagram>> readPcap(const QString &path)
{
    constexpr qsizetype fileHeader = 24;
    constexpr qsizetype recordHeader = 16;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Io, path + QStringLiteral(": ") + file.errorString());
    const auto content = file.readAll();
    ByteReader reader(content);
    const auto head = reader.bytes(fileHeader);
    if (!head || !head->startsWith("\xd4\xc3\xb2\xa1") || (*head)[20] != 1)
        return fail(Error::Code::Malformed, path + QStringLiteral(" is no capture of Ethernet frames"));
    QList<CapturedDatagram> datagrams;
    while (!reader.atEnd()) {
        const auto record = reader.bytes(recordHeader);
        const auto frame = record ? reader.bytes(qFromLittleEndian<quint32>(record->data() + 8)) : std::nullopt;
        if (!frame)
            return fail(Error::Code::Truncated, path + QStringLiteral(" ends within a packet"));
        if (auto datagram = datagramIn(*frame))
            datagrams.append(*std::move(datagram));
    }
    return datagrams;
}

} // namespace Benchboot
