// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/dhcpservice.h"

#include "core/rehearsalmac.h"
#include "protocol/dhcp/dhcpevents.h"
#include "protocol/dhcp/offerhistory.h"
#include "services/datagrams.h"
#include "services/serversearch.h"
#include "services/neighbours.h"
#include "services/sockets.h"

#include <sys/epoll.h>

#include <algorithm>
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
/// How often clients that were offered something are looked after.
constexpr qint64 judgeIntervalMs = 1000;
/// Asking for the neighbour table is a system call that lists all of it.
constexpr qint64 neighbourIntervalMs = 500;

using Dhcp::Arrival;

} // namespace

struct DhcpService::Private
{
    void onReadable(Arrival::Port port);
    void onDatagram(Arrival::Port port, const Datagram &datagram, const NetworkCard &card, const ServedLab &served);
    [[nodiscard]] Dhcp::Decision decide(const Dhcp::Message &request, const Dhcp::Client &client,
                                        const Arrival &arrival, const ServedLab &served);
    void send(const Dhcp::Reply &reply, const Arrival &arrival, int card, Event &replyEvent);
    void hearFollowUps();
    void watchClients();
    void tellNews();
    void onServersFound(const NetworkCard &card, const QList<Dhcp::NetworkFinding> &findings);
    void countDropped();
    void reportDropped();

    [[nodiscard]] int socketOf(Arrival::Port port) const
    {
        return port == Arrival::Port::Dhcp ? dhcpSocket.get() : bootSocket.get();
    }

    EventLoop &loop;
    FileDescriptor dhcpSocket;
    FileDescriptor bootSocket;
    const SnapshotHolder &lab;
    EventSink &events;
    const Clock &clock;
    const quint16 dhcpPort;
    ClientNotes *const notes;
    Dhcp::RateLimiter limiter;
    Dhcp::OfferHistory history{clock};
    ServerSearch search{loop,
                        [this](const NetworkCard &card, const auto &findings) { onServersFound(card, findings); }};
    QHash<QString, QList<Dhcp::NetworkFinding>> known; // by card: what has been told
    qint64 dropped = 0;
    EventLoop::TimerId reportTimer = 0;
    EventLoop::TimerId judgeTimer = 0;
    std::optional<qint64> neighboursAskedMs;
};

