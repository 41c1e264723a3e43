// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/policy.h"
#include "support/pcapfile.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Dhcp;
using namespace Qt::StringLiterals;

namespace {

/// The server's when the captures were made (tests/data/README.md).
const auto ours = Ipv4::parse(u"172.16.0.2").value();

ServedLab lab()
{
    ServedLab lab;
    lab.network.subnets = {Subnet::parse(u"172.16.0.0/16").value()};
    lab.httpPort = 8080;
    lab.loadersForArch = {{0, {u"undionly.kpxe"_s}},
                          {6, {u"grub-test.efi"_s}},
                          {7, {u"snponly.efi"_s, u"ipxe.efi"_s}},
                          {11, {u"ipxe-arm64.efi"_s}},
                          {16, {u"snponly.efi"_s}}};
    return lab;
}

QString typeName(const Message &message)
{
    static const QStringList names{u"?"_s,       u"DISCOVER"_s, u"OFFER"_s, u"REQUEST"_s, u"DECLINE"_s,
                                   u"ACK"_s,     u"NAK"_s,      u"RELEASE"_s, u"INFORM"_s};
    const auto *value = message.option(OptionCode::MessageType);
    return names.value(value ? int(parseMessageType(*value).value_or(MessageType(0))) : 0);
}

QString silenceName(Silence::Kind kind)
{
    switch (kind) {
    case Silence::Kind::NotOurs:
        return u"not ours"_s;
    case Silence::Kind::Expected:
        return u"expected, not ours to answer"_s;
    case Silence::Kind::Ignored:
        return u"ignored"_s;
    case Silence::Kind::Misconfigured:
        return u"misconfigured"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// What we do with \a request today.
QString answerTo(const CapturedDatagram &datagram, const Message &request, const Client &client)
{
    const auto port = datagram.destinationPort == bootServerPort ? Arrival::Port::BootServer : Arrival::Port::Dhcp;
    const Arrival arrival{port, {datagram.source, datagram.sourcePort}, ours};
    const auto decision = decide(request, client, arrival, lab(), OfferMethod{usualForm(client), {}});
    if (const auto *silence = std::get_if<Silence>(&decision))
        return silenceName(silence->kind);
    const auto &reply = std::get<Reply>(decision);
    const auto message = parseMessage(reply.datagram);
    // The client's own address differs from capture to capture.
    const bool back = reply.destination == arrival.source;
    return u"%1 %2 to %3"_s.arg(message ? typeName(*message) : u"malformed"_s, reply.target,
                                back ? u"where it came from"_s : reply.destination.address.toString());
}

/// One line about \a datagram, as the expectations below have it.
QString lineAbout(const CapturedDatagram &datagram, const Message &message)
{
    if (message.op == Message::replyOp)
        return u"%1 of %2"_s.arg(typeName(message), datagram.source == ours ? u"ours"_s : u"the router"_s);
    const auto client = describeClient(message);
    return u"%1 %2→%3 %4: %5"_s.arg(typeName(message))
        .arg(datagram.sourcePort)
        .arg(datagram.destinationPort)
        .arg(toString(client), answerTo(datagram, message, client));
}

// Parts of conversations. Our captures hold what reaches the server's card: of the router's answers the broadcast ones.

const auto script = u"http://172.16.0.2:8080/boot.ipxe"_s;
const QStringList routerOffers{u"OFFER of the router"_s};
const QStringList routerGives{u"ACK of the router"_s};
const QStringList linuxAsks{u"DISCOVER 68→67 Unknown architecture, no network boot: not ours"_s,
                            u"REQUEST 68→67 Unknown architecture, no network boot: not ours"_s};

QStringList offered(const QString &client, const QString &file)
{
    return {u"DISCOVER 68→67 %1: OFFER %2 to 255.255.255.255"_s.arg(client, file), u"OFFER of ours"_s};
}

QStringList selected(const QString &client)
{
    return {u"REQUEST 68→67 %1: expected, not ours to answer"_s.arg(client)};
}

/// iPXE that was loaded asks for broadcasts, as firmware does; a ROM's does not.
QStringList loadedIpxe(const QString &machine)
{
    const auto client = machine + u", iPXE"_s;
    return offered(client, script) + routerOffers + selected(client) + routerGives;
}

QStringList edk2(const QString &machine, const QString &file)
{
    const auto client = machine + u", PXEClient"_s;
    return offered(client, file) + routerOffers + selected(client) + routerGives
        + QStringList{u"REQUEST 4011→4011 %1: ACK %2 to where it came from"_s.arg(client, file), u"ACK of ours"_s};
}

} // namespace

/// Packets that real firmware, iPXE, Linux and a router sent (tests/data).
class TestDhcpCaptures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPacket_data()
    {
        QTest::addColumn<QStringList>("conversation");
        const auto x64 = u"UEFI x64 (7)"_s;
        QTest::newRow("bios-ipxe") << offered(u"BIOS (0), iPXE"_s, script) + selected(u"BIOS (0), iPXE"_s) + linuxAsks;
        QTest::newRow("bios-pxe") << offered(u"BIOS (0), PXEClient"_s, u"undionly.kpxe"_s)
                + selected(u"BIOS (0), PXEClient"_s) + loadedIpxe(u"BIOS (0)"_s) + linuxAsks;
        QTest::newRow("uefi-x64") << edk2(x64, u"snponly.efi"_s) + loadedIpxe(x64) + linuxAsks;
        QTest::newRow("uefi-ia32") << edk2(u"UEFI IA32 (6)"_s, u"grub-test.efi"_s) + linuxAsks;
        QTest::newRow("uefi-arm64") << edk2(u"UEFI ARM64 (11)"_s, u"ipxe-arm64.efi"_s)
                + loadedIpxe(u"UEFI ARM64 (11)"_s) + linuxAsks;
        const auto http = u"UEFI x64 HTTP (16), HTTPClient"_s;
        QTest::newRow("http-x64") << offered(http, u"http://172.16.0.2:8080/loaders/snponly.efi"_s) + routerOffers
                + selected(http) + routerGives + loadedIpxe(x64) + linuxAsks;
    }
    void everyPacket()
    {
        QFETCH(QStringList, conversation);
        const auto datagrams = readPcap(QStringLiteral(BENCHBOOT_TEST_DATA "/%1.pcap")
                                            .arg(QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY2(datagrams, datagrams ? "" : qPrintable(datagrams.error().detail));
        QStringList found;
        for (const auto &datagram : *datagrams) {
            const auto message = parseMessage(datagram.payload);
            QVERIFY2(message, message ? "" : qPrintable(message.error().detail));
            const auto again = serialise(*message);
            QVERIFY(again);
            QCOMPARE(parseMessage(*again).value(), *message);
            found += lineAbout(datagram, *message);
        }
        QCOMPARE(found, conversation);
    }
};

QTEST_GUILESS_MAIN(TestDhcpCaptures)
#include "tst_dhcpcaptures.moc"
