// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/dhcpmessages.h"
#include "protocol/dhcp/offerhistory.h"
#include "services/dhcpservice.h"
#include "services/networkcard.h"
#include "services/sockets.h"
#include "support/eventrecorder.h"
#include "support/fakeclock.h"
#include "support/loopthread.h"
#include "support/udpclient.h"

#include <QtTest>

#include <optional>

using namespace Benchboot;
using namespace Benchboot::Dhcp;
using namespace Qt::StringLiterals;

namespace {

const auto localhost = ip(u"127.0.0.1");

std::shared_ptr<ServedLab> labOn(const NetworkCard &card)
{
    auto lab = std::make_shared<ServedLab>();
    lab->network = servedNetwork({card});
    lab->loadersForArch = {{0, {u"undionly.kpxe"_s}}, {7, {u"ipxe.efi"_s}}};
    return lab;
}

/// The service on free ports of loopback, in a thread, and a client.
struct Bench
{
    explicit Bench(NetworkCard card = findNetworkCard(u"lo"_s).value(), RateLimits limits = {})
        : client(openUdpSocket(0).value(), findNetworkCard(u"lo"_s)->index)
    {
        holder.set(labOn(card));
        auto dhcp = openUdpSocket(0).value();
        auto boot = openUdpSocket(0).value();
        dhcpPort = localPort(dhcp.get());
        bootPort = localPort(boot.get());
        thread.call([&] {
            service.emplace(thread.loop(), std::move(dhcp), std::move(boot), holder, events, clock, limits, &notes);
            service->start();
        });
    }
    ~Bench()
    {
        thread.call([this] { service.reset(); });
    }
    void ask(quint16 port, const QByteArray &bytes) const { QVERIFY(client.send(localhost, localhost, port, bytes)); }
    [[nodiscard]] std::optional<Message> answer() const
    {
        const auto datagram = client.receive();
        const auto message = datagram ? parseMessage(datagram->payload) : fail(Error::Code::NotFound, {});
        return message ? std::optional(*message) : std::nullopt;
    }

    SnapshotHolder holder;
    EventRecorder events;
    FakeClock clock;
    ClientNotes notes;
    quint16 dhcpPort = 0;
    quint16 bootPort = 0;
    UdpClient client;
    LoopThread thread;
    std::optional<DhcpService> service;
};

} // namespace

class TestDhcpService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discoverGetsAnOffer()
    {
        Bench bench;
        bench.ask(bench.dhcpPort, pxeDiscover(0).bytes());
        const auto datagram = bench.client.receive();
        QVERIFY(datagram);
        QCOMPARE(datagram->source, localhost);
        QCOMPARE(datagram->sourcePort, bench.dhcpPort);
        const auto offer = parseMessage(datagram->payload);
        QVERIFY(offer);
        QCOMPARE(offer->bootFile, QByteArray("undionly.kpxe"));
        QCOMPARE(offer->serverAddress, localhost);

        bench.thread.settle();
        QCOMPARE(bench.events.kinds(), (QStringList{u"discover"_s, u"offer"_s}));
        const auto event = bench.events.all().last();
        QCOMPARE(event.timeMs, bench.clock.wallMs());
        QCOMPARE(event.packet, datagram->payload);
        QCOMPARE(event.outcome, Event::Outcome::Ok);
    }

    void bootRequestGetsAnAcknowledgement()
    {
        Bench bench;
        bench.ask(bench.bootPort, bootRequest(7, u"127.0.0.1").bytes());
        const auto datagram = bench.client.receive();
        QVERIFY(datagram);
        QCOMPARE(datagram->sourcePort, bench.bootPort);
        const auto acknowledgement = parseMessage(datagram->payload);
        QVERIFY(acknowledgement);
        QCOMPARE(*acknowledgement->option(OptionCode::MessageType), QByteArray(1, char(MessageType::Ack)));
        QCOMPARE(acknowledgement->bootFile, QByteArray("ipxe.efi"));
    }

    void plainTrafficLeavesNoTrace()
    {
        Bench bench;
        bench.ask(bench.dhcpPort, ClientMessage(MessageType::Discover).bytes());
        bench.ask(bench.dhcpPort, "garbage");
        bench.ask(bench.dhcpPort, {});
        bench.ask(bench.dhcpPort, QByteArray(5000, 'x'));
        bench.ask(bench.dhcpPort, pxeDiscover(7).op(Message::replyOp).bytes());
        bench.ask(bench.dhcpPort, pxeDiscover(6).bytes());
        bench.ask(bench.dhcpPort, pxeDiscover(7).transaction(77).bytes());
        const auto answer = bench.answer();
        QVERIFY(answer);
        QCOMPARE(answer->transaction, 77U);
        bench.thread.settle();
        QCOMPARE(bench.events.kinds(), (QStringList{u"discover"_s, u"discover"_s, u"offer"_s}));
        QCOMPARE(bench.events.all().first().outcome, Event::Outcome::Ignored);
    }

    void otherCardsAreNotServed()
    {
        auto elsewhere = findNetworkCard(u"lo"_s).value();
        elsewhere.index += 1000;
        Bench bench(elsewhere);
        bench.ask(bench.dhcpPort, pxeDiscover(7).bytes());
        bench.ask(bench.bootPort, bootRequest(7, u"127.0.0.1").bytes());
        bench.thread.settle();
        QVERIFY(!bench.client.receive(0));
        QVERIFY(bench.events.all().isEmpty());
    }

    void answersWhatTheSnapshotSays()
    {
        Bench bench;
        auto lab = labOn(findNetworkCard(u"lo"_s).value());
        lab->loadersForArch[7] = {u"snponly.efi"_s};
        bench.holder.set(lab);
        bench.ask(bench.dhcpPort, pxeDiscover(7).bytes());
        const auto answer = bench.answer();
        QVERIFY(answer);
        QCOMPARE(answer->bootFile, QByteArray("snponly.efi"));
    }

    /// The client takes its address and comes for nothing: after 20 s the next DISCOVER gets the other form.
    void formsChangeForThoseWhoDoNotFollow_data()
    {
        QTest::addColumn<QString>("follow");
        QTest::addColumn<bool>("direct");
        QTest::newRow("vector 31: nothing follows") << QString() << true;
        QTest::newRow("vector 31: the boot server is asked") << u"boot server"_s << false;
        QTest::newRow("vector 31: a file is fetched") << u"tftp"_s << false;
        QTest::newRow("vector 31: iPXE comes") << u"ipxe"_s << false;
    }
    void formsChangeForThoseWhoDoNotFollow()
    {
        QFETCH(QString, follow);
        QFETCH(bool, direct);
        Bench bench;
        const auto offerIsDirect = [&bench] {
            bench.ask(bench.dhcpPort, pxeDiscover(7).bytes());
            const auto offer = bench.answer();
            return offer && offer->option(OptionCode::VendorSpecific);
        };
        for (int i = 0; i < 3; ++i)
            QVERIFY(!offerIsDirect());
        bench.ask(bench.dhcpPort,
                  bootRequest(7, u"0.0.0.0")
                      .server(u"127.0.0.9")
                      .with(OptionCode::RequestedAddress, "\x7f\x00\x00\x32"_ba)
                      .bytes());
        bench.thread.settle();
        bench.clock.advance(1000);
        if (follow == u"boot server") {
            bench.ask(bench.bootPort, bootRequest(7, u"127.0.0.1").bytes());
            QVERIFY(bench.answer());
        } else if (follow == u"ipxe") {
            bench.ask(bench.dhcpPort, ipxeDiscover(7).bytes());
            QVERIFY(bench.answer());
        } else if (follow == u"tftp") {
            FollowUpSink(bench.notes, bench.events, bench.clock)
                .append({.service = Event::Service::Tftp, .kind = u"rrq"_s, .address = u"127.0.0.50"_s});
        }
        bench.clock.advance(OfferHistory::followUpMs);
        QTRY_VERIFY_WITH_TIMEOUT(bench.events.kinds().contains(direct ? u"offer-failed"_s : u"learnt"_s), 5000);
        QCOMPARE(offerIsDirect(), direct);
        const auto lessons = bench.notes.takeLessons();
        QCOMPARE(lessons.size(), 1);
        QCOMPARE(lessons.first().mac, u"52:54:00:12:34:56"_s);
        QCOMPARE(lessons.first().method.form, direct ? OfferForm::Direct : OfferForm::Bare);
        QCOMPARE(lessons.first().works, !direct);
    }

    void filesOfStrangersProveNothing()
    {
        Bench bench;
        FollowUpSink sink(bench.notes, bench.events, bench.clock);
        sink.append({.service = Event::Service::Http, .outcome = Event::Outcome::Ignored, .address = u"127.0.0.50"_s});
        sink.append({.service = Event::Service::ProxyDhcp, .address = u"127.0.0.50"_s});
        QVERIFY(bench.notes.takeFollowUps().isEmpty());
        for (int i = 0; i < 2 * ClientNotes::mostFollowUps; ++i)
            bench.notes.noteFollowUp(Ipv4{0x7f000000U + quint32(i)}.toString(), {}, 1);
        QCOMPARE(bench.notes.takeFollowUps().size(), ClientNotes::mostFollowUps);
    }

    /// Plain DHCP clients leave no trace, but show that a DHCP server is there.
    void plainClientsShowTheServer()
    {
        Bench bench;
        bench.ask(bench.dhcpPort, ClientMessage(MessageType::Request).server(u"127.0.0.9").bytes());
        for (int i = 0; i < 4; ++i) {
            bench.ask(bench.dhcpPort, pxeDiscover(7).transaction(1).bytes());
            QVERIFY(bench.answer());
        }
        bench.ask(bench.dhcpPort, pxeDiscover(7).transaction(2).bytes());
        const auto offer = bench.answer();
        QVERIFY(offer && offer->option(OptionCode::VendorSpecific));
        bench.thread.settle();
        QVERIFY(bench.events.kinds().contains(u"offer-failed"_s));
    }

    void floodsAreCounted()
    {
        Bench bench(findNetworkCard(u"lo"_s).value(), {.perClient = {.burst = 1}});
        for (int i = 0; i < 100; ++i) // more than one batch
            bench.ask(bench.dhcpPort, pxeDiscover(7).bytes());
        QVERIFY(bench.answer());
        QTRY_COMPARE_WITH_TIMEOUT(bench.events.kinds(), (QStringList{u"discover"_s, u"offer"_s, u"limited"_s}), 5000);
        QVERIFY(bench.events.all().last().detail.startsWith(u"99 requests"));
        QVERIFY(!bench.client.receive(0));
    }

    void stopFreesThePorts()
    {
        Bench bench;
        QVERIFY(!openUdpSocket(bench.dhcpPort));
        bench.thread.call([&bench] { bench.service->stop(); });
        QVERIFY(openUdpSocket(bench.dhcpPort));
        QVERIFY(openUdpSocket(bench.bootPort));
    }
};

QTEST_GUILESS_MAIN(TestDhcpService)
#include "tst_dhcpservice.moc"
