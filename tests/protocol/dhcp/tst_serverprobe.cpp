// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/client.h"
#include "protocol/dhcp/dhcpmessages.h"
#include "protocol/dhcp/serverprobe.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Dhcp;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 transaction = 0x11223344;

/// An OFFER as it comes over the wire.
struct Offer
{
    QString from = u"172.16.0.1"_s;
    QString address; ///< yiaddr
    QString nextServer;
    QByteArray file;
    QList<Option> options;

    [[nodiscard]] QByteArray bytes() const
    {
        Message message;
        message.op = Message::replyOp;
        message.transaction = transaction;
        if (!address.isEmpty())
            message.yourAddress = ip(address);
        if (!nextServer.isEmpty())
            message.serverAddress = ip(nextServer);
        message.relayAddress = ip(u"172.16.0.5"); // ours, as the probe has it
        message.bootFile = file;
        message.options = {{OptionCode::MessageType, QByteArray(1, char(MessageType::Offer))},
                           {OptionCode::ServerIdentifier, ByteWriter().u32(ip(from).value).take()}};
        message.options += options;
        return serialise(message).value();
    }
};

const Option pxeClass{OptionCode::VendorClass, "PXEClient"};
const Option noProxies{OptionCode::Ipxe, QByteArray("\xb0\x01\x01\xff", 4)};

QList<ServerSighting> sightingsOf(const QList<Offer> &offers)
{
    QList<ServerSighting> sightings;
    for (const auto &offer : offers) {
        const auto message = parseMessage(offer.bytes());
        const auto seen = message ? sightingOf(*message, ip(offer.from), transaction) : std::nullopt;
        if (seen)
            sightings.append(*seen);
    }
    return sightings;
}

QString words(const QList<NetworkFinding> &findings)
{
    QStringList kinds;
    for (const auto &finding : findings)
        kinds.append(kindName(finding.kind));
    return kinds.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(Offer)

class TestServerProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probeIsTheRequestOfAPcBehindARelay()
    {
        const NetworkCard card{.name = u"enp3s0"_s,
                               .index = 2,
                               .mac = u"52:54:00:12:34:56"_s,
                               .address = ip(u"172.16.0.5"),
                               .prefix = 16};
        const auto probe = parseMessage(probeDatagram(card, transaction));
        QVERIFY(probe);
        QCOMPARE(probe->transaction, transaction);
        QCOMPARE(probe->relayAddress, ip(u"172.16.0.5"));
        QVERIFY(isDiscover(*probe));
        QVERIFY(macOf(*probe) != card.mac);
        QCOMPARE(quint8(probe->hardwareAddress[0]) & 0x03, 0x02); // local, not a group
        const auto client = describeClient(*probe);
        QCOMPARE(client.kind, VendorClass::Kind::Pxe);
        QCOMPARE(client.architecture, std::optional<quint16>(7));
        QVERIFY(isMachineIdentifier(*probe->option(OptionCode::MachineIdentifier)));
    }

    void judgesTheNetwork_data()
    {
        QTest::addColumn<QList<Offer>>("offers");
        QTest::addColumn<QString>("kinds");
        const Offer router{.address = u"172.16.1.7"_s, .nextServer = u"172.16.0.1"_s, .file = {}, .options = {}};
        const auto with = [&router](const QList<Option> &options) {
            auto other = router;
            other.options = options;
            return other;
        };
        auto other = router;
        other.from = u"172.16.0.2"_s;
        other.nextServer = u"172.16.0.2"_s;
        auto file = router;
        file.file = "pxelinux.0";
        auto server = router;
        server.nextServer = u"172.16.0.9"_s;
        auto names = router;
        names.nextServer = u"172.16.0.5"_s;
        auto namesWithFile = names;
        namesWithFile.file = "pxelinux.0";
        auto noServer = router;
        noServer.nextServer.clear();
        const Offer proxy{.from = u"172.16.0.3"_s, .address = {}, .nextServer = {}, .file = {}, .options = {pxeClass}};

        QTest::newRow("nobody") << QList<Offer>{} << u"no-dhcp-server"_s;
        QTest::newRow("plain router") << QList{router} << u"dhcp-server"_s;
        QTest::newRow("plain router without siaddr") << QList{noServer} << u"dhcp-server"_s;
        QTest::newRow("router says PXEClient") << QList{with({pxeClass})} << u"pxe-router dhcp-server"_s;
        QTest::newRow("router names a boot file") << QList{file} << u"boot-file dhcp-server"_s;
        QTest::newRow("boot file in option 67")
            << QList{with({{67, QByteArray("pxelinux.0\0", 11)}})} << u"boot-file dhcp-server"_s;
        QTest::newRow("router names a boot server") << QList{server} << u"boot-file dhcp-server"_s;
        QTest::newRow("router names us as boot server") << QList{names} << u"dhcp-server"_s;
        QTest::newRow("router names us and a boot file") << QList{namesWithFile} << u"boot-file dhcp-server"_s;
        QTest::newRow("no-pxedhcp") << QList{with({noProxies})} << u"proxies-off dhcp-server"_s;
        QTest::newRow("no-pxedhcp 0")
            << QList{with({{OptionCode::Ipxe, QByteArray("\xb0\x01\x00\xff", 4)}})} << u"dhcp-server"_s;
        QTest::newRow("broken option 175")
            << QList{with({{OptionCode::Ipxe, QByteArray("\xb0\x09\x01", 3)}})} << u"dhcp-server"_s;
        QTest::newRow("another proxy") << QList{router, proxy} << u"other-proxy dhcp-server"_s;
        QTest::newRow("only another proxy") << QList{proxy} << u"other-proxy no-dhcp-server"_s;
        QTest::newRow("two routers") << QList{router, other} << u"several-dhcp-servers dhcp-server"_s;
    }
    void judgesTheNetwork()
    {
        QFETCH(QList<Offer>, offers);
        QFETCH(QString, kinds);
        const auto findings = judge(sightingsOf(offers), u"enp3s0"_s);
        QCOMPARE(words(findings), kinds);
        for (const auto &finding : findings)
            QCOMPARE(finding.remedy.isEmpty(), finding.weight == NetworkFinding::Weight::Fine);
    }

    void namesWhatItSaw()
    {
        const Offer offer{.address = u"172.16.1.7"_s, .nextServer = {}, .file = "boot\x1b[31m", .options = {}};
        const auto findings = judge(sightingsOf({offer}), u"enp3s0"_s);
        QVERIFY(findings.first().sentence.contains(u"172.16.0.1"));
        QVERIFY2(findings.first().sentence.contains(u"“boot?[31m”"), qPrintable(findings.first().sentence));
        QVERIFY(judge({}, u"enp3s0"_s).first().sentence.contains(u"enp3s0"));
    }

    void ignoresWhatIsNoAnswer_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("op");
        QTest::addColumn<quint32>("xid");
        QTest::newRow("our own probe") << int(MessageType::Discover) << int(Message::requestOp) << transaction;
        QTest::newRow("acknowledgement") << int(MessageType::Ack) << int(Message::replyOp) << transaction;
        QTest::newRow("answer to another") << int(MessageType::Offer) << int(Message::replyOp) << transaction + 1;
    }
    void ignoresWhatIsNoAnswer()
    {
        QFETCH(int, type);
        QFETCH(int, op);
        QFETCH(quint32, xid);
        auto message = ClientMessage(MessageType(type)).op(quint8(op)).transaction(xid);
        QVERIFY(!sightingOf(message, ip(u"172.16.0.1"), transaction));
    }
};

QTEST_GUILESS_MAIN(TestServerProbe)
#include "tst_serverprobe.moc"
