// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/bootbench.h"
#include "e2e/rescueimage.h"
#include "e2e/verifyresult.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

using namespace Benchboot;
using namespace Benchboot::E2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto bootLimit
    = 180s; ///< from power-on to the booted system's first line; several times what a quiet machine needs
constexpr qint64 payloadBytes = 24 << 20;

} // namespace

/// Boots emulated PCs from what the program's command line set up, and looks at what arrived in them.
class TestBoot : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<BootBench> m_bench;
    QElapsedTimer m_sincePowerOn;

    void report(const char *what)
    {
        qInfo("%s: %s after %.1f s", QTest::currentDataTag(), what, double(m_sincePowerOn.elapsed()) / 1000);
    }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<BootBench>(); }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            qWarning().noquote() << m_bench->logs();
        m_bench.reset();
    }

    void rescue_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("bios-pxe") << u"bios-pxe"_s; // the iPXE ROM behind a wire that hides its marks
        QTest::newRow("bios-ipxe") << u"bios-ipxe"_s;
        QTest::newRow("uefi-x64") << u"uefi-x64"_s;
    }
    void rescue()
    {
        QFETCH(QString, kind);
        const auto image = makeRescueImage(m_bench->folder(), payloadBytes);
        VERIFY_RESULT(image);
        VERIFY_RESULT(m_bench->serve(image->path));
        VERIFY_RESULT(m_bench->powerOn(kind));
        m_sincePowerOn.start();
        auto &client = m_bench->client();
        QVERIFY(client.waitForText("BENCHBOOT-LINUX-UP", bootLimit));
        report("Linux");
        QVERIFY(client.waitForPowerOff(90s));
        report("off");

        QCOMPARE(client.said("BENCHBOOT-FAILED"), QByteArray());
        QCOMPARE(client.said("BENCHBOOT-NONCE"), image->nonce);
        QCOMPARE(client.said("BENCHBOOT-SHA256"), image->checksumLine);
        QVERIFY(client.said("BENCHBOOT-CMDLINE").split(' ').contains("console=ttyS0,115200"));
        VERIFY_RESULT(m_bench->checkWayToMenu());
        VERIFY_RESULT(m_bench->checkDelivered(
            {u"/isolinux/rescue64"_s, u"/isolinux/initram.igz"_s, u"/sysrcd.dat"_s, u"/sysrcd.md5"_s}));
        VERIFY_RESULT(m_bench->checkNothingFailed());
    }

    void memtest_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("bios-ipxe") << u"bios-ipxe"_s;
        QTest::newRow("uefi-x64") << u"uefi-x64"_s;
    }
    void memtest()
    {
        QFETCH(QString, kind);
        VERIFY_RESULT(m_bench->serve(u"/usr/lib/memtest86+/memtest86+x64.iso"_s));
        VERIFY_RESULT(m_bench->powerOn(kind));
        m_sincePowerOn.start();
        QVERIFY(m_bench->client().waitForText(
            "Pass:", bootLimit)); // on the running program's screen; its name alone is in our menu too
        QVERIFY(m_bench->client().console().contains("Memtest86+"));
        report("Memtest86+");
        VERIFY_RESULT(m_bench->checkWayToMenu());
        VERIFY_RESULT(m_bench->checkNothingFailed());
    }
};

int main(int argc, char *argv[])
{
    if (const auto rights = obtainNetworkRights(); !rights) {
        qCritical().noquote() << rights.error().detail;
        return 1;
    }
    const QCoreApplication app(argc, argv);
    TestBoot test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_boot.moc"
