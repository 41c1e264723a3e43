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

QByteArray menuItem(quint16 type, QByteArrayView title)
{
    return ByteWriter().u16(type).u8(quint8(title.size())).bytes(title).take();
}

/// A boot menu (PXE 2.1, table 2-1) whose first item is us and starts at once, and whose second leads to the disk.
QList<Option> bootMenu(Ipv4 ourAddress)
{
    // The vendors' range of types. Some firmware cannot show a menu of one item, so there are two.
    constexpr quint16 ourType = 0x8000;
    constexpr quint16 localDisk = 0;
    constexpr quint8 atOnce = 0;
    return {
        {PxeCode::DiscoveryControl, QByteArray(1, onlyListedServers)},
        {PxeCode::BootServers, ByteWriter().u16(ourType).u8(1).u32(ourAddress.value).take()},
        {PxeCode::BootMenu, menuItem(ourType, "Benchboot") + menuItem(localDisk, "Local disk")},
        {PxeCode::MenuPrompt, ByteWriter().u8(atOnce).bytes("Benchboot").take()},
    };
}

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
    return reply;
}

qsizetype encodedSize(const QByteArray &value)
{
    return value.size() + 2 * (value.size() / 255 + 1); // code and length once per 255 bytes
}

/// Adds option 43 and what is echoed: machine identifier, client identifier (RFC 6842) and, last, the relay's option 82
/// (RFC 3046 §2.2). Where there is not room for all, the relay's goes first, because it may drop a reply without it,
/// then \a pxe; without option 43 the client asks the boot server port.
void addOptions(const Message &request, const QList<Option> &pxe, Message &reply)
{
    qsizetype room = maximumReplySize - Message::headerSize - 1; // 1: End
    for (const auto &option : reply.options)
        room -= encodedSize(option.value);
    const auto fits = [&room](const QByteArray *value) {
        // EDK2 drops a whole message for one option without a value.
        if (!value || value->isEmpty() || encodedSize(*value) > room)
            return false;
        room -= encodedSize(*value);
        return true;
    };
    const auto *relay = request.option(OptionCode::RelayAgent);
    const auto *machine = request.option(OptionCode::MachineIdentifier);
    const auto *client = request.option(OptionCode::ClientIdentifier);
    const auto vendorSpecific = pxe.isEmpty() ? QByteArray() : serialiseEncapsulated(pxe);
    const bool relayFits = fits(relay);
    if (fits(&vendorSpecific))
        reply.options.append({OptionCode::VendorSpecific, vendorSpecific});
    if (machine && isMachineIdentifier(*machine) && fits(machine))
        reply.options.append({OptionCode::MachineIdentifier, *machine});
    if (fits(client))
        reply.options.append({OptionCode::ClientIdentifier, *client});
    if (relayFits)
        reply.options.append({OptionCode::RelayAgent, *relay});
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
    QList<Option> pxe;
    if (hasForms(client) && form == OfferForm::Direct)
        pxe = {justBoot()};
    else if (hasForms(client) && form == OfferForm::Menu)
        pxe = bootMenu(ourAddress);
    addOptions(request, pxe, reply);
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
    addOptions(request, pxe, reply);
    return reply;
}

} // namespace Benchboot::Dhcp
