// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/childprocess.h"
#include "e2e/networknamespace.h"
#include "services/cardwatcher.h"
#include "session/networkchanges.h"
#include "session/session.h"
#include "support/fakeclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <optional>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

bool ip(const QString &command) { return E2e::run(QStringList{u"ip"_s} + command.split(u' ')).has_value(); }

NetworkCard card(const QString &name, int index, const QString &address, bool running = true)
{
    return {.name = name,
            .index = index,
            .mac = {},
            .address = Ipv4::parse(address).value(),
            .prefix = 16,
            .up = true,
            .running = running};
}

} // namespace

/// Cards that come, go and change while they are served on, in a network namespace.
class TestCardWatcher : public QObject
{
    Q_OBJECT

public:
    explicit TestCardWatcher(const Result<void> &rights) : m_rights(rights) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_rights, m_rights ? "" : qPrintable(m_rights.error().detail));
        auto bench = E2e::NetworkNamespace::create();
        QVERIFY(bench);
        m_bench.emplace(*std::move(bench));
        QCOMPARE(m_bench->enter(), 0);
        QVERIFY(ip(u"link set lo up"_s));
    }

    void sleepIsNoticed()
    {
        FakeClock clock;
        CardWatcher watcher(clock);
        QSignalSpy resumed(&watcher, &CardWatcher::resumed);
        QSignalSpy changed(&watcher, &CardWatcher::changed);
        clock.sleep(20); // the clocks are read one after the other
        watcher.checkSleep();
        QCOMPARE(resumed.size(), 0);
        clock.sleep(60'000);
        watcher.checkSleep();
        QCOMPARE(resumed.size(), 1);
        QCOMPARE(resumed.first().first().toLongLong(), 60'020);
        QCOMPARE(changed.size(), 1);
        watcher.checkSleep();
        QCOMPARE(resumed.size(), 1);
    }

    void changesAreNamed_data()
    {
        QTest::addColumn<QList<NetworkCard>>("before");
        QTest::addColumn<QList<NetworkCard>>("after");
        QTest::addColumn<QStringList>("kinds");
        const auto one = card(u"eth0"_s, 2, u"172.16.0.5"_s);
        using Cards = QList<NetworkCard>;
        QTest::newRow("nothing") << Cards{one} << Cards{one} << QStringList();
        QTest::newRow("unplugged") << Cards{one} << Cards{} << QStringList{u"card-lost"_s};
        QTest::newRow("plugged in") << Cards{} << Cards{one} << QStringList{u"card-back"_s};
        QTest::newRow("unplugged and back at once")
            << Cards{one} << Cards{card(u"eth0"_s, 7, u"172.16.0.5"_s)} << QStringList{u"card-back"_s};
        QTest::newRow("another address")
            << Cards{one} << Cards{card(u"eth0"_s, 2, u"172.16.0.6"_s)} << QStringList{u"address-changed"_s};
        QTest::newRow("cable out")
            << Cards{one} << Cards{card(u"eth0"_s, 2, u"172.16.0.5"_s, false)} << QStringList{u"link-lost"_s};
        QTest::newRow("other cable, other network") << Cards{card(u"eth0"_s, 2, u"172.16.0.5"_s, false)}
                                                    << Cards{card(u"eth0"_s, 2, u"10.0.0.5"_s)}
                                                    << QStringList{u"address-changed"_s, u"link-back"_s};
        QTest::newRow("one of two") << Cards{one, card(u"eth1"_s, 3, u"172.17.0.5"_s)} << Cards{one}
                                    << QStringList{u"card-lost"_s};
    }
    void changesAreNamed()
    {
        QFETCH(QList<NetworkCard>, before);
        QFETCH(QList<NetworkCard>, after);
        QFETCH(QStringList, kinds);
        QStringList named;
        for (const auto &change : networkChanges(servedNetwork(before), servedNetwork(after)))
            named.append(change.kind);
        QCOMPARE(named, kinds);
    }

    void sessionFollowsItsCards()
    {
        QVERIFY(ip(u"link add card0 type veth peer name far0"_s));
        QVERIFY(ip(u"addr add 172.16.0.5/16 dev card0"_s));
        QVERIFY(ip(u"link set far0 up"_s) && ip(u"link set card0 up"_s));
        QTemporaryDir folder;
        QStringList kinds; // outlives the session, whose end is an event too
        Session session(LabStore::open(folder.path()).value());
        connect(&session, &Session::eventsArrived, this, [&kinds](const QList<Event> &events) {
            for (const auto &event : events) {
                if (event.service == Event::Service::Session)
                    kinds.append(event.kind);
            }
        });
        QSignalSpy changed(&session, &Session::networkChanged);
        QVERIFY(session.start({.network = {.cards = {u"card0"_s, u"card1"_s}, .subnet = {}, .relayed = {}},
                               .ports = {0, 0, 0, 0},
                               .sockets = {}}));
        QTRY_VERIFY(kinds.contains(u"card-missing"_s));
        QCOMPARE(session.network().subnetsText(), u"172.16.0.0/16"_s);

        QVERIFY(ip(u"link add card1 type veth peer name far1"_s) && ip(u"addr add 172.17.0.5/16 dev card1"_s));
        QVERIFY(ip(u"link set far1 up"_s) && ip(u"link set card1 up"_s));
        QTRY_COMPARE(session.network().subnetsText(), u"172.16.0.0/16, 172.17.0.0/16"_s);
        QTRY_VERIFY(kinds.contains(u"card-back"_s));

        QVERIFY(ip(u"addr add 172.20.0.5/16 dev card0"_s) && ip(u"addr del 172.16.0.5/16 dev card0"_s));
        QTRY_VERIFY(kinds.contains(u"address-changed"_s));
        QCOMPARE(session.network().cards.first().address.toString(), u"172.20.0.5"_s);

        QVERIFY(ip(u"link set far0 down"_s));
        QTRY_VERIFY(kinds.contains(u"link-lost"_s));
        QVERIFY(ip(u"link set far0 up"_s));
        QTRY_VERIFY(kinds.contains(u"link-back"_s));

        kinds.clear();
        QVERIFY(ip(u"link del card0"_s) && ip(u"link del card1"_s));
        QTRY_COMPARE(kinds.count(u"card-lost"_s), 2);
        QVERIFY(session.network().cards.isEmpty());
        QVERIFY(session.isRunning());
        QVERIFY(changed.size() >= 5);
    }

private:
    const Result<void> m_rights;
    std::optional<E2e::NetworkNamespace> m_bench;
};

int main(int argc, char **argv)
{
    const auto rights = E2e::obtainNetworkRights(); // while there is one thread
    const QCoreApplication application(argc, argv);
    TestCardWatcher test(rights);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_cardwatcher.moc"
