// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/filelock.h"
#include "session/clientkeeper.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/file.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto mac = u"52:54:00:12:34:56"_s;
const auto firmware = u"PXEClient:Arch:00007:UNDI:003016"_s;

Dhcp::Lesson lesson(const QString &loader) { return {mac, firmware, {Dhcp::OfferForm::Direct, loader}, true, 1}; }

} // namespace

class TestClientKeeper : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] ClientStore store() const { return ClientStore(LabStore::open(m_folder.path()).value()); }
    [[nodiscard]] QString loaderOf(const Dhcp::KnownClients &known) const
    {
        const auto *client = known.client(mac);
        return client ? client->firmware(firmware)->method.loader : QString();
    }

    /// Has another process hold the lock, until its input is closed.
    void hold(QProcess &holder) const
    {
        const auto lock = m_folder.filePath(u"clients.lock"_s);
        holder.start(u"flock"_s, {lock, u"cat"_s});
        QTRY_VERIFY(!lockFile(lock, LOCK_EX | LOCK_NB));
    }

private Q_SLOTS:
    void cleanup() { QFile::remove(store().file()); }

    void lessonsAreSavedByThemselves()
    {
        ClientKeeper keeper(store());
        const QSignalSpy changed(&keeper, &ClientKeeper::changed);
        keeper.learn({lesson(u"a.efi"_s)});
        keeper.learn({lesson(u"b.efi"_s)});
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(loaderOf(*keeper.clients()), u"b.efi"_s);
        QCOMPARE(loaderOf(store().read().value()), u"b.efi"_s);
        keeper.learn({});
        keeper.save();
        QCOMPARE(changed.count(), 1);
    }

    void lessonsAreSavedAtTheEnd()
    {
        {
            ClientKeeper keeper(store());
            keeper.learn({lesson(u"a.efi"_s)});
        }
        QCOMPARE(loaderOf(store().read().value()), u"a.efi"_s);
    }

    /// The command line pins a PC while lessons wait to be saved.
    void changesOfOthersStay()
    {
        ClientKeeper keeper(store());
        const QSignalSpy changed(&keeper, &ClientKeeper::changed);
        keeper.learn({lesson(u"a.efi"_s)});
        const Dhcp::KnownClients::Pins pins{Dhcp::OfferForm::Menu, u"b.efi"_s};
        QVERIFY(store().change([&pins](Dhcp::KnownClients &known) -> Result<void> {
            known.pin(mac, pins);
            return {};
        }));
        keeper.read();
        QCOMPARE(changed.count(), 1);
        keeper.save();
        QCOMPARE(changed.count(), 2);
        QCOMPARE(keeper.clients()->client(mac)->pins, pins);
        QCOMPARE(loaderOf(*keeper.clients()), u"a.efi"_s);
        const auto before = keeper.clients();
        keeper.read();
        QCOMPARE(keeper.clients(), before);
    }

    void damagedFilesAreReportedOnceAndKept()
    {
        QFile file(store().file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"clients\": [");
        file.close();
        ClientKeeper keeper(store());
        const QSignalSpy failed(&keeper, &ClientKeeper::failed);
        keeper.read();
        keeper.learn({lesson(u"a.efi"_s)});
        keeper.save();
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().value<Error>().detail.endsWith(u"remove it to start anew"));
        QCOMPARE(QFile(store().file()).size(), 13);
        QVERIFY(keeper.clients()->clients().isEmpty());
    }

    void aLockOfAnotherProgramIsNamed()
    {
        QProcess holder;
        hold(holder);
        QElapsedTimer timer;
        timer.start();
        const auto changed = store().change([](Dhcp::KnownClients &) { return Result<void>(); }, 50ms);
        QVERIFY(timer.durationElapsed() < 5s);
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, Error::Code::Busy);
        QCOMPARE(changed.error().detail,
                 u"flock (process %1) is changing what is known of the PCs; try again when it is done"_s.arg(
                     holder.processId()));
    }

    void lessonsWaitForALock()
    {
        QProcess holder;
        hold(holder);
        ClientKeeper keeper(store());
        const QSignalSpy failed(&keeper, &ClientKeeper::failed);
        keeper.learn({lesson(u"a.efi"_s)});
        QTRY_COMPARE(failed.count(), 1);
        keeper.save(0ms);
        QCOMPARE(failed.count(), 1);
        keeper.learn({lesson(u"b.efi"_s)});
        holder.closeWriteChannel();
        QTRY_COMPARE(loaderOf(*keeper.clients()), u"b.efi"_s);
        QCOMPARE(loaderOf(store().read().value()), u"b.efi"_s);
    }

    void failedEditsWriteNothing()
    {
        const auto changed = store().change([](Dhcp::KnownClients &known) -> Result<void> {
            known.pin(mac, {Dhcp::OfferForm::Menu, {}});
            return fail(Error::Code::NotFound, u"no"_s);
        });
        QVERIFY(!changed);
        QVERIFY(!QFile::exists(store().file()));
    }
};

QTEST_GUILESS_MAIN(TestClientKeeper)
#include "tst_clientkeeper.moc"