DhcpService::DhcpService(EventLoop &loop, FileDescriptor dhcpSocket, FileDescriptor bootSocket,
                         const SnapshotHolder &lab, EventSink &events, const Clock &clock, Dhcp::RateLimits limits,
                         ClientNotes *notes)
{
    const auto port = localPort(dhcpSocket.get());
    d.reset(new Private{.loop = loop,
                        .dhcpSocket = std::move(dhcpSocket),
                        .bootSocket = std::move(bootSocket),
                        .lab = lab,
                        .events = events,
                        .clock = clock,
                        .dhcpPort = port,
                        .notes = notes,
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
    d->search.stop();
    d->loop.cancelTimer(std::exchange(d->judgeTimer, 0));
    for (auto *socket : {&d->dhcpSocket, &d->bootSocket}) {
        d->loop.unwatch(socket->get());
        socket->reset();
    }
}

void DhcpService::searchServers()
{
    if (d->dhcpPort == Dhcp::serverPort && d->dhcpSocket.isValid())
        d->search.start(d->dhcpSocket.get(), d->lab.get()->network.cards);
}

void DhcpService::Private::onServersFound(const NetworkCard &card, const QList<Dhcp::NetworkFinding> &findings)
{
    if (std::ranges::none_of(findings,
                             [](const auto &f) { return f.kind == Dhcp::NetworkFinding::Kind::NoDhcpServer; }))
        history.onSiteServer();
    const auto told = std::exchange(known[card.name], findings);
    for (const auto &finding : findings) {
        if (told.contains(finding))
            continue;
        Event event;
        event.timeMs = clock.wallMs();
        event.service = Event::Service::ProxyDhcp;
        event.kind = Dhcp::kindName(finding.kind);
        const bool fine = finding.weight == Dhcp::NetworkFinding::Weight::Fine;
        event.outcome = fine ? Event::Outcome::Info : Event::Outcome::Failed;
        event.detail = fine ? finding.sentence : u"%1. %2"_s.arg(finding.sentence, finding.remedy);
        events.append(std::move(event));
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
        const auto *card = served->network.cardAt(datagram->interface);
        if (card && !datagram->truncated)
            onDatagram(port, *datagram, *card, *served);
    }
}

void DhcpService::Private::onDatagram(Arrival::Port port, const Datagram &datagram, const NetworkCard &card,
                                      const ServedLab &served)
{
    const auto request = Dhcp::parseMessage(datagram.payload);
    if (!request || search.take(*request, datagram.source) || request->op != Dhcp::Message::requestOp)
        return;
    const auto client = Dhcp::describeClient(*request);
    if (client.kind == Dhcp::VendorClass::Kind::Other) {
        // The site's ordinary DHCP clients cost no token, no memory and no line in the log.
        if (Dhcp::takesAddress(*request))
            history.onSiteServer();
        return;
    }
    if (!limiter.allow({Dhcp::hardwareKey(*request), datagram.source, request->relayAddress}))
        return countDropped();

    // Who wrote to one of several addresses of the card knows us by it; everyone else is told the first.
    const auto ourAddress = card.owns(datagram.destination) ? datagram.destination : card.address;
    const Arrival arrival{port, {datagram.source, datagram.sourcePort}, ourAddress, dhcpPort};
    const auto decision = decide(*request, client, arrival, served);
    auto happened = Dhcp::eventsOf(datagram.payload, *request, client, arrival, decision);
    if (const auto *reply = std::get_if<Dhcp::Reply>(&decision))
        send(*reply, arrival, card.index, happened.last());
    for (auto &event : happened) {
        event.timeMs = clock.wallMs();
        events.append(std::move(event));
    }
    watchClients();
}

Dhcp::Decision DhcpService::Private::decide(const Dhcp::Message &request, const Dhcp::Client &client,
                                            const Arrival &arrival, const ServedLab &served)
{
    std::optional<Dhcp::OfferHistory> untaught; // nothing is learnt from the self-check
    if (Dhcp::macOf(request) == QLatin1StringView(rehearsalMac))
        untaught.emplace(clock);
    auto &book = untaught ? *untaught : history;
    if (!Dhcp::isDiscover(request)) {
        if (arrival.port == Arrival::Port::BootServer || client.bootItem)
            return Dhcp::decide(request, client, arrival, served, book.onBootRequest(request, client, served));
        if (Dhcp::takesAddress(request))
            book.onAddressTaken(request);
        return Dhcp::decide(request, client, arrival, served, {});
    }
    hearFollowUps();
    if (client.ipxe && client.loadsHttp) {
        book.onIpxe(request);
        return Dhcp::decide(request, client, arrival, served, {});
    }
    auto decision = Dhcp::decide(request, client, arrival, served, book.onDiscover(request, client, served));
    if (std::holds_alternative<Dhcp::Reply>(decision))
        book.onOffer(request, client);
    return decision;
}

/// Tells the history who came for files, by what the client said of its address, else by the kernel's neighbour table.
void DhcpService::Private::hearFollowUps()
{
    QList<ClientNotes::FollowUp> strangers;
    for (const auto &followUp : notes ? notes->takeFollowUps() : QList<ClientNotes::FollowUp>()) {
        if (!followUp.mac.isEmpty())
            history.onFollowUp(QByteArray::fromHex(followUp.mac.toLatin1()), followUp.timeMs);
        else if (!history.onFollowUp(followUp.address, followUp.timeMs))
            strangers.append(followUp);
    }
    const qint64 now = clock.monotonicMs();
    if (strangers.isEmpty() || (neighboursAskedMs && now - *neighboursAskedMs < neighbourIntervalMs))
        return;
    neighboursAskedMs = now;
    const auto macs = neighboursOf(lab.get()->network.cards);
    for (const auto &stranger : std::as_const(strangers))
        history.onFollowUp(QByteArray::fromHex(macs.value(stranger.address.value).toLatin1()), stranger.timeMs);
}

/// Looks again while somebody has taken an address and is still to come for its files.
void DhcpService::Private::watchClients()
{
    tellNews();
    if (judgeTimer != 0 || !history.isWaiting())
        return;
    judgeTimer = loop.startTimer(judgeIntervalMs, [this] {
        judgeTimer = 0;
        hearFollowUps();
        history.judge(*lab.get());
        watchClients();
    });
}

void DhcpService::Private::tellNews()
{
    for (const auto &news : history.takeNews()) {
        Event event;
        event.timeMs = clock.wallMs();
        event.service = Event::Service::ProxyDhcp;
        event.kind = news.lesson.works && news.changed ? u"learnt"_s : u"offer-failed"_s;
        event.address = news.address.isNull() ? QString() : news.address.toString();
        event.mac = news.lesson.mac;
        event.target = news.lesson.method.loader;
        event.detail = news.sentence;
        events.append(std::move(event));
        if (notes && news.changed)
            notes->noteLesson(news.lesson);
    }
}

void DhcpService::Private::send(const Dhcp::Reply &reply, const Arrival &arrival, int card, Event &replyEvent)
{
    const Route route{card, arrival.ourAddress, reply.destination.address, reply.destination.port};
    if (const auto sent = sendDatagram(socketOf(arrival.port), route, reply.datagram); !sent) {
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
