// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/filelock.h"
#include "lab/incomingfolder.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <memory>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
}

QStringList foldersIn(const QString &path)
{
    return QDir(path).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// How far an import gets before it dies.
enum class Step { Filled, OldAside, NewInPlace, LabWritten, Settled, Ended };

LabImage imageOf(const QString &id, qint64 importedMs)
{
    LabImage image{.id = id};
    image.importedMs = importedMs;
    return image;
}

/// What importing does: image "one" is replaced, or takes over from image "older". Takes no step beyond \a last.
void import(const LabStore &store, Step last, bool takesOver)
{
    auto incoming = IncomingFolder::create(store);
    if (!incoming || !writeFile(incoming->path() + u"/kernel"_s, "new"))
        ::_exit(1);
    const auto first = incoming->path();
    const auto image = imageOf(takesOver ? u"newer"_s : u"one"_s, 2);
    const auto held = store.lock();
    auto lab = store.read();
    if (last == Step::Filled)
        ::_exit(0);
    if (takesOver)
        lab->addImage(image);
    else
        lab->replaceImage(image);
    if (!incoming->publish(store, image, !takesOver))
        ::_exit(1);
    if (takesOver) {
        incoming->retire(store, u"one"_s);
        if (!lab->takeOver(image.id, u"one"_s))
            ::_exit(1);
    }
    if (last == Step::OldAside) // publish() has moved both: one of them goes back
        ::_exit(moveFolder(store.imageFolder(image.id), first) ? 0 : 1);
    if (last == Step::NewInPlace)
        ::_exit(0);
    if (!store.write(*lab))
        ::_exit(1);
    if (last == Step::LabWritten)
        ::_exit(0);
    incoming->settle();
    if (last == Step::Settled)
        ::_exit(0);
}

} // namespace

class TestIncomingFolder : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LabStore> m_store;

    [[nodiscard]] QStringList folders() const { return foldersIn(m_store->imagesFolder()); }
    void addImage(const QString &id)
    {
        QVERIFY(QDir().mkpath(m_store->imageFolder(id)));
        QVERIFY(writeFile(m_store->imageFolder(id) + u"/kernel"_s, "old"));
        QVERIFY(m_store->change([&](Lab &lab) {
            lab.addImage(imageOf(id, 1));
            return Result<void>();
        }));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<LabStore>(*LabStore::open(m_folder->filePath(u"lab"_s)));
    }

    void goesUnlessPublished()
    {
        {
            const auto incoming = IncomingFolder::create(*m_store);
            QVERIFY(incoming);
            QVERIFY(writeFile(incoming->path() + u"/file"_s, "x"));
            QCOMPARE(folders().size(), 1);
        }
        QCOMPARE(folders(), QStringList());
    }

    void staysOncePublished()
    {
        {
            auto incoming = IncomingFolder::create(*m_store);
            QVERIFY(writeFile(incoming->path() + u"/file"_s, "x"));
            const auto image = imageOf(u"one"_s, 1);
            QVERIFY(incoming->publish(*m_store, image));
            QVERIFY(m_store->change([&](Lab &lab) {
                lab.addImage(image);
                return Result<void>();
            }));
            incoming->settle();
        }
        sweepIncoming(*m_store);
        QCOMPARE(folders(), QStringList{u"one"_s});
        QCOMPARE(QDir(m_store->imageFolder(u"one"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"file"_s});
    }

    void sweepTakesOnlyWhatNobodyHolds()
    {
        const auto held = IncomingFolder::create(*m_store);
        QVERIFY(held);
        // What a killed import leaves: before its folder was renamed, and between renaming and the writing of lab.json.
        const QDir images(m_store->imagesFolder());
        QVERIFY(images.mkdir(u".incoming-dead"_s) && images.mkdir(u"half-done"_s));
        QVERIFY(writeFile(m_store->imageFolder(u"half-done"_s) + u"/.import.lock"_s, {}));
        QVERIFY(images.mkdir(u"somebody's own"_s));
        sweepIncoming(*m_store);
        const auto left = folders();
        QCOMPARE(left.size(), 2);
        QVERIFY(left.contains(u"somebody's own"_s));
        QVERIFY(left.contains(QFileInfo(held->path()).fileName()));
    }

    void whatIsNotWrittenIsAsBefore()
    {
        addImage(u"one"_s);
        {
            auto incoming = IncomingFolder::create(*m_store);
            QVERIFY(writeFile(incoming->path() + u"/kernel"_s, "new"));
            QVERIFY(incoming->publish(*m_store, imageOf(u"one"_s, 2), true));
            QCOMPARE(readFile(m_store->imageFolder(u"one"_s) + u"/kernel"_s), "new");
            sweepIncoming(*m_store); // of another program, which sees that this one is at it
            QCOMPARE(readFile(m_store->imageFolder(u"one"_s) + u"/kernel"_s), "new");
        }
        QCOMPARE(folders(), QStringList{u"one"_s});
        QCOMPARE(readFile(m_store->imageFolder(u"one"_s) + u"/kernel"_s), "old");
    }

    void aFolderThatIsNotOfTheLabIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(m_store->imageFolder(u"one"_s)));
        QVERIFY(writeFile(m_store->imageFolder(u"one"_s) + u"/kernel"_s, "old"));
        {
            auto incoming = IncomingFolder::create(*m_store);
            QVERIFY(!incoming->publish(*m_store, imageOf(u"one"_s, 2)));
        }
        QCOMPARE(folders(), QStringList{u"one"_s});
        QCOMPARE(readFile(m_store->imageFolder(u"one"_s) + u"/kernel"_s), "old");
    }

    void isReplacedOrNot_data()
    {
        QTest::addColumn<Step>("last");
        QTest::addColumn<bool>("takesOver");
        QTest::addColumn<bool>("isNew");
        for (const bool takesOver : {false, true}) {
            const auto *what = takesOver ? "takes over" : "replaces";
            QTest::addRow("%s, killed before anything moved", what) << Step::Filled << takesOver << false;
            QTest::addRow("%s, killed between the folders", what) << Step::OldAside << takesOver << false;
            QTest::addRow("%s, killed before the lab was written", what) << Step::NewInPlace << takesOver << false;
            QTest::addRow("%s, killed after the lab was written", what) << Step::LabWritten << takesOver << true;
            QTest::addRow("%s, killed before the old one was removed", what) << Step::Settled << takesOver << true;
            QTest::addRow("%s", what) << Step::Ended << takesOver << true;
        }
    }
    void isReplacedOrNot()
    {
        QFETCH(Step, last);
        QFETCH(bool, takesOver);
        QFETCH(bool, isNew);
        addImage(u"one"_s);
        if (const auto child = ::fork(); child == 0) { // whose locks go with it
            import(*m_store, last, takesOver);
            ::_exit(0);
        } else {
            int status = -1;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QCOMPARE(status, 0);
        }
        sweepIncoming(*m_store);
        const auto id = takesOver && isNew ? u"newer"_s : u"one"_s;
        const auto lab = m_store->read();
        QVERIFY(lab);
        QCOMPARE(lab->images().size(), 1);
        QVERIFY(lab->image(id));
        QCOMPARE(lab->image(id)->importedMs, isNew ? 2 : 1);
        QCOMPARE(lab->menu().first().id, id);
        QCOMPARE(folders(), QStringList{id});
        QCOMPARE(readFile(m_store->imageFolder(id) + u"/kernel"_s), isNew ? "new" : "old");
    }
};

QTEST_GUILESS_MAIN(TestIncomingFolder)
#include "tst_incomingfolder.moc"
