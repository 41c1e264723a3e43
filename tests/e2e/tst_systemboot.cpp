// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/bootbench.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/verifyresult.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

using namespace Benchboot;
using namespace Benchboot::E2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// From power-on to the system's proof; many times what a quiet machine needs.
constexpr auto bootLimit = 480s;
constexpr auto switchOffLimit = 60s;
/// Bytes of a disc up to which tshark looks at all that the server sends, not at its DHCP packets alone.
constexpr qint64 wholeRecording = 16 << 20;

} // namespace

/// Discs of known systems, imported, served and booted: each row is named after the recipe that has to recognise the
/// disc, the kind of PC, and the way of importing. Row names are read by tst_project as well, which compares them with
/// the README's table.
class TestSystemBoot : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<BootBench> m_bench;

    static void addColumns()
    {
        QTest::addColumn<MakeDisc>("make");
        QTest::addColumn<QStringList>("words"); // of the command line, for the import
    }

    void boot(MakeDisc make, const QStringList &words)
    {
        const auto row = QString::fromLatin1(QTest::currentDataTag()).split(u'.');
        QCOMPARE(row.size(), 3);
        QElapsedTimer time;
        time.start();
        const auto disc = make(m_bench->folder());
        VERIFY_RESULT(disc);
        const auto made = time.restart();
        const auto imported = m_bench->importAs(disc->path, QStringList{u"--mode"_s, row.at(2)} + words);
        VERIFY_RESULT(imported);
        QCOMPARE(imported->recipe, row.at(0));
        const bool isSmall = QFileInfo(disc->path).size() < wholeRecording;
        VERIFY_RESULT(m_bench->serve(isSmall ? Capture::everything : Capture::dhcpOnly));
        const auto client = m_bench->powerOn(pcKind(row.at(1)));
        VERIFY_RESULT(client);
        check(**client, *disc);
        qInfo("%s: disc made in %.1f s, booted in %.1f s", QTest::currentDataTag(), double(made) / 1000,
              double(time.elapsed()) / 1000);
    }

    void check(QemuClient &client, const SystemDisc &disc)
    {
        QVERIFY(client.waitForText(disc.proof, bootLimit));
        if (disc.switchesOff)
            QVERIFY(client.waitForPowerOff(switchOffLimit));
        QCOMPARE(client.said("BENCHBOOT-FAILED"), QByteArray());
        VERIFY_RESULT(m_bench->checkWay(client));
        VERIFY_RESULT(m_bench->checkDelivered(client, disc.delivered));
        VERIFY_RESULT(m_bench->checkNothingFailed());
    }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<BootBench>(); }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            qWarning().noquote() << m_bench->logs();
        m_bench.reset();
    }

    /// The system's own loader, kernel, initrd or program, out of Debian's packages.
    void real_data()
    {
        const QStringList serial{u"--option"_s, u"arguments=console=ttyS0,115200 panic=-1"_s};
        addColumns();
        QTest::newRow("debian-live.bios-ipxe.extract") << &makeDebianLiveDisc << serial;
        QTest::newRow("debian-live.uefi-x64.link") << &makeDebianLiveDisc << serial;
        QTest::newRow("clonezilla.uefi-x64.link") << &makeClonezillaDisc << serial;
        QTest::newRow("gparted.bios-ipxe.extract") << &makeGpartedDisc << serial;
        QTest::newRow("fedora-live.bios-ipxe.extract") << &makeFedora40Disc << serial;
        QTest::newRow("fedora-live.uefi-x64.link") << &makeFedora42Disc << serial;
        QTest::newRow("agama.bios-ipxe.extract") << &makeAgamaDisc << serial;
        QTest::newRow("debian-installer.bios-ipxe.link") << &makeDebianMiniIso << serial;
        QTest::newRow("debian-installer.uefi-x64.extract") << &makeDebianMiniIso << serial;
        QTest::newRow("debian-installer.uefi-arm64.link")
            << &makeDebianMiniIsoForArm << QStringList{u"--option"_s, u"arguments=console=ttyAMA0,115200"_s};
        QTest::newRow("hdt.bios-ipxe.extract")
            << &makeHdtDiscForMemdisk << QStringList{u"--option"_s, u"start=memdisk"_s};
        QTest::newRow("hdt.bios-pxe.link") << &makeHdtFloppy << QStringList();
        QTest::newRow("hdt.bios-ipxe.link") << &makeHdtDiscForSanboot << QStringList{u"--option"_s, u"start=sanboot"_s};
        QTest::newRow("memtest86plus.bios-ipxe.extract") << &debiansMemtestDisc << serial;
        QTest::newRow("memtest86plus.uefi-x64.link") << &debiansMemtestDisc << serial;
        QTest::newRow("fallback-efi.uefi-x64.extract") << &makeBareEfiProgram << QStringList();
        QTest::newRow("fallback-efi.http-x64.link") << &makeEfiProgramDisc << QStringList();
        QTest::newRow("fallback-sanboot.uefi-x64.link") << &makeUnknownGrubDisc << QStringList();
        QTest::newRow("fallback-config.bios-ipxe.extract") << &makeMenuDisc << serial;
        QTest::newRow("fallback-config.uefi-x64.link") << &makeMenuDisc << serial;
        QTest::newRow("fallback-memdisk.bios-ipxe.extract") << &makeFloppyImage << QStringList();
        QTest::newRow("fallback-memdisk.bios-pxe.link") << &makeDiscWithFloppy << QStringList();
        QTest::newRow("fallback-sanboot.bios-ipxe.link")
            << &makeFloppyForSanboot << QStringList{u"--recipe"_s, u"fallback-sanboot"_s};
        QTest::newRow("fallback-memdisk.bios-ipxe.link") << &makeStickForMemdisk << QStringList();
        QTest::newRow("fallback-sanboot.uefi-x64.extract")
            << &makeStickForSanboot << QStringList{u"--recipe"_s, u"fallback-sanboot"_s};
        QTest::newRow("fallback-memdisk.bios-pxe.extract") << &makePackedFloppy << QStringList();
        QTest::newRow("memtest86plus.uefi-x64.extract") << &packedMemtestDisc << serial;
        QTest::newRow("super-grub2.bios-ipxe.link") << &makeGrubDiscForMemdisk << QStringList();
        QTest::newRow("super-grub2.uefi-x64.extract") << &makeGrubDiscForSanboot << QStringList();
    }
    void real()
    {
        QFETCH(MakeDisc, make);
        QFETCH(QStringList, words);
        boot(make, words);
    }

    /// An initrd of ours that does what the system's own does, which Debian does not have.
    void standIn_data()
    {
        const QStringList serial{u"--option"_s, u"arguments=console=ttyS0,115200 panic=-1"_s};
        addColumns();
        QTest::newRow("arch.bios-ipxe.link") << &makeArchDisc << serial;
        QTest::newRow("systemrescue.uefi-x64.extract") << &makeSystemRescueDisc << serial;
        QTest::newRow("ubuntu.bios-ipxe.extract") << &makeUbuntuDisc << serial;
        QTest::newRow("ubuntu.uefi-x64.link") << &makeUbuntuDisc << serial;
    }
    void standIn()
    {
        QFETCH(MakeDisc, make);
        QFETCH(QStringList, words);
        boot(make, words);
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
    TestSystemBoot test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_systemboot.moc"
