// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/clienttracker.h"

#include <QSignalSpy>
#include <QTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

using Service = Event::Service;
using Outcome = Event::Outcome;

namespace {

const auto mac = u"52:54:00:aa:00:01"_s;
const auto otherMac = u"52:54:00:aa:00:02"_s;

ImageFile file(const QString &path, qint64 size) { return {.path = path, .size = size}; }

/// One image with 64 and 32 bit entries whose root file system is named, one where only its folder is, and one that is a single file.
Lab testLab()
{
    LabImage rescue{.id = u"rescue"_s};
    rescue.facts.name = u"Rescue"_s;
    rescue.facts.version = u"5"_s;
    rescue.facts.files = {file(u"k64"_s, 4000), file(u"k32"_s, 3000), file(u"initram.igz"_s, 5000),
                          file(u"root.dat"_s, 90'000), file(u"root.md5"_s, 40)};
    BootEntry entry{
        .kernel = u"k64"_s, .initrds = {{.path = u"initram.igz"_s}}, .arguments = u"dodhcp netboot=${base}root.dat"_s};
    entry.firmware = Firmware::Bios | Firmware::EfiX64;
    rescue.facts.entries.append(entry);
    entry.kernel = u"k32"_s;
    rescue.facts.entries.append(entry);

    LabImage arch{.id = u"arch"_s};
    arch.facts.name = u"Arch"_s;
    arch.facts.files
        = {file(u"boot/vmlinuz"_s, 4000), file(u"boot/initrd"_s, 9000), file(u"x86_64/airootfs.sfs"_s, 80'000),
           file(u"i686/airootfs.sfs"_s, 85'000), file(u"x86_64/airootfs.sha512"_s, 100)};
    arch.facts.entries = {{.kernel = u"boot/vmlinuz"_s,
                           .initrds = {{.path = u"boot/initrd"_s}},
                           .arguments = u"archiso_http_srv=${base}"_s}};

    LabImage memtest{.id = u"memtest"_s};
    memtest.facts.name = u"Memtest86+"_s;
    memtest.facts.files = {file(u"EFI/BOOT/bootx64.efi"_s, 160'000)};
    memtest.facts.entries = {{.kernel = u"EFI/BOOT/bootx64.efi"_s}};

    Lab lab;
    lab.addImage(rescue);
    lab.addImage(arch);
    lab.addImage(memtest);
    return lab;
}

/// Events as the services write them, one millisecond after the other.
class Scene
{
public:
    explicit Scene(ClientTracker &tracker) : m_tracker(tracker) { }

    QString client = mac;
    qint64 now = 1'700'000'000'000;

    void discover(const QString &program = u"PXEClient"_s, const QString &machine = u"UEFI x64 (7)"_s)
    {
        const auto detail = machine + u", "_s + program;
        send({.service = Service::ProxyDhcp, .kind = u"discover"_s, .detail = detail});
        send({.service = Service::ProxyDhcp,
              .kind = u"offer"_s,
              .outcome = Outcome::Ok,
              .target = u"snponly.efi"_s,
              .detail = detail + u"; offered snponly.efi"_s});
    }
    void loader()
    {
        transfer(Service::Tftp, u"rrq"_s, u"snponly.efi"_s, 285'696);
        send({.service = Service::Tftp,
              .kind = u"rrq"_s,
              .outcome = Outcome::Probe,
              .target = u"autoexec.ipxe"_s,
              .detail = u"not found; iPXE asks for it, this is normal"_s});
    }
    void menu(const QString &name = {})
    {
        discover(u"iPXE"_s);
        send({.service = Service::Http,
              .kind = u"boot"_s,
              .outcome = Outcome::Ok,
              .id = ++m_id,
              .target = u"/boot.ipxe"_s,
              .bytes = 300,
              .total = 300});
        send({.service = Service::Http,
              .kind = u"menu"_s,
              .outcome = Outcome::Ok,
              .id = ++m_id,
              .target = u"/menu.ipxe"_s,
              .detail = name,
              .bytes = 900,
              .total = 900});
    }
    /// A file large enough for a beginning and an end.
    void transfer(Service service, const QString &kind, const QString &target, qint64 size)
    {
        start(service, kind, target, size);
        end(Outcome::Ok, size);
    }
    void get(const QString &path, qint64 size)
    {
        send({.service = Service::Http,
              .kind = u"get"_s,
              .outcome = Outcome::Ok,
              .id = ++m_id,
              .target = u"/images/"_s + path,
              .bytes = size,
              .total = size});
    }
    void start(Service service, const QString &kind, const QString &target, qint64 size)
    {
        m_running = {.service = service,
                     .kind = kind,
                     .outcome = Outcome::Started,
                     .id = ++m_id,
                     .target = target,
                     .bytes = 0,
                     .total = size};
        send(m_running);
    }
    void progress(qint64 bytes)
    {
        m_running.bytes = bytes;
        send(m_running);
    }
    void end(Outcome outcome, qint64 bytes, const QString &detail = {})
    {
        auto last = m_running;
        last.outcome = outcome;
        last.bytes = bytes;
        last.detail = detail;
        send(last);
    }
    void send(Event event)
    {
        event.timeMs = ++now;
        event.mac = client;
        event.address = u"10.0.0.5"_s;
        m_tracker.take({event});
    }

private:
    ClientTracker &m_tracker;
    Event m_running;
    quint64 m_id = 0;
};

} // namespace

class TestClientTracker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tracker = std::make_unique<ClientTracker>();
        m_tracker->setLab(testLab());
        m_scene = std::make_unique<Scene>(*m_tracker);
    }

    void goesThroughEveryStage()
    {
        m_scene->discover();
        QCOMPARE(client().stage, BootStage::Found);
        QCOMPARE(client().firmware, u"UEFI x64"_s);
        QCOMPARE(client().address, u"10.0.0.5"_s);
        m_scene->loader();
        QCOMPARE(client().stage, BootStage::Loader);
        QVERIFY2(client().trouble.isEmpty(), "a probe is no trouble");
        m_scene->discover(u"iPXE"_s);
        QCOMPARE(client().stage, BootStage::Ipxe);
        m_scene->menu(u"Dell Inc. OptiPlex 7060"_s);
        QCOMPARE(client().stage, BootStage::Menu);
        QCOMPARE(client().name, u"Dell Inc. OptiPlex 7060"_s);
        QCOMPARE(client().goal, QString());
        m_scene->get(u"rescue/k64"_s, 4000);
        QCOMPARE(client().stage, BootStage::Kernel);
        QCOMPARE(client().imageId, u"rescue"_s);
        QCOMPARE(client().goal, u"Rescue 5"_s);
        m_scene->get(u"rescue/initram.igz"_s, 5000);
        QCOMPARE(client().stage, BootStage::Initrd);
        m_scene->start(Service::Http, u"get"_s, u"/images/rescue/root.dat"_s, 90'000);
        QCOMPARE(client().stage, BootStage::System);
        QVERIFY(client().isBooting());
        m_scene->end(Outcome::Ok, 90'000);
        QCOMPARE(client().stage, BootStage::Up);
        QVERIFY(!client().isBooting());
        QCOMPARE(client().startedMs, 1'700'000'000'001);
        QCOMPARE(client().stageMs, m_scene->now);
        m_scene->get(u"rescue/root.md5"_s, 40);
        QCOMPARE(client().stage, BootStage::Up);
    }

    void isUpOnlyWithEveryFileWhole_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<bool>("isUp");
        QTest::newRow("kernel and system, no initrd") << QStringList{u"k64"_s, u"root.dat"_s} << false;
        QTest::newRow("kernel and initrd, no system")
            << QStringList{u"k64"_s, u"initram.igz"_s, u"root.md5"_s} << false;
        QTest::newRow("all but the sum") << QStringList{u"k64"_s, u"initram.igz"_s, u"root.dat"_s} << true;
        QTest::newRow("32 bit") << QStringList{u"k32"_s, u"initram.igz"_s, u"root.dat"_s} << true;
    }
    void isUpOnlyWithEveryFileWhole()
    {
        QFETCH(const QStringList, files);
        QFETCH(const bool, isUp);
        m_scene->menu();
        for (const auto &path : files)
            m_scene->get(u"rescue/"_s + path, 90'000);
        QCOMPARE(client().stage == BootStage::Up, isUp);
    }

    void memtestIsUpAfterItsOnlyFile()
    {
        m_scene->menu();
        m_scene->get(u"memtest/EFI/BOOT/bootx64.efi"_s, 160'000);
        QCOMPARE(client().stage, BootStage::Up);
        QCOMPARE(client().goal, u"Memtest86+"_s);
    }

    void systemThatPicksItsFileBelowTheBase()
    {
        m_scene->menu();
        m_scene->get(u"arch/boot/vmlinuz"_s, 4000);
        m_scene->get(u"arch/boot/initrd"_s, 9000);
        m_scene->get(u"arch/x86_64/airootfs.sha512"_s, 100);
        QCOMPARE(client().stage, BootStage::System);
        m_scene->get(u"arch/x86_64/airootfs.sfs"_s, 80'000);
        QCOMPARE(client().stage, BootStage::Up);
    }

    void brokenTransferIsTroubleUntilItGoesOn()
    {
        bootTo(u"rescue/root.dat"_s);
        m_scene->end(Outcome::Aborted, 50'000, u"The client closed the connection"_s);
        QVERIFY(client().trouble.contains(u"root.dat"_s));
        QVERIFY(client().trouble.contains(u"The client closed the connection"_s));
        QCOMPARE(client().stage, BootStage::System);
        m_scene->start(Service::Http, u"get"_s, u"/images/rescue/root.dat"_s, 40'000); // Range: bytes=50000-
        QCOMPARE(client().trouble, QString());
        m_scene->end(Outcome::Ok, 40'000);
        QCOMPARE(client().stage, BootStage::Up);
    }

    void readsFromTheMiddleAreNotTheWhole()
    {
        bootTo(u"rescue/root.dat"_s);
        m_scene->end(Outcome::Aborted, 30'000, u"cut"_s);
        m_scene->transfer(Service::Http, u"get"_s, u"/images/rescue/root.dat"_s, 50'000); // leaves a hole of 10,000
        QCOMPARE(client().stage, BootStage::System);
        m_scene->transfer(Service::Http, u"get"_s, u"/images/rescue/root.dat"_s, 30'000);
        QCOMPARE(client().stage, BootStage::System);
    }

    void twiceTheFirstHalfIsNotTheWhole()
    {
        bootTo(u"rescue/root.dat"_s);
        m_scene->end(Outcome::Aborted, 50'000, u"cut"_s);
        m_scene->start(Service::Http, u"get"_s, u"/images/rescue/root.dat"_s, 90'000);
        m_scene->end(Outcome::Aborted, 50'000, u"cut"_s);
        QCOMPARE(client().stage, BootStage::System);
    }

    void headIsNotADownload()
    {
        m_scene->menu();
        m_scene->send({.service = Service::Http,
                       .kind = u"head"_s,
                       .outcome = Outcome::Ok,
                       .id = 900,
                       .target = u"/images/memtest/EFI/BOOT/bootx64.efi"_s,
                       .bytes = 0,
                       .total = 160'000});
        QCOMPARE(client().stage, BootStage::Menu);
    }

    void showsBytesAndRate()
    {
        bootTo(u"rescue/root.dat"_s);
        m_scene->now += 1000;
        m_scene->progress(30'000);
        m_scene->now += 999;
        m_scene->progress(60'000);
        QCOMPARE(client().file, u"root.dat"_s);
        QCOMPARE(client().bytes, 60'000);
        QCOMPARE(client().total, 90'000);
        QCOMPARE_GT(client().bytesPerSecond, 29'000);
        QCOMPARE_LT(client().bytesPerSecond, 31'000);
        m_scene->end(Outcome::Ok, 90'000);
        QCOMPARE(client().file, QString());
        QCOMPARE(client().bytesPerSecond, 0);
    }

    void firmwareDiscoverAfterTheMenuIsANewBoot()
    {
        m_scene->discover();
        m_scene->loader();
        m_scene->menu(u"Dell Inc. OptiPlex"_s);
        m_scene->get(u"memtest/EFI/BOOT/bootx64.efi"_s, 160'000);
        const auto startOfSecond = m_scene->now + 1;
        m_scene->discover();
        QCOMPARE(client().stage, BootStage::Found);
        QCOMPARE(client().startedMs, startOfSecond);
        QCOMPARE(client().goal, QString());
        QCOMPARE(client().name, u"Dell Inc. OptiPlex"_s);
        QCOMPARE(m_tracker->clients().size(), 1);
    }

    void repeatedDiscoverOfTheFirmwareIsTheSameBoot()
    {
        m_scene->discover();
        m_scene->loader();
        const auto started = client().startedMs;
        m_scene->now += 30'000;
        m_scene->discover();
        m_scene->loader();
        QCOMPARE(client().startedMs, started);
        QCOMPARE(client().stage, BootStage::Loader);
    }

    void discoverAfterALongSilenceIsANewBoot()
    {
        m_scene->discover();
        m_scene->loader();
        m_scene->now += 6 * 60 * 1000;
        m_scene->discover();
        QCOMPARE(client().stage, BootStage::Found);
    }

    void endOfAnEarlierBootDoesNotTouchTheNewOne()
    {
        bootTo(u"rescue/root.dat"_s);
        m_scene->discover();
        QCOMPARE(client().transfers, 0);
        m_scene->end(Outcome::Aborted, 1000, u"The client took nothing for 60 seconds"_s);
        QCOMPARE(client().stage, BootStage::Found);
        QCOMPARE(client().trouble, QString());
    }

    void anotherEntryTakesOver()
    {
        m_scene->menu();
        m_scene->get(u"rescue/k64"_s, 4000);
        m_scene->get(u"rescue/initram.igz"_s, 5000);
        m_scene->get(u"arch/boot/vmlinuz"_s, 4000);
        QCOMPARE(client().stage, BootStage::Kernel);
        QCOMPARE(client().imageId, u"arch"_s);
    }

    void missingLoaderIsTrouble()
    {
        m_scene->send({.service = Service::ProxyDhcp,
                       .kind = u"discover"_s,
                       .outcome = Outcome::Ignored,
                       .detail = u"UEFI IA32 (6), PXEClient; not answered: the loader snponly-ia32.efi is missing"_s});
        QCOMPARE(client().firmware, u"UEFI x86"_s);
        QVERIFY(client().trouble.contains(u"snponly-ia32.efi is missing"_s));
        m_scene->discover();
        QCOMPARE(client().trouble, QString());
    }

    void diagnosisIsTrouble()
    {
        m_scene->discover();
        m_scene->send({.service = Service::Session,
                       .kind = u"diagnosis"_s,
                       .outcome = Outcome::Failed,
                       .target = u"snponly.efi"_s,
                       .detail = u"Secure Boot is probably on"_s});
        QCOMPARE(client().trouble, u"Secure Boot is probably on"_s);
        QCOMPARE(client().stage, BootStage::Found);
    }

    void missingFileIsTroubleOnlyIfNeeded()
    {
        m_scene->menu();
        m_scene->get(u"rescue/k64"_s, 4000);
        const auto missing = [this](const QString &path) {
            m_scene->send({.service = Service::Http,
                           .kind = u"get"_s,
                           .outcome = Outcome::NotFound,
                           .id = 77,
                           .target = u"/images/rescue/"_s + path,
                           .detail = u"The lab publishes no such file"_s,
                           .bytes = 0,
                           .total = 0});
        };
        missing(u"extra.conf"_s);
        QCOMPARE(client().trouble, QString());
        missing(u"root.dat"_s);
        QVERIFY(client().trouble.contains(u"root.dat"_s));
    }

    void onlyBootingPcsAreKept()
    {
        m_scene->send({.service = Service::Http,
                       .kind = u"get"_s,
                       .outcome = Outcome::NotFound,
                       .id = 1,
                       .target = u"/favicon.ico"_s});
        m_scene->client.clear();
        m_scene->discover();
        QCOMPARE(m_tracker->clients().size(), 0);
    }

    void fillerNamesAreNoNames()
    {
        m_scene->menu(u"To Be Filled By O.E.M. To Be Filled By O.E.M."_s);
        QCOMPARE(client().name, QString());
    }

    void stoppedServicesEndTransfers()
    {
        bootTo(u"rescue/root.dat"_s);
        m_scene->client.clear();
        m_scene->send({.service = Service::Session, .kind = u"stopped"_s});
        QVERIFY(!client().isBooting());
        QCOMPARE(client().stage, BootStage::System);
    }

    void signalsOncePerBatchAndClient()
    {
        const QSignalSpy added(m_tracker.get(), &ClientTracker::clientAdded);
        const QSignalSpy changed(m_tracker.get(), &ClientTracker::clientChanged);
        QList<Event> batch;
        for (const auto &who : {mac, otherMac, mac, otherMac, mac})
            batch.append({.timeMs = 1,
                          .service = Service::ProxyDhcp,
                          .kind = u"discover"_s,
                          .mac = who,
                          .detail = u"BIOS (0), PXEClient"_s});
        m_tracker->take(batch);
        QCOMPARE(added.size(), 2);
        QCOMPARE(changed.size(), 2);
        m_tracker->clear();
        QCOMPARE(m_tracker->clients().size(), 0);
    }

    void keepsAThousandAndForgetsTheLongestSilent()
    {
        const QSignalSpy removed(m_tracker.get(), &ClientTracker::clientRemoved);
        for (int i = 0; i < 1001; ++i) {
            m_scene->client = u"02:00:00:00:%1:%2"_s.arg(i / 256, 2, 16, '0'_L1).arg(i % 256, 2, 16, '0'_L1);
            m_scene->discover();
            if (i == 500) {
                m_scene->client = u"02:00:00:00:00:00"_s; // the first speaks again
                m_scene->discover();
            }
        }
        QCOMPARE(m_tracker->clients().size(), 1000);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(m_tracker->clients().at(0).mac, u"02:00:00:00:00:00"_s);
        QCOMPARE(m_tracker->clients().at(1).mac, u"02:00:00:00:00:02"_s);
    }

private:
    [[nodiscard]] const BenchClient &client() const { return m_tracker->clients().first(); }

    /// Everything up to the beginning of \a path, which is under way then.
    void bootTo(const QString &path)
    {
        m_scene->menu();
        m_scene->get(u"rescue/k64"_s, 4000);
        m_scene->get(u"rescue/initram.igz"_s, 5000);
        m_scene->start(Service::Http, u"get"_s, u"/images/"_s + path, 90'000);
    }

    std::unique_ptr<ClientTracker> m_tracker;
    std::unique_ptr<Scene> m_scene;
};

QTEST_GUILESS_MAIN(TestClientTracker)
#include "tst_clienttracker.moc"
