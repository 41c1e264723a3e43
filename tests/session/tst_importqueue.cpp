// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isofixture.h"
#include "session/importqueue.h"
#include "session/ratemeter.h"
#include "session/versionorder.h"
#include "session/verifyjob.h"

#include <QDir>
#include <QEventLoop>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

#include <sys/syscall.h>
#include <unistd.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;
using State = ImportQueue::State;

class TestImportQueue : public QObject
{
    Q_OBJECT

    Tests::IsoFixture m_fixture;
    QString m_iso;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LabStore> m_store;
    std::unique_ptr<ImportQueue> m_queue;

    [[nodiscard]] State stateOf(qsizetype index) const { return m_queue->items().at(index).state; }
    [[nodiscard]] QStringList folders() const
    {
        return QDir(m_store->imagesFolder()).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] int running() const
    {
        return int(std::ranges::count_if(m_queue->items(), [](const auto &item) {
            return item.state == State::Recognising || item.state == State::Running;
        }));
    }

    /// Waits until the first item is in \a state, and not a turn of the event loop longer: small images are imported in no time.
    [[nodiscard]] bool reaches(State state)
    {
        QEventLoop loop;
        connect(m_queue.get(), &ImportQueue::itemChanged, &loop, [&] {
            if (stateOf(0) == state)
                loop.quit();
        });
        QTimer::singleShot(std::chrono::seconds(30), &loop, &QEventLoop::quit);
        if (stateOf(0) != state)
            loop.exec();
        return stateOf(0) == state;
    }

private Q_SLOTS:
    void initTestCase()
    {
        Tests::addSystemRescueCd(m_fixture);
        m_iso = m_fixture.make();
        QVERIFY(!m_iso.isEmpty());
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<LabStore>(*LabStore::open(m_folder->filePath(u"lab"_s)));
        m_queue = std::make_unique<ImportQueue>(*m_store);
    }

    void cleanup() { m_queue.reset(); }

    void unpacksAnImage()
    {
        const auto packed = m_folder->filePath(u"disc.iso.gz"_s);
        (void)Tests::output(u"sh"_s, {u"-c"_s, u"gzip -c \"$1\" > \"$2\""_s, u"sh"_s, m_iso, packed});
        QStringList steps;
        connect(m_queue.get(), &ImportQueue::itemChanged, this, [&] {
            const auto item = m_queue->items().first();
            if (item.step == u"unpacking" && item.total == QFileInfo(packed).size())
                steps.append(item.step);
        });
        m_queue->add({.file = packed});
        QVERIFY(reaches(State::Done));
        QVERIFY(!steps.isEmpty());
        const auto image = m_store->read()->images().first();
        QCOMPARE(image.sourceFile, packed);
        QCOMPARE(image.sourceSize, QFileInfo(packed).size());
        QVERIFY(!image.linked);
        QCOMPARE(folders(), QStringList{image.id});
        QVERIFY(QFile::exists(m_store->imageFolder(image.id) + u"/sysrcd.dat"_s));
    }

