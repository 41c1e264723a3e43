// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clienttext.h"
#include "ui/models/clientmodel.h"
#include "ui/models/railmodel.h"
#include "ui/models/servicecounts.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

using Outcome = Event::Outcome;
using Column = ClientModel::Column;

namespace {

Event discover(const QString &mac, Outcome outcome = Outcome::Info)
{
    return {.timeMs = 1'700'000'000'000,
            .service = Event::Service::ProxyDhcp,
            .kind = u"discover"_s,
            .outcome = outcome,
            .mac = mac,
            .detail = u"UEFI x64 (7), PXEClient; not answered: its loader is missing"_s.first(
                outcome == Outcome::Info ? 23 : 60)};
}

BenchClient client(BootStage stage)
{
    return {.mac = u"52:54:00:aa:00:01"_s,
            .name = u"Dell OptiPlex"_s,
            .firmware = u"UEFI x64"_s,
            .stage = stage,
            .startedMs = 1000,
            .lastMs = 2000};
}

} // namespace

class TestClientModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheTracker()
    {
        ClientTracker tracker;
        ClientModel model(tracker);
        const QAbstractItemModelTester tester(&model);
        tracker.take({discover(u"01"_s), discover(u"02"_s)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, Column::Firmware).data().toString(), u"UEFI x64"_s);
        QCOMPARE(model.index(1, Column::Pc).data().toString(), u"02"_s);
        QCOMPARE(model.attentionCount(), 0);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        tracker.take({discover(u"02"_s, Outcome::Ignored)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.attentionCount(), 1);
        QVERIFY(model.index(1, 0).data(ClientModel::AttentionRole).toBool());
        QVERIFY(model.index(1, Column::Progress).data().toString().contains(u"its loader is missing"_s));
        tracker.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void evictionKeepsRowsAndSignalsTogether()
    {
        ClientTracker tracker;
        ClientModel model(tracker);
        const QAbstractItemModelTester tester(&model);
        for (int i = 0; i < 1005; ++i) {
            auto event = discover(QString::number(i));
            event.timeMs += i;
            tracker.take({event});
        }
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(model.client(0).mac, u"5"_s);
    }

    void saysWhereAPcIs_data()
    {
        QTest::addColumn<BenchClient>("client");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("progress");
        QTest::newRow("menu") << client(BootStage::Menu) << 3000LL << u"In the menu"_s
                              << u"Waiting for a choice at the PC"_s;
        QTest::newRow("menu, a day later")
            << client(BootStage::Menu) << 86'400'000LL << u"In the menu"_s << u"Waiting for a choice at the PC"_s;
        QTest::newRow("silent loader") << client(BootStage::Loader) << 90'000LL << u"Loading iPXE"_s
                                       << u"Silent since 00:00"_s;
        auto loading = client(BootStage::System);
        loading.goal = u"SystemRescue 12.01"_s;
        loading.transfers = 1;
        loading.bytes = 628'000'000;
        loading.total = 1'030'000'000;
        QTest::newRow("loading") << loading << 90'000LL << u"SystemRescue 12.01"_s << u"0.6 of 1.0 GB"_s;
        auto stuck = client(BootStage::Loader);
        stuck.trouble = u"It broke off."_s;
        QTest::newRow("trouble") << stuck << 3000LL << u"Needs attention"_s << u"Loader delivered, waiting for iPXE"_s;
        QTest::newRow("up") << client(BootStage::Up) << 3000LL << u"Booting"_s << u"Up since 00:00"_s;
    }
    void saysWhereAPcIs()
    {
        QFETCH(const BenchClient, client);
        QFETCH(const qint64, now);
        QTEST(ClientText::verdict(client), "verdict");
        QTEST(ClientText::progress(client, now), "progress");
    }

    void knowsWhoseBootWouldBreak_data()
    {
        QTest::addColumn<BenchClient>("client");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<bool>("underWay");
        QTest::newRow("found only") << client(BootStage::Found) << 2000LL << false;
        QTest::newRow("between two files") << client(BootStage::Kernel) << 10'000LL << true;
        QTest::newRow("long silent") << client(BootStage::Kernel) << 100'000LL << false;
        QTest::newRow("up") << client(BootStage::Up) << 2000LL << false;
        auto loading = client(BootStage::System);
        loading.transfers = 1;
        QTest::newRow("slow transfer") << loading << 500'000LL << true;
    }
    void knowsWhoseBootWouldBreak()
    {
        QFETCH(const BenchClient, client);
        QFETCH(const qint64, now);
        QTEST(client.isUnderWay(now), "underWay");
    }

    void speaksOneSentence()
    {
        auto loading = client(BootStage::System);
        loading.goal = u"SystemRescue"_s;
        loading.transfers = 1;
        loading.bytes = 610;
        loading.total = 1000;
        loading.bytesPerSecond = 100;
        QCOMPARE(ClientText::spoken(loading, 3000),
                 u"Dell OptiPlex, UEFI x64, SystemRescue, stage System, 61 percent, 4 s left, 1 of 1 kB"_s);
    }

    void elapsedTimes()
    {
        QCOMPARE(ClientText::elapsed(client(BootStage::Menu), 1000), u"0:00"_s);
        QCOMPARE(ClientText::elapsed(client(BootStage::Menu), 88'999), u"1:27"_s);
        QCOMPARE(ClientText::elapsed(client(BootStage::Menu), 3'600'000 + 62'000), u"1:01:01"_s);
        QCOMPARE(ClientText::elapsed(client(BootStage::Menu), 0), u"0:00"_s); // the clock was set back
    }

    void railTellsCountsOnce()
    {
        RailModel rail;
        const QAbstractItemModelTester tester(&rail);
        rail.addPlace(u"Bench"_s, {});
        const QSignalSpy changed(&rail, &QAbstractItemModel::dataChanged);
        rail.setCount(0, 4, Semantic::Role::Warning, u"4 PCs, 1 needs attention"_s);
        rail.setCount(0, 4, Semantic::Role::Warning, u"4 PCs, 1 needs attention"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(rail.index(0).data(Qt::AccessibleTextRole).toString(), u"Bench, 4 PCs, 1 needs attention"_s);
        QCOMPARE(rail.index(0).data(RailModel::CountRole).toInt(), 4);
    }

    void countsWhatServicesDid()
    {
        ServiceCounts counts;
        using Service = Event::Service;
        counts.take({{.service = Service::ProxyDhcp, .kind = u"discover"_s},
                     {.service = Service::ProxyDhcp, .kind = u"offer"_s, .outcome = Outcome::Ok},
                     {.service = Service::ProxyDhcp, .kind = u"discover"_s, .outcome = Outcome::Ignored},
                     {.service = Service::BootServer, .kind = u"ack"_s, .outcome = Outcome::Ok},
                     {.service = Service::Tftp, .kind = u"rrq"_s, .outcome = Outcome::Started},
                     {.service = Service::Tftp, .kind = u"rrq"_s, .outcome = Outcome::Ok},
                     {.service = Service::Http, .kind = u"get"_s, .outcome = Outcome::Started, .bytes = 5},
                     {.service = Service::Http, .kind = u"get"_s, .outcome = Outcome::Ok, .bytes = 10},
                     {.service = Service::Http, .kind = u"get"_s, .outcome = Outcome::Aborted, .bytes = 3}});
        QCOMPARE(counts.offers, 1);
        QCOMPARE(counts.bootAnswers, 1);
        QCOMPARE(counts.notAnswered, 1);
        QCOMPARE(counts.loaders, 1);
        QCOMPARE(counts.downloads, 1);
        QCOMPARE(counts.httpBytes, 13);
    }
};

QTEST_MAIN(TestClientModel)
#include "tst_clientmodel.moc"
