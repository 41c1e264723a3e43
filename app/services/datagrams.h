// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/ipv4.h"

#include <QByteArrayView>

#include <optional>
#include <span>

namespace Benchboot {

/// A datagram that arrived on a socket of openUdpSocket().
struct Datagram
{
    QByteArrayView payload; ///< points into the caller's buffer
    Ipv4 source;
    quint16 sourcePort = 0;
    Ipv4 destination; ///< as in the IP header: one of our addresses or a broadcast
    int interface = 0; ///< kernel's index of the card that it came in on; 0: unknown
    bool truncated = false; ///< was longer than the buffer
};

/// The next datagram that waits on \a socket, read into \a buffer; nothing where none waits. Never blocks.
[[nodiscard]] std::optional<Datagram> receiveDatagram(int socket, std::span<char> buffer);

/// Where a datagram is sent from and to. The card is always given: without it a broadcast needs a default route, and
/// with several cards the kernel would choose the source address.
struct Route
{
    int interface = 0;
    Ipv4 source; ///< one of the card's addresses
    Ipv4 destination;
    quint16 port = 0; ///< of the destination
};

/// Sends \a payload at once or not at all. \return Io with the operating system's reason.
[[nodiscard]] Result<void> sendDatagram(int socket, const Route &route, QByteArrayView payload);

} // namespace Benchboot