    void importsAnImage()
    {
        QSignalSpy imported(m_queue.get(), &ImportQueue::imported);
        QSignalSpy added(m_queue.get(), &ImportQueue::itemAdded);
        m_queue->add({.file = m_iso});
        QCOMPARE(added.size(), 1);
        QCOMPARE(stateOf(0), State::Waiting);
        QVERIFY(m_queue->isBusy());
        QTRY_COMPARE_WITH_TIMEOUT(imported.size(), 1, 30'000);
        const auto item = m_queue->items().first();
        QCOMPARE(item.state, State::Done);
        QCOMPARE(item.name, u"SystemRescueCD 5.3.2"_s);
        QCOMPARE(item.imageId, u"systemrescuecd-5.3.2"_s);
        QVERIFY(item.total > 300'000);
        QCOMPARE(item.bytes, item.total);
        QVERIFY(!m_queue->isBusy());
        QCOMPARE(folders(), QStringList{item.imageId});
        QVERIFY(m_store->read()->image(item.imageId));
    }

    void twoAtATimeInOrder()
    {
        int most = 0;
        connect(m_queue.get(), &ImportQueue::itemChanged, this, [&] { most = std::max(most, running()); });
        for (int i = 0; i < 4; ++i)
            m_queue->add({.file = m_iso});
        QTRY_COMPARE(running(), 2);
        QCOMPARE(stateOf(2), State::Waiting);
        QTRY_VERIFY_WITH_TIMEOUT(!m_queue->isBusy(), 60'000);
        QCOMPARE(most, 2);
        QCOMPARE(m_store->read()->images().size(), 4);
    }

    void failuresStayWithTheirReasonAndCanBeRetried()
    {
        const auto missing = m_folder->filePath(u"late.iso"_s);
        const auto id = m_queue->add({.file = missing});
        QTRY_COMPARE(stateOf(0), State::Failed);
        QCOMPARE(m_queue->items().first().error.code, Error::Code::NotFound);
        QCOMPARE(m_queue->items().first().name, u"late.iso"_s);
        QVERIFY(QFile::copy(m_iso, missing));
        m_queue->retry(id);
        QCOMPARE(stateOf(0), State::Waiting);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
        m_queue->retry(id);
        QCOMPARE(stateOf(0), State::Done);
    }

    void cancelledImportsLeaveNothing_data()
    {
        QTest::addColumn<int>("when");
        QTest::newRow("waiting") << int(State::Waiting);
        QTest::newRow("recognising") << int(State::Recognising);
        QTest::newRow("running") << int(State::Running);
    }

    void cancelledImportsLeaveNothing()
    {
        QFETCH(int, when);
        const auto id = m_queue->add({.file = m_iso});
        QVERIFY(reaches(State(when)));
        m_queue->cancel(id);
        QCOMPARE(stateOf(0), State::Cancelled);
        QVERIFY(!m_queue->isBusy());
        QTRY_COMPARE(folders(), QStringList());
        QTRY_VERIFY(m_queue->findChildren<ImportJob *>().isEmpty());
        QCOMPARE(m_store->read()->images().size(), 0);
        QCOMPARE(stateOf(0), State::Cancelled);
        // What waits behind it goes on, and so does itself.
        m_queue->retry(id);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
    }

    void cancellingInsideASignal()
    {
        connect(m_queue.get(), &ImportQueue::itemChanged, this, [this](qsizetype index) {
            if (stateOf(index) == State::Running)
                m_queue->cancel(m_queue->items().at(index).id);
        });
        m_queue->add({.file = m_iso});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Cancelled, 30'000);
        QTRY_COMPARE(folders(), QStringList());
    }

    void importsStepBackWhilePcsBoot()
    {
        const auto ioClass = [this] {
            const auto job = m_queue->findChild<ImportJob *>();
            return int(::syscall(SYS_ioprio_get, 1, int(job->workerProcess()))) >> 13;
        };
        QList<int> classes;
        connect(m_queue.get(), &ImportQueue::itemChanged, this, [&] {
            if (stateOf(0) != State::Running || !classes.isEmpty())
                return;
            for (const bool idle : {true, false, true}) {
                m_queue->setIdle(idle);
                classes.append(ioClass());
            }
        });
        m_queue->add({.file = m_iso});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
        QCOMPARE(classes.size(), 3);
        QCOMPARE(classes.first(), 3);
        QVERIFY(classes.at(1) != 3);
        QCOMPARE(classes.last(), 3);
    }

    void theSameImageIsAskedAbout_data()
    {
        QTest::addColumn<KinChoice>("choice");
        QTest::addColumn<QStringList>("left");
        QTest::addColumn<QString>("id");
        QTest::newRow("replace") << KinChoice::Replace << QStringList{u"systemrescuecd-5.3.2"_s} << u"systemrescuecd-5.3.2"_s;
        QTest::newRow("keep both") << KinChoice::KeepBoth << QStringList{u"systemrescuecd-5.3.2"_s, u"systemrescuecd-5.3.2-2"_s}
                                   << u"systemrescuecd-5.3.2-2"_s;
        QTest::newRow("refuse") << KinChoice::Refuse << QStringList{u"systemrescuecd-5.3.2"_s} << QString();
    }
    void theSameImageIsAskedAbout()
    {
        QFETCH(KinChoice, choice);
        QFETCH(QStringList, left);
        QFETCH(QString, id);
        m_queue->add({.file = m_iso, .asks = true});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000); // nothing to ask about yet
        QVERIFY(m_store->change([](Lab &lab) {
            return lab.setOption(u"systemrescuecd-5.3.2"_s, u"keyboard"_s, u"de"_s).and_then([&] {
                auto menu = lab.menu();
                menu.first().title = u"For the bench"_s;
                return lab.setMenu(menu);
            });
        }));
        const auto before = *m_store->read();
        QVERIFY(QFile::remove(m_store->imageFolder(u"systemrescuecd-5.3.2"_s) + u"/sysrcd.dat"_s)); // as if damaged
        const auto asking = m_queue->add({.file = m_iso, .asks = true});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), State::Asking, 30'000);
        QCOMPARE(m_queue->items().at(1).kin->kind, ImageKin::Kind::Same);
        QCOMPARE(m_queue->items().at(1).kin->image, *before.image(u"systemrescuecd-5.3.2"_s));
        m_queue->answer(asking, choice);
        m_queue->answer(asking, KinChoice::KeepBoth); // too late
        QTRY_VERIFY_WITH_TIMEOUT(!m_queue->isBusy(), 30'000);
        QCOMPARE(m_queue->items().at(1).imageId, id);
        QCOMPARE(m_queue->items().at(1).error.code,
                 choice == KinChoice::Refuse ? Error::Code::AlreadyExists : Error().code);
        QTRY_COMPARE(folders(), left);
        const auto lab = *m_store->read();
        QCOMPARE(lab.menu().first(), before.menu().first());
        QCOMPARE(lab.images().first().options, before.images().first().options);
        QCOMPARE(lab.images().size(), left.size());
        const bool isWhole = QFile::exists(m_store->imageFolder(left.first()) + u"/sysrcd.dat"_s);
        QCOMPARE(isWhole, choice == KinChoice::Replace);
    }

    void othersGoOnWhileSomeAsk()
    {
        m_queue->add({.file = m_iso});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
        for (int i = 1; i <= 2; ++i)
            m_queue->add({.file = m_iso, .asks = true});
        m_queue->add({.file = m_iso});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(3), State::Done, 30'000);
        QCOMPARE(stateOf(1), State::Asking);
        QCOMPARE(stateOf(2), State::Asking);
        m_queue->cancel(m_queue->items().at(1).id);
        QCOMPARE(stateOf(1), State::Cancelled);
        QVERIFY(m_queue->isBusy());
    }

    /// The image that is to be replaced may be gone, or another one, by then.
    void whatIsNotThereIsNotReplaced()
    {
        m_queue->add({.file = m_iso});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
        const auto asking = m_queue->add({.file = m_iso, .asks = true});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), State::Asking, 30'000);
        QVERIFY(m_store->change([](Lab &lab) {
            auto image = *lab.removeImage(u"systemrescuecd-5.3.2"_s);
            ++image.importedMs;
            image.facts.label = u"another one"_s;
            lab.addImage(image);
            return Result<void>();
        }));
        m_queue->answer(asking, KinChoice::Replace);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), State::Done, 30'000);
        QCOMPARE(folders(), QStringList({u"systemrescuecd-5.3.2"_s, u"systemrescuecd-5.3.2-2"_s}));
    }

