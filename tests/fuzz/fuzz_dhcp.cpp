// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Input: one byte for how the datagram arrived (bit 0: boot server port, bit 1: from where it says, bits 2 and 3: form of
// the offer), then the datagram. It is answered once in that form, and once as a service does that has met the client.

#include "core/event.h"
#include "protocol/dhcp/dhcpevents.h"
#include "protocol/dhcp/offerhistory.h"
#include "protocol/dhcp/policy.h"
#include "protocol/dhcp/serverprobe.h"
#include "protocol/dhcp/ratelimiter.h"
#include "protocol/dhcp/replymessage.h"

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Benchboot;
using namespace Benchboot::Dhcp;
using namespace Qt::StringLiterals;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// What the site's DHCP server says and a proxy never does, and overload.
constexpr std::array<quint8, 12> forbiddenOptions{1, 3, 6, 12, 13, 15, 50, 51, 52, 58, 59, 67};

const ServedLab &lab()
{
    static const ServedLab lab{.network = {.cards = {}, .subnets = {Subnet::of(Ipv4{0xac100000}, 16)}},
                               .loadersForArch
                               = {{0, {u"undionly.kpxe"_s}}, {7, {u"ipxe.efi"_s}}, {16, {u"http.efi"_s}}},
                               .missingLoaders = {{6, u"missing"_s}}};
    return lab;
}

void checkReply(const Message &request, const Reply &reply, Ipv4 ourAddress)
{
    require(reply.datagram.size() >= Message::minimumSize && reply.datagram.size() <= maximumReplySize);
    const auto message = parseMessage(reply.datagram);
    require(message && message->op == Message::replyOp && message->yourAddress.isNull());
    require(message->serverAddress == ourAddress && message->transaction == request.transaction
            && !message->bootFile.isEmpty());
    require(std::ranges::none_of(forbiddenOptions, [&](quint8 code) { return message->option(code); }));
    require(std::ranges::none_of(message->options, [](const Option &option) { return option.value.isEmpty(); }));
}

/// Time that only the target moves.
class StandingClock final : public Clock
{
public:
    [[nodiscard]] qint64 monotonicMs() const override { return m_ms; }
    [[nodiscard]] qint64 wallMs() const override { return m_ms; }
    void advance(qint64 ms) { m_ms += ms; }

private:
    qint64 m_ms = 0;
};

/// Five boots of which nothing comes, as far as the message says so, and one that works. All that is learnt survives
/// its file.
void boots(const Message &request, const Client &client, const Arrival &arrival)
{
    StandingClock clock;
    OfferHistory history(clock);
    RateLimiter limiter(clock);
    KnownClients known;
    const auto learn = [&] {
        for (const auto &news : history.takeNews())
            known.learn(news.lesson);
        require(KnownClients::fromJson(known.toJson()) == known);
    };
    for (int boot = 0; boot < 5; ++boot) {
        require(limiter.allow({hardwareKey(request), arrival.source.address, request.relayAddress}));
        const auto decision = decide(request, client, arrival, lab(), history.onDiscover(request, client, lab()));
        if (const auto *reply = std::get_if<Reply>(&decision)) {
            checkReply(request, *reply, arrival.ourAddress);
            history.onOffer(request, client);
        }
        history.onAddressTaken(request);
        clock.advance(OfferHistory::followUpMs);
        history.judge(lab());
        require(!history.isWaiting());
        learn();
    }
    (void)history.onBootRequest(request, client, lab());
    history.onIpxe(request);
    (void)history.onFollowUp(request.clientAddress, clock.monotonicMs());
    learn();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const quint8 how = *data;
    const QByteArrayView datagram(data + 1, qsizetype(size) - 1);
    const auto request = parseMessage(datagram);
    if (!request)
        return 0;
    if (const auto bytes = serialise(*request))
        require(parseMessage(*bytes) == request);

    if (const auto seen = sightingOf(*request, Ipv4{0xac100001}, request->transaction))
        require(!judge({*seen}, u"enp3s0"_s).isEmpty());

    const auto client = describeClient(*request);
    const Arrival arrival{(how & 1) ? Arrival::Port::BootServer : Arrival::Port::Dhcp,
                          {(how & 2) ? request->clientAddress : Ipv4{}, clientPort},
                          Ipv4{0xac100005}};
    const auto form = OfferForm((how >> 2) % 3);
    const auto decision = decide(*request, client, arrival, lab(), {form, u"ipxe.efi"_s});
    (void)eventsOf(datagram, *request, client, arrival, decision);
    if (const auto *reply = std::get_if<Reply>(&decision))
        checkReply(*request, *reply, arrival.ourAddress);
    boots(*request, client, arrival);
    return 0;
}
