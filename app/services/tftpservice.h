// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/event.h"
#include "core/filedescriptor.h"
#include "protocol/servedlab.h"
#include "services/eventloop.h"

#include <memory>

namespace Benchboot {

/// TFTP server (RFC 1350, 2347, 2348, 2349, 7440): one socket per transfer, each driven by a state machine of protocol/tftp. Lives in \a loop's
/// thread from start() to stop(); made and destroyed while the loop does not run, or within it.
class TftpService
{
public:
    /// Transfers that may run at the same time; each costs a descriptor.
    static constexpr std::size_t maxTransfers = 4096;
    /// One PC loads one file at a time; the rest is room for a class room behind one address, and for restarted PCs.
    static constexpr int maxTransfersPerAddress = 128;

    /// \param socket  a bound socket from openUdpSocket() (port 69 outside tests).
    ///   Only packets that arrive on a card of the snapshot's network are looked at; the card's MTU bounds the block size.
    TftpService(EventLoop &loop, FileDescriptor socket, const SnapshotHolder &lab, EventSink &events,
                const Clock &clock);
    ~TftpService();

    void start(); ///< begins to watch the socket
    void stop(); ///< closes it and ends every transfer

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot
