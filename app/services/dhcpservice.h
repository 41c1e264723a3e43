// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/event.h"
#include "core/filedescriptor.h"
#include "protocol/dhcp/ratelimiter.h"
#include "protocol/servedlab.h"
#include "services/clientnotes.h"
#include "services/eventloop.h"

#include <memory>

namespace Benchboot {

/// ProxyDHCP on the DHCP port and the boot server port: receives, asks the policy of protocol/dhcp what to reply,
/// sends. Lives in \a loop's thread from start() to stop(); made and destroyed while the loop does not run, or within
/// it.
class DhcpService
{
public:
    /// \param dhcpSocket, bootSocket  bound sockets from openUdpSocket() (ports 67 and 4011 outside tests). Where \a
    ///   dhcpSocket has another port than 67, each reply goes back to the address and port that the request came from.
    ///   Only packets that arrive on a card of the snapshot's network are looked at; the card's address is our server
    ///   identifier there.
    /// \param limits  how many network boot requests are answered; what is beyond is counted in one event a second.
    /// \param notes  where TFTP and HTTP say who came for files, and where goes what was learnt; null: neither is known.
    DhcpService(EventLoop &loop, FileDescriptor dhcpSocket, FileDescriptor bootSocket, const SnapshotHolder &lab,
                EventSink &events, const Clock &clock, Dhcp::RateLimits limits = {}, ClientNotes *notes = nullptr);
    ~DhcpService();

    void start(); ///< begins to watch the sockets
    void stop(); ///< closes them

    /// Looks for other DHCP and PXE servers on the cards; ten seconds later events tell what differs from the last time: kind as kindName(),
    /// outcome failed or (nothing is wrong) info. Does nothing where the DHCP socket has another port than 67, to which no server answers.
    void searchServers();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot
