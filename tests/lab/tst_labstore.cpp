// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labstore.h"

#include <QDir>
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

QStringList foldersIn(const QString &path)
{
    return QDir(path).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
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

    void incomingFolderGoesUnlessPublished()
    {
        const auto store = freshStore();
        {
            const auto incoming = IncomingFolder::create(store);
            QVERIFY(incoming);
            writeFile(incoming->path() + u"/file"_s, "x");
            QCOMPARE(foldersIn(store.imagesFolder()).size(), 1);
        }
        QCOMPARE(foldersIn(store.imagesFolder()), QStringList());
    }

    void publishedFolderStays()
    {
        const auto store = freshStore();
        {
            auto incoming = IncomingFolder::create(store);
            writeFile(incoming->path() + u"/file"_s, "x");
            QVERIFY(incoming->publish(store, u"one"_s));
            QVERIFY(store.change([](Lab &lab) {
                lab.addImage({.id = u"one"_s});
                return Result<void>();
            }));
            incoming->settle();
        }
        sweepIncoming(store);
        QCOMPARE(foldersIn(store.imagesFolder()), QStringList{u"one"_s});
        QCOMPARE(QDir(store.imageFolder(u"one"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"file"_s});
    }

    void sweepTakesOnlyWhatNobodyHolds()
    {
        const auto store = freshStore();
        const auto held = IncomingFolder::create(store);
        QVERIFY(held);
        // What a killed import leaves: before its folder was renamed, and between renaming and the writing of lab.json.
        QDir(store.imagesFolder()).mkdir(u".incoming-dead"_s);
        QDir(store.imagesFolder()).mkdir(u"half-done"_s);
        writeFile(store.imageFolder(u"half-done"_s) + u"/.import.lock"_s, {});
        QDir(store.imagesFolder()).mkdir(u"somebody's own"_s);
        sweepIncoming(store);
        const auto left = foldersIn(store.imagesFolder());
        QCOMPARE(left.size(), 2);
        QVERIFY(left.contains(u"somebody's own"_s));
        QVERIFY(left.contains(QFileInfo(held->path()).fileName()));
    }
};

QTEST_GUILESS_MAIN(TestLabStore)
#include "tst_labstore.moc"
