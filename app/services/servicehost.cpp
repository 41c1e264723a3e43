// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/servicehost.h"

#include "services/dhcpservice.h"
#include "services/eventloop.h"
#include "services/httpservice.h"
#include "services/sockets.h"
#include "services/tftpservice.h"

#include <sys/resource.h>

#include <thread>

namespace Benchboot {
namespace {

/// Each transfer and each connection costs a descriptor, and what a process gets unasked, 1,024, is less than it may have.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    (void)::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

ServicePorts ServiceSockets::ports() const
{
    return {localPort(dhcp.get()), localPort(bootServer.get()), localPort(tftp.get()), localPort(http.get())};
}

Result<ServiceSockets> openServiceSockets(const ServicePorts &ports)
{
    ServiceSockets sockets;
    const auto open = [](FileDescriptor &target, Result<FileDescriptor> opened) -> Result<void> {
        if (!opened)
            return std::unexpected(opened.error());
        target = std::move(*opened);
        return {};
    };
    return open(sockets.dhcp, openUdpSocket(ports.dhcp))
        .and_then([&] { return open(sockets.bootServer, openUdpSocket(ports.bootServer)); })
        .and_then([&] { return open(sockets.tftp, openUdpSocket(ports.tftp)); })
        .and_then([&] { return open(sockets.http, openTcpListener({}, ports.http)); })
        .transform([&] { return std::move(sockets); });
}

struct ServiceHost::Private
{
    Private(ServiceSockets sockets, const SnapshotHolder &lab, EventSink &events, const Clock &clock)
        : followUps(notes, events, clock),
          dhcp(loop, std::move(sockets.dhcp), std::move(sockets.bootServer), lab, events, clock, {}, &notes),
          tftp(loop, std::move(sockets.tftp), lab, followUps, clock),
          http(std::move(sockets.http), lab, followUps, clock)
    {
    }

    ClientNotes notes;
    FollowUpSink followUps;
    EventLoop loop;
    DhcpService dhcp;
    TftpService tftp;
    HttpService http;
    std::thread network;
};

ServiceHost::ServiceHost(ServiceSockets sockets, const SnapshotHolder &lab, EventSink &events, const Clock &clock)
    : d(std::make_unique<Private>(std::move(sockets), lab, events, clock))
{
    raiseDescriptorLimit();
    d->http.start();
    d->network = std::thread([this] {
        d->dhcp.start();
        d->tftp.start();
        d->loop.run();
        d->tftp.stop();
        d->dhcp.stop();
    });
}

QList<Dhcp::Lesson> ServiceHost::takeLessons() { return d->notes.takeLessons(); }

void ServiceHost::searchServers()
{
    d->loop.post([this] { d->dhcp.searchServers(); });
}

ServiceHost::~ServiceHost()
{
    d->loop.stop();
    d->network.join();
    d->http.stop();
}

} // namespace Benchboot
