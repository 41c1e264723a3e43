// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dhcpmessages.h"

#include "protocol/dhcp/offerhistory.h"
#include "support/fakeclock.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Dhcp;
using namespace Qt::StringLiterals;

namespace {

const auto mac = u"52:54:00:12:34:56"_s;
const auto address = ip(u"172.16.0.50");
const auto uefi = u"PXEClient:Arch:00007:UNDI:003016"_s;

/// One PC, our history of it, and the session that keeps what is learnt.
struct Bench
{
    Bench()
    {
        lab.loadersForArch
            = {{0, {u"a.kpxe"_s, u"b.kpxe"_s}}, {7, {u"a.efi"_s, u"b.efi"_s}}, {16, {u"a.efi"_s, u"b.efi"_s}}};
        saveClients({});
    }
    void saveClients(KnownClients known) { lab.clients = std::make_shared<const KnownClients>(std::move(known)); }
    [[nodiscard]] KnownClients known() const { return *lab.clients; }

    /// One DISCOVER. \return the method of the offer, as "bare a.efi"
    QString discover(const Message &request)
    {
        const auto client = describeClient(request);
        const auto method = history.onDiscover(request, client, lab);
        history.onOffer(request, client);
        return formName(method.form) + u' ' + method.loader;
    }
    QString discover(quint16 architecture = 7) { return discover(pxeDiscover(architecture)); }
    void takeAddress(quint16 architecture = 7)
    {
        history.onAddressTaken(bootRequest(architecture, u"0.0.0.0")
                                   .server(u"172.16.0.1")
                                   .with(OptionCode::RequestedAddress, ByteWriter().u32(address.value).take()));
    }
    void wait(qint64 ms)
    {
        clock.advance(ms);
        history.judge(lab);
    }
    /// One boot in which the client takes its address and does not follow.
    QString bootInVain(quint16 architecture = 7)
    {
        const auto method = discover(architecture);
        takeAddress(architecture);
        wait(OfferHistory::followUpMs);
        return method;
    }
    /// DISCOVERs at 0, 4, 12 and 28 s, and the pause after them.
    QString fourDiscovers(quint32 transaction, quint16 architecture = 7)
    {
        QString first;
        for (const int pause : {4, 8, 16, 32}) {
            const auto method = discover(pxeDiscover(architecture).transaction(transaction));
            if (first.isEmpty())
                first = method;
            wait(pause * 1000);
        }
        return first;
    }
    /// The session takes the lessons, keeps them and swaps the snapshot. \return their sentences
    QStringList learn()
    {
        QStringList sentences;
        auto clients = known();
        for (const auto &news : history.takeNews()) {
            sentences.append(news.sentence);
            if (news.changed)
                clients.learn(news.lesson);
        }
        saveClients(std::move(clients));
        return sentences;
    }
    /// As after a restart of the program: only what was saved is left.
    void restart()
    {
        learn();
        history.~OfferHistory();
        new (&history) OfferHistory(clock);
    }

    FakeClock clock;
    ServedLab lab;
    OfferHistory history{clock};
};

} // namespace

class TestOfferHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void methodsThatAreTried_data()
    {
        QTest::addColumn<quint16>("architecture");
        QTest::addColumn<QStringList>("methods");
        QTest::newRow("vector 31: BIOS") << quint16(
            0) << QStringList{u"direct a.kpxe"_s, u"bare a.kpxe"_s, u"menu a.kpxe"_s,  u"direct b.kpxe"_s,
                              u"bare b.kpxe"_s,   u"menu b.kpxe"_s, u"direct a.kpxe"_s};
        QTest::newRow("vector 31: UEFI") << quint16(
            7) << QStringList{u"bare a.efi"_s, u"direct a.efi"_s, u"menu a.efi"_s, u"bare b.efi"_s};
    }
    void methodsThatAreTried()
    {
        QFETCH(quint16, architecture);
        QFETCH(QStringList, methods);
        for (const bool saved : {false, true}) {
            Bench bench;
            for (const auto &method : methods) {
                QCOMPARE(bench.bootInVain(architecture), method);
                if (saved)
                    bench.restart();
            }
        }
    }

    void fourDiscoversAreAFailureOnlyBesideAServer_data()
    {
        QTest::addColumn<qint64>("serverSeenBefore"); // ms; −1: never
        QTest::addColumn<QString>("method");
        QTest::newRow("no DHCP server") << qint64(-1) << u"bare a.efi"_s;
        QTest::newRow("seen a minute ago") << qint64(60'000) << u"direct a.efi"_s;
        QTest::newRow("seen long ago") << OfferHistory::siteServerHoldsMs + 1 << u"bare a.efi"_s;
    }
    void fourDiscoversAreAFailureOnlyBesideAServer()
    {
        QFETCH(qint64, serverSeenBefore);
        QFETCH(QString, method);
        Bench bench;
        if (serverSeenBefore >= 0) {
            bench.history.onSiteServer();
            bench.clock.advance(serverSeenBefore);
        }
        QCOMPARE(bench.fourDiscovers(1), u"bare a.efi"_s);
        QCOMPARE(bench.discover(pxeDiscover(7).transaction(2)), method);
    }

    void attemptsThatAreNotWhole()
    {
        Bench bench;
        bench.history.onSiteServer();
        for (quint32 attempt = 1; attempt < 10; ++attempt) { // somebody who resets the PC again and again
            for (int i = 0; i < 3; ++i) {
                QCOMPARE(bench.discover(pxeDiscover(7).transaction(attempt)), u"bare a.efi"_s);
                bench.wait(4000);
            }
        }
        QVERIFY(bench.learn().isEmpty());
    }

    void serverThatCameTooLateProvesNothing()
    {
        Bench bench;
        QCOMPARE(bench.fourDiscovers(1), u"bare a.efi"_s);
        bench.history.onSiteServer();
        QCOMPARE(bench.discover(pxeDiscover(7).transaction(2)), u"bare a.efi"_s);
    }

    /// The site's DHCP server pings for 3 s before it offers an address, so that each boot has several DISCOVERs.
    void healthyBootsChangeNothing_data()
    {
        QTest::addColumn<QString>("follow");
        for (const auto *follow : {"boot server", "TFTP by address", "HTTP by hardware address", "iPXE"})
            QTest::newRow(follow) << QString::fromLatin1(follow);
    }
    void healthyBootsChangeNothing()
    {
        QFETCH(QString, follow);
        Bench bench;
        for (int boot = 0; boot < 20; ++boot) {
            for (int i = 0; i < 4; ++i) {
                QCOMPARE(bench.discover(), u"bare a.efi"_s);
                bench.wait(1500);
            }
            bench.takeAddress();
            bench.wait(OfferHistory::followUpMs - 1);
            if (follow == u"boot server")
                QCOMPARE(bench.history.onBootRequest(bootRequest(7, u"172.16.0.50"), {}, bench.lab),
                         (OfferMethod{OfferForm::Bare, u"a.efi"_s}));
            else if (follow == u"iPXE")
                bench.history.onIpxe(ipxeDiscover(7));
            else if (follow == u"TFTP by address")
                QVERIFY(bench.history.onFollowUp(address, bench.clock.monotonicMs()));
            else
                bench.history.onFollowUp(hardwareKey(pxeDiscover(7)), bench.clock.monotonicMs());
            QVERIFY(!bench.history.isWaiting());
            bench.takeAddress(); // iPXE does so too
            bench.wait(OfferHistory::followUpMs + 1);
            QCOMPARE(bench.learn(),
                     boot == 0 ? QStringList{u"it boots from the bare offer of a.efi; this is remembered"_s}
                               : QStringList());
        }
    }

    void filesOfAnEarlierBootProveNothing()
    {
        Bench bench;
        const qint64 before = bench.clock.monotonicMs();
        bench.clock.advance(1);
        bench.discover();
        bench.takeAddress();
        bench.history.onFollowUp(address, before);
        QVERIFY(bench.history.isWaiting());
        bench.wait(OfferHistory::followUpMs);
        QCOMPARE(bench.learn(),
                 QStringList{u"it took its address from 172.16.0.1 and asked us for nothing within 20 s: the bare "
                             "offer of a.efi failed; next is the direct offer of a.efi"_s});
        QCOMPARE(bench.discover(), u"direct a.efi"_s);
    }

    void lateFollowersAreBelieved()
    {
        Bench bench;
        QCOMPARE(bench.bootInVain(), u"bare a.efi"_s);
        bench.history.onFollowUp(address, bench.clock.monotonicMs());
        QCOMPARE(bench.discover(), u"bare a.efi"_s);
        bench.clock.advance(OfferHistory::offerHoldsMs + 1);
        (void)bench.learn();
        bench.history.onFollowUp(address, bench.clock.monotonicMs()); // the system on its disk, for example
        QVERIFY(bench.learn().isEmpty());
    }

    void whatWorkedFailsOnlyTwiceInARow()
    {
        Bench bench;
        bench.discover();
        bench.history.onIpxe(ipxeDiscover(7));
        bench.restart();
        QCOMPARE(bench.bootInVain(), u"bare a.efi"_s);
        QVERIFY(bench.learn().first().endsWith(u"but worked before; it is tried once more"));
        QCOMPARE(bench.bootInVain(), u"bare a.efi"_s);
        QCOMPARE(bench.bootInVain(), u"direct a.efi"_s);
    }

    void oneSortOfFirmwareIsLearntForAll()
    {
        Bench bench;
        bench.bootInVain();
        QCOMPARE(bench.discover(), u"direct a.efi"_s);
        bench.history.onIpxe(ipxeDiscover(7));
        bench.restart();
        const auto other = pxeDiscover(7).mac("\x52\x54\x00\x99\x99\x99");
        QCOMPARE(bench.discover(other), u"direct a.efi"_s);
        QCOMPARE(bench.discover(pxeDiscover(7)
                                    .mac("\x52\x54\x00\x99\x99\x98")
                                    .with(OptionCode::VendorClass, "PXEClient:Arch:00007:UNDI:003001")),
                 u"bare a.efi"_s);
    }

    void waysToBootAreJudgedApart()
    {
        Bench bench;
        QCOMPARE(bench.discover(), u"bare a.efi"_s);
        bench.takeAddress();
        bench.wait(3000);
        QCOMPARE(bench.discover(httpDiscover(16)), u"bare a.efi"_s); // EDK2 goes on to HTTP Boot
        bench.takeAddress(16);
        bench.history.onFollowUp(address, bench.clock.monotonicMs());
        bench.wait(OfferHistory::followUpMs);
        const auto sentences = bench.learn();
        QCOMPARE(sentences.size(), 2);
        QCOMPARE(sentences.first(), u"it boots from a.efi; this is remembered"_s);
        QCOMPARE(bench.discover(), u"direct a.efi"_s);
        QCOMPARE(bench.known().client(mac)->firmwares.size(), 2);
    }

    void pins_data()
    {
        QTest::addColumn<int>("form"); // −1: free
        QTest::addColumn<QString>("loader");
        QTest::addColumn<QStringList>("methods");
        QTest::newRow("form") << int(OfferForm::Menu) << QString()
                              << QStringList{u"menu a.efi"_s, u"menu b.efi"_s, u"menu a.efi"_s};
        QTest::newRow("loader") << -1 << u"b.efi"_s
                                << QStringList{u"bare b.efi"_s, u"direct b.efi"_s, u"menu b.efi"_s, u"bare b.efi"_s};
        QTest::newRow("both") << int(OfferForm::Direct) << u"b.efi"_s
                              << QStringList{u"direct b.efi"_s, u"direct b.efi"_s};
        QTest::newRow("loader that is gone") << -1 << u"c.efi"_s << QStringList{u"bare a.efi"_s, u"direct a.efi"_s};
        QTest::newRow("loader of no architecture")
            << -1 << u"shim.efi"_s << QStringList{u"bare shim.efi"_s, u"direct shim.efi"_s, u"menu shim.efi"_s};
        QTest::newRow("loader of another architecture")
            << -1 << u"a.kpxe"_s << QStringList{u"bare a.efi"_s, u"direct a.efi"_s};
    }
    void pins()
    {
        QFETCH(int, form);
        QFETCH(QString, loader);
        QFETCH(QStringList, methods);
        Bench bench;
        bench.lab.tftpFiles = {{u"shim.efi"_s, {}}, {u"a.kpxe"_s, {}}};
        QCOMPARE(bench.discover(), u"bare a.efi"_s); // a running service follows
        auto known = bench.known();
        known.pin(mac, {form < 0 ? std::nullopt : std::optional(OfferForm(form)), loader});
        bench.saveClients(known);
        for (const auto &method : methods) {
            QCOMPARE(bench.bootInVain(), method);
            (void)bench.learn();
        }
    }

    void formIsNotPinnedWhereThereIsOne()
    {
        Bench bench;
        auto known = bench.known();
        known.pin(mac, {OfferForm::Menu, {}});
        bench.saveClients(known);
        for (const auto *method : {u"bare a.efi", u"bare b.efi", u"bare a.efi"}) {
            QCOMPARE(bench.discover(httpDiscover(16)), QString(QStringView(method)));
            bench.takeAddress(16);
            bench.wait(OfferHistory::followUpMs);
        }
    }

    void resetForgets()
    {
        Bench bench;
        bench.bootInVain();
        (void)bench.learn();
        QCOMPARE(bench.discover(), u"direct a.efi"_s);
        bench.history.onIpxe(ipxeDiscover(7));
        (void)bench.learn();
        auto known = bench.known();
        QVERIFY(known.reset(mac));
        bench.saveClients(known);
        QCOMPARE(bench.discover(), u"bare a.efi"_s);
        QVERIFY(!known.reset(mac));
    }

    void bootRequestsOutOfTheBlue()
    {
        Bench bench;
        auto known = bench.known();
        known.learn({mac, uefi, {OfferForm::Bare, u"b.efi"_s}, true, 1});
        bench.saveClients(known);
        const Message request = bootRequest(7, u"172.16.0.50");
        QCOMPARE(bench.history.onBootRequest(request, describeClient(request), bench.lab).loader, u"b.efi"_s);
    }

    void loadersThatAreGoneAreReplaced()
    {
        Bench bench;
        QCOMPARE(bench.discover(), u"bare a.efi"_s);
        bench.lab.loadersForArch[7] = {u"c.efi"_s};
        QCOMPARE(bench.discover(), u"bare c.efi"_s);
        bench.lab.loadersForArch.clear();
        QCOMPARE(bench.discover(), u"bare "_s);
    }

    void floodsTakeNoMemory()
    {
        Bench bench;
        for (int i = 0; i < 20'000; ++i) {
            const auto bytes = ByteWriter().u16(0x5254).u32(quint32(i)).take();
            const Message request = pxeDiscover(7).mac(bytes);
            bench.discover(request);
            bench.history.onAddressTaken(Message(ClientMessage(MessageType::Request).mac(bytes).server(u"172.16.0.1")));
        }
        QCOMPARE(bench.history.clientCount(), OfferHistory::clientsRemembered);
        bench.wait(OfferHistory::followUpMs);
        QVERIFY(!bench.history.isWaiting());
        QVERIFY(bench.history.takeNews().size() <= 1024);
    }

    void knownClientsSurviveTheFile()
    {
        KnownClients known;
        known.learn({mac, uefi, {OfferForm::Menu, u"a.efi"_s}, true, 1'700'000'000'123});
        known.learn({mac, u"PXEClient:Arch:00000:UNDI:002001"_s, {OfferForm::Bare, u"a.kpxe"_s}, false, 2});
        known.pin(u"52:54:00:00:00:01"_s, {OfferForm::Direct, u"x.efi"_s});
        const auto read = KnownClients::fromJson(known.toJson());
        QVERIFY(read);
        QCOMPARE(*read, known);
        QVERIFY(read->proven(uefi));
        QVERIFY(!read->proven(u"PXEClient:Arch:00000:UNDI:002001"_s));
        QVERIFY(!KnownClients::fromJson({{u"version"_s, 2}}));
        QCOMPARE(KnownClients::fromJson({{u"clients"_s, QJsonArray{u"x"_s, QJsonObject{{u"mac"_s, u"y"_s}}}}})
                     ->clients()
                     .size(),
                 0);
    }

    void macsAreRead()
    {
        QCOMPARE(KnownClients::parseMac(u"52-54-00-AB-CD-EF"_s), u"52:54:00:ab:cd:ef"_s);
        for (const auto &text : {u"52:54:00:ab:cd"_s, u"52:54:00:ab:cd:ef:01"_s, u"52:54:00:ab:cd:eg"_s, u""_s})
            QVERIFY(!KnownClients::parseMac(text));
    }

    void knownClientsAreBounded()
    {
        KnownClients known;
        known.pin(mac, {OfferForm::Direct, {}});
        for (int i = 0; i < KnownClients::mostClients + 10; ++i) {
            const auto bytes = ByteWriter().u16(0x5254).u32(quint32(i)).take();
            known.learn({QString::fromLatin1(bytes.toHex(':')), uefi, {}, true, i});
        }
        QCOMPARE(known.clients().size(), KnownClients::mostClients);
        QVERIFY(known.client(mac));
        QVERIFY(!known.client(u"52:54:00:00:00:03"_s));
        known.learn({u"not a MAC"_s, uefi, {}, true, 1});
        QVERIFY(!known.client(u"not a MAC"_s));
    }
};

QTEST_GUILESS_MAIN(TestOfferHistory)
#include "tst_offerhistory.moc"
