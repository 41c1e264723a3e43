// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/replymessage.h"

#include "core/bytereader.h"
#include "protocol/dhcp/architecture.h"

namespace Benchboot::Dhcp {
namespace {

bool isUefi(const Client &client)
{
    const auto *architecture = client.architecture ? findArchitecture(*client.architecture) : nullptr;
    return architecture && architecture->firmware == Architecture::Firmware::Uefi;
}

/// Sub-option 6 of value 8 by itself. A half-filled option 43 is worse than none: EDK2 takes one without it for "boot
/// locally".
Option justBoot() { return {PxeCode::DiscoveryControl, QByteArray(1, useBootFile)}; }

/// What every reply has. siaddr and option 54 must both be our address: iPXE takes a proxy's word only with a siaddr,
/// even beside a URL, and EDK2 reads option 54 without looking whether it is there.
Message answer(const Message &request, MessageType type, const Client &client, Ipv4 ourAddress,
               const QByteArray &bootFile)
{
    Message reply;
    reply.op = Message::replyOp;
    reply.hardwareType = request.hardwareType;
    reply.hardwareLength = request.hardwareLength;
    reply.hardwareAddress = request.hardwareAddress;
    reply.transaction = request.transaction; // 0 in some ROMs' boot item requests
    reply.flags = request.flags;
    reply.serverAddress = ourAddress;
    reply.relayAddress = request.relayAddress;
    reply.serverName = ourAddress.toString().toLatin1();
    reply.bootFile = bootFile;
    const bool http = client.kind == VendorClass::Kind::Http;
    reply.options = {
        {OptionCode::MessageType, QByteArray(1, char(type))},
        {OptionCode::ServerIdentifier, ByteWriter().u32(ourAddress.value).take()},
        {OptionCode::VendorClass, http ? QByteArrayLiteral("HTTPClient") : QByteArrayLiteral("PXEClient")},
    };
    if (const auto *machine = request.option(OptionCode::MachineIdentifier); machine && isMachineIdentifier(*machine))
        reply.options.append({OptionCode::MachineIdentifier, *machine});
    return reply;
}

qsizetype encodedSize(const QByteArray &value)
{
    return value.size() + 2 * (value.size() / 255 + 1); // code and length once per 255 bytes
}

/// Echoes the client identifier (RFC 6842) and, last, the relay's option 82 (RFC 3046 §2.2) as far as there is room;
/// the relay goes first.
void echoIdentifiers(const Message &request, Message &reply)
{
    qsizetype room = maximumReplySize - Message::headerSize - 1; // 1: End
    for (const auto &option : reply.options)
        room -= encodedSize(option.value);
    QList<Option> echoed;
    for (const auto code : {OptionCode::RelayAgent, OptionCode::ClientIdentifier}) {
        const auto *value = request.option(code);
        // EDK2 drops a whole message for one option without a value.
        if (!value || value->isEmpty() || encodedSize(*value) > room)
            continue;
        room -= encodedSize(*value);
        echoed.prepend({code, *value});
    }
    reply.options.append(echoed);
}

} // namespace

Message makeOffer(const Message &request, const Client &client, Ipv4 ourAddress, const QByteArray &bootFile,
                  OfferForm form)
{
    auto reply = answer(request, MessageType::Offer, client, ourAddress, bootFile);
    // There is no yiaddr to which a relay could send this, whatever the client's flag says.
    reply.flags |= Message::broadcastFlag;
    // iPXE uses file and siaddr as they are, and option 43 would only put it into PXE menu mode. HTTP Boot knows no
    // option 43.
    const bool pxeFirmware = client.kind == VendorClass::Kind::Pxe && !client.ipxe;
    const bool direct = isUefi(client) == (form == OfferForm::Alternative);
    if (pxeFirmware && direct)
        reply.options.append({OptionCode::VendorSpecific, serialiseEncapsulated({justBoot()})});
    echoIdentifiers(request, reply);
    return reply;
}

Message makeAcknowledgement(const Message &request, const Client &client, Ipv4 ourAddress, const QByteArray &bootFile)
{
    auto reply = answer(request, MessageType::Ack, client, ourAddress, bootFile);
    reply.clientAddress = request.clientAddress;
    QList<Option> pxe;
    if (!client.ipxe && !isUefi(client))
        pxe.append(justBoot());
    if (client.bootItem)
        pxe.append({PxeCode::BootItem, serialiseBootItem(*client.bootItem)});
    if (!pxe.isEmpty())
        reply.options.append({OptionCode::VendorSpecific, serialiseEncapsulated(pxe)});
    echoIdentifiers(request, reply);
    return reply;
}

} // namespace Benchboot::Dhcp
