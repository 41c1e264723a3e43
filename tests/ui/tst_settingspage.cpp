// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"
#include "ui/setupfixture.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizard/loaderswidget.h"

#include <QAction>
#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Benchboot;
using namespace Qt::StringLiterals;

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<SetupFixture>();
        m_page = std::make_unique<SettingsPage>(m_fixture->context, m_fixture->sources());
        m_page->resize(1000, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_fixture.reset();
    }

    void lookingChangesNothing()
    {
        QCOMPARE(m_fixture->store.read().value(), Lab());
        QCOMPARE(m_fixture->editor.undoStack().count(), 0);
    }

    void changesApplyAtOnceAndCanBeUndone()
    {
        auto *timeout = child<QSpinBox>(u"menuTimeout"_s);
        timeout->setFocus();
        timeout->selectAll();
        QTest::keyClicks(timeout, u"25"_s);
        QTest::keyClick(timeout, Qt::Key_Return);
        QCOMPARE(setting(u"menu.timeout"_s), u"25"_s);
        m_fixture->editor.undoStack().undo();
        QCOMPARE(setting(u"menu.timeout"_s), u"10"_s);
        QTRY_COMPARE(timeout->value(), 10);
    }

    void aWantedLoaderIsInSight()
    {
        m_page->resize(600, 320);
        child<QLineEdit>(u"settingsSearch"_s)->setText(u"nothing like that"_s);
        m_page->showLoader(u"wimboot"_s, u"Get wimboot."_s);
        auto *message = child<LoadersWidget>(u"loadersWidget"_s)->findChild<MessageBar *>();
        QCOMPARE(message->text(), u"Get wimboot."_s);
        const auto button = [message] { return message->findChild<QPushButton *>(u"messageButton1"_s); };
        QTRY_VERIFY(!button()->visibleRegion().isEmpty());
        QVERIFY(button()->hasFocus());
    }

    /// The sections are never wider than they are well read, so their texts wrap in a wide window, too.
    void wideWindowsLeaveRoomForWrappedText()
    {
        m_page->resize(1600, 800);
        m_page->showLoader(u"wimboot"_s, u"Get wimboot from where it is and put it there. "_s.repeated(5));
        const auto *loaders = child<LoadersWidget>(u"loadersWidget"_s);
        const auto *message = loaders->findChild<MessageBar *>();
        const auto *table = loaders->findChild<QTableWidget *>();
        QTRY_COMPARE_GE(message->geometry().top() - table->geometry().bottom(), loaders->layout()->spacing());
    }

    void eachFieldIsItsSetting_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        QTest::newRow("headline") << u"menuTitle"_s << u"menu.title"_s;
        QTest::newRow("console") << u"kernelConsole"_s << u"console"_s;
    }
    void eachFieldIsItsSetting()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        auto *edit = child<QLineEdit>(name);
        edit->selectAll();
        QTest::keyClicks(edit, u"tty1"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(setting(key), u"tty1"_s);
    }

    void combosAreTheirSettings()
    {
        pick(child<QComboBox>(u"menuDefault"_s), u"shell"_s);
        QCOMPARE(setting(u"menu.default"_s), u"shell"_s);
        pick(child<QComboBox>(u"keyboardCombo"_s), u"de"_s);
        QCOMPARE(setting(u"keyboard"_s), u"de"_s);
        QVERIFY(!m_fixture->session.lab().isSet(u"language"_s));
    }

    void cardAndSubnet()
    {
        auto *list = child<QTreeWidget>(u"cardList"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(setting(u"network.interface"_s), u"wlp2s0"_s);
        auto *subnet = child<QLineEdit>(u"subnetEdit"_s);
        subnet->selectAll();
        QTest::keyClicks(subnet, u"192.168.1.0/24"_s);
        QTest::keyClick(subnet, Qt::Key_Return);
        QCOMPARE(setting(u"network.subnet"_s), u"192.168.1.0/24"_s);
        subnet->selectAll();
        QTest::keyClicks(subnet, u"nonsense"_s);
        QTest::keyClick(subnet, Qt::Key_Return);
        QCOMPARE(setting(u"network.subnet"_s), u"192.168.1.0/24"_s);
    }

    void ownLoaderIsCopiedAtOnce()
    {
        QVERIFY(SetupFixture::writeLoader(m_fixture->file(u"arm.efi"_s), 0xaa64));
        child<LoadersWidget>(u"loadersWidget"_s)->setFile(u"loader.efi-arm64"_s, m_fixture->file(u"arm.efi"_s));
        QCOMPARE(setting(u"loader.efi-arm64"_s), u"arm.efi"_s);
        QVERIFY(QFile::exists(m_fixture->store.loadersFolder() + u"/arm.efi"_s));
    }

    void changesFromElsewhereShowUp()
    {
        QVERIFY(m_fixture->store.change([](Lab &lab) { return lab.setSetting(u"menu.timeout"_s, u"77"_s); }));
        QTRY_COMPARE(child<QSpinBox>(u"menuTimeout"_s)->value(), 77);
    }

    void searchShowsWhatMatches()
    {
        m_page->focusSearch();
        auto *search = child<QLineEdit>(u"settingsSearch"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"time-out"_s);
        QVERIFY(child<QWidget>(u"menuDefaultsWidget"_s)->isVisible());
        QVERIFY(!child<QWidget>(u"networkWidget"_s)->isVisible());
        QTest::keyClicks(search, u"xyz"_s);
        QVERIFY(!child<QWidget>(u"settingsScroll"_s)->isVisible());
        search->clear();
        QVERIFY(child<QWidget>(u"networkWidget"_s)->isVisible());
    }

    void wizardIsAskedFor()
    {
        const QSignalSpy asked(m_page.get(), &Page::wizardRequested);
        const auto actions = m_page->pageActions();
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.first()->objectName(), u"wizardAction"_s);
        actions.first()->trigger();
        QCOMPARE(asked.size(), 1);
    }

private:
    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        auto *found = m_page->findChild<T *>(name);
        return found ? found : (qFatal("no child %s", qPrintable(name)), nullptr);
    }
    [[nodiscard]] QString setting(const QString &key) const { return m_fixture->store.read().value().setting(key); }
    static void pick(QComboBox *combo, const QString &data)
    {
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < combo->count() && combo->currentData().toString() != data; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
    }

    std::unique_ptr<SetupFixture> m_fixture;
    std::unique_ptr<SettingsPage> m_page;
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
