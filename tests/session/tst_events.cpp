// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/activitylog.h"
#include "session/clientresolver.h"
#include "session/eventqueue.h"

#include "support/fakeclock.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

Event eventOf(Event::Service service, Event::Outcome outcome, const QString &target = {})
{
    Event event;
    event.service = service;
    event.outcome = outcome;
    event.kind = u"get"_s;
    event.target = target;
    return event;
}

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullQueueDropsDetailsAndKeepsEnds()
    {
        EventQueue queue(2);
        for (int i = 0; i < 5; ++i)
            queue.append(eventOf(Event::Service::Http, Event::Outcome::Started));
        queue.append(eventOf(Event::Service::Http, Event::Outcome::Ok));
        queue.append(eventOf(Event::Service::Session, Event::Outcome::Info));
        const auto batch = queue.take();
        QCOMPARE(batch.events.size(), 4);
        QCOMPARE(batch.dropped, 3);
        QCOMPARE(batch.events.at(2).outcome, Event::Outcome::Ok);
        QCOMPARE(queue.take().events.size(), 0);
        QCOMPARE(queue.take().dropped, 0);
    }

    void floodIsBounded()
    {
        EventQueue queue(2);
        for (int i = 0; i < 100; ++i)
            queue.append(eventOf(Event::Service::Tftp, Event::Outcome::Failed));
        queue.append(eventOf(Event::Service::Session, Event::Outcome::Info));
        const auto batch = queue.take();
        QCOMPARE(batch.events.size(), 9);
        QCOMPARE(batch.dropped, 92);
    }

    void resolverLearnsAndAsksTheKernelSparingly()
    {
        FakeClock clock;
        int asked = 0;
        ClientResolver resolver(
            [&asked] {
                ++asked;
                return QHash<quint32, QString>{{0xac100007, u"52:54:00:00:00:07"_s}};
            },
            clock);
        Event known = eventOf(Event::Service::BootServer, Event::Outcome::Ok);
        known.address = u"172.16.0.5"_s;
        known.mac = u"52:54:00:00:00:05"_s;
        resolver.resolve(known);
        Event later = eventOf(Event::Service::Tftp, Event::Outcome::Ok);
        later.address = u"172.16.0.5"_s;
        resolver.resolve(later);
        QCOMPARE(later.mac, u"52:54:00:00:00:05"_s);
        QCOMPARE(asked, 0);

        Event neighbour = eventOf(Event::Service::Tftp, Event::Outcome::Ok);
        neighbour.address = u"172.16.0.7"_s;
        resolver.resolve(neighbour);
        QCOMPARE(neighbour.mac, u"52:54:00:00:00:07"_s);
        QCOMPARE(asked, 1);

        Event stranger = eventOf(Event::Service::Tftp, Event::Outcome::Ok);
        stranger.address = u"172.16.0.8"_s;
        resolver.resolve(stranger);
        resolver.resolve(stranger);
        QCOMPARE(stranger.mac, QString());
        QCOMPARE(asked, 1);
        clock.advance(500);
        resolver.resolve(stranger);
        QCOMPARE(asked, 2);
    }

    void logIsJsonLinesAndRotates()
    {
        const QTemporaryDir folder;
        ActivityLog log(folder.filePath(u"activity"_s), 2000);
        for (int i = 0; i < 60; ++i)
            QVERIFY(log.write({eventOf(Event::Service::Http, Event::Outcome::Ok, u"/file/%1"_s.arg(i))}));
        const QDir made(folder.filePath(u"activity"_s));
        const auto files = made.entryList(QDir::Files, QDir::Name);
        QVERIFY2(files.size() > 1 && files.size() <= 5, qPrintable(files.join(u' ')));
        QFile newestOld(made.filePath(u"activity.1.jsonl"_s));
        QVERIFY(newestOld.open(QIODevice::ReadOnly));
        const auto line = QJsonDocument::fromJson(newestOld.readLine()).object();
        QCOMPARE(line.value(u"service"_s).toString(), u"http"_s);
        QVERIFY(line.value(u"target"_s).toString().startsWith(u"/file/"));
    }

    void logThatCannotBeWrittenSaysSo()
    {
        const QTemporaryDir folder;
        QFile blocker(folder.filePath(u"activity"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        ActivityLog log(blocker.fileName());
        QVERIFY(!log.write({eventOf(Event::Service::Http, Event::Outcome::Ok)}));
    }
};

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
