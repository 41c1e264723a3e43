// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sockets.h"
#include "ui/labfixture.h"
#include "ui/checkdialog.h"
#include "ui/mainwindow.h"
#include "ui/models/activitymodel.h"
#include "ui/widgets/logview.h"
#include "ui/wizard/setupwizard.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;
using State = ServiceController::State;

namespace {

const auto mac = u"52:54:00:aa:00:01"_s;

/// A PC that fetches the root file system of an image.
QList<Event> bootUnderWay(const QString &who = mac, qint64 bytes = 610'000'000)
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const auto http = [&](const QString &kind, Event::Outcome outcome, quint64 id, const QString &target, qint64 done,
                          qint64 total) {
        return Event{.timeMs = now,
                     .service = Event::Service::Http,
                     .kind = kind,
                     .outcome = outcome,
                     .id = id,
                     .address = u"172.16.1.168"_s,
                     .mac = who,
                     .target = target,
                     .detail = kind == u"menu" ? u"Dell Inc. OptiPlex 7060"_s : QString(),
                     .bytes = done,
                     .total = total};
    };
    return {Event{.timeMs = now - 52'000,
                  .service = Event::Service::ProxyDhcp,
                  .kind = u"discover"_s,
                  .mac = who,
                  .detail = u"UEFI x64 (7), PXEClient"_s},
            http(u"menu"_s, Event::Outcome::Ok, 1, u"/menu.ipxe"_s, 900, 900),
            http(u"get"_s, Event::Outcome::Ok, 2, u"/images/rescue/kernel"_s, 6, 6),
            http(u"get"_s, Event::Outcome::Started, 3, u"/images/rescue/airootfs.sfs"_s, bytes, 1'030'000'000)};
}

QList<Event> brokenBoot(const QString &who)
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    return {Event{.timeMs = now - 87'000,
                  .service = Event::Service::ProxyDhcp,
                  .kind = u"discover"_s,
                  .address = u"172.16.1.204"_s,
                  .mac = who,
                  .detail = u"UEFI x64 (7), PXEClient"_s},
            Event{.timeMs = now - 80'000,
                  .service = Event::Service::Tftp,
                  .kind = u"rrq"_s,
                  .outcome = Event::Outcome::Aborted,
                  .id = 71,
                  .mac = who,
                  .target = u"snponly.efi"_s,
                  .detail = u"the client took no more after 12 of 195 blocks"_s,
                  .bytes = 17'616,
                  .total = 285'696,
                  .durationMs = 6500}};
}

} // namespace

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path()); }

    void init()
    {
        QSettings(u"benchboot"_s, u"window"_s).clear();
        m_lab = std::make_unique<LabFixture>();
        QObject::connect(&m_lab->session, &Session::labChanged, &m_lab->clients,
                         [this] { m_lab->clients.setLab(m_lab->session.lab()); });
        m_lab->services.setPorts({0, 0, 0, 0});
        QFile loader(m_lab->store.loadersFolder() + u"/undionly.kpxe"_s);
        QVERIFY(loader.open(QIODevice::WriteOnly) && loader.write("loader") == 6);
        const auto port = openTcpListener({}, 0);
        QVERIFY(m_lab->session.change([&](Lab &lab) -> Result<void> {
            if (auto set = lab.setSetting(u"network.interface"_s, u"lo"_s); !set)
                return set;
            return lab.setSetting(u"http.port"_s, QString::number(localPort(port->get())));
        }));
        open();
    }
    void cleanup()
    {
        m_window.reset();
        m_lab.reset();
    }

    void pagesByKeyboard_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("title");
        QTest::newRow("bench") << Qt::Key_1 << u"bench"_s << u"Bench — Benchboot"_s;
        QTest::newRow("images") << Qt::Key_2 << u"images"_s << u"Images — Benchboot"_s;
        QTest::newRow("menu") << Qt::Key_3 << u"menu"_s << u"Menu — Benchboot"_s;
        QTest::newRow("activity") << Qt::Key_4 << u"activity"_s << u"Activity — Benchboot"_s;
        QTest::newRow("settings") << Qt::Key_5 << u"settings"_s << u"Settings — Benchboot"_s;
    }
    void pagesByKeyboard()
    {
        QFETCH(const Qt::Key, key);
        m_window->showPage(key == Qt::Key_1 ? u"settings"_s : u"bench"_s);
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
        QTEST(m_window->currentPlace(), "place");
        QTEST(m_window->windowTitle(), "title");
        QCOMPARE(m_window->findChild<QListView *>(u"rail"_s)->currentIndex().row(), key - Qt::Key_1);
    }

    void pagesByRailAndBack()
    {
        auto *rail = m_window->findChild<QListView *>(u"rail"_s);
        rail->setFocus();
        QTest::keyClick(rail, Qt::Key_Down);
        QTest::keyClick(rail, Qt::Key_Down);
        QCOMPARE(m_window->currentPlace(), u"menu"_s);
        QTest::mouseClick(rail->viewport(), Qt::LeftButton, {}, rail->visualRect(rail->model()->index(3, 0)).center());
        QCOMPARE(m_window->currentPlace(), u"activity"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_window->currentPlace(), u"menu"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_window->currentPlace(), u"bench"_s);
        QVERIFY(!action(u"backAction"_s)->isEnabled());
    }

    void toolBarBeginsWithStartAndImport()
    {
        for (const auto &place : {u"bench"_s, u"images"_s, u"menu"_s, u"activity"_s, u"settings"_s}) {
            m_window->showPage(place);
            const auto actions = m_window->findChild<QToolBar *>(u"toolBar"_s)->actions();
            QCOMPARE(actions.at(0)->objectName(), u"startAction"_s);
            QCOMPARE(actions.at(1)->objectName(), u"importAction"_s);
            QVERIFY(actions.at(2)->isSeparator());
            QCOMPARE_GT(actions.size(), 3);
        }
    }

    void noShortcutMeansTwoThings()
    {
        for (const auto &place : {u"bench"_s, u"images"_s, u"menu"_s, u"activity"_s, u"settings"_s}) {
            m_window->showPage(place);
            QSet<QAction *> reachable;
            for (auto *menu : m_window->menuBar()->actions())
                reachable += QSet(menu->menu()->actions().cbegin(), menu->menu()->actions().cend());
            QSet<QKeySequence> keys;
            for (const auto *each : std::as_const(reachable)) {
                if (each->shortcut().isEmpty() || !each->isVisible())
                    continue;
                QVERIFY2(!keys.contains(each->shortcut()), qPrintable(place + u": "_s + each->shortcut().toString()));
                keys.insert(each->shortcut());
            }
        }
    }

    void startAndStopByKeyboard()
    {
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(m_lab->services.state(), State::Running);
        QCOMPARE(action(u"startAction"_s)->text(), u"&Stop"_s);
        QCOMPARE(statusText(), u"Running on lo, 127.0.0.1"_s);
        QCOMPARE(panelState(u"httpPanel"_s), u"Running"_s);
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(m_lab->services.state(), State::Stopped);
        QCOMPARE(action(u"startAction"_s)->text(), u"&Start"_s);
        QCOMPARE(statusText(), u"Stopped"_s);
    }

    void startByMouse()
    {
        auto *bar = m_window->findChild<QToolBar *>(u"toolBar"_s);
        QTest::mouseClick(bar->widgetForAction(action(u"startAction"_s)), Qt::LeftButton);
        QTRY_COMPARE(m_lab->services.state(), State::Running);
    }

    void takenPortIsShownWithItsRemedy()
    {
        const auto holder = openTcpListener({}, m_lab->session.lab().setting(u"http.port"_s).toUShort());
        action(u"startAction"_s)->trigger();
        QTRY_COMPARE(m_lab->services.state(), State::Failed);
        QCOMPARE(panelState(u"httpPanel"_s), u"Failed"_s);
        QCOMPARE(panelState(u"tftpPanel"_s), u"Stopped"_s);
        const auto *message = m_window->findChild<QWidget *>(u"serviceMessage"_s);
        QVERIFY(message->isVisible());
        QTest::mouseClick(message->findChild<QPushButton *>(u"messageButton2"_s), Qt::LeftButton);
        QCOMPARE(m_window->currentPlace(), u"settings"_s);
    }

    void emptyBenchSaysWhatToDo()
    {
        QCOMPARE(placeholderTitle(), u"Nothing to boot yet"_s);
        QTest::mouseClick(
            m_window->findChild<QWidget *>(u"benchPage"_s)->findChild<QPushButton *>(u"placeholderButton"_s),
            Qt::LeftButton);
        auto *dialog = m_window->findChild<QFileDialog *>(u"importDialog"_s);
        QVERIFY(dialog);
        dialog->reject();
        QVERIFY(m_lab->addImage(u"rescue"_s, u"SystemRescue"_s));
        QCOMPARE(placeholderTitle(), u"Ready to start"_s);
        QTest::mouseClick(
            m_window->findChild<QWidget *>(u"benchPage"_s)->findChild<QPushButton *>(u"placeholderButton"_s),
            Qt::LeftButton);
        QTRY_COMPARE(m_lab->services.state(), State::Running);
        QCOMPARE(placeholderTitle(), u"Waiting for a PC"_s);
    }

    void pcGetsACard()
    {
        QVERIFY(m_lab->addImage(u"rescue"_s, u"SystemRescue"_s));
        m_lab->clients.take(bootUnderWay());
        auto *card = m_window->findChild<QWidget *>(u"card-"_s + mac);
        QVERIFY(card);
        QCOMPARE(card->findChild<QLabel *>(u"clientName"_s)->text(), u"Dell Inc. OptiPlex 7060"_s);
        QCOMPARE(card->findChild<QLabel *>(u"clientVerdict"_s)->text(), u"SystemRescue"_s);
        QVERIFY2(card->accessibleName().contains(u"59 percent"_s), qPrintable(card->accessibleName()));
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(m_window->currentPlace(), u"activity"_s);
        QCOMPARE(m_window->findChild<QComboBox *>(u"clientFilter"_s)->currentData().toString(), mac);
    }

    void pcInTroubleIsSeenFromEveryPage()
    {
        m_window->showPage(u"settings"_s);
        m_lab->clients.take(brokenBoot(mac));
        auto *button = m_window->findChild<QToolButton *>(u"attentionButton"_s);
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_window->currentPlace(), u"bench"_s);
        auto *card = m_window->findChild<QWidget *>(u"card-"_s + mac);
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Space);
        QCOMPARE(m_window->currentPlace(), u"activity"_s);
    }

    void manyPcsAreATable()
    {
        auto *table = m_window->findChild<QTableView *>(u"clientTable"_s);
        for (int i = 0; i < 12; ++i)
            m_lab->clients.take(bootUnderWay(u"pc%1"_s.arg(i)));
        QVERIFY(!table->isVisible());
        m_lab->clients.take(bootUnderWay(u"pc12"_s));
        QVERIFY(table->isVisible());
        QVERIFY(!m_window->findChild<QWidget *>(u"card-pc3"_s));
        table->setFocus();
        table->setCurrentIndex(table->model()->index(2, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_window->findChild<QComboBox *>(u"clientFilter"_s)->currentData().toString(), u"pc2"_s);
        m_lab->clients.clear();
        QCOMPARE(placeholderTitle(), u"Nothing to boot yet"_s);
    }

    void stopWhileAPcBootsAsks()
    {
        start();
        m_lab->clients.take(bootUnderWay());
        action(u"startAction"_s)->trigger();
        auto *question = m_window->findChild<QMessageBox *>(u"stopQuestion"_s);
        QVERIFY(question);
        QVERIFY2(question->informativeText().contains(u"Dell Inc. OptiPlex 7060"_s),
                 qPrintable(question->informativeText()));
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
        QTest::keyClick(question, Qt::Key_Return);
        QCOMPARE(m_lab->services.state(), State::Running);
        QTRY_VERIFY(!m_window->findChild<QMessageBox *>(u"stopQuestion"_s));

        action(u"startAction"_s)->trigger();
        question = m_window->findChild<QMessageBox *>(u"stopQuestion"_s);
        QTest::mouseClick(question->findChild<QPushButton *>(u"doIt"_s), Qt::LeftButton);
        QCOMPARE(m_lab->services.state(), State::Stopped);
    }

    void closeWhileAPcBootsAsks()
    {
        start();
        m_lab->clients.take(bootUnderWay());
        m_window->close();
        QVERIFY(m_window->isVisible());
        auto *question = m_window->findChild<QMessageBox *>(u"quitQuestion"_s);
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(m_window->isVisible());
        QTRY_VERIFY(!m_window->findChild<QMessageBox *>(u"quitQuestion"_s));
        m_window->close();
        question = m_window->findChild<QMessageBox *>(u"quitQuestion"_s);
        QTest::mouseClick(question->findChild<QPushButton *>(u"doIt"_s), Qt::LeftButton);
        QVERIFY(!m_window->isVisible());
        QCOMPARE(m_lab->services.state(), State::Stopped);
    }

    void closeWithIdleServicesDoesNotAsk()
    {
        start();
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QCOMPARE(m_lab->services.state(), State::Stopped);
    }

    void dropAnywhereImports_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Qt::KeyboardModifiers>("keys");
        QTest::addColumn<bool>("link");
        QTest::newRow("window") << u"bench"_s << u"mainWindow"_s << Qt::KeyboardModifiers() << false;
        QTest::newRow("rail") << u"activity"_s << u"rail"_s << Qt::KeyboardModifiers() << false;
        QTest::newRow("a field that takes text")
            << u"activity"_s << u"activitySearch"_s << Qt::KeyboardModifiers() << false;
        QTest::newRow("menu tree") << u"menu"_s << u"menuTree"_s << Qt::KeyboardModifiers() << false;
        QTest::newRow("with Ctrl and Shift")
            << u"bench"_s << u"benchPage"_s << Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier) << true;
    }
    void dropAnywhereImports()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, target);
        QFETCH(const Qt::KeyboardModifiers, keys);
        QFETCH(const bool, link);
        m_window->showPage(place);
        auto *widget = target == u"mainWindow" ? m_window.get() : m_window->findChild<QWidget *>(target);
        QVERIFY(widget);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(makeFile(u"one.iso"_s)), QUrl::fromLocalFile(makeFile(u"two.iso"_s)),
                       QUrl(u"https://example.org/three.iso"_s), QUrl::fromLocalFile(m_lab->path(u"folder"_s))});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction | Qt::LinkAction, &files, Qt::LeftButton, keys);
        QApplication::sendEvent(widget, &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(m_window->findChild<QWidget *>(u"dropOverlay"_s)->isVisible());
        QDropEvent drop({5, 5}, Qt::CopyAction | Qt::LinkAction, &files, Qt::LeftButton, keys);
        QApplication::sendEvent(widget, &drop);
        QVERIFY(!m_window->findChild<QWidget *>(u"dropOverlay"_s)->isVisible());
        const auto items = m_lab->imports.items();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.at(0).request.file, m_lab->path(u"one.iso"_s));
        QCOMPARE(items.at(1).request.link, link);
        QCOMPARE(m_window->currentPlace(), u"images"_s);
    }

    /// There is nothing in it that could be served as it lies there.
    void packedImagesAreNotLinked()
    {
        const auto packed = makeFile(u"one.iso.gz"_s);
        QFile file(packed);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x1f\x8b\x08 and so on");
        file.close();
        m_window->importFiles({packed, makeFile(u"two.iso"_s)}, true);
        QCOMPARE(m_lab->imports.items().at(0).request.link, false);
        QCOMPARE(m_lab->imports.items().at(1).request.link, true);
    }

    void textIsNotImported()
    {
        QMimeData text;
        text.setText(u"hello"_s);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &text, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(!m_window->findChild<QWidget *>(u"dropOverlay"_s)->isVisible());
        QDropEvent drop({5, 5}, Qt::CopyAction, &text, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &drop);
        QVERIFY(m_lab->imports.items().isEmpty());
    }

    void draggingAwayHidesTheOverlay()
    {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(makeFile(u"one.iso"_s))});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QDragLeaveEvent leave;
        QApplication::sendEvent(m_window.get(), &leave);
        QVERIFY(!m_window->findChild<QWidget *>(u"dropOverlay"_s)->isVisible());
    }

    void importByKeyboard()
    {
        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
        auto *dialog = m_window->findChild<QFileDialog *>(u"importDialog"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->filesSelected({makeFile(u"one.iso"_s)});
        QCOMPARE(m_lab->imports.items().size(), 1);
    }

    void logFiltersAndCopies()
    {
        m_window->showPage(u"activity"_s);
        auto *view = m_window->findChild<QTableView *>(u"activityView"_s);
        Q_EMIT m_lab->session.eventsArrived(bootUnderWay());
        QCOMPARE_GE(view->model()->rowCount(), 4); // changes of the lab that init() made may be there, too
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *search = m_window->findChild<QLineEdit *>(u"activitySearch"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"airootfs"_s);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        view->selectAll();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QGuiApplication::clipboard()->text().contains(u"Fetches /images/rescue/airootfs.sfs"_s),
                 qPrintable(QGuiApplication::clipboard()->text()));
        search->setText(u"nothing like this"_s);
        QTRY_COMPARE(view->model()->rowCount(), 0);
        auto *page = m_window->findChild<QWidget *>(u"activityPage"_s);
        QCOMPARE(page->findChild<QLabel *>(u"placeholderTitle"_s)->text(), u"No event matches the filter"_s);
        QTest::mouseClick(page->findChild<QPushButton *>(u"placeholderButton"_s), Qt::LeftButton);
        QCOMPARE_GE(view->model()->rowCount(), 4);
        action(u"clearViewAction"_s)->trigger();
        QCOMPARE(view->model()->rowCount(), 0);
    }

    void logFollowsOnlyAtItsEnd()
    {
        m_window->showPage(u"activity"_s);
        auto *view = m_window->findChild<QTableView *>(u"activityView"_s);
        auto *follow = m_window->findChild<QAbstractButton *>(u"followNewest"_s);
        const auto more = [this] {
            QList<Event> events(
                300, Event{.service = Event::Service::Tftp, .kind = u"rrq"_s, .outcome = Event::Outcome::Ok});
            Q_EMIT m_lab->session.eventsArrived(events);
        };
        const auto lastRow = [view] { return view->rowAt(view->viewport()->height() - 2); };
        more();
        QTRY_COMPARE(lastRow(), view->model()->rowCount() - 1);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(!follow->isChecked());
        more();
        QTest::qWait(0);
        QCOMPARE(view->rowAt(0), 0);
        QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier);
        QVERIFY(follow->isChecked());
        more();
        QTRY_COMPARE(lastRow(), view->model()->rowCount() - 1);
    }

    void wizardOpensOnce()
    {
        action(u"wizardAction"_s)->trigger();
        m_window->openWizard();
        QCOMPARE(m_window->findChildren<SetupWizard *>().size(), 1);
    }

    void checkOpensOnce()
    {
        action(u"checkAction"_s)->trigger();
        action(u"checkAction"_s)->trigger();
        QCOMPARE(m_window->findChildren<CheckDialog *>().size(), 1);
    }

    void layoutIsRemembered()
    {
        m_window->showPage(u"menu"_s);
        m_window->resize(733, 577); // the offscreen screen has 800 × 800
        m_window->close();
        open();
        QCOMPARE(m_window->currentPlace(), u"menu"_s);
        QCOMPARE(m_window->size(), QSize(733, 577));
    }

    void columnsOfTheLogAreRemembered()
    {
        const auto header = [this] { return m_window->findChild<LogView *>()->horizontalHeader(); };
        m_window->showPage(u"activity"_s);
        header()->resizeSection(ActivityModel::Client, 321);
        header()->moveSection(header()->visualIndex(ActivityModel::Outcome), 0);
        m_window->close();
        open();
        m_window->showPage(u"activity"_s);
        QCOMPARE(header()->sectionSize(ActivityModel::Client), 321);
        QCOMPARE(header()->visualIndex(ActivityModel::Outcome), 0);
    }

    void narrowWindowShowsIconsOnly()
    {
        const auto *rail = m_window->findChild<QWidget *>(u"rail"_s);
        m_window->resize(1280, 800);
        QTest::qWait(0);
        const int wide = rail->width();
        m_window->resize(512, 320);
        QTest::qWait(0);
        QCOMPARE_LT(rail->width(), wide / 2);
        QCOMPARE(m_window->findChild<QToolBar *>(u"toolBar"_s)->toolButtonStyle(), Qt::ToolButtonIconOnly);
    }

private:
    void open()
    {
        m_window = std::make_unique<MainWindow>(m_lab->context);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void start()
    {
        m_lab->services.start();
        QTRY_COMPARE(m_lab->services.state(), State::Running);
    }
    [[nodiscard]] QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    [[nodiscard]] QString statusText() const
    {
        return m_window->statusBar()->findChild<QLabel *>(u"serviceState"_s)->text();
    }
    [[nodiscard]] QString panelState(const QString &panel) const
    {
        return m_window->findChild<QWidget *>(panel)->findChild<QLabel *>(u"serviceState"_s)->text();
    }
    [[nodiscard]] QString placeholderTitle() const
    {
        return m_window->findChild<QWidget *>(u"benchPage"_s)->findChild<QLabel *>(u"placeholderTitle"_s)->text();
    }
    QString makeFile(const QString &name)
    {
        QFile file(m_lab->path(name));
        return file.open(QIODevice::WriteOnly) && file.resize(1'300'000'000) ? file.fileName() : QString();
    }

    QTemporaryDir m_settings;
    std::unique_ptr<LabFixture> m_lab;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
