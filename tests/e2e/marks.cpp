// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/marks.h"

#include <QtEndian>

namespace Benchboot::E2e {

namespace {

constexpr size_t ethernetHeader = 14;
constexpr size_t udpHeader = 8;
constexpr size_t dhcpFixedPart = 240; // RFC 2131 §2: up to and with the magic cookie

/// The UDP datagram in an Ethernet frame that holds an unfragmented IPv4 packet; empty otherwise.
std::span<uchar> udpDatagram(std::span<uchar> frame)
{
    if (frame.size() < ethernetHeader + 20 || qFromBigEndian<quint16>(&frame[12]) != 0x0800)
        return {};
    const auto packet = frame.subspan(ethernetHeader);
    const size_t header = size_t(packet[0] & 0x0f) * 4;
    const size_t length = qFromBigEndian<quint16>(&packet[2]);
    const bool fragment = (qFromBigEndian<quint16>(&packet[6]) & 0x3fff) != 0;
    const bool fits = header >= 20 && length >= header + udpHeader && length <= packet.size();
    if (packet[0] >> 4 != 4 || packet[9] != 17 || fragment || !fits)
        return {};
    return packet.subspan(header, length - header);
}

/// Replaces one byte and mends the checksum by the difference (RFC 1624 §3).
void replaceByte(std::span<uchar> udp, size_t position, uchar value)
{
    const size_t word = position & ~size_t(1);
    const auto wordAt = [&] { return quint32(udp[word] << 8 | (word + 1 < udp.size() ? udp[word + 1] : 0)); };
    const auto before = wordAt();
    udp[position] = value;
    const auto checksum = qFromBigEndian<quint16>(&udp[6]);
    if (checksum == 0) // RFC 768: none was made
        return;
    quint32 sum = (~checksum & 0xffffU) + (~before & 0xffffU) + wordAt();
    sum = (sum & 0xffff) + (sum >> 16);
    sum = (sum & 0xffff) + (sum >> 16);
    const auto mended = quint16(~sum);
    qToBigEndian<quint16>(mended == 0 ? 0xffff : mended, &udp[6]);
}

void hideOptions(std::span<uchar> udp)
{
    for (size_t at = udpHeader + dhcpFixedPart; at < udp.size() && udp[at] != 255;) {
        if (udp[at] == 0) {
            ++at;
            continue;
        }
        if (at + 1 >= udp.size())
            return;
        const size_t next = at + 2 + udp[at + 1];
        if (udp[at] == MarkHider::userClass)
            replaceByte(udp, at, MarkHider::hiddenUserClass);
        else if (udp[at] == MarkHider::ipxeOptions)
            replaceByte(udp, at, MarkHider::hiddenIpxeOptions);
        at = next;
    }
}

} // namespace

void MarkHider::onFrameFromClient(std::span<uchar> frame)
{
    if (m_done)
        return;
    const auto udp = udpDatagram(frame);
    if (udp.empty())
        return;
    const auto port = qFromBigEndian<quint16>(&udp[2]);
    if (port == 69)
        m_done = true;
    else if (port == 67 || port == 4011)
        hideOptions(udp);
}

} // namespace Benchboot::E2e
