// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isofixture.h"
#include "ui/labfixture.h"
#include "ui/models/imagesmodel.h"
#include "ui/models/importmodel.h"
#include "ui/pages/imagespage.h"
#include "ui/widgets/importdelegate.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace Benchboot;
using namespace Qt::StringLiterals;

class TestImagesPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<Tests::LabFixture> m_lab;
    std::unique_ptr<ImagesPage> m_page;
    QListView *m_view = nullptr;
    QListView *m_imports = nullptr;
    QUrl m_opened;

    template <typename Widget>
    Widget *child(const QString &name) const
    {
        auto *found = m_page->findChild<Widget *>(name);
        if (!found)
            qFatal("The page has no %s", qPrintable(name));
        return found;
    }
    [[nodiscard]] QAction *action(const QString &name) const { return child<QAction>(name); }
    [[nodiscard]] QString shown() const
    {
        QStringList ids;
        for (int row = 0; row < m_view->model()->rowCount(); ++row)
            ids.append(m_view->model()->index(row, 0).data(ImagesModel::IdRole).toString());
        return ids.join(u' ');
    }
    [[nodiscard]] QString current() const { return m_view->currentIndex().data(ImagesModel::IdRole).toString(); }
    [[nodiscard]] QString note() const { return m_view->currentIndex().data(ImagesModel::NoteRole).toString(); }
    [[nodiscard]] Lab lab() const { return *m_lab->store.read(); }

    void makePage()
    {
        m_page = std::make_unique<ImagesPage>(m_lab->context);
        m_page->resize(1000, 640);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_view = child<QListView>(u"imagesView"_s);
        m_imports = child<QListView>(u"importView"_s);
        m_view->setFocus();
    }
    /// Presses a button that the delegate paints.
    void pressInRow(int row, ImportDelegate::Action wanted) const
    {
        const auto index = m_imports->model()->index(row, 0);
        QStyleOptionViewItem option;
        option.rect = m_imports->visualRect(index);
        option.fontMetrics = m_imports->fontMetrics();
        for (const auto &button : ImportDelegate::buttons(option, index)) {
            if (button.action == wanted)
                return QTest::mouseClick(m_imports->viewport(), Qt::LeftButton, {}, button.rect.center());
        }
        QFAIL("The row has no such button");
    }

public Q_SLOTS:
    void opened(const QUrl &url) { m_opened = url; }

private Q_SLOTS:
    void initTestCase()
    {
        QDesktopServices::setUrlHandler(u"file"_s, this, "opened");
    }

    void init()
    {
        m_lab = std::make_unique<Tests::LabFixture>();
        QVERIFY(m_lab->addImage(u"rescue"_s, u"SystemRescue"_s));
        QVERIFY(m_lab->addImage(u"clonezilla"_s, u"Clonezilla"_s));
        QVERIFY(m_lab->addImage(u"tester"_s, u"Memtest86+"_s, Firmware::Bios));
        makePage();
    }

    void cleanup()
    {
        m_page.reset();
        m_lab.reset();
    }

    void showsTheLibrary()
    {
        QCOMPARE(shown(), u"clonezilla tester rescue"_s);
        QCOMPARE(current(), u"clonezilla"_s);
        QCOMPARE(child<QLabel>(u"imageName"_s)->text(), u"Clonezilla"_s);
        QCOMPARE(child<QLabel>(u"imageBootsOn"_s)->text(), u"BIOS, UEFI x64"_s);
        QTest::keyClick(m_view, Qt::Key_Down);
        QCOMPARE(child<QLabel>(u"imageName"_s)->text(), u"Memtest86+"_s);
        QCOMPARE(child<QLabel>(u"imageBootsOn"_s)->text(), u"BIOS only"_s);
        QVERIFY(!m_imports->isVisible());
        QVERIFY(child<QLabel>(u"librarySummary"_s)->text().startsWith(u"3 image"));
    }

    void anEmptyLibrarySaysHowToFillIt()
    {
        QVERIFY(m_lab->changeElsewhere([](Lab &lab) {
            lab = Lab();
            return Result<void>();
        }));
        auto *placeholder = child<QWidget>(u"imagesPlaceholder"_s);
        QTRY_VERIFY(placeholder->isVisible());
        QSignalSpy requested(m_page.get(), &Page::importRequested);
        QTest::mouseClick(placeholder->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(requested.size(), 1);
        QVERIFY(!child<QWidget>(u"imageDetail"_s)->isVisible());
        for (const auto *each : m_page->pageActions())
            QVERIFY2(!each->isEnabled(), qPrintable(each->objectName()));
    }

    void searchesAndSorts()
    {
        m_page->focusSearch();
        auto *search = child<QLineEdit>(u"imagesSearch"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"mem"_s);
        QCOMPARE(shown(), u"tester"_s);
        QTest::keyClicks(search, u"xx"_s);
        auto *placeholder = child<QWidget>(u"imagesPlaceholder"_s);
        QVERIFY(placeholder->isVisible());
        QCOMPARE(placeholder->findChild<QLabel *>(u"placeholderTitle"_s)->text(), u"No image matches “memxx”"_s);
        QTest::mouseClick(placeholder->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(shown(), u"clonezilla tester rescue"_s);
        search->setFocus();
        QTest::keyClicks(search, u"mem"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QVERIFY(m_view->hasFocus());
    }

    void removesByKeyAndBringsBackByMouse()
    {
        QTest::keyClick(m_view, Qt::Key_Delete);
        QVERIFY(!lab().image(u"clonezilla"_s));
        QCOMPARE(shown(), u"tester rescue"_s);
        QCOMPARE(current(), u"tester"_s);
        auto *message = child<MessageBar>(u"imagesMessage"_s);
        QVERIFY(message->text().contains(u"Clonezilla was removed"));
        QTest::mouseClick(message->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(shown(), u"clonezilla tester rescue"_s);
        QVERIFY(QFile::exists(m_lab->store.imageFolder(u"clonezilla"_s) + u"/kernel"_s));
        QVERIFY(!message->isVisible());
        m_lab->editor.undoStack().redo();
        QCOMPARE(shown(), u"tester rescue"_s);
    }

    void removesByMouse()
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          m_view->visualRect(m_view->model()->index(1, 0)).center());
        action(u"removeImageAction"_s)->trigger();
        QCOMPARE(shown(), u"clonezilla rescue"_s);
        // The offer goes with the next edit: Undo would take back that one.
        m_lab->editor.setSetting(u"menu.timeout"_s, u"3"_s);
        QVERIFY(!child<MessageBar>(u"imagesMessage"_s)->isVisible());
    }

    void addsToTheMenu()
    {
        QVERIFY(!action(u"addToMenuAction"_s)->isEnabled());
        m_lab->editor.removeItem(u"clonezilla"_s);
        QVERIFY(action(u"addToMenuAction"_s)->isEnabled());
        QCOMPARE(child<QLabel>(u"imageMenu"_s)->text(), u"No"_s);
        action(u"addToMenuAction"_s)->trigger();
        QCOMPARE(lab().menu().at(2).id, u"clonezilla"_s);
        QVERIFY(!action(u"addToMenuAction"_s)->isEnabled());
        QCOMPARE(child<QLabel>(u"imageMenu"_s)->text(), u"Yes"_s);
    }

    void showsFiles()
    {
        action(u"showFilesAction"_s)->trigger();
        QCOMPARE(m_opened, QUrl::fromLocalFile(m_lab->store.imageFolder(u"clonezilla"_s)));
    }

    void verifies()
    {
        action(u"verifyAction"_s)->trigger();
        QTRY_VERIFY(child<QLabel>(u"imageFiles"_s)->text().contains(u"whole at"));
        Tests::writeFile(m_lab->store.imageFolder(u"clonezilla"_s) + u"/kernel"_s, "KERNEL");
        action(u"verifyAction"_s)->trigger();
        QTRY_COMPARE(note(), u"Files are damaged"_s);
        QVERIFY(child<MessageBar>(u"imageMessage"_s)->isVisible());
        QVERIFY(child<MessageBar>(u"imageMessage"_s)->text().contains(u"kernel"));
    }

    void verificationIsCancelled()
    {
        // Large enough that the check still runs when the button is pressed; a hole, so it takes no room.
        QFile file(m_lab->store.imageFolder(u"clonezilla"_s) + u"/kernel"_s);
        constexpr qint64 size = qint64(64) << 30;
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(size));
        QVERIFY(m_lab->session.change([](Lab &all) {
            auto image = *all.image(u"clonezilla"_s);
            image.facts.files[0].size = size;
            return all.removeImage(image.id).transform([&](const LabImage &) { all.addImage(image); });
        }));
        m_page->selectImage(u"clonezilla"_s);
        action(u"verifyAction"_s)->trigger();
        QTRY_VERIFY(child<QProgressBar>(u"checkProgress"_s)->isVisible());
        QTest::mouseClick(child<QPushButton>(u"cancelCheckButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!child<QProgressBar>(u"checkProgress"_s)->isVisible());
        QCOMPARE(note(), u"clonezilla.iso"_s);
    }

    void optionsApplyAtOnceAndAreUndone()
    {
        QTest::keyClick(m_view, Qt::Key_Return);
        auto *keyboard = child<QLineEdit>(u"option-keyboard"_s);
        QVERIFY(keyboard->hasFocus());
        QTest::keyClicks(keyboard, u"de"_s);
        QTRY_COMPARE(lab().image(u"clonezilla"_s)->options.value(u"keyboard"_s), u"de"_s);
        auto *kernel = child<QComboBox>(u"option-kernel"_s);
        QCOMPARE(kernel->itemText(0), u"Default (standard)"_s);
        kernel->setFocus();
        QTest::keyClick(kernel, Qt::Key_End);
        QCOMPARE(lab().image(u"clonezilla"_s)->options.value(u"kernel"_s), u"alternative"_s);
        m_lab->editor.undoStack().undo();
        QCOMPARE(kernel->currentIndex(), 0);
        m_lab->editor.undoStack().undo();
        QCOMPARE(keyboard->text(), QString());
    }

    void wrongOptionsAreRefusedBesideTheField()
    {
        auto *keyboard = child<QLineEdit>(u"option-keyboard"_s);
        keyboard->setFocus();
        QTest::keyClicks(keyboard, u"${evil}"_s);
        QTest::keyClick(keyboard, Qt::Key_Return);
        QVERIFY(child<MessageBar>(u"optionProblem"_s)->isVisible());
        QVERIFY(lab().image(u"clonezilla"_s)->options.isEmpty());
    }

    void whatWasTypedIsNotLostWithTheSelection()
    {
        auto *keyboard = child<QLineEdit>(u"option-keyboard"_s);
        QTest::keyClicks(keyboard, u"fr"_s);
        m_view->setCurrentIndex(m_view->model()->index(2, 0));
        QCOMPARE(lab().image(u"clonezilla"_s)->options.value(u"keyboard"_s), u"fr"_s);
        QVERIFY(lab().image(u"rescue"_s)->options.isEmpty());
    }

    void changesElsewhereAppearAndKeepTheSelection()
    {
        m_page->selectImage(u"tester"_s);
        QVERIFY(m_lab->changeElsewhere([this](Lab &all) {
            all.addImage(Tests::makeImage(m_lab->store, u"acronis"_s, u"Acronis"_s, Firmware::Bios));
            return all.removeImage(u"rescue"_s).transform([](const LabImage &) { });
        }));
        QTRY_COMPARE(shown(), u"acronis clonezilla tester"_s);
        QCOMPARE(current(), u"tester"_s);
        QCOMPARE(child<QLabel>(u"imageName"_s)->text(), u"Memtest86+"_s);
    }

    void editionArchitectureAndLanguageAreShownWhereKnown()
    {
        m_page->selectImage(u"clonezilla"_s);
        QVERIFY(!child<QLabel>(u"imageEdition"_s)->isVisible());
        QVERIFY(m_lab->session.change([](Lab &all) {
            auto image = *all.image(u"clonezilla"_s);
            image.facts.edition = u"Server"_s;
            image.facts.architecture = u"x86-64+x86"_s;
            image.facts.language = u"de"_s;
            return all.removeImage(image.id).transform([&](const LabImage &) { all.addImage(image); });
        }));
        m_page->selectImage(u"clonezilla"_s);
        QTRY_COMPARE(child<QLabel>(u"imageEdition"_s)->text(), u"Server"_s);
        QVERIFY(child<QLabel>(u"imageEdition"_s)->isVisible());
        QCOMPARE(child<QLabel>(u"imageArchitecture"_s)->text(), u"x86-64, x86"_s);
        QCOMPARE(child<QLabel>(u"imageLanguage"_s)->text(), u"de"_s);
    }

    void aMissingLoaderIsSaidUntilItIsThere()
    {
        QVERIFY(m_lab->session.change([](Lab &all) {
            auto image = *all.image(u"clonezilla"_s);
            image.facts.entries[0].method = BootMethod::Wimboot;
            all.replaceImage(image);
            return Result<void>();
        }));
        m_page->selectImage(u"clonezilla"_s);
        QTRY_COMPARE(note(), u"Loader is missing"_s);
        auto *message = child<MessageBar>(u"imageMessage"_s);
        QVERIFY(message->isVisible());
        QVERIFY2(message->text().startsWith(u"Clonezilla cannot boot: its loader, wimboot"), qPrintable(message->text()));
        QSignalSpy requested(m_page.get(), &Page::loaderRequested);
        QTest::mouseClick(message->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.first().first().toString(), u"wimboot"_s);
        QVERIFY(requested.first().last().toString().contains(u"github.com/ipxe/wimboot"));
        const auto loader = m_lab->store.loadersFolder() + u"/wimboot"_s;
        Tests::writeFile(loader, "MZ");
        QTRY_COMPARE(note(), u"clonezilla.iso"_s);
        QVERIFY(!message->isVisible());
        QVERIFY(QFile::remove(loader));
        QTRY_COMPARE(note(), u"Loader is missing"_s);
    }

    void missingSourceIsSaid()
    {
        QVERIFY(m_lab->session.change([](Lab &all) {
            auto image = *all.image(u"clonezilla"_s);
            image.linked = true;
            return all.removeImage(image.id).transform([&](const LabImage &) { all.addImage(image); });
        }));
        m_page->selectImage(u"clonezilla"_s);
        QTRY_COMPARE(note(), u"Image file not found"_s);
        QVERIFY(child<MessageBar>(u"imageMessage"_s)->text().contains(u"cannot boot"));
    }

    void unpackingIsShown()
    {
        Tests::IsoFixture fixture;
        Tests::addSystemRescueCd(fixture);
        const auto packed = m_lab->path(u"disc.iso.zip"_s);
        (void)Tests::output(u"zip"_s, {u"-q"_s, u"-j"_s, packed, fixture.make()});
        const auto row = [this](int role) { return m_imports->model()->index(0, 0).data(role); };
        bool wasMeasured = false;
        connect(m_imports->model(), &QAbstractItemModel::dataChanged, m_page.get(), [&] {
            wasMeasured |= row(ImportModel::StepRole).toString() == u"disc.iso.zip: unpacking"
                && row(ImportModel::PercentRole).toInt() >= 0 && !row(ImportModel::AmountRole).toString().isEmpty();
        });
        m_lab->imports.add({.file = packed});
        QTRY_COMPARE_WITH_TIMEOUT(current(), u"systemrescuecd-5.3.2"_s, 30'000);
        QVERIFY(wasMeasured);
    }

    void importsAreShownRetriedAndCancelled()
    {
        Tests::IsoFixture fixture;
        Tests::addSystemRescueCd(fixture);
        const auto iso = fixture.make();
        const auto late = m_lab->path(u"late.iso"_s);
        m_lab->imports.add({.file = late});
        QVERIFY(m_imports->isVisible());
        const auto row = m_imports->model()->index(0, 0);
        QTRY_VERIFY(row.data(ImportModel::CanRetryRole).toBool());
        QVERIFY(QFile::copy(iso, late));
        pressInRow(0, ImportDelegate::Action::Retry);
        QCOMPARE(row.data(ImportModel::StepRole).toString(), u"late.iso: waiting"_s);
        pressInRow(0, ImportDelegate::Action::Cancel);
        QCOMPARE(row.data(ImportModel::StepRole).toString(), u"late.iso: cancelled"_s);
        m_imports->setCurrentIndex(row);
        m_imports->setFocus();
        QTest::keyClick(m_imports, Qt::Key_Return); // activates: again
        QTRY_COMPARE_WITH_TIMEOUT(current(), u"systemrescuecd-5.3.2"_s, 30'000); // in the library, and chosen
        QVERIFY(!m_imports->isVisible());
        m_lab->imports.add({.file = iso});
        m_imports->setFocus();
        m_imports->setCurrentIndex(m_imports->model()->index(0, 0));
        QTest::keyClick(m_imports, Qt::Key_Delete);
        QVERIFY(m_imports->model()->index(0, 0).data(ImportModel::CanRetryRole).toBool());
        QTest::keyClick(m_imports, Qt::Key_Delete);
        QVERIFY(!m_imports->isVisible());
        QVERIFY(m_lab->imports.items().size() == 1);
    }
};

QTEST_MAIN(TestImagesPage)
#include "tst_imagespage.moc"
