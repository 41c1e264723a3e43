// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/event.h"
#include "core/filedescriptor.h"
#include "protocol/dhcp/knownclients.h"
#include "protocol/servedlab.h"

#include <memory>

namespace Benchboot {

/// UDP and TCP ports of the services. 0: any free one (tests).
struct ServicePorts
{
    quint16 dhcp = 67;
    quint16 bootServer = 4011;
    quint16 tftp = 69;
    quint16 http = 8080;
};

/// The bound sockets that the services run on, wherever they were opened.
struct ServiceSockets
{
    FileDescriptor dhcp;
    FileDescriptor bootServer;
    FileDescriptor tftp;
    FileDescriptor http; ///< listening

    [[nodiscard]] ServicePorts ports() const; ///< as the kernel says
};

/// Opens all four, or none: the first failure is the answer.
[[nodiscard]] Result<ServiceSockets> openServiceSockets(const ServicePorts &ports);

/// The running services: ProxyDHCP and TFTP in one network thread, HTTP in its own. They run from construction to destruction, which closes all
/// sockets and blocks until every thread has ended (milliseconds), or half a second: threads that wait for a disk that answers nothing are left
/// behind, and use nothing of this any more. The referenced objects must outlive it.
class ServiceHost
{
public:
    ServiceHost(ServiceSockets sockets, const SnapshotHolder &lab, EventSink &events, const Clock &clock);
    ~ServiceHost();
    void searchServers(); ///< DhcpService::searchServers(); any thread
    ServiceHost(const ServiceHost &) = delete;
    ServiceHost &operator=(const ServiceHost &) = delete;

    /// What was learnt of clients since the last call. Any thread.
    [[nodiscard]] QList<Dhcp::Lesson> takeLessons();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot
