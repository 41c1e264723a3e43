// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/policy.h"

#include "protocol/dhcp/bootfile.h"
#include "protocol/dhcp/replymessage.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

constexpr Ipv4 limitedBroadcast{0xffffffff};

/// Everything that is known about one request.
struct Case
{
    const Message &request;
    const Client &client;
    const Arrival &arrival;
    const ServedLab &lab;
    MessageType type;
};

std::optional<Silence> silent(Silence::Kind kind, QString reason = {}) { return Silence{kind, std::move(reason)}; }

/// Nobody may have us send to strangers, or to all of a subnet by unicast.
std::optional<Silence> checkAddresses(const Case &c)
{
    for (const auto address : {c.arrival.source.address, c.request.clientAddress, c.request.relayAddress}) {
        if (!address.isNull() && !c.lab.network.serves(address)) {
            return silent(Silence::Kind::Ignored,
                          u"%1 is not an address that is served (%2)"_s.arg(address.toString(),
                                                                            c.lab.network.subnetsText()));
        }
    }
    return std::nullopt;
}

/// On the DHCP port we speak to those who look for a server, and to those who ask for an item of a boot menu.
std::optional<Silence> checkDhcpPort(const Case &c)
{
    if (c.type == MessageType::Discover || c.client.bootItem)
        return std::nullopt;
    const auto server = addressOption(c.request, OptionCode::ServerIdentifier);
    if (c.type == MessageType::Request && !server.isNull())
        return silent(Silence::Kind::Expected, u"takes its address from the DHCP server %1"_s.arg(server.toString()));
    return silent(Silence::Kind::NotOurs);
}

/// Requests to the boot server, and those for a boot menu item on either port, come from a client that has its address.
std::optional<Silence> checkBootRequest(const Case &c)
{
    if (c.type == MessageType::Discover)
        return c.arrival.port == Arrival::Port::Dhcp
            ? std::nullopt
            : silent(Silence::Kind::Ignored, u"a boot server port is not for finding servers"_s);
    if (c.type != MessageType::Request && c.type != MessageType::Inform)
        return silent(Silence::Kind::NotOurs);
    if (c.client.kind == VendorClass::Kind::Http)
        return silent(Silence::Kind::Ignored, u"UEFI HTTP Boot has no boot server"_s);
    const auto server = addressOption(c.request, OptionCode::ServerIdentifier);
    if (!server.isNull() && server != c.arrival.ourAddress)
        return silent(Silence::Kind::Ignored, u"it asks the server %1"_s.arg(server.toString()));
    // An answer to an address that did not ask would make us a reflector. A relay's source is its own: checkAddresses()
    // looked at it.
    const bool relayed = c.arrival.port == Arrival::Port::Dhcp && !c.request.relayAddress.isNull();
    if (!relayed && c.request.clientAddress != c.arrival.source.address) {
        return silent(Silence::Kind::Ignored,
                      u"it came from %1, but says that its address is %2"_s.arg(c.arrival.source.address.toString(),
                                                                                c.request.clientAddress.toString()));
    }
    if (c.client.bootItem && (c.client.bootItem->layer & BootItem::credentialsLayer))
        return silent(Silence::Kind::Ignored, u"it asks for boot integrity services, which are not offered"_s);
    return std::nullopt;
}

std::optional<Silence> reasonForSilence(const Case &c)
{
    if (c.arrival.port == Arrival::Port::Dhcp) {
        if (auto silence = checkDhcpPort(c))
            return silence;
    }
    if (auto silence = checkAddresses(c))
        return silence;
    return checkBootRequest(c);
}

/// RFC 2131 §4.1 for a server that never gives an address: what it could unicast to does not exist, so that a cleared
/// broadcast flag means broadcast all the same.
Endpoint destinationOf(const Case &c)
{
    // The self-check of this computer has no port 68. Nobody else can send from an address of ours: the kernel takes such packets for martians.
    if (c.arrival.dhcpPort != serverPort || c.lab.network.cardOf(c.arrival.source.address))
        return c.arrival.source;
    if (c.arrival.port == Arrival::Port::Dhcp && !c.request.relayAddress.isNull())
        return {c.request.relayAddress, serverPort};
    if (c.type != MessageType::Discover && !c.arrival.source.address.isNull())
        return c.arrival.source; // EDK2 asks from port 4011, iPXE from 68
    return {limitedBroadcast, clientPort};
}

} // namespace

Decision decide(const Message &request, const Client &client, const Arrival &arrival, const ServedLab &lab,
                const OfferMethod &method)
{
    const auto *typeOption = request.option(OptionCode::MessageType);
    const auto type = typeOption ? parseMessageType(*typeOption) : std::nullopt;
    // A reply must never be answered: two servers would keep each other busy for ever.
    if (request.op != Message::requestOp || !type || client.kind == VendorClass::Kind::Other)
        return Silence{};
    if (client.kind == VendorClass::Kind::Apple) {
        return Silence{
            Silence::Kind::Ignored,
            u"it is a Mac that looks for Apple's NetBoot, which is not offered; start it from a USB stick"_s};
    }
    const Case c{request, client, arrival, lab, *type};
    if (auto silence = reasonForSilence(c))
        return *std::move(silence);

    const auto file = bootFileFor(client, arrival.ourAddress, lab, method.loader);
    if (!file)
        return Silence{Silence::Kind::Ignored, file.error().detail};
    const auto reply = *type == MessageType::Discover
        ? makeOffer(request, client, arrival.ourAddress, file->value, method.form)
        : makeAcknowledgement(request, client, arrival.ourAddress, file->value);
    auto datagram = serialise(reply);
    if (!datagram)
        return Silence{Silence::Kind::Misconfigured, datagram.error().detail};
    return Reply{*std::move(datagram), destinationOf(c), file->name};
}

} // namespace Benchboot::Dhcp
