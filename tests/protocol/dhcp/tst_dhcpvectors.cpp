// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dhcpmessages.h"

#include "protocol/dhcp/policy.h"
#include "protocol/dhcp/replymessage.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Dhcp;
using namespace Qt::StringLiterals;

namespace {

const auto ours = ip(u"172.16.0.5");
const auto router = u"172.16.0.1";
const auto client = u"172.16.0.50";

Arrival arrived(Arrival::Port port, QStringView source, quint16 sourcePort)
{
    return {port, {ip(source), sourcePort}, ours};
}
Arrival onDhcpPort() { return arrived(Arrival::Port::Dhcp, u"0.0.0.0", clientPort); }
Arrival onBootPort(quint16 port) { return arrived(Arrival::Port::BootServer, client, port); }

ServedLab lab()
{
    ServedLab lab;
    lab.network.subnets = {Subnet::parse(u"172.16.0.0/16").value()};
    lab.loadersForArch = {{0, {u"bios.kpxe"_s}}, {7, {u"x64.efi"_s}}, {11, {u"arm64.efi"_s}}, {16, {u"x64.efi"_s}}};
    return lab;
}

/// What came of \a datagram: "silence", or the reply in one line with every option but 53, 54 (which must be ours) and 60.
QString outcome(const QByteArray &datagram, const Arrival &arrival)
{
    const std::vector<char> exact(datagram.cbegin(), datagram.cend()); // ASan sees any over-read
    const auto request = parseMessage(QByteArrayView(exact.data(), qsizetype(exact.size())));
    if (!request)
        return u"dropped"_s;
    const auto asker = describeClient(*request);
    const auto decision = decide(*request, asker, arrival, lab(), {usualForm(asker), {}});
    const auto *reply = std::get_if<Reply>(&decision);
    if (!reply)
        return u"silence"_s;
    const auto message = parseMessage(reply->datagram).value();
    const bool valid = message.op == Message::replyOp && message.yourAddress.isNull() && message.serverAddress == ours
        && message.serverName == ours.toString().toLatin1() && message.transaction == request->transaction
        && message.hardwareAddress == request->hardwareAddress && message.relayAddress == request->relayAddress
        && *message.option(OptionCode::ServerIdentifier) == ByteWriter().u32(ours.value).take()
        && reply->datagram.size() >= Message::minimumSize && reply->datagram.size() <= maximumReplySize;
    if (!valid)
        return u"invalid reply"_s;
    auto text
        = u"%1 to %2:%3 %4 %5"_s
              .arg(message.option(53)->front() == 2 ? u"OFFER"_s : u"ACK"_s, reply->destination.address.toString())
              .arg(reply->destination.port)
              .arg(QString::fromLatin1(*message.option(60)), QString::fromLatin1(message.bootFile));
    for (const auto &option : message.options) {
        if (option.code != 53 && option.code != 54 && option.code != 60)
            text += u" %1=%2"_s.arg(option.code).arg(QString::fromLatin1(option.value.toHex()));
    }
    return text;
}

/// A DISCOVER of UEFI x64 whose options stand in the fields that option 52 lends.
QByteArray overloaded()
{
    auto bytes = ClientMessage(MessageType::Discover).with(OptionCode::ClientArchitecture, "\0\x07"_ba).bytes();
    bytes.replace(bytes.indexOf('\xff', Message::headerSize), 4, "\x34\x01\x03\xff");
    bytes.replace(108, 12, "\x3c\x09PXEClient\xff");
    bytes.replace(44, 1, "\xff");
    return bytes;
}

} // namespace

