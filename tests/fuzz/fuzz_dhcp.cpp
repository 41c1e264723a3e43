// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Input: one byte for how the datagram arrived (bit 0: boot server port, bit 1: from where it says, bit 2: other form
// of offer), then the datagram.

#include "core/event.h"
#include "protocol/dhcp/dhcpevents.h"
#include "protocol/dhcp/policy.h"
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
    static const ServedLab lab{.subnet = Subnet::of(Ipv4{0xac100000}, 16),
                               .loadersForArch = {{0, {u"undionly.kpxe"_s}}, {7, {u"ipxe.efi"_s}}, {16, {u"http.efi"_s}}},
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

    const auto client = describeClient(*request);
    const Arrival arrival{(how & 1) ? Arrival::Port::BootServer : Arrival::Port::Dhcp,
                          {(how & 2) ? request->clientAddress : Ipv4{}, clientPort},
                          Ipv4{0xac100005}};
    const auto form = (how & 4) ? OfferForm::Alternative : OfferForm::Usual;
    const auto decision = decide(*request, client, arrival, lab(), form);
    (void)eventsOf(datagram, *request, client, arrival, decision);
    if (const auto *reply = std::get_if<Reply>(&decision))
        checkReply(*request, *reply, arrival.ourAddress);
    return 0;
}
