// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/serverprobe.h"

#include "core/bytereader.h"
#include "protocol/dhcp/client.h"
#include "protocol/dhcp/options.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

using Kind = NetworkFinding::Kind;
using Weight = NetworkFinding::Weight;

constexpr char uefiX64 = 7;
constexpr quint8 noPxeDhcp = 176; ///< sub-option of option 175
constexpr quint8 bootFileName = 67;

/// Locally administered and unicast, and as unique as the card's own.
QByteArray probeMac(const NetworkCard &card)
{
    auto mac = QByteArray::fromHex(card.mac.toLatin1().replace(':', ""));
    if (mac.size() != 6)
        mac = QByteArray("\x02\x42\x42\0\0\x01", 6);
    mac[0] = char((quint8(mac[0]) ^ 0x40) | 0x02);
    return mac;
}

/// Up to its NUL, and fit to be shown: a server may write anything.
QString textOf(QByteArrayView value)
{
    const auto end = value.indexOf('\0');
    auto text = QString::fromLatin1(end < 0 ? value : value.first(end));
    std::ranges::replace_if(text, [](QChar c) { return !c.isPrint(); }, u'?');
    return text;
}

bool switchesProxiesOff(const Message &reply)
{
    const auto *value = reply.option(OptionCode::Ipxe);
    const auto parts = value ? parseEncapsulated(*value) : QList<Option>();
    const auto *flag = parts ? findOption(*parts, noPxeDhcp) : nullptr;
    return flag && std::ranges::any_of(*flag, [](char byte) { return byte != 0; });
}

QString listOf(const QList<ServerSighting> &sightings)
{
    QStringList servers;
    for (const auto &one : sightings)
        servers.append(one.server.toString());
    return servers.join(u", "_s);
}

void judgeRouter(const ServerSighting &seen, QList<NetworkFinding> &findings)
{
    const auto name = seen.server.toString();
    if (seen.pxe) {
        findings.append({Kind::PxeRouter, Weight::Failed,
                         u"The DHCP server %1 itself answers as a boot server (option 60), so UEFI PCs ask it instead of Benchboot"_s.arg(name),
                         u"Remove option 60 “PXEClient” there"_s});
    }
    if (seen.switchesProxiesOff) {
        findings.append({Kind::ProxiesOff, Weight::Failed,
                         u"The DHCP server %1 tells iPXE not to wait for Benchboot (option 175.176, no-pxedhcp)"_s.arg(name),
                         u"Remove ipxe.no-pxedhcp there"_s});
    }
    if (!seen.bootFile.isEmpty()) {
        findings.append({Kind::BootFile, Weight::Warning,
                         u"The DHCP server %1 names a boot file of its own (“%2”), which some PCs and signed loaders take instead of Benchboot's"_s
                             .arg(name, seen.bootFile),
                         u"Remove the boot file (filename, option 67) there"_s});
    } else if (!seen.nextServer.isNull()) {
        findings.append({Kind::BootFile, Weight::Warning,
                         u"The DHCP server %1 names %2 as boot server, from which signed GRUB loads its files"_s.arg(
                             name, seen.nextServer.toString()),
                         u"Remove the boot server (next-server, option 66) there"_s});
    }
}

} // namespace

QByteArray probeDatagram(const NetworkCard &card, quint32 transaction)
{
    Message probe;
    probe.transaction = transaction;
    probe.hops = 1;
    probe.relayAddress = card.address;
    const auto mac = probeMac(card);
    std::ranges::copy(mac, probe.hardwareAddress.begin());
    const quint8 wanted[]{1, 3, 43, 54, 60, 66, 67, 175};
    probe.options = {
        {OptionCode::MessageType, QByteArray(1, char(MessageType::Discover))},
        {55, QByteArray(reinterpret_cast<const char *>(wanted), sizeof wanted)},
        {OptionCode::VendorClass, "PXEClient:Arch:00007:UNDI:003016"},
        {OptionCode::ClientArchitecture, QByteArray("\0", 1) + uefiX64},
        {94, QByteArray("\1\3\x10", 3)}, // some proxies do not answer without (RFC 4578 §2.2)
        {OptionCode::MachineIdentifier, QByteArray(11, '\0') + mac},
    };
    return serialise(probe).value_or(QByteArray());
}

std::optional<ServerSighting> sightingOf(const Message &reply, Ipv4 source, quint32 transaction)
{
    const auto *typeValue = reply.option(OptionCode::MessageType);
    if (reply.op != Message::replyOp || reply.transaction != transaction || !typeValue
        || parseMessageType(*typeValue) != MessageType::Offer)
        return std::nullopt;
    ServerSighting seen;
    const auto *identifier = reply.option(OptionCode::ServerIdentifier);
    seen.server = Ipv4{identifier ? ByteReader(*identifier).u32().value_or(0) : 0};
    if (seen.server.isNull())
        seen.server = source;
    seen.handsOutAddresses = !reply.yourAddress.isNull();
    const auto *vendor = reply.option(OptionCode::VendorClass);
    seen.pxe = vendor && parseVendorClass(*vendor).kind == VendorClass::Kind::Pxe;
    const auto *file = reply.option(bootFileName);
    seen.bootFile = textOf(reply.bootFile);
    if (seen.bootFile.isEmpty() && file)
        seen.bootFile = textOf(*file);
    // Many servers put themselves there, which harms nobody as long as no file is named. Where it is us, who are the relay agent of the
    // probe, signed GRUB needs it.
    if (!seen.bootFile.isEmpty() || (reply.serverAddress != seen.server && reply.serverAddress != reply.relayAddress))
        seen.nextServer = reply.serverAddress;
    seen.switchesProxiesOff = switchesProxiesOff(reply);
    return seen;
}

QList<NetworkFinding> judge(const QList<ServerSighting> &sightings, const QString &card)
{
    QList<ServerSighting> routers;
    QList<NetworkFinding> findings;
    for (const auto &seen : sightings) {
        if (seen.handsOutAddresses) {
            routers.append(seen);
            judgeRouter(seen, findings);
        } else if (seen.pxe) {
            findings.append({Kind::OtherProxy, Weight::Failed,
                             u"Another ProxyDHCP server answers on %1: %2; PCs take one or the other"_s.arg(
                                 card, seen.server.toString()),
                             u"Stop the other one, or serve on another network card"_s});
        }
    }
    if (routers.isEmpty()) {
        findings.append({Kind::NoDhcpServer, Weight::Failed,
                         u"No DHCP server answered on %1, so PCs get no address"_s.arg(card),
                         u"Check the cable to the router"_s});
    } else {
        findings.append(
            {Kind::DhcpServer, Weight::Fine, u"The DHCP server on %1 is %2"_s.arg(card, routers.first().server.toString()), {}});
    }
    if (routers.size() > 1) {
        findings.append({Kind::SeveralDhcpServers, Weight::Warning,
                         u"Several DHCP servers answer on %1: %2"_s.arg(card, listOf(routers)),
                         u"Let only one of them hand out addresses there"_s});
    }
    std::ranges::stable_sort(findings, std::ranges::greater(), &NetworkFinding::weight);
    return findings;
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::DhcpServer:
        return u"dhcp-server"_s;
    case Kind::NoDhcpServer:
        return u"no-dhcp-server"_s;
    case Kind::PxeRouter:
        return u"pxe-router"_s;
    case Kind::OtherProxy:
        return u"other-proxy"_s;
    case Kind::BootFile:
        return u"boot-file"_s;
    case Kind::ProxiesOff:
        return u"proxies-off"_s;
    case Kind::SeveralDhcpServers:
        return u"several-dhcp-servers"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Benchboot::Dhcp
