// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/ratelimiter.h"
#include "support/fakeclock.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Dhcp;

namespace {

QByteArray clientNumber(int number) { return QByteArray::number(number).rightJustified(6, '0'); }

Requester client(const QByteArray &hardware) { return {hardware, {}, {}}; }

} // namespace

class TestDhcpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneClientIsLimited()
    {
        FakeClock clock;
        RateLimiter limiter(clock, {.perClient = {.perSecond = 2, .burst = 3}});
        for (int i = 0; i < 3; ++i)
            QVERIFY(limiter.allow(client("a")));
        QVERIFY(!limiter.allow(client("a")));
        QVERIFY(limiter.allow(client("b")));
        clock.advance(499);
        QVERIFY(!limiter.allow(client("a")));
        clock.advance(1);
        QVERIFY(limiter.allow(client("a")));
        QVERIFY(!limiter.allow(client("a")));
        clock.advance(3'600'000);
        for (int i = 0; i < 3; ++i)
            QVERIFY(limiter.allow(client("a")));
        QVERIFY2(!limiter.allow(client("a")), "an hour of silence saves up no more than a burst");
    }

    /// Invented hardware addresses do not buy a third party, whose address is forged, more replies.
    void addressesAreLimited_data()
    {
        QTest::addColumn<Ipv4>("source");
        QTest::addColumn<Ipv4>("relay");
        QTest::addColumn<int>("allowed");
        const Ipv4 victim{0xac100009};
        QTest::newRow("source") << victim << Ipv4{} << 3;
        QTest::newRow("relay") << Ipv4{} << victim << 7;
        QTest::newRow("relay that is the source") << victim << victim << 7;
        QTest::newRow("relay with another source") << Ipv4{0xac10000a} << victim << 7;
        QTest::newRow("broadcast") << Ipv4{} << Ipv4{} << 50;
    }
    void addressesAreLimited()
    {
        QFETCH(Ipv4, source);
        QFETCH(Ipv4, relay);
        QFETCH(int, allowed);
        FakeClock clock;
        RateLimiter limiter(clock, {.perClient = {.burst = 3}, .perRelay = {.burst = 7}});
        int count = 0;
        for (int i = 0; i < 50; ++i)
            count += limiter.allow({clientNumber(i), source, relay}) ? 1 : 0;
        QCOMPARE(count, allowed);
        QVERIFY(limiter.allow({"x", Ipv4{0xac100123}, {}}));
    }

    void manyRelaysFromOneSourceAreLimited()
    {
        FakeClock clock;
        RateLimiter limiter(clock, {.perRelay = {.burst = 7}});
        int count = 0;
        for (int i = 0; i < 50; ++i)
            count += limiter.allow({clientNumber(i), Ipv4{0xac100009}, Ipv4{0xac100100U + quint32(i)}}) ? 1 : 0;
        QCOMPARE(count, 7);
    }

    void newClientsAreLimited()
    {
        FakeClock clock;
        RateLimiter limiter(clock, {.perClient = {.burst = 10}, .newClients = {.perSecond = 10, .burst = 5}});
        int allowed = 0;
        for (int i = 0; i < 100; ++i)
            allowed += limiter.allow(client(clientNumber(i))) ? 1 : 0;
        QCOMPARE(allowed, 5);
        QVERIFY2(limiter.allow(client(clientNumber(2))), "those that are known go on");
        clock.advance(200);
        QVERIFY(limiter.allow(client("x")));
        QVERIFY(limiter.allow(client("y")));
        QVERIFY(!limiter.allow(client("z")));
    }

    void aSiteOfTenThousandMeetsNoLimit()
    {
        FakeClock clock;
        RateLimiter limiter(clock);
        for (int round = 0; round < 4; ++round) {
            for (int i = 0; i < 10'000; ++i)
                QVERIFY(limiter.allow(client(clientNumber(i))));
        }
    }

    void floods_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("vector 30: 10,000 DISCOVERs a second from random hardware addresses") << 10;
    }
    void floods()
    {
        QFETCH(int, seconds);
        FakeClock clock;
        RateLimiter limiter(clock);
        int allowed = 0;
        for (int i = 0; i < seconds * 10'000; ++i) {
            if (i % 10 == 0)
                clock.advance(1);
            allowed += limiter.allow(client(clientNumber(i))) ? 1 : 0;
        }
        QVERIFY(limiter.clientCount() <= RateLimiter::clientsRemembered);
        const int most = int(RateLimits().newClients.burst + RateLimits().newClients.perSecond * seconds);
        QVERIFY2(allowed >= most - 10 && allowed <= most, qPrintable(QString::number(allowed)));
    }
};

QTEST_GUILESS_MAIN(TestDhcpLimits)
#include "tst_dhcplimits.moc"
