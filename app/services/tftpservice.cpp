// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tftpservice.h"

#include "protocol/generatedfile.h"
#include "protocol/tftp/filenames.h"
#include "services/datagrams.h"
#include "services/tftpsession.h"

#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// Requests read in a row before the transfers get their turn.
constexpr int batchSize = 32;

/// Identifiers of transfers join events across all services; HTTP counts from 0.
constexpr quint64 firstId = quint64(1) << 32;

quint64 keyOf(const Endpoint &client) { return quint64(client.address.value) << 16 | client.port; }

/// Whether \a address is one that an answer can come from, as broadcasts and multicasts are not.
bool isUnicast(Ipv4 address, const NetworkCard &card)
{
    const auto isBroadcast = [address](const Subnet &subnet) {
        return address.value == (subnet.network.value | (subnet.prefix < 31 ? ~quint32(0) >> subnet.prefix : 0))
            && subnet.prefix < 31;
    };
    return address.value < 0xe0000000U && !isBroadcast(card.subnet())
        && std::ranges::none_of(card.further, isBroadcast, &CardAddress::subnet);
}

QString shown(QByteArrayView file) { return QString::fromUtf8(file); }

/// What a request is refused with: the words for the client and those for the log.
struct Refusal
{
    Tftp::ErrorPacket packet;
    Event::Outcome outcome = Event::Outcome::Refused;
    QString detail;
};

Refusal notFound(const QByteArray &file)
{
    const Tftp::ErrorPacket packet{Tftp::ErrorCode::FileNotFound, "File not found"};
    if (const auto asker = Tftp::usualAskerOf(file); !asker.isEmpty())
        return {packet, Event::Outcome::Probe, u"not found; %1 asks for it, this is normal"_s.arg(asker)};
    return {packet, Event::Outcome::NotFound,
            u"there is no such boot file; put it into the lab's loader folder if this PC needs it"_s};
}

/// Why \a request cannot be served whatever it names; nothing if it can.
std::optional<Refusal> refusalOf(const Tftp::Request &request)
{
    using enum Tftp::ErrorCode;
    if (request.write)
        return Refusal{
            {AccessViolation, "This server is read-only"}, Event::Outcome::Refused, u"the client wanted to write"_s};
    if (request.mode != Tftp::Mode::Octet) {
        return Refusal{{IllegalOperation, "Only binary (octet) mode is served"},
                       Event::Outcome::Refused,
                       u"the client did not ask for binary (octet) mode; test programs need their option for it"_s};
    }
    return std::nullopt;
}

} // namespace

struct TftpService::Private
{
    /// A datagram on the service's port, and who sent it.
    struct Arrival
    {
        Endpoint client;
        Ipv4 local;
        QByteArrayView datagram;
        const NetworkCard &card;
    };

    void onReadable();
    void onDatagram(const Datagram &datagram, const NetworkCard &card, const ServedLab &served);
    void onRequest(const Arrival &arrival, const Tftp::Request &request, const ServedLab &served);
    [[nodiscard]] bool isRepetition(const Endpoint &client, const Tftp::Request &request);
    void begin(const Arrival &arrival, const Tftp::Request &request, const ServedFile &file, quint64 generation);
    void onFinished(Event event, const Endpoint &client, qint64 startMs, const TftpSession::Ending &ending);
    void refuse(const Arrival &arrival, const QString &target, const QString &kind, const Refusal &refusal);
    [[nodiscard]] Event eventFor(const Arrival &arrival, const QString &kind, const QString &target) const;
    [[nodiscard]] const Tftp::FileNames &namesOf(const ServedLab &served);

    EventLoop &loop;
    FileDescriptor socket;
    const SnapshotHolder &lab;
    EventSink &events;
    const Clock &clock;
    std::optional<TftpContentStore> store; // exists from start() to stop()
    std::unordered_map<quint64, std::shared_ptr<TftpSession>> sessions; // by client
    QHash<quint32, int> perAddress; // transfers
    Tftp::FileNames names;
    std::optional<quint64> namesGeneration;
    quint64 lastId = firstId;
};

