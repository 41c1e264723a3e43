// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/event.h"
#include "core/filedescriptor.h"
#include "protocol/servedlab.h"
#include "services/httplimits.h"

#include <memory>

namespace Benchboot {

/// Static HTTP/1.1 server for the published files of the snapshot, plus the boot scripts made on request. Runs one thread for connections and
/// a bounded pool for transfers that may block on a cold file; start() and stop() may be called from any one thread.
class HttpService
{
public:
    /// \param listener  from openTcpListener().
    ///   Only clients of the snapshot's subnets that reached us on an address of its cards are answered (on loopback: everyone local).
    HttpService(FileDescriptor listener, const SnapshotHolder &lab, EventSink &events, const Clock &clock,
                HttpLimits limits = {});
    ~HttpService();

    void start();
    void stop(); ///< closes the listener and all connections, ends all threads but those that a disk holds: see WorkerPool

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot
