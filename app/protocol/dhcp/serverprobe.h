// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networkcard.h"
#include "protocol/dhcp/message.h"

#include <QList>
#include <QString>

#include <optional>

namespace Benchboot::Dhcp {

/// A DISCOVER of our own that makes the other DHCP and PXE servers of a card's network speak up: that of a UEFI PC, as if \a card were a relay
/// agent. Servers answer relays at their port 67 (RFC 2131 §4.1), which is ours already, so neither port 68 nor a raw socket is needed.
/// The hardware address is made of the card's, locally administered, so that a server keeps at most one address for us, for a minute.
/// \param transaction  by which the replies are known.
[[nodiscard]] QByteArray probeDatagram(const NetworkCard &card, quint32 transaction);

/// What one reply to a probe tells of the server that sent it.
struct ServerSighting
{
    Ipv4 server; ///< as option 54 says, else where the packet came from
    bool handsOutAddresses = false;
    bool pxe = false; ///< answers as a PXE server (option 60)
    QString bootFile; ///< of the file field or option 67
    Ipv4 nextServer; ///< siaddr, where it is given beside a boot file or is neither the server nor us
    bool switchesProxiesOff = false; ///< tells iPXE not to wait for a ProxyDHCP server (option 175.176)

    friend bool operator==(const ServerSighting &, const ServerSighting &) = default;
};

/// \return nothing unless \a reply is an OFFER to the probe with \a transaction.
[[nodiscard]] std::optional<ServerSighting> sightingOf(const Message &reply, Ipv4 source, quint32 transaction);

/// Something about the network that keeps PCs from booting, or may.
struct NetworkFinding
{
    enum class Kind {
        DhcpServer, ///< fine: somebody hands out addresses
        NoDhcpServer,
        PxeRouter, ///< the DHCP server says PXEClient itself
        OtherProxy, ///< another ProxyDHCP server
        BootFile, ///< the DHCP server names a boot file or a boot server
        ProxiesOff, ///< the DHCP server tells iPXE to ignore us
        SeveralDhcpServers,
    };
    enum class Weight { Fine, Warning, Failed };
    Kind kind = Kind::DhcpServer;
    Weight weight = Weight::Fine;
    QString sentence; ///< what is the matter, in English, without the final full stop
    QString remedy; ///< what to do about it; empty where all is well

    friend bool operator==(const NetworkFinding &, const NetworkFinding &) = default;
};

/// What the answers to one probe come to, the worst first. \param card  the card's name
[[nodiscard]] QList<NetworkFinding> judge(const QList<ServerSighting> &sightings, const QString &card);

/// Stable lower-case word: "dhcp-server", "no-dhcp-server", "pxe-router", "other-proxy", "boot-file", "proxies-off", "several-dhcp-servers".
[[nodiscard]] QString kindName(NetworkFinding::Kind kind);

} // namespace Benchboot::Dhcp
