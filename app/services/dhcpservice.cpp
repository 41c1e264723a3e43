// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dhcpservice.h"

#include "protocol/dhcp/dhcpevents.h"
#include "protocol/dhcp/offerhistory.h"
#include "services/datagrams.h"
#include "services/sockets.h"

#include <sys/epoll.h>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// Datagrams read in a row from one socket before the other sockets of the loop get their turn.
constexpr int batchSize = 64;
/// DHCP messages fit into an Ethernet frame; a longer datagram is none that we could want.
constexpr std::size_t longestDatagram = 2048;
/// How long unanswered requests are counted before one event tells of them.
constexpr qint64 reportDelayMs = 1000;

using Dhcp::Arrival;

} // namespace

struct DhcpService::Private
{
    void onReadable(Arrival::Port port);
    void onDatagram(Arrival::Port port, const Datagram &datagram, const ServedLab &served);
    [[nodiscard]] Dhcp::Decision decide(const Dhcp::Message &request, const Dhcp::Client &client,
                                        const Arrival &arrival, const ServedLab &served);
    void send(const Dhcp::Reply &reply, Arrival::Port port, Event &replyEvent);
    void countDropped();
    void reportDropped();

    [[nodiscard]] int socketOf(Arrival::Port port) const
    {
        return port == Arrival::Port::Dhcp ? dhcpSocket.get() : bootSocket.get();
    }

    EventLoop &loop;
    FileDescriptor dhcpSocket;
    FileDescriptor bootSocket;
    const NetworkCard card;
    const SnapshotHolder &lab;
    EventSink &events;
    const Clock &clock;
    const quint16 dhcpPort;
    Dhcp::RateLimiter limiter;
    Dhcp::OfferHistory history{clock};
    qint64 dropped = 0;
    EventLoop::TimerId reportTimer = 0;
};

DhcpService::DhcpService(EventLoop &loop, FileDescriptor dhcpSocket, FileDescriptor bootSocket, NetworkCard card,
                         const SnapshotHolder &lab, EventSink &events, const Clock &clock, Dhcp::RateLimits limits)
{
    const auto port = localPort(dhcpSocket.get());
    d.reset(new Private{.loop = loop,
                        .dhcpSocket = std::move(dhcpSocket),
                        .bootSocket = std::move(bootSocket),
                        .card = std::move(card),
                        .lab = lab,
                        .events = events,
                        .clock = clock,
                        .dhcpPort = port,
                        .limiter = Dhcp::RateLimiter(clock, limits)});
}

DhcpService::~DhcpService() { stop(); }

void DhcpService::start()
{
    for (const auto port : {Arrival::Port::Dhcp, Arrival::Port::BootServer})
        d->loop.watch(d->socketOf(port), EPOLLIN, [this, port](quint32) { d->onReadable(port); });
}

void DhcpService::stop()
{
    d->loop.cancelTimer(std::exchange(d->reportTimer, 0));
    for (auto *socket : {&d->dhcpSocket, &d->bootSocket}) {
        d->loop.unwatch(socket->get());
        socket->reset();
    }
}

void DhcpService::Private::onReadable(Arrival::Port port)
{
    const auto served = lab.get();
    std::array<char, longestDatagram> buffer{};
    for (int i = 0; i < batchSize; ++i) {
        const auto datagram = receiveDatagram(socketOf(port), buffer);
        if (!datagram)
            return;
        if (datagram->interface == card.index && !datagram->truncated)
            onDatagram(port, *datagram, *served);
    }
}

void DhcpService::Private::onDatagram(Arrival::Port port, const Datagram &datagram, const ServedLab &served)
{
    const auto request = Dhcp::parseMessage(datagram.payload);
    if (!request || request->op != Dhcp::Message::requestOp)
        return;
    const auto client = Dhcp::describeClient(*request);
    if (client.kind == Dhcp::VendorClass::Kind::Other)
        return; // the site's ordinary DHCP clients cost no token, no memory and no line in the log
    if (!limiter.allow(Dhcp::hardwareKey(*request)))
        return countDropped();

    const Arrival arrival{port, {datagram.source, datagram.sourcePort}, card.address, dhcpPort};
    const auto decision = decide(*request, client, arrival, served);
    auto happened = Dhcp::eventsOf(datagram.payload, *request, client, arrival, decision);
    if (const auto *reply = std::get_if<Dhcp::Reply>(&decision))
        send(*reply, port, happened.last());
    for (auto &event : happened) {
        event.timeMs = clock.wallMs();
        events.append(std::move(event));
    }
}

Dhcp::Decision DhcpService::Private::decide(const Dhcp::Message &request, const Dhcp::Client &client,
                                            const Arrival &arrival, const ServedLab &served)
{
    const auto key = Dhcp::hardwareKey(request);
    auto form = Dhcp::OfferForm::Usual;
    if (client.ipxe || arrival.port == Arrival::Port::BootServer)
        history.followedUp(key);
    else if (Dhcp::isDiscover(request))
        form = history.nextForm(key);
    return Dhcp::decide(request, client, arrival, served, form);
}

void DhcpService::Private::send(const Dhcp::Reply &reply, Arrival::Port port, Event &replyEvent)
{
    const Route route{card.index, card.address, reply.destination.address, reply.destination.port};
    if (const auto sent = sendDatagram(socketOf(port), route, reply.datagram); !sent) {
        replyEvent.outcome = Event::Outcome::Failed;
        replyEvent.detail = sent.error().detail;
    }
}

void DhcpService::Private::countDropped()
{
    if (dropped++ == 0)
        reportTimer = loop.startTimer(reportDelayMs, [this] { reportDropped(); });
}

void DhcpService::Private::reportDropped()
{
    Event event;
    event.timeMs = clock.wallMs();
    event.service = Event::Service::ProxyDhcp;
    event.kind = u"limited"_s;
    event.outcome = Event::Outcome::Ignored;
    event.detail = u"%1 requests within a second were not answered, because there were too many"_s.arg(dropped);
    events.append(std::move(event));
    dropped = 0;
    reportTimer = 0;
}

} // namespace Benchboot
