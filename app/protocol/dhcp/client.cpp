// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/client.h"

#include "core/bytereader.h"
#include "protocol/dhcp/architecture.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

constexpr qsizetype macSize = 6;
constexpr quint16 biosArchitecture = 0;

/// Address blocks of Raspberry Pi Trading and Raspberry Pi (Trading) Ltd.
constexpr std::array raspberryPiBlocks{
    QByteArrayView("\xb8\x27\xeb"), QByteArrayView("\xdc\xa6\x32"), QByteArrayView("\xe4\x5f\x01"),
    QByteArrayView("\x28\xcd\xc1"), QByteArrayView("\xd8\x3a\xdd"), QByteArrayView("\x2c\xcf\x67"),
};

std::optional<quint16> architectureOf(const Message &message, const VendorClass &vendorClass)
{
    const auto *option = message.option(OptionCode::ClientArchitecture);
    const auto listed = option ? parseArchitectures(*option) : QList<quint16>();
    if (!listed || listed->isEmpty())
        return vendorClass.architecture; // absent or malformed: the vendor class repeats it in decimal
    const bool http = vendorClass.kind == VendorClass::Kind::Http;
    const auto fits = [http](quint16 code) {
        const auto *known = findArchitecture(code);
        return known && known->http == http;
    };
    const auto best = std::ranges::find_if(*listed, fits);
    return best == listed->end() ? listed->first() : *best;
}

/// Reads options 77 and 175. A client without option 175 but with iPXE's user class is taken for a whole iPXE.
void describeIpxe(const Message &message, Client &client)
{
    const auto *userClass = message.option(OptionCode::UserClass);
    client.ipxe = userClass && parseUserClasses(*userClass).contains("iPXE");
    client.loadsHttp = client.ipxe;
    if (const auto *option = message.option(OptionCode::Ipxe)) {
        const auto features = parseEncapsulated(*option);
        client.ipxe = true;
        client.loadsHttp = features && findOption(*features, ipxeHttpFeature);
    }
}

std::optional<BootItem> bootItemOf(const Message &message)
{
    const auto *option = message.option(OptionCode::VendorSpecific);
    const auto items = option ? parseEncapsulated(*option) : QList<Option>();
    const auto *value = items ? findOption(*items, PxeCode::BootItem) : nullptr;
    const auto item = value ? parseBootItem(*value) : fail(Error::Code::NotFound, {});
    return item ? std::optional(*item) : std::nullopt;
}

bool isRaspberryPi(const Message &message)
{
    const QByteArrayView address(message.hardwareAddress);
    return std::ranges::any_of(raspberryPiBlocks, [address](auto block) { return address.startsWith(block); });
}

} // namespace

Client describeClient(const Message &message)
{
    Client client;
    const auto *option = message.option(OptionCode::VendorClass);
    const auto vendorClass = option ? parseVendorClass(*option) : VendorClass();
    client.kind = vendorClass.kind;
    if (client.kind == VendorClass::Kind::Other || client.kind == VendorClass::Kind::Apple)
        return client;
    client.architecture = architectureOf(message, vendorClass);
    client.undi = vendorClass.undi;
    if (const auto *version = message.option(OptionCode::NetworkInterface); version && !client.undi)
        client.undi = parseInterfaceVersion(*version);
    describeIpxe(message, client);
    client.raspberryPi = client.architecture == biosArchitecture && isRaspberryPi(message);
    client.bootItem = bootItemOf(message);
    return client;
}

QString toString(const Client &client)
{
    if (client.kind == VendorClass::Kind::Apple)
        return u"Mac, BSDP"_s;
    const auto program = client.ipxe             ? u"iPXE"_s
        : client.kind == VendorClass::Kind::Http ? u"HTTPClient"_s
        : client.kind == VendorClass::Kind::Pxe  ? u"PXEClient"_s
                                                 : u"no network boot"_s;
    return client.architecture
        ? u"%1 (%2), %3"_s.arg(architectureName(*client.architecture)).arg(*client.architecture).arg(program)
        : u"Unknown architecture, %1"_s.arg(program);
}

QString firmwareName(const Client &client)
{
    auto name = client.kind == VendorClass::Kind::Http ? u"HTTPClient"_s : u"PXEClient"_s;
    if (client.architecture)
        name += u":Arch:%1"_s.arg(*client.architecture, 5, 10, '0'_L1);
    if (client.undi)
        name += u":UNDI:%1"_s.arg(*client.undi, 6, 10, '0'_L1);
    return client.ipxe ? name + u" (iPXE)"_s : name;
}

std::optional<FirmwareFacts> factsOfFirmware(const QString &name)
{
    static const QRegularExpression pattern(
        u"\\A(?:PXE|HTTP)Client:Arch:(\\d{5})(?::UNDI:(\\d{6}))?(\\s\\(iPXE\\))?\\z"_s);
    const auto match = pattern.match(name);
    if (!match.hasMatch())
        return std::nullopt;
    FirmwareFacts facts{.architecture = match.captured(1).toUShort(), .undi = {}, .ipxe = match.hasCaptured(3)};
    if (match.hasCaptured(2))
        facts.undi = match.captured(2).toUInt();
    return facts;
}

QString macOf(const Message &message)
{
    return message.hardwareLength == macSize ? QString::fromLatin1(hardwareKey(message).toHex(':')) : QString();
}

QByteArray hardwareKey(const Message &message)
{
    return QByteArrayView(message.hardwareAddress).first(message.hardwareLength).toByteArray();
}

bool takesAddress(const Message &message)
{
    const auto *type = message.option(OptionCode::MessageType);
    return type && parseMessageType(*type) == MessageType::Request
        && !addressOption(message, OptionCode::ServerIdentifier).isNull();
}

Ipv4 addressOption(const Message &message, quint8 code)
{
    const auto *value = message.option(code);
    return value ? Ipv4{ByteReader(*value).u32().value_or(0)} : Ipv4{};
}

bool isDiscover(const Message &message)
{
    const auto *type = message.option(OptionCode::MessageType);
    return type && parseMessageType(*type) == MessageType::Discover;
}

} // namespace Benchboot::Dhcp
