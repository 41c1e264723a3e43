// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isofixture.h"
#include "ui/labfixture.h"
#include "ui/mainwindow.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

const auto program = QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot");
constexpr int soon = 1000; // ms

} // namespace

/// The window, and the command line in processes of its own, on the same lab.
class TestWithCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path()); }
    void init()
    {
        m_lab = std::make_unique<Tests::LabFixture>();
        m_window = std::make_unique<MainWindow>(m_lab->context);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_lab.reset();
    }

    void settingAppearsInTheWindow()
    {
        m_window->showPage(u"settings"_s);
        auto *page = m_window->findChild<QWidget *>(u"settingsPage"_s);
        run({u"settings"_s, u"menu.timeout=33"_s});
        QTRY_COMPARE_WITH_TIMEOUT(page->findChild<QSpinBox *>(u"menuTimeout"_s)->value(), 33, soon);
    }

    void importAndRemovalAppearInTheWindow()
    {
        Tests::IsoFixture disc;
        Tests::addSystemRescueCd(disc);
        const auto *images = m_window->findChild<QAbstractItemView *>(u"imagesView"_s)->model();
        const auto *menu = m_window->findChild<QAbstractItemView *>(u"menuTree"_s)->model();
        const auto entries = menu->rowCount();
        run({u"import"_s, disc.make()});
        QTRY_COMPARE_WITH_TIMEOUT(images->rowCount(), 1, soon);
        QCOMPARE(menu->rowCount(), entries + 1);
        run({u"remove"_s, u"systemrescuecd-5.3.2"_s});
        QTRY_COMPARE_WITH_TIMEOUT(images->rowCount(), 0, soon);
        QCOMPARE(menu->rowCount(), entries);
    }

    void editInTheWindowIsWhatCommandsSee()
    {
        QVERIFY(m_lab->addImage(u"rescue"_s, u"SystemRescue"_s));
        m_window->showPage(u"menu"_s);
        auto *tree = m_window->findChild<QAbstractItemView *>(u"menuTree"_s);
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(0, 0));
        QTest::keyClick(tree, Qt::Key_F2);
        auto *field = tree->viewport()->findChild<QLineEdit *>();
        QVERIFY(field);
        QTest::keyClicks(field, u"Rescue me"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(run({u"menu"_s}).contains("Rescue me")); // the editor commits with a posted event
        QTest::keyClick(tree, Qt::Key_Delete);
        QVERIFY(!run({u"menu"_s}).contains("Rescue me"));
    }

    void editInTheWindowReachesARunningServer()
    {
        QProcess server;
        server.start(program,
                     {u"serve"_s, u"--lab"_s, m_lab->store.folder(), u"--interface"_s, u"lo"_s, u"--http-port"_s, u"0"_s,
                      u"--dhcp-port"_s, u"0"_s, u"--boot-port"_s, u"0"_s, u"--tftp-port"_s, u"0"_s, u"--json"_s});
        QByteArray said;
        const auto says = [&](const char *what) {
            said += server.readAllStandardOutput();
            return said.contains(what);
        };
        QTRY_VERIFY_WITH_TIMEOUT(says("\"event\":\"ready\""), 20'000);
        said.clear();
        m_lab->editor.setSetting(u"menu.title"_s, u"Bench two"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says("\"event\":\"lab-changed\""), soon);
        server.terminate();
        QVERIFY(server.waitForFinished());
        QCOMPARE(server.exitCode(), 0);
    }

private:
    /// \return its output. The window does nothing meanwhile.
    QByteArray run(QStringList arguments) const
    {
        arguments.insert(1, u"--lab"_s);
        arguments.insert(2, m_lab->store.folder());
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("benchboot %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

    QTemporaryDir m_settings;
    std::unique_ptr<Tests::LabFixture> m_lab;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWithCommands)
#include "tst_withcommands.moc"