TftpService::TftpService(EventLoop &loop, FileDescriptor socket, const SnapshotHolder &lab, EventSink &events,
                         const Clock &clock)
    : d(new Private{.loop = loop, .socket = std::move(socket), .lab = lab, .events = events, .clock = clock})
{
}

TftpService::~TftpService() { stop(); }

void TftpService::start()
{
    d->store.emplace(d->loop);
    d->loop.watch(d->socket.get(), EPOLLIN, [this](quint32) { d->onReadable(); });
}

void TftpService::stop()
{
    d->loop.unwatch(d->socket.get());
    d->socket.reset();
    while (!d->sessions.empty()) {
        const auto session = d->sessions.begin()->second;
        session->giveUp(u"the TFTP server was stopped"_s);
    }
    d->store.reset();
}

void TftpService::Private::onReadable()
{
    const auto served = lab.get();
    std::array<char, Tftp::maxRequestSize + 1>
        buffer; // one byte more than a request may have, so that a longer one shows
    for (int i = 0; i < batchSize; ++i) {
        const auto datagram = receiveDatagram(socket.get(), buffer);
        if (!datagram)
            return;
        const auto *card = served->network.cardAt(datagram->interface);
        if (card && datagram->sourcePort != 0 && isUnicast(datagram->destination, *card))
            onDatagram(*datagram, *card, *served);
    }
}

void TftpService::Private::onDatagram(const Datagram &datagram, const NetworkCard &card, const ServedLab &served)
{
    const auto opcode = Tftp::opcodeOf(datagram.payload);
    if (opcode != Tftp::Opcode::ReadRequest && opcode != Tftp::Opcode::WriteRequest)
        return; // nothing but a request begins a transfer, and an ERROR must not be answered
    const Arrival arrival{{datagram.source, datagram.sourcePort}, datagram.destination, datagram.payload, card};
    const auto kind = opcode == Tftp::Opcode::ReadRequest ? u"rrq"_s : u"wrq"_s;
    if (!card.loopback && !served.network.serves(datagram.source)) {
        auto event = eventFor(arrival, kind, {});
        event.outcome = Event::Outcome::Ignored;
        event.detail = u"the client is not in a subnet that is served (%1)"_s.arg(served.network.subnetsText());
        return events.append(std::move(event));
    }
    const auto packet = Tftp::parse(datagram.payload);
    if (!packet) {
        const Tftp::ErrorPacket answer{Tftp::ErrorCode::IllegalOperation, "Malformed request"};
        return refuse(arrival, {}, kind, {answer, Event::Outcome::Refused, packet.error().detail});
    }
    const auto &request = std::get<Tftp::Request>(*packet);
    if (const auto refusal = refusalOf(request))
        return refuse(arrival, shown(request.file), kind, *refusal);
    onRequest(arrival, request, served);
}

void TftpService::Private::onRequest(const Arrival &arrival, const Tftp::Request &request, const ServedLab &served)
{
    const auto name = namesOf(served).find(request.file);
    if (name.isEmpty())
        return refuse(arrival, shown(request.file), u"rrq"_s, notFound(request.file));
    if (isRepetition(arrival.client, request))
        return;
    if (sessions.size() >= maxTransfers || perAddress.value(arrival.client.address.value) >= maxTransfersPerAddress) {
        const Tftp::ErrorPacket busy{Tftp::ErrorCode::NotDefined, "Server busy"};
        return refuse(arrival, name, u"rrq"_s,
                      {busy, Event::Outcome::Refused, u"too many transfers at the same time"_s});
    }
    if (const auto generated = served.generatedFiles.constFind(name); generated != served.generatedFiles.cend()) {
        const auto origin = "http://" + arrival.local.toString().toLatin1() + ':' + QByteArray::number(served.httpPort);
        const auto content = generate(*generated, served, origin);
        return begin(arrival, request, {.path = name, .size = content.size(), .content = content}, served.generation);
    }
    begin(arrival, request, *served.tftpFiles.constFind(name), served.generation);
}

