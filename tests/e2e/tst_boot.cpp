// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/armimage.h"
#include "e2e/bootbench.h"
#include "e2e/rescueimage.h"
#include "e2e/sandisk.h"
#include "e2e/verifyresult.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace Benchboot;
using namespace Benchboot::E2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// From power-on to the booted system's first line; many times what a quiet machine needs.
constexpr auto bootLimit = 360s;
constexpr auto systemLimit = 180s; ///< from there to power-off
constexpr qint64 payloadBytes = 24 << 20;

QString kernelArguments(const PcKind &kind) { return u"console=%1 panic=-1"_s.arg(kind.console); }

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

    /// The lab holds \a image, and is ready for a PC of \a kind. \return the image's id.
    void setUpRescue(const RescueImage &image, const PcKind &kind, QStringView captured = Capture::dhcpOnly)
    {
        const auto id = m_bench->import(image.path, kernelArguments(kind));
        VERIFY_RESULT(id);
        if (kind.loader == PcKind::Loader::OwnGrub)
            VERIFY_RESULT(m_bench->useOwnGrub(*id));
        if (kind.loader == PcKind::Loader::SignedChain) {
            VERIFY_RESULT(m_bench->useLoader(u"efi-x64"_s, u"signed"_s));
            m_bench->letRouterNameServer(); // GRUB asks nobody else
        }
        VERIFY_RESULT(m_bench->serve(captured));
    }

    /// \a client comes up, finds everything, and goes off.
    void checkSystem(QemuClient &client, const RescueImage &image)
    {
        QVERIFY(client.waitForText("BENCHBOOT-LINUX-UP", bootLimit));
        report("Linux");
        QVERIFY(client.waitForPowerOff(systemLimit));
        report("off");
        QCOMPARE(client.said("BENCHBOOT-FAILED"), QByteArray());
        QCOMPARE(client.said("BENCHBOOT-NONCE"), image.nonce);
        QCOMPARE(client.said("BENCHBOOT-SHA256"), image.checksumLine);
        QVERIFY(client.said("BENCHBOOT-CMDLINE").split(' ').contains("console=" + client.kind().console.toLatin1()));
        VERIFY_RESULT(m_bench->checkWay(client));
    }

    /// The same for the disc of makeRescueImage().
    void checkRescue(QemuClient &client, const RescueImage &image)
    {
        checkSystem(client, image);
        if (QTest::currentTestFailed())
            return;
        VERIFY_RESULT(m_bench->checkDelivered(
            client, {u"/isolinux/rescue64"_s, u"/isolinux/initram.igz"_s, u"/sysrcd.dat"_s}));
        if (client.kind().loader == PcKind::Loader::Ipxe)
            VERIFY_RESULT(m_bench->checkDelivered(client, {u"/sysrcd.md5"_s}));
        if (client.kind().loader == PcKind::Loader::SignedChain)
            QVERIFY(client.console().contains("Secure boot enabled")); // Linux asked the firmware
    }

    QemuClient *powerOn(const QString &kind, BenchNetwork::Wire wire = BenchNetwork::Wire::Bench)
    {
        const auto client = m_bench->powerOn(pcKind(kind), wire);
        if (!client) {
            QTest::qFail(qPrintable(client.error().detail), __FILE__, __LINE__);
            return nullptr;
        }
        m_sincePowerOn.start();
        if (const auto form = pcKind(kind).pinnedForm; !form.isEmpty() && !m_bench->pinForm(**client, form))
            QTest::qFail("The form of the offer could not be pinned", __FILE__, __LINE__);
        return *client;
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
        for (const auto &kind : pcKinds()) {
            if (kind.console.startsWith(u"ttyS"))
                QTest::newRow(qPrintable(kind.name)) << kind.name;
        }
    }
    void rescue()
    {
        QFETCH(QString, kind);
        const auto image = makeRescueImage(m_bench->folder(), payloadBytes);
        VERIFY_RESULT(image);
        setUpRescue(*image, pcKind(kind));
        if (auto *client = QTest::currentTestFailed() ? nullptr : powerOn(kind))
            checkRescue(*client, *image);
        if (!QTest::currentTestFailed())
            VERIFY_RESULT(m_bench->checkNothingFailed());
    }

    void arm_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("uefi-arm64") << u"uefi-arm64"_s;
    }
    void arm()
    {
        QFETCH(QString, kind);
        const auto image = makeArmImage(m_bench->folder(), 1 << 20);
        VERIFY_RESULT(image);
        VERIFY_RESULT(m_bench->writeRecipe(u"arm-test"_s, armRecipe()));
        setUpRescue(*image, pcKind(kind));
        if (auto *client = QTest::currentTestFailed() ? nullptr : powerOn(kind)) {
            checkSystem(*client, *image);
            if (!QTest::currentTestFailed())
                VERIFY_RESULT(m_bench->checkDelivered(
                    *client, {u"/arm/linux"_s, u"/arm/initrd.gz"_s, u"/arm/marker.gz"_s, u"/arm/payload.dat"_s}));
        }
        if (!QTest::currentTestFailed())
            VERIFY_RESULT(m_bench->checkNothingFailed());
    }

    /// A disk image that iPXE shows to the BIOS as a drive, block by block over HTTP.
    void sanboot_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("bios-ipxe") << u"bios-ipxe"_s;
    }
    void sanboot()
    {
        QFETCH(QString, kind);
        const auto disk = makeSanDisk(m_bench->folder());
        VERIFY_RESULT(disk);
        VERIFY_RESULT(m_bench->writeRecipe(u"san-test"_s, sanDiskRecipe()));
        VERIFY_RESULT(m_bench->import(disk->path, {}));
        VERIFY_RESULT(m_bench->serve(Capture::everything));
        auto *client = powerOn(kind);
        QVERIFY(client);
        QVERIFY(client->waitForText("BENCHBOOT-DISK " + disk->nonce, bootLimit));
        report("the disk");
        VERIFY_RESULT(m_bench->checkWay(*client));
        VERIFY_RESULT(m_bench->checkNothingFailed());
    }

    /// Every twentieth packet gets lost, whichever way it goes.
    void loss_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("bios-pxe") << u"bios-pxe"_s;
        QTest::newRow("uefi-x64") << u"uefi-x64"_s;
    }
    void loss()
    {
        QFETCH(QString, kind);
        const auto image = makeRescueImage(m_bench->folder(), 1 << 20);
        VERIFY_RESULT(image);
        setUpRescue(*image, pcKind(kind));
        VERIFY_RESULT(m_bench->network().loseFrames(5));
        if (auto *client = QTest::currentTestFailed() ? nullptr : powerOn(kind))
            checkRescue(*client, *image);
        if (QTest::currentTestFailed())
            return;
        const auto lost = m_bench->network().lostFrames();
        VERIFY_RESULT(lost);
        qInfo("%s: %lld frames were lost", QTest::currentDataTag(), *lost);
        QVERIFY(*lost > 0);
        VERIFY_RESULT(m_bench->checkNothingFailed());
    }

    /// The lab still offers the unsigned loader.
    void refused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("uefi-x64-sb") << u"uefi-x64-sb"_s;
    }
    void refused()
    {
        QFETCH(QString, kind);
        VERIFY_RESULT(m_bench->serve());
        const auto *client = powerOn(kind);
        QVERIFY(client);
        QVERIFY(m_bench->server().waitForEvent(
            [&](const QJsonObject &event) {
                return event.value("event"_L1) == "diagnosis"_L1 && event.value("mac"_L1) == client->mac()
                    && event.value("detail"_L1).toString().contains(u"Secure Boot");
            },
            bootLimit));
        report("diagnosis");
        QVERIFY(!m_bench->server().output().contains("/boot.ipxe"));
    }

    /// In another subnet, whose router relays DHCP.
    void relay_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("uefi-x64") << u"uefi-x64"_s;
    }
    void relay()
    {
        QFETCH(QString, kind);
        const auto image = makeRescueImage(m_bench->folder(), payloadBytes);
        VERIFY_RESULT(image);
        VERIFY_RESULT(m_bench->set({u"network.subnets=%1"_s.arg(BenchNetwork::branchSubnet)}));
        setUpRescue(*image, pcKind(kind));
        VERIFY_RESULT(m_bench->network().addBranch());
        if (auto *client = QTest::currentTestFailed() ? nullptr : powerOn(kind, BenchNetwork::Wire::Branch))
            checkRescue(*client, *image);
        if (!QTest::currentTestFailed())
            VERIFY_RESULT(m_bench->checkNothingFailed());
    }

    /// One PC on each of two cards.
    void cards_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("two") << u"bios-ipxe"_s << u"uefi-x64"_s;
    }
    void cards()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const auto image = makeRescueImage(m_bench->folder(), payloadBytes);
        VERIFY_RESULT(image);
        VERIFY_RESULT(m_bench->import(image->path, kernelArguments(pcKind(first))));
        VERIFY_RESULT(m_bench->serveTwoCards());
        auto *here = powerOn(first);
        auto *there = QTest::currentTestFailed() ? nullptr : powerOn(second, BenchNetwork::Wire::Second);
        for (auto *client : {here, there}) {
            if (!QTest::currentTestFailed())
                checkRescue(*client, *image);
        }
        if (!QTest::currentTestFailed())
            VERIFY_RESULT(m_bench->checkNothingFailed());
    }

    void together_data()
    {
        QTest::addColumn<QStringList>("kinds");
        QTest::newRow("four") << QStringList{u"bios-ipxe"_s, u"bios-pxe"_s, u"uefi-x64"_s, u"http-x64"_s};
    }
    void together()
    {
        QFETCH(QStringList, kinds);
        const auto image = makeRescueImage(m_bench->folder(), payloadBytes);
        VERIFY_RESULT(image);
        setUpRescue(*image, pcKind(kinds.first()));
        QList<QemuClient *> clients;
        for (const auto &kind : kinds) {
            if (!QTest::currentTestFailed())
                clients += powerOn(kind);
        }
        for (auto *client : clients) {
            if (!QTest::currentTestFailed())
                checkRescue(*client, *image);
        }
        if (!QTest::currentTestFailed())
            VERIFY_RESULT(m_bench->checkNothingFailed());
    }
};

int main(int argc, char *argv[])
{
    if (const auto rights = obtainNetworkRights(); !rights) {
        qCritical().noquote() << rights.error().detail;
        return 1;
    }
    qputenv("QTEST_FUNCTION_TIMEOUT", "900000"); // Qt's own limit of five minutes is less than a busy machine may need
    const QCoreApplication app(argc, argv);
    TestBoot test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_boot.moc"
