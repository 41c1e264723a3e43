// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/offerhistory.h"
#include "protocol/dhcp/ratelimiter.h"
#include "support/fakeclock.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Dhcp;

namespace {

QByteArray clientNumber(int number) { return QByteArray::number(number).rightJustified(6, '0'); }

} // namespace

class TestDhcpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneClientIsLimited()
    {
        FakeClock clock;
        RateLimiter limiter(clock,
                            {.perClient = {.perSecond = 2, .burst = 3}, .total = {.perSecond = 100, .burst = 100}});
        for (int i = 0; i < 3; ++i)
            QVERIFY(limiter.allow("a"));
        QVERIFY(!limiter.allow("a"));
        QVERIFY(limiter.allow("b"));
        clock.advance(499);
        QVERIFY(!limiter.allow("a"));
        clock.advance(1);
        QVERIFY(limiter.allow("a"));
        QVERIFY(!limiter.allow("a"));
        clock.advance(3'600'000);
        for (int i = 0; i < 3; ++i)
            QVERIFY(limiter.allow("a"));
        QVERIFY2(!limiter.allow("a"), "an hour of silence saves up no more than a burst");
    }

    void allTogetherAreLimited()
    {
        FakeClock clock;
        RateLimiter limiter(clock, {.perClient = {.perSecond = 1, .burst = 1}, .total = {.perSecond = 10, .burst = 5}});
        int allowed = 0;
        for (int i = 0; i < 100; ++i)
            allowed += limiter.allow(clientNumber(i)) ? 1 : 0;
        QCOMPARE(allowed, 5);
        clock.advance(200);
        QVERIFY(limiter.allow("x"));
        QVERIFY(limiter.allow("y"));
        QVERIFY(!limiter.allow("z"));
    }

    void floodTakesNoMemory()
    {
        FakeClock clock;
        RateLimiter limiter(clock);
        OfferHistory history(clock);
        int allowed = 0;
        for (int i = 0; i < 100'000; ++i) { // 10,000 a second for ten seconds, each from another address
            if (i % 10 == 0)
                clock.advance(1);
            allowed += limiter.allow(clientNumber(i)) ? 1 : 0;
            (void)history.nextForm(clientNumber(i));
        }
        QCOMPARE(limiter.clientCount(), RateLimiter::clientsRemembered);
        QCOMPARE(history.clientCount(), OfferHistory::clientsRemembered);
        QVERIFY2(allowed >= 10'000 && allowed <= 11'000, qPrintable(QString::number(allowed)));
    }

    void formChangesForThoseWhoDoNotFollow()
    {
        FakeClock clock;
        OfferHistory history(clock);
        using enum OfferForm;
        for (const auto expected : {Usual, Usual, Usual, Alternative, Alternative, Alternative, Usual}) {
            QCOMPARE(history.nextForm("a"), expected);
            clock.advance(32'000);
        }
        QCOMPARE(history.nextForm("b"), Usual);
    }

    void followingUpStartsAgain()
    {
        FakeClock clock;
        OfferHistory history(clock);
        for (int i = 0; i < 10; ++i) {
            for (int offer = 0; offer < OfferHistory::offersPerForm; ++offer)
                QCOMPARE(history.nextForm("a"), OfferForm::Usual);
            history.followedUp("a");
        }
        QCOMPARE(history.clientCount(), 0);
    }

    void historyIsForgotten()
    {
        FakeClock clock;
        OfferHistory history(clock);
        for (int offer = 0; offer < OfferHistory::offersPerForm; ++offer)
            QCOMPARE(history.nextForm("a"), OfferForm::Usual);
        clock.advance(OfferHistory::forgottenAfterMs + 1);
        QCOMPARE(history.nextForm("a"), OfferForm::Usual);
    }
};

QTEST_GUILESS_MAIN(TestDhcpLimits)
#include "tst_dhcplimits.moc"