/// What real clients say on the wire, and what must come of it: one row for each case, in the order of a list that
/// was gathered from firmware, from other servers and from reports. Cards and limits are in tst_dhcpbroadcast,
/// tst_dhcplimits and tst_offerhistory.
class TestDhcpVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectors_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::addColumn<Arrival>("arrival");
        QTest::addColumn<QString>("expected");
        const auto row
            = [](const char *name, const QByteArray &datagram, const QString &expected,
                 const Arrival &arrival = onDhcpPort()) { QTest::newRow(name) << datagram << arrival << expected; };
        const auto x64 = u"OFFER to 255.255.255.255:68 PXEClient x64.efi"_s;
        const auto bios = u"OFFER to 255.255.255.255:68 PXEClient bios.kpxe 43=060108ff"_s;
        const auto script = u"OFFER to 255.255.255.255:68 PXEClient http://172.16.0.5:8080/boot.ipxe"_s;
        const auto silence = u"silence"_s;
        const auto archs = [](const QByteArray &value) {
            return pxeDiscover(7).with(OptionCode::ClientArchitecture, value).bytes();
        };
        const auto machine = QByteArray(17, '\0');

        row("vector 1: UEFI x64, flags 0", pxeDiscover(7).flags(0).bytes(), x64);
        row("vector 2: UEFI x64, broadcast flag", pxeDiscover(7).flags(0x8000).bytes(), x64);
        row("vector 3: no vendor class", pxeDiscover(7).without(60).bytes(), silence);
        row("vector 4: PXEClien", pxeDiscover(7).with(60, "PXEClien").bytes(), silence);
        row("vector 5: MSFT 5.0", pxeDiscover(7).with(60, "MSFT 5.0").bytes(), silence);
        row("vector 6: Apple", ClientMessage(MessageType::Inform).with(60, "AAPLBSDPC/i386").bytes(), silence);
        row("vector 7: a reply", pxeDiscover(7).op(Message::replyOp).bytes(), silence);
        row("vector 8: 239 bytes", pxeDiscover(7).bytes().first(239), u"dropped"_s);
        row("vector 8: bad cookie", pxeDiscover(7).bytes().replace(236, 1, "x"), u"dropped"_s);
        row("vector 8: empty", {}, u"dropped"_s);
        row("vector 9: option past the end", pxeDiscover(7).bytes().first(Message::headerSize) + "\x35\x05\x01",
            u"dropped"_s);
        const auto whole = pxeDiscover(7).bytes();
        row("vector 9: no End", whole.first(whole.indexOf('\xff', Message::headerSize)), x64);
        row("vector 10: architecture of the vendor class", pxeDiscover(7).without(93).bytes(), x64);
        row("vector 11: unknown architecture first", archs("\xff\xff\0\x07"_ba), x64);
        for (const auto &[name, length] : {std::pair{"vector 11: no bytes", 0}, std::pair{"vector 11: one byte", 1},
                                           std::pair{"vector 11: three bytes", 3}})
            row(name, archs(QByteArray(length, '\0')), x64);
        row("vector 12: Raspberry Pi", pxeDiscover(0).mac("\xb8\x27\xeb\x01\x02\x03").bytes(), silence);
        row("vector 13: BIOS", pxeDiscover(0).bytes(), bios);
        row("vector 13: 9 is x64", pxeDiscover(9).bytes(), x64);
        row("vector 13: ARM64", pxeDiscover(11).bytes(), u"OFFER to 255.255.255.255:68 PXEClient arm64.efi"_s);
        row("vector 13: no loader", pxeDiscover(39).bytes(), silence);
        row("vector 14: machine identifier", pxeDiscover(7).with(97, machine).bytes(),
            x64 + u" 97="_s + QString::fromLatin1(machine.toHex()));
        row("vector 14: machine identifier of 5 bytes", pxeDiscover(7).with(97, machine.first(5)).bytes(), x64);
        row("vector 15: bare user class", pxeDiscover(0).with(77, "iPXE").bytes(), script);
        row("vector 15: user class with length", pxeDiscover(0).with(77, "\x04iPXE").bytes(), script);
        row("vector 16: iPXE without HTTP", pxeDiscover(0).ipxe({17, 21}).bytes(),
            u"OFFER to 255.255.255.255:68 PXEClient bios.kpxe"_s);
        row("vector 17: UEFI HTTP Boot", httpDiscover(16).bytes(),
            u"OFFER to 255.255.255.255:68 HTTPClient http://172.16.0.5:8080/loaders/x64.efi"_s);
        row("vector 18: relay", pxeDiscover(7).relayedBy(u"172.16.9.1").with(82, "\x01\x04\0\1\2\3"_ba).bytes(),
            u"OFFER to 172.16.9.1:67 PXEClient x64.efi 82=010400010203"_s,
            arrived(Arrival::Port::Dhcp, u"172.16.9.1", serverPort));
        row("vector 19: REQUEST for the router's lease", bootRequest(7, u"0.0.0.0").server(router).bytes(), silence);
        row("vector 20: boot item", bootRequest(7, client).bootItem({0x8000, 0}).bytes(),
            u"ACK to 172.16.0.50:68 PXEClient x64.efi 43=470480000000ff"_s,
            arrived(Arrival::Port::Dhcp, client, clientPort));
        row("vector 21: EDK2 at the boot server", bootRequest(7, client).bytes(),
            u"ACK to 172.16.0.50:4011 PXEClient x64.efi"_s, onBootPort(bootServerPort));
        row("vector 22: iPXE at the boot server", bootRequest(7, client).server(u"172.16.0.5").ipxe({19}).bytes(),
            u"ACK to 172.16.0.50:68 PXEClient http://172.16.0.5:8080/boot.ipxe"_s, onBootPort(clientPort));
        row("vector 23: another boot server", bootRequest(7, client).server(u"172.16.0.9").bytes(), silence,
            onBootPort(bootServerPort));
        row("vector 24: another's address", bootRequest(7, u"172.16.0.66").bytes(), silence,
            onBootPort(bootServerPort));
        row("vector 25: overload", overloaded(), x64);
        row("vector 29: option 67 is never sent", pxeDiscover(7).with(55, "\x42\x43").bytes(), x64);
    }
    void vectors()
    {
        QFETCH(QByteArray, datagram);
        QFETCH(Arrival, arrival);
        QFETCH(QString, expected);
        QCOMPARE(outcome(datagram, arrival), expected);
    }

    void bootPaths_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("fits");
        QTest::newRow("vector 32: 127 bytes") << 127 << true;
        QTest::newRow("vector 32: 128 bytes") << 128 << false;
    }
    void bootPaths()
    {
        QFETCH(int, length);
        QFETCH(bool, fits);
        auto served = lab();
        served.loadersForArch[7] = {QString(length, u'x')};
        const Message request = pxeDiscover(7);
        const auto decision = decide(request, describeClient(request), onDhcpPort(), served, {});
        QCOMPARE(std::holds_alternative<Reply>(decision), fits);
        if (!fits)
            QCOMPARE(std::get<Silence>(decision).kind, Silence::Kind::Misconfigured);
    }
};

QTEST_GUILESS_MAIN(TestDhcpVectors)
#include "tst_dhcpvectors.moc"
