// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/bootingwatch.h"
#include "session/clienttracker.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Benchboot;
using namespace Qt::StringLiterals;

/// Programs that work on the same lab tell each other that PCs boot. Here they are objects: the locks know no difference.
class TestBootingWatch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static Event transfer(Event::Outcome outcome)
    {
        Event event;
        event.timeMs = QDateTime::currentMSecsSinceEpoch();
        event.service = Event::Service::Tftp;
        event.kind = u"rrq"_s;
        event.outcome = outcome;
        event.id = 7;
        event.mac = u"52:54:00:aa:00:01"_s;
        event.target = u"snponly.efi"_s;
        event.bytes = 0;
        event.total = 1000;
        return event;
    }

private Q_SLOTS:
    void tellsOthers()
    {
        const auto store = *LabStore::open(m_folder.filePath(u"lab"_s));
        ClientTracker tracker;
        auto serving = std::make_unique<BootingWatch>(store, &tracker);
        const BootingWatch importing(store, nullptr);
        const BootingWatch alsoImporting(store, nullptr);
        QSignalSpy changed(&importing, &BootingWatch::changed);
        QVERIFY(!serving->isBooting());
        QVERIFY(!importing.isBooting());
        tracker.take({transfer(Event::Outcome::Started)});
        QVERIFY(tracker.clients().first().isUnderWay(QDateTime::currentMSecsSinceEpoch()));
        QTRY_VERIFY(importing.isBooting() && alsoImporting.isBooting() && serving->isBooting());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toBool(), true);
        QVERIFY(BootingWatch(store, nullptr).isBooting()); // knows it at once
        tracker.clear();
        QTRY_VERIFY(!importing.isBooting() && !alsoImporting.isBooting() && !serving->isBooting());
        tracker.take({transfer(Event::Outcome::Started)});
        QTRY_VERIFY(importing.isBooting());
        serving.reset(); // as when its program dies
        QTRY_VERIFY(!importing.isBooting());
    }
};

QTEST_GUILESS_MAIN(TestBootingWatch)
#include "tst_bootingwatch.moc"
