// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activityexport.h"
#include "ui/models/activityfilter.h"
#include "ui/models/activitymodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

using Service = Event::Service;
using Outcome = Event::Outcome;
using Column = ActivityModel::Column;

namespace {

const auto mac = u"52:54:00:aa:00:01"_s;

Event eventOf(Service service, const QString &kind, Outcome outcome, quint64 id = 0, const QString &target = {})
{
    return {.timeMs = 1'700'000'000'000,
            .service = service,
            .kind = kind,
            .outcome = outcome,
            .id = id,
            .address = u"10.0.0.5"_s,
            .mac = mac,
            .target = target};
}

Event transfer(quint64 id, Outcome outcome, qint64 bytes, Service service = Service::Http)
{
    auto event = eventOf(service, service == Service::Http ? u"get"_s : u"rrq"_s, outcome, id, u"/images/a/root.dat"_s);
    event.bytes = bytes;
    event.total = 1000;
    event.durationMs = outcome == Outcome::Started ? -1 : 104;
    return event;
}

QList<Event> many(int count, int first = 0)
{
    QList<Event> events;
    events.reserve(count);
    for (int i = first; i < first + count; ++i)
        events.append(eventOf(i % 2 ? Service::Tftp : Service::ProxyDhcp, i % 2 ? u"rrq"_s : u"discover"_s, Outcome::Ok,
                              0, u"file%1"_s.arg(i)));
    return events;
}

} // namespace

class TestActivityModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void batchIsInsertedAtOnce()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.take(many(250));
        model.take({});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowCount(), 250);
        QCOMPARE(cell(model, 249, Column::WhatHappened), u"Reads file249"_s);
    }

    void transferIsOneRow()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model);
        model.take({transfer(7, Outcome::Started, 0), eventOf(Service::ProxyDhcp, u"offer"_s, Outcome::Ok)});
        QCOMPARE(cell(model, 0, Column::Outcome), u"0 %"_s);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.take({transfer(7, Outcome::Started, 610)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, Column::Outcome), u"61 %"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 0);
        model.take({transfer(7, Outcome::Ok, 1000)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, Column::Outcome), u"Delivered"_s);
        QCOMPARE(cell(model, 0, Column::Duration), u"104 ms"_s);
        model.take({transfer(7, Outcome::Started, 0)}); // the number is used again: another transfer
        QCOMPARE(model.rowCount(), 3);
    }

    void transferThatBeginsAndEndsInOneBatch()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model);
        model.take(
            {transfer(7, Outcome::Started, 0), transfer(7, Outcome::Started, 500), transfer(7, Outcome::Aborted, 600)});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, Column::Outcome), u"Broken off"_s);
        QVERIFY(!model.index(0, Column::Outcome).data(Qt::DecorationRole).isNull());
    }

    void numbersOfServicesAreTheirOwn()
    {
        ActivityModel model;
        model.take({transfer(7, Outcome::Started, 0), transfer(7, Outcome::Started, 0, Service::Tftp)});
        model.take({transfer(7, Outcome::Ok, 1000, Service::Tftp)});
        QCOMPARE(cell(model, 0, Column::Outcome), u"0 %"_s);
        QCOMPARE(cell(model, 1, Column::Outcome), u"Delivered"_s);
    }

    void changedRowsThatTouchAreToldTogether()
    {
        ActivityModel model;
        QList<Event> started;
        for (const quint64 id : {1, 2, 3, 4, 5})
            started.append(transfer(id, Outcome::Started, 0));
        model.take(started);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.take(
            {transfer(5, Outcome::Started, 1), transfer(2, Outcome::Started, 1), transfer(1, Outcome::Started, 1)});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
        QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 4);
    }

    void oldestRowsGoInLargeSteps()
    {
        ActivityModel model(100);
        const QAbstractItemModelTester tester(&model);
        model.take({transfer(7, Outcome::Started, 0)});
        model.take(many(104));
        QCOMPARE(model.rowCount(), 105);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.take(many(1, 104));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.event(99).target, u"file104"_s);
        model.take({transfer(7, Outcome::Ok, 1000)}); // its row is gone: the end is a row of its own
        QCOMPARE(model.rowCount(), 101);
        QCOMPARE(model.event(100).id, 7);
        QCOMPARE(model.event(0).target, u"file5"_s);
    }

    void aBatchLargerThanTheLog()
    {
        ActivityModel model(100);
        const QAbstractItemModelTester tester(&model);
        model.take(many(1000));
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.event(99).target, u"file999"_s);
    }

    void holdsTwoHundredThousandRows()
    {
        ActivityModel model;
        ActivityFilter filter(model);
        filter.setCriteria({.service = Service::Tftp});
        QElapsedTimer clock;
        qint64 longest = 0;
        for (int first = 0; first < 215'000; first += 250) { // batches as at 5,000 events a second
            const auto batch = many(250, first);
            clock.start();
            model.take(batch);
            longest = qMax(longest, clock.elapsed());
        }
        QCOMPARE_GE(model.rowCount(), 200'000);
        QCOMPARE_LE(model.rowCount(), 210'000);
        QCOMPARE(filter.rowCount(), model.rowCount() / 2);
        QCOMPARE(model.event(model.rowCount() - 1).target, u"file214999"_s);
        qInfo("longest batch: %lld ms", longest);
    }

    void clearForgetsRunningTransfers()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model);
        model.take({transfer(7, Outcome::Started, 0)});
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.take({transfer(7, Outcome::Ok, 1000), eventOf(Service::Tftp, u"rrq"_s, Outcome::Ok)});
        QCOMPARE(model.rowCount(), 2);
    }

    void namesAreShownForAddresses()
    {
        ActivityModel model;
        model.take({eventOf(Service::ProxyDhcp, u"offer"_s, Outcome::Ok)});
        QCOMPARE(cell(model, 0, Column::Client), mac);
        model.setClientName(mac, u"Dell OptiPlex"_s);
        QCOMPARE(cell(model, 0, Column::Client), u"Dell OptiPlex"_s);
        QVERIFY(model.rowText(0).contains(u"\tDell OptiPlex\tProxyDHCP\t"_s));
    }

    void packetsAreNotKept()
    {
        ActivityModel model;
        auto event = eventOf(Service::ProxyDhcp, u"discover"_s, Outcome::Info);
        event.packet = QByteArray(1000, 'x');
        model.take({event});
        QVERIFY(model.event(0).packet.isEmpty());
    }

    void filters_data()
    {
        QTest::addColumn<ActivityFilter::Criteria>("criteria");
        QTest::addColumn<QStringList>("targets");
        using Kind = ActivityText::OutcomeKind;
        QTest::newRow("all") << ActivityFilter::Criteria{}
                             << QStringList{u"a.efi"_s, u"b.dat"_s, u"c.cfg"_s, u"d.dat"_s};
        QTest::newRow("text in the file, any case")
            << ActivityFilter::Criteria{.text = u"DAT"_s} << QStringList{u"b.dat"_s, u"d.dat"_s};
        QTest::newRow("text in the PC's name")
            << ActivityFilter::Criteria{.text = u"optiplex"_s} << QStringList{u"a.efi"_s, u"c.cfg"_s};
        QTest::newRow("PC") << ActivityFilter::Criteria{.mac = u"02"_s} << QStringList{u"b.dat"_s, u"d.dat"_s};
        QTest::newRow("service") << ActivityFilter::Criteria{.service = Service::Tftp}
                                 << QStringList{u"a.efi"_s, u"c.cfg"_s};
        QTest::newRow("problems") << ActivityFilter::Criteria{.outcome = Kind::Problems} << QStringList{u"c.cfg"_s};
        QTest::newRow("under way") << ActivityFilter::Criteria{.outcome = Kind::Running} << QStringList{u"d.dat"_s};
        QTest::newRow("two at once") << ActivityFilter::Criteria{.text = u"dat"_s, .outcome = Kind::Delivered}
                                     << QStringList{u"b.dat"_s};
    }
    void filters()
    {
        QFETCH(const ActivityFilter::Criteria, criteria);
        QFETCH(const QStringList, targets);
        ActivityModel model;
        model.setClientName(u"01"_s, u"Dell OptiPlex"_s);
        const auto row = [](const QString &target, const QString &who, Service service, Outcome outcome) {
            return Event{.service = service,
                         .kind = u"get"_s,
                         .outcome = outcome,
                         .id = outcome == Outcome::Started ? 9U : 0U,
                         .mac = who,
                         .target = target};
        };
        model.take({row(u"a.efi"_s, u"01"_s, Service::Tftp, Outcome::Ok),
                    row(u"b.dat"_s, u"02"_s, Service::Http, Outcome::Ok),
                    row(u"c.cfg"_s, u"01"_s, Service::Tftp, Outcome::NotFound),
                    row(u"d.dat"_s, u"02"_s, Service::Http, Outcome::Started)});
        ActivityFilter filter(model);
        const QAbstractItemModelTester tester(&filter);
        filter.setCriteria(criteria);
        QStringList shown;
        for (int i = 0; i < filter.rowCount(); ++i)
            shown.append(model.event(filter.mapToSource(filter.index(i, 0)).row()).target);
        QCOMPARE(shown, targets);
    }

    void rowsLeaveTheFilterWhenTheirTransferEnds()
    {
        ActivityModel model;
        ActivityFilter filter(model);
        const QAbstractItemModelTester tester(&filter);
        filter.setCriteria({.outcome = ActivityText::OutcomeKind::Running});
        model.take({transfer(7, Outcome::Started, 0)});
        QCOMPARE(filter.rowCount(), 1);
        model.take({transfer(7, Outcome::Ok, 1000)});
        QCOMPARE(filter.rowCount(), 0);
    }

    void exportsCsv()
    {
        auto event = eventOf(Service::Http, u"get"_s, Outcome::Ok, 3, u"/images/a, \"b\""_s);
        event.bytes = 12;
        event.detail = u"=HYPERLINK(1)"_s;
        QCOMPARE(exported(ExportFormat::Csv, event),
                 "time,service,kind,outcome,mac,address,target,detail,bytes,total,durationMs\r\n"
                 "2023-11-14T22:13:20.000Z,http,get,ok,52:54:00:aa:00:01,10.0.0.5,\"/images/a, "
                 "\"\"b\"\"\",'=HYPERLINK(1),12,,\r\n");
    }

    void exportsJsonLines()
    {
        const auto event = eventOf(Service::Http, u"get"_s, Outcome::Ok, 3, u"/images/ä\n"_s);
        const auto lines = exported(ExportFormat::JsonLines, event);
        QCOMPARE(lines.count('\n'), 1);
        QCOMPARE(QJsonDocument::fromJson(lines).object(), toJson(event));
    }

    void exportToNowhereFails()
    {
        const auto written = exportEvents({}, ExportFormat::Csv, u"/nosuchfolder/log.csv"_s);
        QVERIFY(!written);
        QVERIFY(written.error().detail.contains(u"/nosuchfolder/log.csv"_s));
    }

private:
    static QString cell(const ActivityModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    QByteArray exported(ExportFormat format, const Event &event)
    {
        const auto name = m_folder.filePath(u"log"_s);
        if (!exportEvents({event}, format, name))
            return {};
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
