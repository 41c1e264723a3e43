// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dhcp/client.h"
#include "protocol/dhcp/message.h"
#include "protocol/dhcp/offermethod.h"
#include "protocol/servedlab.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace Benchboot::Dhcp {

inline constexpr quint16 serverPort = 67;
inline constexpr quint16 clientPort = 68;
inline constexpr quint16 bootServerPort = 4011;

struct Endpoint
{
    Ipv4 address;
    quint16 port = 0;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// How a datagram came in.
struct Arrival
{
    enum class Port { Dhcp, BootServer };
    Port port = Port::Dhcp;
    Endpoint source; ///< of the IP packet; 0.0.0.0 while the client has no address
    Ipv4 ourAddress; ///< of the card that it came in on
    /// The port that our DHCP socket has. Any other than 67 is a test's: every reply then goes back to where the
    /// request came from, since a test has neither port 68 nor a broadcast domain.
    quint16 dhcpPort = serverPort;
};

/// What to send. It leaves from the socket, the card and the address that the request came in on.
struct Reply
{
    QByteArray datagram;
    Endpoint destination;
    QString target; ///< loader or URL that the client is given
};

/// Why nothing is sent.
struct Silence
{
    enum class Kind {
        NotOurs, ///< plain DHCP traffic; not worth a word
        Expected, ///< part of every network boot, but not for us to answer
        Ignored, ///< a network boot client that is not served
        Misconfigured, ///< we should have answered and cannot
    };
    Kind kind = Kind::NotOurs;
    QString reason; ///< part of an English sentence without a full stop; empty for NotOurs
};

using Decision = std::variant<Reply, Silence>;

/// What a ProxyDHCP server answers to \a request: PXE 2.1 §2.2, RFC 4578, UEFI HTTP Boot, and the habits of firmware
/// and of iPXE. Never offers an address, never answers what another server was asked, and never sends to a place that
/// the request did not come from, except by broadcast on the card and to a relay in the lab's subnet. Pure: no state,
/// no I/O.
/// \param client  describeClient(request).
/// \param method  how to offer, and which of the loaders for the client's architecture.
[[nodiscard]] Decision decide(const Message &request, const Client &client, const Arrival &arrival,
                              const ServedLab &lab, const OfferMethod &method);

} // namespace Benchboot::Dhcp
