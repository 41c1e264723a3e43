// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/filelock.h"
#include "lab/incomingfolder.h"
#include "lab/labeditor.h"
#include "lab/trashfolder.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <sys/file.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

LabImage image(const QString &id)
{
    LabImage image{.id = id};
    image.facts.name = u"Name of "_s + id;
    image.facts.options = {{u"keyboard"_s, u"Keyboard layout"_s, {u"us"_s, u"de"_s}, u"us"_s}};
    return image;
}

/// "one two *three local…": the menu's ids in order, titles where they were given.
QString menuOf(const LabStore &store)
{
    QStringList items;
    const auto lab = store.read();
    for (const auto &item : lab->menu())
        items.append(item.title.isEmpty() ? item.id : u"%1=%2"_s.arg(item.id, item.title));
    return items.join(u' ');
}

QString imagesOf(const LabStore &store)
{
    QStringList ids;
    const auto lab = store.read();
    for (const auto &each : lab->images())
        ids.append(each.id);
    return ids.join(u' ');
}

QStringList filesBelow(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestLabEditor : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LabStore> m_store;
    std::unique_ptr<LabEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_failed;

    /// Changes the lab as another program would.
    void changeElsewhere(const std::function<Result<void>(Lab &)> &edit) { QVERIFY(m_store->change(edit)); }
    void undo() { m_editor->undoStack().undo(); }
    void redo() { m_editor->undoStack().redo(); }
    [[nodiscard]] int steps() const { return m_editor->undoStack().count(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<LabStore>(*LabStore::open(m_folder->filePath(u"lab"_s)));
        changeElsewhere([this](Lab &lab) {
            for (const auto &id : {u"one"_s, u"two"_s, u"three"_s}) {
                lab.addImage(image(id));
                QDir().mkpath(m_store->imageFolder(id));
                QFile file(m_store->imageFolder(id) + u"/kernel"_s);
                if (!file.open(QIODevice::WriteOnly) || file.write(id.toUtf8()) < 0)
                    return Result<void>(fail(Error::Code::Io, file.errorString()));
            }
            return Result<void>();
        });
        const auto store = *m_store;
        const auto change = [store](const std::function<Result<void>(Lab &)> &edit) {
            return store.change(edit).transform([](const Lab &) { });
        };
        m_editor = std::make_unique<LabEditor>(store, change);
        m_failed = std::make_unique<QSignalSpy>(m_editor.get(), &LabEditor::failed);
    }

    void cleanup()
    {
        m_failed.reset();
        m_editor.reset();
    }

    void editsAreUndoneAndRedone_data()
    {
        using Edit = std::function<void(LabEditor &)>;
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("menu");
        QTest::newRow("rename") << Edit([](LabEditor &e) { e.renameItem(u"two"_s, u"Second"_s); })
                                << u"Rename “Name of two”"_s << u"one two=Second three local shell reboot"_s;
        QTest::newRow("move down") << Edit([](LabEditor &e) { e.moveItem(u"one"_s, 2); }) << u"Move “Name of one”"_s
                                   << u"two three one local shell reboot"_s;
        QTest::newRow("move up") << Edit([](LabEditor &e) { e.moveItem(u"three"_s, 0); }) << u"Move “Name of three”"_s
                                 << u"three one two local shell reboot"_s;
        QTest::newRow("move beyond the end") << Edit([](LabEditor &e) { e.moveItem(u"one"_s, 99); })
                                             << u"Move “Name of one”"_s << u"two three local shell reboot one"_s;
        QTest::newRow("remove") << Edit([](LabEditor &e) { e.removeItem(u"two"_s); }) << u"Remove “Name of two”"_s
                                << u"one three local shell reboot"_s;
        QTest::newRow("remove image") << Edit([](LabEditor &e) { e.removeImage(u"one"_s); })
                                      << u"Remove “Name of one”"_s << u"two three local shell reboot"_s;
        QTest::newRow("replace by a later entry") << Edit([](LabEditor &e) { e.replaceImage(u"one"_s, u"three"_s); })
                                                  << u"Replace “Name of one”"_s << u"three two local shell reboot"_s;
        QTest::newRow("replace by an earlier entry") << Edit([](LabEditor &e) { e.replaceImage(u"three"_s, u"one"_s); })
                                                     << u"Replace “Name of three”"_s << u"two one local shell reboot"_s;
    }

    void editsAreUndoneAndRedone()
    {
        QFETCH(std::function<void(LabEditor &)>, edit);
        QFETCH(QString, name);
        QFETCH(QString, menu);
        const auto before = *m_store->read();
        edit(*m_editor);
        QCOMPARE(menuOf(*m_store), menu);
        QCOMPARE(m_editor->undoStack().undoText(), name);
        undo();
        QCOMPARE(*m_store->read(), before);
        redo();
        QCOMPARE(menuOf(*m_store), menu);
        undo();
        QCOMPARE(*m_store->read(), before);
        QCOMPARE(m_failed->size(), 0);
    }

    void entriesAreAdded()
    {
        m_editor->removeItem(u"two"_s);
        m_editor->addItem({LabMenuItem::Kind::Image, u"two"_s, u"Again"_s}, 0);
        QCOMPARE(menuOf(*m_store), u"two=Again one three local shell reboot"_s);
        undo();
        QCOMPARE(menuOf(*m_store), u"one three local shell reboot"_s);
    }

    void typingIsOneStep()
    {
        for (const auto &title : {u"S"_s, u"Se"_s, u"Second"_s})
            m_editor->renameItem(u"two"_s, title);
        QCOMPARE(steps(), 1);
        m_editor->renameItem(u"one"_s, u"First"_s);
        m_editor->setSetting(u"menu.timeout"_s, u"3"_s);
        m_editor->setSetting(u"menu.timeout"_s, u"30"_s);
        m_editor->setSetting(u"menu.title"_s, u"Bench"_s);
        QCOMPARE(steps(), 4);
        undo();
        undo();
        QVERIFY(!m_store->read()->isSet(u"menu.timeout"_s));
        undo();
        undo();
        QCOMPARE(menuOf(*m_store), u"one two three local shell reboot"_s);
    }

    void aTitleThatIsTheNameIsNone()
    {
        m_editor->renameItem(u"two"_s, u"Second"_s);
        m_editor->moveItem(u"one"_s, 1);
        m_editor->renameItem(u"two"_s, u" Name of two "_s);
        QCOMPARE(menuOf(*m_store), u"two one three local shell reboot"_s);
    }

    void editsThatChangeNothingAreNoSteps()
    {
        m_editor->renameItem(u"two"_s, u"Name of two"_s);
        m_editor->moveItem(u"two"_s, 1);
        m_editor->setSetting(u"menu.timeout"_s, {});
        m_editor->setOption(u"one"_s, u"keyboard"_s, {});
        QCOMPARE(steps(), 0);
        m_editor->setSetting(u"menu.timeout"_s, u"3"_s);
        m_editor->setSetting(u"menu.timeout"_s, {});
        QCOMPARE(steps(), 0);
    }

    void optionsAreUndone()
    {
        m_editor->setOption(u"one"_s, u"keyboard"_s, u"de"_s);
        QCOMPARE(m_store->read()->image(u"one"_s)->options.value(u"keyboard"_s), u"de"_s);
        undo();
        QVERIFY(m_store->read()->image(u"one"_s)->options.isEmpty());
    }

    void refusedEditsAreReportedAndNoSteps()
    {
        m_editor->setSetting(u"menu.timeout"_s, u"soon"_s);
        m_editor->setOption(u"one"_s, u"keyboard"_s, u"fr"_s);
        m_editor->renameItem(u"nobody"_s, u"X"_s);
        m_editor->removeImage(u"nobody"_s);
        QCOMPARE(m_failed->size(), 4);
        QCOMPARE(steps(), 0);
    }

    void changesOfOthersAreKept()
    {
        m_editor->renameItem(u"two"_s, u"Second"_s);
        changeElsewhere([](Lab &lab) { return lab.setSetting(u"menu.timeout"_s, u"3"_s); });
        changeElsewhere([](Lab &lab) {
            lab.addImage(image(u"four"_s));
            return Result<void>();
        });
        undo();
        QCOMPARE(menuOf(*m_store), u"one two three four local shell reboot"_s);
        QCOMPARE(m_store->read()->setting(u"menu.timeout"_s), u"3"_s);
        QCOMPARE(m_failed->size(), 0);
    }

    void commandsWhoseEntryIsGoneLeaveTheStack()
    {
        m_editor->renameItem(u"two"_s, u"Second"_s);
        m_editor->moveItem(u"two"_s, 0);
        changeElsewhere([](Lab &lab) { return lab.removeImage(u"two"_s).transform([](const LabImage &) { }); });
        undo();
        QCOMPARE(m_failed->size(), 1);
        QCOMPARE(m_failed->first().first().value<Error>().code, Error::Code::NotFound);
        QCOMPARE(steps(), 1);
        undo();
        QCOMPARE(m_failed->size(), 2);
        QCOMPARE(steps(), 0);
        QCOMPARE(menuOf(*m_store), u"one three local shell reboot"_s);
    }

    void aValueThatOthersChangedIsNotOverwritten()
    {
        m_editor->setSetting(u"menu.timeout"_s, u"3"_s);
        changeElsewhere([](Lab &lab) { return lab.setSetting(u"menu.timeout"_s, u"60"_s); });
        undo();
        QCOMPARE(m_store->read()->setting(u"menu.timeout"_s), u"60"_s);
        QCOMPARE(m_failed->first().first().value<Error>().code, Error::Code::Mismatch);
        QCOMPARE(steps(), 0);
    }

    void removedImagesComeBackWhole()
    {
        QVERIFY(m_store->change([](Lab &lab) { return lab.setSetting(u"menu.default"_s, u"two"_s); }));
        m_editor->moveItem(u"two"_s, 5);
        m_editor->removeImage(u"two"_s);
        QCOMPARE(imagesOf(*m_store), u"one three"_s);
        QVERIFY(!QFile::exists(m_store->imageFolder(u"two"_s)));
        undo();
        QCOMPARE(imagesOf(*m_store), u"one two three"_s);
        QCOMPARE(menuOf(*m_store), u"one three local shell reboot two"_s);
        QCOMPARE(m_store->read()->defaultItem(), u"two"_s);
        QCOMPARE(filesBelow(m_store->imageFolder(u"two"_s)), QStringList{u"kernel"_s});
    }

    void anImageThatWasImportedAgainIsNotOverwritten()
    {
        m_editor->removeImage(u"two"_s);
        changeElsewhere([this](Lab &lab) {
            lab.addImage(image(u"two"_s));
            QDir().mkpath(m_store->imageFolder(u"two"_s));
            return Result<void>();
        });
        undo();
        QCOMPARE(m_failed->first().first().value<Error>().code, Error::Code::AlreadyExists);
        QCOMPARE(filesBelow(m_store->imageFolder(u"two"_s)), QStringList());
        m_editor->removeImage(u"two"_s);
        undo();
        QCOMPARE(m_failed->size(), 1);
        QCOMPARE(imagesOf(*m_store), u"one three two"_s);
    }

    void anImageWithoutFilesCanGoButNotComeBack()
    {
        QVERIFY(QDir(m_store->imageFolder(u"two"_s)).removeRecursively());
        m_editor->removeImage(u"two"_s);
        QCOMPARE(imagesOf(*m_store), u"one three"_s);
        undo();
        QCOMPARE(m_failed->first().first().value<Error>().code, Error::Code::NotFound);
        QCOMPARE(imagesOf(*m_store), u"one three"_s);
    }

    void replacingIsTakenBackWhole()
    {
        QVERIFY(m_store->change([](Lab &lab) {
            return lab.setSetting(u"menu.default"_s, u"two"_s).and_then([&] {
                return lab.setOption(u"two"_s, u"keyboard"_s, u"de"_s);
            });
        }));
        m_editor->renameItem(u"two"_s, u"For the bench"_s);
        const auto before = *m_store->read();
        m_editor->replaceImage(u"two"_s, u"three"_s);
        const auto replaced = *m_store->read();
        QCOMPARE(menuOf(*m_store), u"one three=For the bench local shell reboot"_s);
        QCOMPARE(replaced.defaultItem(), u"three"_s);
        QCOMPARE(replaced.image(u"three"_s)->options.value(u"keyboard"_s), u"de"_s);
        QVERIFY(!QFile::exists(m_store->imageFolder(u"two"_s)));
        undo();
        QCOMPARE(*m_store->read(), before);
        QCOMPARE(filesBelow(m_store->imageFolder(u"two"_s)), QStringList{u"kernel"_s});
        redo();
        QCOMPARE(*m_store->read(), replaced);
        // What was changed elsewhere since then stays.
        changeElsewhere([](Lab &lab) { return lab.setOption(u"three"_s, u"keyboard"_s, u"us"_s); });
        undo();
        QCOMPARE(m_store->read()->image(u"three"_s)->options.value(u"keyboard"_s), u"us"_s);
        QCOMPARE(m_failed->size(), 0);
    }

    void anOlderImageComesBackWithoutTheNewer()
    {
        m_editor->replaceImage(u"two"_s, u"three"_s);
        changeElsewhere([](Lab &lab) { return lab.removeImage(u"three"_s).transform([](const LabImage &) { }); });
        undo();
        QCOMPARE(imagesOf(*m_store), u"one two"_s);
        QCOMPARE(menuOf(*m_store), u"one two local shell reboot"_s);
        m_editor->replaceImage(u"two"_s, u"three"_s);
        QCOMPARE(m_failed->first().first().value<Error>().code, Error::Code::NotFound);
        QCOMPARE(imagesOf(*m_store), u"one two"_s);
    }

    void theTrashGoesWithItsEditor()
    {
        m_editor->removeImage(u"two"_s);
        QCOMPARE(filesBelow(m_store->trashFolder()).size(), 1);
        sweepTrash(*m_store); // its editor lives
        QCOMPARE(filesBelow(m_store->trashFolder()).size(), 1);
        m_editor.reset();
        QCOMPARE(filesBelow(m_store->trashFolder()), QStringList());
    }

    void filesThatNobodyCanBringBackAreDeleted()
    {
        m_editor->removeImage(u"two"_s);
        const auto trash = m_store->trashFolder() + u'/' + filesBelow(m_store->trashFolder()).first();
        QCOMPARE(filesBelow(trash).size(), 2); // its lock and the image
        m_editor->undoStack().clear();
        QCOMPARE(filesBelow(trash).size(), 1);
    }

    void sweepingTakesWhatDeadEditorsLeft()
    {
        QDir().mkpath(m_store->trashFolder() + u"/editor-dead/1"_s);
        // Killed between the writing of lab.json and the move to the trash, or between the move back and the writing.
        QDir().mkpath(m_store->imageFolder(u"half"_s));
        const auto lock = lockFile(importLockPath(m_store->imageFolder(u"half"_s)), LOCK_EX | LOCK_NB);
        QVERIFY(lock);
        sweepIncoming(*m_store);
        QVERIFY(QFile::exists(m_store->imageFolder(u"half"_s)));
        flock(lock->get(), LOCK_UN);
        sweepIncoming(*m_store);
        sweepTrash(*m_store);
        QVERIFY(!QFile::exists(m_store->imageFolder(u"half"_s)));
        QCOMPARE(filesBelow(m_store->trashFolder()), QStringList());
        QCOMPARE(filesBelow(m_store->imagesFolder()), QStringList({u"one"_s, u"three"_s, u"two"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLabEditor)
#include "tst_labeditor.moc"