    void anEarlierVersionIsAskedAbout()
    {
        m_queue->add({.file = m_iso});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
        QVERIFY(m_store->change([](Lab &lab) {
            auto older = *lab.removeImage(u"systemrescuecd-5.3.2"_s);
            older.id = u"older"_s;
            older.facts.version = u"5.3.1"_s;
            lab.addImage(older);
            return Result<void>();
        }));
        QVERIFY(QDir(m_store->imagesFolder()).rename(u"systemrescuecd-5.3.2"_s, u"older"_s));
        QSignalSpy imported(m_queue.get(), &ImportQueue::imported);
        const auto asking = m_queue->add({.file = m_iso, .asks = true});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), State::Asking, 30'000);
        QCOMPARE(m_queue->items().at(1).kin->kind, ImageKin::Kind::Older);
        QCOMPARE(m_queue->items().at(1).kin->image.id, u"older"_s);
        m_queue->answer(asking, KinChoice::Replace);
        QTRY_COMPARE_WITH_TIMEOUT(imported.size(), 1, 30'000);
        QCOMPARE(imported.first().at(1).toString(), u"older"_s); // left to the window, which can undo it
        QCOMPARE(m_store->read()->images().size(), 2);
    }

    /// Two files of the same new version: what the first one has become is the same image by then.
    void theSecondOfTwoReplacesTheFirst_data()
    {
        QTest::addColumn<QString>("version"); // of what is in the lab
        QTest::newRow("of the same image") << u"5.3.2"_s;
        QTest::newRow("of an earlier version") << u"5.3.1"_s;
    }
    void theSecondOfTwoReplacesTheFirst()
    {
        QFETCH(QString, version);
        m_queue->add({.file = m_iso});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
        QVERIFY(m_store->change([&version](Lab &lab) {
            auto image = *lab.image(u"systemrescuecd-5.3.2"_s);
            image.facts.version = version;
            lab.replaceImage(image);
            return lab.setOption(image.id, u"keyboard"_s, u"de"_s);
        }));
        // As the window does.
        connect(m_queue.get(), &ImportQueue::imported, this, [this](const LabImage &image, const QString &older) {
            (void)m_store->change([&](Lab &lab) {
                if (!older.isEmpty() && lab.image(older))
                    (void)lab.takeOver(image.id, older);
                return Result<void>();
            });
        });
        for (int i = 1; i <= 2; ++i)
            m_queue->add({.file = m_iso, .asks = true});
        for (int i = 1; i <= 2; ++i)
            QTRY_COMPARE_WITH_TIMEOUT(stateOf(i), State::Asking, 30'000);
        for (int i = 1; i <= 2; ++i)
            m_queue->answer(m_queue->items().at(i).id, KinChoice::Replace);
        QTRY_VERIFY_WITH_TIMEOUT(!m_queue->isBusy(), 30'000);
        const auto lab = *m_store->read();
        QCOMPARE(lab.images().size(), 1);
        QCOMPARE(lab.images().first().facts.version, u"5.3.2"_s);
        QCOMPARE(lab.images().first().options.value(u"keyboard"_s), u"de"_s);
        QVERIFY(QFile::exists(m_store->imageFolder(lab.images().first().id) + u"/sysrcd.dat"_s));
    }

    void importsWaitForAnotherWriter()
    {
        std::optional held(m_store->lock());
        m_queue->add({.file = m_iso});
        QTRY_COMPARE(stateOf(0), State::Recognising);
        held.reset();
        QVERIFY(reaches(State::Running));
        held.emplace(m_store->lock());
        QVERIFY(!QTest::qWaitFor([this] { return stateOf(0) >= State::Done; }, 2000));
        held.reset();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
    }

    void versionsAreOrdered_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<int>("order");
        QTest::newRow("by value") << u"9.10"_s << u"11.03"_s << -1;
        QTest::newRow("equal") << u"12.01"_s << u"12.01"_s << 0;
        QTest::newRow("leading zeros") << u"12.1"_s << u"12.01"_s << 0;
        QTest::newRow("revision") << u"3.2.0-13"_s << u"3.2.0-5"_s << 1;
        QTest::newRow("longer is later") << u"1.6"_s << u"1.6.1"_s << -1;
        QTest::newRow("release candidate") << u"1.6-rc1"_s << u"1.6"_s << -1;
        QTest::newRow("later candidate") << u"1.6rc2"_s << u"1.6RC1"_s << 1;
        QTest::newRow("letter behind") << u"1.6b"_s << u"1.6"_s << 1;
        QTest::newRow("dates") << u"20241231"_s << u"20250101"_s << -1;
        QTest::newRow("longer than any number") << u"99999999999999999999"_s << u"100000000000000000000"_s << -1;
        QTest::newRow("only separators") << u"--"_s << QString() << 0;
    }
    void versionsAreOrdered()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(int, order);
        const auto sign = [](std::strong_ordering result) { return result < 0 ? -1 : result > 0 ? 1 : 0; };
        QCOMPARE(sign(compareVersions(one, other)), order);
        QCOMPARE(sign(compareVersions(other, one)), -order);
    }

    void kinIsOfTheSameLine_data()
    {
        QTest::addColumn<QString ImageFacts::*>("fact");
        QTest::addColumn<QString>("value");
        QTest::newRow("another recipe") << &ImageFacts::recipe << u"grml"_s;
        QTest::newRow("another name") << &ImageFacts::name << u"Grml"_s;
        QTest::newRow("another edition") << &ImageFacts::edition << u"Small"_s;
        QTest::newRow("another architecture") << &ImageFacts::architecture << u"arm64"_s;
        QTest::newRow("another language") << &ImageFacts::language << u"de"_s;
        QTest::newRow("unknown version") << &ImageFacts::version << QString();
        QTest::newRow("a later version") << &ImageFacts::version << u"13"_s;
    }
    void kinIsOfTheSameLine()
    {
        QFETCH(QString ImageFacts::*, fact);
        QFETCH(QString, value);
        ImageFacts facts{.recipe = u"rescue"_s, .name = u"Rescue"_s, .version = u"12"_s};
        Lab lab;
        for (const auto *version : {"9", "11", "10"}) {
            LabImage older{.id = u"rescue-"_s + QLatin1StringView(version), .facts = facts};
            older.facts.version = QLatin1StringView(version);
            lab.addImage(older);
        }
        QCOMPARE(kinOf(lab, facts, false)->image.id, u"rescue-11"_s); // the newest of them
        for (const auto *version : {"9", "11", "10"}) {
            auto image = *lab.removeImage(u"rescue-"_s + QLatin1StringView(version));
            image.facts.*fact = value;
            lab.addImage(image);
        }
        QVERIFY(!kinOf(lab, facts, false));
    }

