// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ipxe/menuscript.h"
#include "session/likelycard.h"
#include "session/snapshot.h"
#include "ui/labfixture.h"
#include "ui/models/menumodel.h"
#include "ui/pages/menupage.h"
#include "ui/pages/menupreview.h"
#include "ui/widgets/clientscreen.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace Benchboot;
using namespace Qt::StringLiterals;

class TestMenuPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<Tests::LabFixture> m_lab;
    std::unique_ptr<MenuPage> m_page;
    QTreeView *m_tree = nullptr;

    template <typename Widget>
    Widget *child(const QString &name) const
    {
        auto *found = m_page->findChild<Widget *>(name);
        if (!found)
            qFatal("The page has no %s", qPrintable(name));
        return found;
    }
    [[nodiscard]] QAction *action(const QString &name) const { return child<QAction>(name); }
    [[nodiscard]] QString menu() const ///< ids in the lab's order
    {
        QStringList ids;
        for (const auto &item : m_lab->store.read()->menu())
            ids.append(item.id);
        return ids.join(u' ');
    }
    [[nodiscard]] QString shown() const ///< ids in the view's order
    {
        QStringList ids;
        for (int row = 0; row < m_tree->model()->rowCount(); ++row)
            ids.append(m_tree->model()->index(row, 0).data(MenuModel::IdRole).toString());
        return ids.join(u' ');
    }
    [[nodiscard]] QString current() const { return m_tree->currentIndex().data(MenuModel::IdRole).toString(); }
    void select(int row) const { m_tree->setCurrentIndex(m_tree->model()->index(row, 0)); }
    [[nodiscard]] QPoint middleOf(int row) const { return m_tree->visualRect(m_tree->model()->index(row, 0)).center(); }
    [[nodiscard]] QMenu *openedMenu() const
    {
        action(u"addEntryAction"_s)->trigger();
        return m_page->findChild<QMenu *>(u"addEntryMenu"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_lab = std::make_unique<Tests::LabFixture>();
        QVERIFY(m_lab->addImage(u"rescue"_s, u"SystemRescue 12.01"_s));
        QVERIFY(m_lab->addImage(u"tester"_s, u"Memtest86+ 7.20"_s, Firmware::Bios));
        QVERIFY(m_lab->addImage(u"clonezilla"_s, u"Clonezilla 3.2.0"_s));
        m_page = std::make_unique<MenuPage>(m_lab->context);
        m_page->resize(1000, 640);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_tree = child<QTreeView>(u"menuTree"_s);
        m_tree->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_lab.reset();
    }

    void movesByKey()
    {
        select(0);
        QTest::keyClick(m_tree, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(menu(), u"tester rescue clonezilla local shell reboot"_s);
        QCOMPARE(shown(), menu());
        QCOMPARE(current(), u"rescue"_s); // the selection goes with it
        QTest::keyClick(m_tree, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(menu(), u"rescue tester clonezilla local shell reboot"_s);
        QVERIFY(!action(u"moveUpAction"_s)->isEnabled());
        select(5);
        QVERIFY(!action(u"moveDownAction"_s)->isEnabled());
    }

    void movesByMouse()
    {
        select(0);
        action(u"moveDownAction"_s)->trigger();
        QCOMPARE(menu(), u"tester rescue clonezilla local shell reboot"_s);
    }

    void movesByDrop()
    {
        // A drop between rows 2 and 3, as the view gets it from the window system.
        const std::unique_ptr<QMimeData> data(m_tree->model()->mimeData({m_tree->model()->index(0, 0)}));
        const auto rect = m_tree->visualRect(m_tree->model()->index(3, 0));
        const QPoint between(rect.center().x(), rect.top());
        QDragEnterEvent enter(between, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_tree->viewport(), &enter);
        QDragMoveEvent move(between, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_tree->viewport(), &move);
        QVERIFY(move.isAccepted());
        QDropEvent drop(between, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_tree->viewport(), &drop);
        QCOMPARE(menu(), u"tester clonezilla rescue local shell reboot"_s);
        QCOMPARE(shown(), menu());
    }

    void renamesInPlace()
    {
        select(1);
        QTest::keyClick(m_tree, Qt::Key_F2);
        auto *editor = m_tree->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"Memory test"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(m_lab->store.read()->menu().at(1).title, u"Memory test"_s);
        QCOMPARE(m_tree->currentIndex().data().toString(), u"Memory test"_s);
    }

    void renamesByMouse()
    {
        select(1);
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, middleOf(1));
        QTest::mouseDClick(m_tree->viewport(), Qt::LeftButton, {}, middleOf(1));
        auto *editor = m_tree->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"x"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(m_lab->store.read()->menu().at(1).title.isEmpty());
    }

    void removesAndAddsByKey()
    {
        select(1);
        QTest::keyClick(m_tree, Qt::Key_Delete);
        QCOMPARE(menu(), u"rescue clonezilla local shell reboot"_s);
        QVERIFY(m_lab->store.read()->image(u"tester"_s)); // the image stays
        QCOMPARE(current(), u"clonezilla"_s);
        QTest::keyClick(m_tree, Qt::Key_Insert);
        auto *offered = m_page->findChild<QMenu *>(u"addEntryMenu"_s);
        QVERIFY(offered && offered->isVisible());
        QTest::keyClick(offered, Qt::Key_Return);
        QCOMPARE(menu(), u"rescue clonezilla tester local shell reboot"_s);
        QCOMPARE(current(), u"tester"_s);
    }

    void offersOnlyWhatIsMissing()
    {
        QVERIFY(!action(u"addEntryAction"_s)->isEnabled());
        select(3);
        action(u"removeEntryAction"_s)->trigger();
        select(0);
        action(u"removeEntryAction"_s)->trigger();
        QVERIFY(action(u"addEntryAction"_s)->isEnabled());
        auto *offered = openedMenu();
        QVERIFY(offered);
        QStringList texts;
        for (const auto *each : offered->actions())
            texts.append(each->text());
        QCOMPARE(texts, QStringList({u"SystemRescue 12.01"_s, u"Boot from the local disk"_s}));
        offered->actions().last()->trigger();
        QVERIFY(menu().contains(u"local"));
        offered->close();
    }

    void undoesAndRedoes()
    {
        select(0);
        action(u"removeEntryAction"_s)->trigger();
        QVERIFY(action(u"undoAction"_s)->text().contains(u"SystemRescue 12.01"));
        QTest::keyClick(m_tree, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(menu(), u"rescue tester clonezilla local shell reboot"_s);
        QTest::keyClick(m_tree, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(menu(), u"tester clonezilla local shell reboot"_s);
        action(u"undoAction"_s)->trigger();
        QCOMPARE(shown(), u"rescue tester clonezilla local shell reboot"_s);
        QVERIFY(!action(u"undoAction"_s)->isEnabled());
    }

    void makesAnEntryTheDefault()
    {
        QVERIFY(m_tree->model()->index(0, 0).data(MenuModel::DefaultRole).toBool());
        select(2);
        QTest::keyClick(m_tree, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_lab->store.read()->setting(u"menu.default"_s), u"clonezilla"_s);
        QVERIFY(m_tree->model()->index(2, 0).data(MenuModel::DefaultRole).toBool());
        QVERIFY(!action(u"defaultEntryAction"_s)->isEnabled());
        QCOMPARE(child<ClientScreen>(u"clientScreen"_s)->menu().selected, 1); // memtest does not boot on UEFI
    }

    void setsHeadlineAndTimeout()
    {
        auto *title = child<QLineEdit>(u"menuTitle"_s);
        title->setFocus();
        title->selectAll();
        QTest::keyClicks(title, u"Repair bench"_s);
        QTRY_COMPARE(m_lab->store.read()->setting(u"menu.title"_s), u"Repair bench"_s);
        QCOMPARE(child<ClientScreen>(u"clientScreen"_s)->menu().title, u"Repair bench"_s);
        auto *timeout = child<QSpinBox>(u"menuTimeout"_s);
        timeout->setFocus();
        QTest::keyClick(timeout, Qt::Key_Up);
        QTest::keyClick(timeout, Qt::Key_Up);
        QTest::keyClick(timeout, Qt::Key_Return);
        QCOMPARE(m_lab->store.read()->setting(u"menu.timeout"_s), u"12"_s);
        QCOMPARE(child<ClientScreen>(u"clientScreen"_s)->menu().timeoutSeconds, 12);
        action(u"undoAction"_s)->trigger();
        QCOMPARE(timeout->value(), 10);
        action(u"undoAction"_s)->trigger();
        QCOMPARE(title->text(), u"Benchboot"_s);
    }

    void theScriptIsWhatThePcGets()
    {
        const auto card = likelyCard(m_lab->session.lab());
        const auto snapshot = makeSnapshot(m_lab->session.lab(), m_lab->store, servedNetwork({card}), 8080);
        const auto origin = u"http://%1:8080"_s.arg(card.address.toString()).toLatin1();
        Ipxe::MenuClient bios;
        bios.platform = u"pcbios"_s;
        bios.architecture = u"i386"_s;
        child<QComboBox>(u"showAs"_s)->setCurrentIndex(0);
        const auto expected = Ipxe::menuScript(*snapshot, bios, origin);
        QCOMPARE(m_page->findChild<MenuPreview *>()->script(), expected);
        QCOMPARE(child<QPlainTextEdit>(u"scriptView"_s)->toPlainText().toUtf8(), expected);
        QVERIFY(expected.contains("Memtest86+"));
        child<QComboBox>(u"showAs"_s)->setFocus();
        QTest::keyClick(child<QComboBox>(u"showAs"_s), Qt::Key_Down);
        QVERIFY(!child<QPlainTextEdit>(u"scriptView"_s)->toPlainText().contains(u"Memtest86+"));
        QCOMPARE(child<ClientScreen>(u"clientScreen"_s)->menu().items.size(), 6); // and a gap
        QTest::mouseClick(child<QPushButton>(u"copyScriptButton"_s), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), child<QPlainTextEdit>(u"scriptView"_s)->toPlainText());
    }

    void changesElsewhereAppearAndKeepTheSelection()
    {
        select(2);
        QVERIFY(m_lab->changeElsewhere([](Lab &lab) {
            auto entries = lab.menu();
            entries.removeFirst();
            entries[0].title = u"RAM"_s;
            return lab.setMenu(entries);
        }));
        QTRY_COMPARE(shown(), u"tester clonezilla local shell reboot"_s);
        QCOMPARE(m_tree->model()->index(0, 0).data().toString(), u"RAM"_s);
        QCOMPARE(current(), u"clonezilla"_s);
    }

    void anEmptyMenuSaysHowToFillIt()
    {
        QVERIFY(m_lab->changeElsewhere([](Lab &lab) { return lab.setMenu({}); }));
        auto *button = child<QWidget>(u"menuPlaceholder"_s)->findChild<QPushButton *>();
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        auto *offered = m_page->findChild<QMenu *>(u"addEntryMenu"_s);
        QVERIFY(offered);
        QCOMPARE(offered->actions().size(), 6);
        offered->actions().first()->trigger();
        QCOMPARE(menu(), u"rescue"_s);
        QVERIFY(m_tree->isVisible());
        offered->close();
    }

    void refusedEditsAreSaid()
    {
        select(0);
        action(u"removeEntryAction"_s)->trigger();
        QVERIFY(m_lab->changeElsewhere([](Lab &lab) { return lab.removeImage(u"rescue"_s).transform([](auto) { }); }));
        action(u"undoAction"_s)->trigger();
        QVERIFY(child<QWidget>(u"menuMessage"_s)->isVisible());
        QVERIFY(!action(u"undoAction"_s)->isEnabled());
    }
};

QTEST_MAIN(TestMenuPage)
#include "tst_menupage.moc"
