// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/dhcpevents.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

constexpr std::array<const char16_t *, 8> typeNames{u"discover", u"offer", u"request", u"decline",
                                                    u"ack",      u"nak",   u"release", u"inform"};

QString kindOf(const Message &message)
{
    const auto *option = message.option(OptionCode::MessageType);
    const auto type = option ? parseMessageType(*option) : std::nullopt;
    return type ? QString(QStringView(typeNames.at(std::size_t(*type) - 1))) : u"bootp"_s;
}

/// The address that the client has, or the one that it is about to take from the site's DHCP server.
QString addressOf(const Message &request)
{
    auto address = request.clientAddress;
    if (address.isNull())
        address = addressOption(request, OptionCode::RequestedAddress);
    return address.isNull() ? QString() : address.toString();
}

Event requestEvent(QByteArrayView datagram, const Message &request, const Client &client, const Arrival &arrival)
{
    Event event;
    event.service = arrival.port == Arrival::Port::Dhcp ? Event::Service::ProxyDhcp : Event::Service::BootServer;
    event.kind = kindOf(request);
    event.address = addressOf(request);
    event.mac = macOf(request);
    event.detail = toString(client);
    event.packet = datagram.toByteArray();
    return event;
}

Event replyEvent(Event event, const Reply &reply)
{
    const bool offer = event.kind == u"discover";
    event.kind = offer ? u"offer"_s : u"ack"_s;
    event.outcome = Event::Outcome::Ok;
    event.target = reply.target;
    event.detail += (offer ? u"; offered %1"_s : u"; told to load %1"_s).arg(reply.target);
    event.packet = reply.datagram;
    return event;
}

Event silenceEvent(Event event, const Silence &silence)
{
    if (silence.kind == Silence::Kind::Expected) {
        event.detail += u"; %1"_s.arg(silence.reason);
        return event;
    }
    event.outcome = silence.kind == Silence::Kind::Ignored ? Event::Outcome::Ignored : Event::Outcome::Failed;
    event.detail += u"; not answered: %1"_s.arg(silence.reason);
    return event;
}

} // namespace

QList<Event> eventsOf(QByteArrayView datagram, const Message &request, const Client &client, const Arrival &arrival,
                      const Decision &decision)
{
    const auto *silence = std::get_if<Silence>(&decision);
    if (silence && silence->kind == Silence::Kind::NotOurs)
        return {};
    const auto event = requestEvent(datagram, request, client, arrival);
    if (silence)
        return {silenceEvent(event, *silence)};
    return {event, replyEvent(event, std::get<Reply>(decision))};
}

} // namespace Benchboot::Dhcp