    void onlyFinishedItemsAreRemoved()
    {
        QSignalSpy removed(m_queue.get(), &ImportQueue::itemRemoved);
        const auto id = m_queue->add({.file = m_iso});
        m_queue->remove(id);
        QCOMPARE(removed.size(), 0);
        m_queue->cancel(id);
        m_queue->remove(id);
        QCOMPARE(removed.size(), 1);
        QVERIFY(m_queue->items().isEmpty());
        QVERIFY(m_queue->add({.file = m_iso}) > id);
        m_queue->cancel(id); // gone: nothing happens
        m_queue->retry(id);
        QCOMPARE(stateOf(0), State::Waiting);
    }

    void destroyingCancels()
    {
        m_queue->add({.file = m_iso});
        QVERIFY(reaches(State::Running));
        m_queue.reset();
        QCOMPARE(folders(), QStringList());
    }

    void ratesAreSmoothed()
    {
        RateMeter meter;
        QCOMPARE(meter.secondsLeft(1000), -1);
        meter.add(0, 0);
        meter.add(400, 400);
        QCOMPARE(meter.bytesPerSecond(), 0.0); // too short to tell
        meter.add(1000, 1000);
        QCOMPARE(meter.bytesPerSecond(), 1000.0);
        QCOMPARE(meter.secondsLeft(2500), 2); // rounded up
        meter.add(2000, 4000);
        QCOMPARE(meter.bytesPerSecond(), 2000.0);
        meter.add(3000, 7000);
        QCOMPARE(meter.bytesPerSecond(), 3000.0); // of the last two seconds only
        meter.add(5000, 7000);
        QCOMPARE(meter.bytesPerSecond(), 0.0);
        QCOMPARE(meter.secondsLeft(8000), -1);
        meter.add(5100, 10); // another count
        QCOMPARE(meter.bytesPerSecond(), 0.0);
    }

    void verifiesImages()
    {
        m_queue->add({.file = m_iso});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
        const auto image = m_store->read()->images().first();
        const auto verify = [&] {
            VerifyJob job(*m_store, image, CheckScope::Everything);
            QSignalSpy finished(&job, &VerifyJob::finished);
            job.start();
            if (finished.isEmpty() && !finished.wait(10'000))
                return Result<void>(fail(Error::Code::Busy, u"never ended"_s));
            return finished.first().first().value<Result<void>>();
        };
        QVERIFY(verify());
        QFile file(m_store->imageFolder(image.id) + u"/sysrcd.dat"_s);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write("X") == 1);
        file.close();
        QCOMPARE(verify().error().code, Error::Code::Mismatch);
        VerifyJob job(*m_store, image, CheckScope::Everything);
        job.start(); // destroyed at once: joins
    }
};

QTEST_GUILESS_MAIN(TestImportQueue)
#include "tst_importqueue.moc"