/// Whether a transfer for this very request is under way already. One that the client has given up for this request is ended.
bool TftpService::Private::isRepetition(const Endpoint &client, const Tftp::Request &request)
{
    const auto found = sessions.find(keyOf(client));
    if (found == sessions.end())
        return false;
    // Our first answer may be late or lost; its own timer deals with that. But a ROM that always starts at the same port
    // and was reset in the middle of a transfer asks for the same file again, and has stopped acknowledging.
    const auto session = found->second;
    if (session->request() == request && !session->isStalled())
        return true;
    session->giveUp(u"the client started anew from the same port"_s);
    return false;
}

void TftpService::Private::begin(const Arrival &arrival, const Tftp::Request &request, const ServedFile &file,
                                 quint64 generation)
{
    auto socketOfTransfer = TftpSocket::open(arrival.card, arrival.local);
    auto started = eventFor(arrival, u"rrq"_s, shown(request.file));
    if (!socketOfTransfer) {
        started.outcome = Event::Outcome::Failed;
        started.detail = socketOfTransfer.error().detail;
        return events.append(std::move(started));
    }
    started.outcome = Event::Outcome::Started;
    started.id = ++lastId;
    started.bytes = 0;
    started.total = file.size;
    events.append(started);
    started.packet.clear();
    const qint64 startMs = clock.monotonicMs();
    const auto finished = [this, started, client = arrival.client, startMs](const TftpSession::Ending &ending) {
        onFinished(started, client, startMs, ending);
    };
    const auto session = std::make_shared<TftpSession>(loop, *store, *std::move(socketOfTransfer), arrival.client,
                                                       request, arrival.card.mtu, finished);
    sessions.emplace(keyOf(arrival.client), session);
    loop.setLingers(true); // a client without a window waits for each block
    ++perAddress[arrival.client.address.value];
    session->start(file, generation);
}

void TftpService::Private::onFinished(Event event, const Endpoint &client, qint64 startMs,
                                      const TftpSession::Ending &ending)
{
    sessions.erase(keyOf(client));
    loop.setLingers(!sessions.empty());
    if (const auto count = perAddress.find(client.address.value); count != perAddress.end() && --*count == 0)
        perAddress.erase(count);
    event.timeMs = clock.wallMs();
    event.outcome = ending.outcome;
    event.detail = ending.detail;
    event.bytes = ending.bytes;
    if (ending.total >= 0)
        event.total = ending.total;
    event.durationMs = clock.monotonicMs() - startMs;
    events.append(std::move(event));
}

void TftpService::Private::refuse(const Arrival &arrival, const QString &target, const QString &kind,
                                  const Refusal &refusal)
{
    // From a port of its own, as every answer to a request (RFC 1350 §4).
    if (auto answering = TftpSocket::open(arrival.card, arrival.local))
        answering->send(arrival.client, Tftp::serialise(refusal.packet));
    auto event = eventFor(arrival, kind, target);
    event.outcome = refusal.outcome;
    event.detail = refusal.detail;
    events.append(std::move(event));
}

Event TftpService::Private::eventFor(const Arrival &arrival, const QString &kind, const QString &target) const
{
    Event event;
    event.timeMs = clock.wallMs();
    event.service = Event::Service::Tftp;
    event.kind = kind;
    event.address = arrival.client.address.toString();
    event.target = target;
    event.packet = arrival.datagram.toByteArray();
    return event;
}

const Tftp::FileNames &TftpService::Private::namesOf(const ServedLab &served)
{
    if (namesGeneration != served.generation) {
        names = Tftp::FileNames(served.generatedFiles.keys() + served.tftpFiles.keys());
        namesGeneration = served.generation;
    }
    return names;
}

} // namespace Benchboot
