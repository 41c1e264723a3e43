// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labstore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(content);
}

} // namespace

class TestLabStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    LabStore freshStore()
    {
        static int number = 0;
        return *LabStore::open(m_folder.filePath(u"lab%1"_s.arg(++number)));
    }

private Q_SLOTS:
    void newLabIsEmpty()
    {
        const auto store = freshStore();
        QVERIFY(QDir(store.imagesFolder()).exists());
        QCOMPARE(*store.read(), Lab());
        QVERIFY(!QFile::exists(store.labFile()));
    }

    void changesAreKept()
    {
        const auto store = freshStore();
        QVERIFY(store.change([](Lab &lab) { return lab.setSetting(u"menu.timeout"_s, u"3"_s); }));
        QCOMPARE(store.read()->setting(u"menu.timeout"_s), u"3"_s);
    }

    void refusedChangesWriteNothing()
    {
        const auto store = freshStore();
        QCOMPARE(store.change([](Lab &lab) { return lab.setSetting(u"menu.timeout"_s, u"x"_s); }).error().code,
                 Error::Code::InvalidArgument);
        QVERIFY(!QFile::exists(store.labFile()));
    }

    void damagedFileIsNotOverwritten()
    {
        const auto store = freshStore();
        writeFile(store.labFile(), "{\"version\": 1, ");
        QCOMPARE(store.read().error().code, Error::Code::Malformed);
        QVERIFY(!store.change([](Lab &) { return Result<void>(); }));
        QFile file(store.labFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "{\"version\": 1, ");
    }

    void folderThatCannotBeMade()
    {
        writeFile(m_folder.filePath(u"plain-file"_s), "x");
        QVERIFY(!LabStore::open(m_folder.filePath(u"plain-file/lab"_s)));
    }

    void writersWaitForEachOther()
    {
        const auto store = freshStore();
        std::atomic<int> inside = 0;
        std::atomic<bool> together = false;
        std::vector<std::thread> writers;
        for (int i = 0; i < 4; ++i) {
            writers.emplace_back([&] {
                for (int round = 0; round < 10; ++round) {
                    (void)store.change([&](Lab &lab) {
                        together = together || ++inside > 1;
                        const int next = lab.setting(u"menu.timeout"_s).toInt() + 1;
                        const auto set = lab.setSetting(u"menu.timeout"_s, QString::number(next));
                        --inside;
                        return set;
                    });
                }
            });
        }
        for (auto &writer : writers)
            writer.join();
        QVERIFY(!together);
        QCOMPARE(store.read()->setting(u"menu.timeout"_s), u"50"_s);
    }

    void aWindowWaitsLessLong()
    {
        const auto store = freshStore();
        const auto held = store.lock();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store.change([](Lab &) { return Result<void>(); }, std::chrono::milliseconds(50)).error().code,
                 Error::Code::Busy);
        QVERIFY(timer.elapsed() >= 50);
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestLabStore)
#include "tst_labstore.moc"
