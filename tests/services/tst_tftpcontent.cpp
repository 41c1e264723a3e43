// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tftpcontent.h"
#include "support/loopthread.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <future>

using namespace Benchboot;
using namespace Qt::StringLiterals;

class TestTftpContent : public QObject
{
    Q_OBJECT

private:
    using Loaded = Result<std::shared_ptr<const TftpContent>>;

    QTemporaryDir m_folder;
    DiskFacts m_disks;

    ServedFile file(const QString &name, const QByteArray &bytes)
    {
        QFile target(m_folder.filePath(name));
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
            qFatal("cannot write");
        return {target.fileName(), {}, bytes.size()};
    }
    /// A file of \a size bytes that takes no room on disk.
    ServedFile hole(const QString &name, qint64 size)
    {
        QFile target(m_folder.filePath(name));
        if (!target.open(QIODevice::WriteOnly) || !target.resize(size))
            qFatal("cannot write");
        return {target.fileName(), {}, size};
    }

    static Loaded open(LoopThread &thread, TftpContentStore &store, const ServedFile &file, quint64 generation = 1)
    {
        std::promise<Loaded> promise;
        thread.call(
            [&] { store.open(file, generation, [&promise](const Loaded &loaded) { promise.set_value(loaded); }); });
        return promise.get_future().get();
    }

private Q_SLOTS:
    void readsAcrossRuns_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("all") << 0LL << 100LL << "kernelinitrd"_ba;
        QTest::newRow("inside the first run") << 1LL << 3LL << "ern"_ba;
        QTest::newRow("across") << 4LL << 4LL << "elin"_ba;
        QTest::newRow("second run") << 6LL << 6LL << "initrd"_ba;
        QTest::newRow("at the end") << 12LL << 5LL << QByteArray();
        QTest::newRow("nothing") << 3LL << 0LL << QByteArray();
    }
    void readsAcrossRuns()
    {
        QFETCH(qint64, offset);
        QFETCH(qint64, length);
        auto image = file(u"image"_s, "-----kernel--initrd");
        image.extents = {{5, 6}, {11, 0}, {13, 6}};
        const auto content = TftpContent::load(image, -1, m_disks);
        QVERIFY(content);
        QVERIFY(!(*content)->isInMemory());
        QCOMPARE((*content)->size(), 12);
        QTEST((*content)->read(offset, length).value(), "expected");
        const auto whole = TftpContent::load(image, 12, m_disks);
        QVERIFY(whole);
        QCOMPARE((*whole)->bytes(), "kernelinitrd"_ba);
    }

    void extentsMustLieInTheFile_data()
    {
        QTest::addColumn<QList<Extent>>("extents");
        const auto most = std::numeric_limits<qint64>::max();
        QTest::newRow("beyond the end") << QList<Extent>{{5, 6}};
        QTest::newRow("starts beyond the end") << QList<Extent>{{11, 0}};
        QTest::newRow("negative offset") << QList<Extent>{{-1, 1}};
        QTest::newRow("negative length") << QList<Extent>{{1, -1}};
        QTest::newRow("overflow") << QList<Extent>{{1, most}};
        QTest::newRow("overflow of the offset") << QList<Extent>{{most, most}};
    }
    void extentsMustLieInTheFile()
    {
        QFETCH(QList<Extent>, extents);
        auto image = file(u"image"_s, "0123456789");
        image.extents = extents;
        const auto content = TftpContent::load(image, 100, m_disks);
        QVERIFY(!content);
        QCOMPARE(content.error().code, Error::Code::Mismatch);
    }

    void aFileThatShrinksIsNoticed()
    {
        const auto content = TftpContent::load(hole(u"shrinking"_s, 1000), -1, m_disks);
        QVERIFY(content);
        QVERIFY(QFile::resize(m_folder.filePath(u"shrinking"_s), 500));
        QCOMPARE((*content)->read(0, 500)->size(), 500);
        const auto bytes = (*content)->read(400, 200);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, Error::Code::Mismatch);
    }

    void smallFilesAreReadOncePerGeneration()
    {
        LoopThread thread;
        TftpContentStore store(thread.loop());
        const auto first = open(thread, store, file(u"loader"_s, "one"));
        QCOMPARE((*first)->bytes(), "one"_ba);
        const auto changed = file(u"loader"_s, "two"); // behind the snapshot's back
        QCOMPARE(open(thread, store, changed)->get(), first->get());
        QCOMPARE(open(thread, store, changed, 2).value()->bytes(), "two"_ba);
    }

    void simultaneousCallsShareOneRead()
    {
        LoopThread thread;
        TftpContentStore store(thread.loop());
        const auto loader = file(u"loader"_s, "one");
        std::promise<Loaded> first;
        std::promise<Loaded> second;
        thread.call([&] {
            store.open(loader, 1, [&first](const Loaded &loaded) { first.set_value(loaded); });
            store.open(loader, 1, [&second](const Loaded &loaded) { second.set_value(loaded); });
        });
        QCOMPARE(first.get_future().get()->get(), second.get_future().get()->get());
    }

    void failuresAreNotKept()
    {
        LoopThread thread;
        TftpContentStore store(thread.loop());
        ServedFile missing{m_folder.filePath(u"late"_s), {}, 3};
        QCOMPARE(open(thread, store, missing).error().code, Error::Code::NotFound);
        file(u"late"_s, "now");
        QCOMPARE(open(thread, store, missing).value()->bytes(), "now"_ba);
    }

    void memoryIsBounded()
    {
        LoopThread thread;
        TftpContentStore store(thread.loop());
        const auto size = TftpContentStore::largestInMemory;
        QVERIFY(!open(thread, store, hole(u"too large"_s, size + 1)).value()->isInMemory());
        QVERIFY(!open(thread, store, {hole(u"grown"_s, size).path, {}, 10}).value()->isInMemory());
        std::vector<std::shared_ptr<const TftpContent>> inUse;
        for (qint64 i = 0; i < TftpContentStore::memoryBudget / size; ++i) {
            inUse.push_back(*open(thread, store, hole(u"used %1"_s.arg(i), size)));
            QVERIFY(inUse.back()->isInMemory());
        }
        const auto more = hole(u"one more"_s, size);
        QVERIFY(!open(thread, store, more).value()->isInMemory());
        inUse.erase(inUse.begin()); // its transfer ends
        QVERIFY(open(thread, store, more).value()->isInMemory());
    }

    void answersStopWithTheStore()
    {
        LoopThread thread;
        bool answered = false;
        thread.call([&] {
            TftpContentStore store(thread.loop());
            store.open(file(u"loader"_s, "one"), 1, [&answered](const Loaded &) { answered = true; });
        });
        thread.settle();
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(TestTftpContent)
#include "tst_tftpcontent.moc"
