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
#include "services/networkcard.h"

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
    /// \param card  only packets that arrive on this card are looked at; its address is our server identifier.
    /// \param limits  how many network boot requests are answered; what is beyond is counted in one event a second.
    /// \param notes  where TFTP and HTTP say who came for files, and where goes what was learnt; null: neither is known.
    DhcpService(EventLoop &loop, FileDescriptor dhcpSocket, FileDescriptor bootSocket, NetworkCard card,
                const SnapshotHolder &lab, EventSink &events, const Clock &clock, Dhcp::RateLimits limits = {},
                ClientNotes *notes = nullptr);
    ~DhcpService();

    void start(); ///< begins to watch the sockets
    void stop(); ///< closes them

    /// A DHCP server of the site was seen to answer. Loop's thread.
    void siteServerSeen();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot
