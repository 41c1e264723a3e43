// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/benchbootprogram.h"
#include "e2e/benchnetwork.h"
#include "e2e/qemuclient.h"
#include "e2e/rescueimage.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/verifyresult.h"
#include "packaging/installedsystem.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>
#include <unistd.h>

using namespace Benchboot;
using namespace Benchboot::E2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr uid_t technician = 1000; ///< whom the polkit rule allows the ports
constexpr qint64 payloadBytes = 24 << 20;
constexpr auto bootLimit = 360s; ///< two PCs at once, emulated on what may be two busy cores

QByteArray lastPart(const QByteArray &text) { return text.last(std::min<qsizetype>(text.size(), 6000)); }

} // namespace

/// The way of somebody without rights on a fresh computer where Benchboot is installed: wizard, an image dropped on the window and another one
/// that is linked, Start, two PCs that boot: one what starts by itself, one what is chosen in its menu. The program is the real one; userdriver.cpp plays the user. Runs as root outside bwrap (packaging/dev, label "rights").
class TestUserPath : public QObject
{
    Q_OBJECT

private:
    InstalledSystem m_system;
    QTemporaryDir m_home;
    ChildProcess m_screen;
    QString m_display;
    std::unique_ptr<BenchNetwork> m_network;
    std::unique_ptr<ChildProcess> m_window;
    std::vector<std::unique_ptr<QemuClient>> m_pcs;

    /// \a command as the technician, with nothing in the environment but what a session there has.
    QStringList asTechnician(const QStringList &command) const
    {
        const QStringList become{u"setpriv"_s,
                                 u"--reuid=%1"_s.arg(technician),
                                 u"--regid=%1"_s.arg(technician),
                                 u"--clear-groups"_s,
                                 u"--pdeathsig=KILL"_s,
                                 u"env"_s,
                                 u"--ignore-environment"_s};
        const QStringList session{u"HOME=%1"_s.arg(m_home.path()),
                                  u"XDG_RUNTIME_DIR=%1"_s.arg(m_home.filePath(u"run"_s)),
                                  u"PATH=/usr/local/bin:/usr/bin:/bin"_s,
                                  u"LC_ALL=C.UTF-8"_s,
                                  u"TZ=UTC"_s,
                                  u"DISPLAY=%1"_s.arg(m_display),
                                  u"DBUS_SESSION_BUS_ADDRESS=disabled:"_s,
                                  u"BENCHBOOT_PORTBINDER=%1"_s.arg(m_system.helper())};
        return become + session + command;
    }

    Result<void> startScreen()
    {
        return m_screen
            .start({u"Xvfb"_s, u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x1024x24"_s, u"-nolisten"_s,
                    u"tcp"_s, u"-ac"_s})
            .and_then([this]() -> Result<void> {
                if (!m_screen.waitFor([this] { return m_screen.output().endsWith('\n'); }, 20s))
                    return fail(Error::Code::Io,
                                u"Xvfb does not start: %1"_s.arg(QString::fromLocal8Bit(m_screen.errors())));
                m_display = u':' + QString::fromLatin1(m_screen.output().trimmed());
                return {};
            });
    }

    Result<void> startWindow(const QString &image, const QString &linked)
    {
        m_window = std::make_unique<ChildProcess>(&m_network->benchPlace());
        return m_window->start(
            asTechnician({u"QT_PLUGIN_PATH=%1"_s.arg(QStringLiteral(BENCHBOOT_USERDRIVER)), u"QT_QPA_PLATFORM=xcb"_s,
                          u"QT_QPA_GENERIC_PLUGINS=userdriver:%1;%2"_s.arg(image, linked), benchbootProgram()}));
    }

    bool userSays(const QByteArray &line, std::chrono::milliseconds limit)
    {
        return m_window->waitFor([&] { return m_window->output().contains(line + '\n'); }, limit);
    }

    /// In the order in which the card of \a pc showed them.
    QByteArrayList stagesOf(const QemuClient &pc) const
    {
        QByteArrayList stages;
        const auto start = "card-" + pc.mac().toLatin1() + ' ';
        for (const auto &line : m_window->output().split('\n')) {
            if (line.startsWith(start))
                stages += line.sliced(start.size());
        }
        return stages;
    }

    /// How the images got into the library, in the order of dropping.
    QStringList waysOfImporting() const
    {
        const auto listed = run(asTechnician({benchbootProgram(), u"images"_s, u"--json"_s}));
        QStringList ways;
        for (const auto &image : jsonLines(listed.value_or(QByteArray())))
            ways += image.value("mode"_L1).toString();
        return ways;
    }

    QemuClient &addPc(const QString &kind)
    {
        return *m_pcs.emplace_back(std::make_unique<QemuClient>(*m_network, pcKind(kind)));
    }

    /// In the menu on its screen, whose first entry starts by itself.
    void chooseSecondEntry(QemuClient &pc, QByteArrayView title)
    {
        QVERIFY(pc.waitForText(title, bootLimit));
        pc.type("\x1b[B\r");
    }

    void checkRescueSystem(QemuClient &pc, const RescueImage &image)
    {
        QVERIFY(pc.waitForText("BENCHBOOT-LINUX-UP", bootLimit));
        QVERIFY(pc.waitForPowerOff(120s));
        QCOMPARE(pc.said("BENCHBOOT-NONCE"), image.nonce);
        QCOMPARE(pc.said("BENCHBOOT-SHA256"), image.checksumLine);
    }

    void checkLiveSystem(QemuClient &pc, const SystemDisc &disc)
    {
        QVERIFY(pc.waitForText(disc.proof, bootLimit));
        QVERIFY(pc.waitForPowerOff(120s));
    }

    /// \param isSmall  its file system, which then may come and go between two looks of the window
    void checkCard(QemuClient &pc, bool isSmall)
    {
        QCOMPARE(pc.said("BENCHBOOT-FAILED"), QByteArray());
        QVERIFY(userSays("card-" + pc.mac().toLatin1() + " Up", 30s));
        const QByteArrayList all{"Found", "Loader", "iPXE", "Menu", "Kernel", "Initrd", "System", "Up"};
        auto stages = stagesOf(pc);
        if (isSmall && !stages.contains("System"))
            stages.insert(stages.size() - 1, "System");
        QCOMPARE(stages, all);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0,
                 "this process may not gain rights; run packaging/dev test");
        VERIFY_RESULT(m_system.setUp());
        QVERIFY(QDir(m_home.path()).mkdir(u"run"_s));
        for (const auto &folder : {m_home.path(), m_home.filePath(u"run"_s)})
            QCOMPARE(::chown(folder.toLocal8Bit().constData(), technician, technician), 0);
        VERIFY_RESULT(startScreen());
        auto network = BenchNetwork::create();
        VERIFY_RESULT(network);
        m_network = std::move(*network);
    }

    void cleanup()
    {
        if (!QTest::currentTestFailed())
            return;
        if (m_window)
            qWarning().noquote() << "--- the window\n" + m_window->output() + m_window->errors();
        for (const auto &pc : m_pcs)
            qWarning().noquote() << "--- console of " + pc->mac().toLatin1() + ", its end\n" + lastPart(pc->console());
        qWarning().noquote() << "--- the site's DHCP server\n" + lastPart(m_network->routerLog());
    }

    void cleanupTestCase()
    {
        m_pcs.clear();
        m_window.reset();
    }

    void fromWizardToBootedPcs()
    {
        const auto image = makeRescueImage(m_home.path(), payloadBytes);
        VERIFY_RESULT(image);
        QVERIFY(QDir(m_home.path()).mkdir(u"live"_s));
        const auto live = makeDebianLiveDisc(m_home.filePath(u"live"_s));
        VERIFY_RESULT(live);
        // The PCs speak over their serial line only.
        VERIFY_RESULT(run(asTechnician({benchbootProgram(), u"settings"_s, u"console=ttyS0,115200"_s})));
        const auto asks = run({u"cat"_s, u"/proc/sys/net/ipv4/ip_unprivileged_port_start"_s}, &m_network->benchPlace());
        QCOMPARE(asks.value_or(QByteArray()).trimmed(), QByteArray("1024")); // else nobody would be asked for a right
        VERIFY_RESULT(startWindow(image->path, live->path));
        // The user gives up earlier than the test, and says why.
        QVERIFY(userSays("wizard finished", 120s));
        QVERIFY(userSays("imported 1", 150s));
        QVERIFY(userSays("imported 2", 150s));
        QCOMPARE(waysOfImporting(), (QStringList{u"extract"_s, u"link"_s}));
        QVERIFY(userSays("Running on bench0, 172.16.0.2", 90s));
        auto &byItself = addPc(u"uefi-x64"_s);
        auto &byChoice = addPc(u"bios-pxe"_s);
        VERIFY_RESULT(byItself.powerOn());
        VERIFY_RESULT(byChoice.powerOn());
        const std::initializer_list<std::function<void()>> steps{
            [&] { chooseSecondEntry(byChoice, "Debian"); },
            [&] { checkRescueSystem(byItself, *image); },
            [&] { checkLiveSystem(byChoice, *live); },
            [&] { checkCard(byItself, false); },
            [&] { checkCard(byChoice, true); },
        };
        for (const auto &step : steps) {
            step();
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(QFile(image->path + u".booted"_s).open(QIODevice::NewOnly)); // the user closes the window now
        QVERIFY(m_window->waitForEnd(30s));
        QCOMPARE(m_window->exitCode(), 0);
        QCOMPARE(m_window->errors(), QByteArray());
    }
};

int main(int argc, char *argv[])
{
    if (const auto rights = obtainNetworkRights(); !rights) {
        qCritical().noquote() << rights.error().detail;
        return 1;
    }
    const QCoreApplication app(argc, argv);
    TestUserPath test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_userpath.moc"
