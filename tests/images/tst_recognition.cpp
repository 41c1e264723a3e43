// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageimport.h"
#include "images/layouts/systemlayout.h"

#include <QFile>
#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

/// Arguments for an ISO that BIOSes boot from \a loader.
QStringList biosBoot(const QString &loader)
{
    return {u"-R"_s, u"-b"_s, loader, u"-c"_s, u"boot.cat"_s, u"-no-emul-boot"_s};
}

/// An entry as one line: what decides how it boots.
QString line(const BootEntry &entry)
{
    QStringList words{entry.title, methodName(entry.method), firmwareNames(entry.firmware).join(u'+'), entry.kernel};
    for (const auto &initrd : entry.initrds)
        words.append(u'+' + initrd.path);
    if (entry.cpuBits)
        words.append(u"cpu%1"_s.arg(entry.cpuBits));
    for (const auto &[key, value] : entry.whenOptions.asKeyValueRange())
        words.append(key + u'=' + value);
    return words.join(u" | "_s);
}

QStringList lines(const ImageFacts &facts)
{
    QStringList list;
    for (const auto &entry : facts.entries)
        list.append(line(entry));
    return list;
}

QStringList paths(const ImageFacts &facts)
{
    QStringList list;
    for (const auto &file : facts.files)
        list.append(file.path);
    return list;
}

QStringList keys(const ImageFacts &facts)
{
    QStringList list;
    for (const auto &option : facts.options)
        list.append(option.key);
    return list;
}

Result<ImageFacts> inspect(const QString &file, const QString &recipe = {}, const RecipeBook &book = RecipeBook::load())
{
    return inspectImage({.file = file, .recipe = recipe}, book);
}

} // namespace

class TestRecognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemRescueCd()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        const auto facts = inspect(fixture.make({u"-R"_s, u"-V"_s, u"sysrcd-5.3.2"_s}));
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"systemrescuecd"_s);
        QCOMPARE(facts->name, u"SystemRescueCD"_s);
        QCOMPARE(facts->version, u"5.3.2"_s);
        QCOMPARE(facts->label, u"sysrcd-5.3.2"_s);
        QCOMPARE(
            lines(*facts),
            (QStringList{
                u"SystemRescueCD 5.3.2, 64 bit | kernel | bios+efi-x64 | isolinux/rescue64 | +isolinux/initram.igz | cpu64 | kernel=standard"_s,
                u"SystemRescueCD 5.3.2, 32 bit | kernel | bios | isolinux/rescue32 | +isolinux/initram.igz | kernel=standard"_s,
                u"SystemRescueCD 5.3.2, 64 bit, alternative kernel | kernel | bios+efi-x64 | isolinux/altker64 | +isolinux/initram.igz | cpu64 | kernel=alternative"_s,
                u"SystemRescueCD 5.3.2, 32 bit, alternative kernel | kernel | bios | isolinux/altker32 | +isolinux/initram.igz | kernel=alternative"_s}));
        QCOMPARE(
            facts->entries[0].arguments,
            u"dodhcp setkmap=${keyboard} netboot=${base}sysrcd.dat console=${console} ${nomodeset} ${arguments}"_s);
        QCOMPARE(facts->entries[0].memoryMiB, 513);
        QCOMPARE(paths(*facts),
                 (QStringList{u"isolinux/altker32"_s, u"isolinux/altker64"_s, u"isolinux/initram.igz"_s,
                              u"isolinux/rescue32"_s, u"isolinux/rescue64"_s, u"sysrcd.dat"_s, u"sysrcd.md5"_s}));
        QCOMPARE(facts->files[5].size, 300'000);
        QVERIFY(facts->files[5].extents.isEmpty());
        QCOMPARE(
            keys(*facts),
            (QStringList{u"kernel"_s, u"keyboard"_s, u"language"_s, u"console"_s, u"nomodeset"_s, u"arguments"_s}));
        QCOMPARE(facts->warnings, QStringList());
    }

    void systemRescueCdWithoutAlternativeKernels()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture, false);
        QFile::remove(fixture.source(u"version"_s));
        const auto facts = inspect(fixture.make({u"-R"_s}));
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->version, QString());
        QCOMPARE(
            lines(*facts),
            (QStringList{
                u"SystemRescueCD, 64 bit | kernel | bios+efi-x64 | isolinux/rescue64 | +isolinux/initram.igz | cpu64"_s,
                u"SystemRescueCD, 32 bit | kernel | bios | isolinux/rescue32 | +isolinux/initram.igz"_s}));
        QVERIFY(!keys(*facts).contains(u"kernel"_s)); // nothing is left to choose
    }

    void plainNamesAreFoundAndKept()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture, false);
        const auto facts = inspect(fixture.make({u"--norock"_s}));
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"systemrescuecd"_s);
        QCOMPARE(facts->entries[0].kernel, u"ISOLINUX/RESCUE64"_s);
        QVERIFY(facts->entries[0].arguments.contains(u"netboot=${base}SYSRCD.DAT "_s));
        QVERIFY(paths(*facts).contains(u"SYSRCD.DAT"_s));
    }

    void systemRescue()
    {
        IsoFixture fixture;
        addSystemRescue(fixture);
        const auto facts = inspect(fixture.make({u"-R"_s, u"-V"_s, u"RESCUE1103"_s}));
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"systemrescue"_s);
        QCOMPARE(facts->version, u"11.03"_s);
        QCOMPARE(lines(*facts),
                 QStringList{u"SystemRescue 11.03, 64 bit | kernel | bios+efi-x64 | sysresccd/boot/x86_64/vmlinuz | "
                             "+sysresccd/boot/intel_ucode.img | +sysresccd/boot/amd_ucode.img | "
                             "+sysresccd/boot/x86_64/sysresccd.img | cpu64"_s});
        QCOMPARE(facts->entries[0].arguments,
                 u"archisobasedir=sysresccd archiso_http_srv=${base} ip=dhcp checksum "
                 "iomem=relaxed setkmap=${keyboard} console=${console} ${nomodeset} ${arguments}"_s);
        QVERIFY(paths(*facts).contains(u"sysresccd/x86_64/airootfs.sfs"_s));
        QVERIFY(paths(*facts).contains(u"sysresccd/x86_64/airootfs.sha512"_s));
    }
    void systemRescueWithoutSumsAndMicrocode()
    {
        IsoFixture fixture;
        addSystemRescue(fixture);
        for (const auto *name : {"x86_64/airootfs.sha512", "VERSION", "boot/amd_ucode.img", "boot/intel_ucode.img"})
            QVERIFY(QFile::remove(fixture.source(u"sysresccd/"_s + QLatin1StringView(name))));
        const auto facts = inspect(fixture.make({u"-R"_s, u"-V"_s, u"RESCUE807"_s}));
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->version, u"8.07"_s);
        QVERIFY(!facts->entries[0].arguments.contains(u"checksum"_s));
        QCOMPARE(facts->entries[0].initrds.size(), 1);
    }

    void liveBootFamily_data()
    {
        QTest::addColumn<QString>("extraFile");
        QTest::addColumn<QByteArray>("extraContent");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("recipe");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("word");
        QTest::newRow("Debian Live by label") << u"x"_s << QByteArray() << u"d-live 12.5.0 gn amd64"_s
                                              << u"debian-live"_s << u"Debian Live 12.5.0"_s << u"components"_s;
        QTest::newRow("Debian Live by .disk/info")
            << u".disk/info"_s << QByteArray("Official Debian GNU/Linux Live 13.1.0 gnome 2025-09-06T10:19")
            << u"CDROM"_s << u"debian-live"_s << u"Debian Live 13.1.0"_s << u"boot=live"_s;
        QTest::newRow("Clonezilla") << u"Clonezilla-Live-Version"_s
                                    << QByteArray("clonezilla-live-20240401-mantic-amd64\n") << u"3.1.2-22-amd64"_s
                                    << u"clonezilla"_s << u"Clonezilla Live 3.1.2-22"_s
                                    << u"ocs_live_run=\"ocs-live-general\""_s;
        QTest::newRow("Clonezilla, another label")
            << u"live/Clonezilla-Live-Version"_s << QByteArray("clonezilla-live-3.1.2-9-amd64\n") << u"CD"_s
            << u"clonezilla"_s << u"Clonezilla Live 3.1.2-9"_s << u"union=overlay"_s;
        QTest::newRow("GParted") << u"GParted-Live-Version"_s << QByteArray("gparted-live-1.6.0-3-amd64.iso\n")
                                 << u"GParted-live"_s << u"gparted"_s << u"GParted Live 1.6.0-3"_s << u"ip="_s;
        QTest::newRow("any other") << u"x"_s << QByteArray() << u"whatever"_s << u"live-boot"_s
                                   << u"Debian-based live system"_s << u"boot=live"_s;
    }
    void liveBootFamily()
    {
        QFETCH(QString, extraFile);
        QFETCH(QByteArray, extraContent);
        QFETCH(QString, label);
        QFETCH(QString, recipe);
        QFETCH(QString, title);
        QFETCH(QString, word);
        IsoFixture fixture;
        addLiveBoot(fixture);
        fixture.add(extraFile, extraContent);
        const auto facts = inspect(fixture.make({u"-R"_s, u"-V"_s, label}));
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, recipe);
        QCOMPARE(lines(*facts),
                 QStringList{title + u" | kernel | bios+efi-x64 | live/vmlinuz | +live/initrd.img | cpu64"_s});
        const auto words = facts->entries[0].arguments.split(u' ');
        QVERIFY2(words.contains(word), qPrintable(facts->entries[0].arguments));
        QVERIFY(facts->entries[0].arguments.contains(u"=${base}live/filesystem.squashfs "_s));
        QVERIFY(words.contains(u"keyboard-layouts=${keyboard}"_s));
        QCOMPARE(paths(*facts), (QStringList{u"live/filesystem.squashfs"_s, u"live/initrd.img"_s, u"live/vmlinuz"_s}));
    }

    void newestOfSeveralKernelsWithItsInitrd()
    {
        IsoFixture fixture;
        fixture.add(u"live/filesystem.squashfs"_s);
        for (const auto *version : {"6.9.1-amd64", "6.10.2-amd64"}) {
            fixture.addKernel(u"live/vmlinuz-"_s + QLatin1StringView(version), {.is64Bit = true});
            fixture.add(u"live/initrd.img-"_s + QLatin1StringView(version));
        }
        const auto facts = inspect(fixture.make());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->entries.size(), 1);
        QCOMPARE(facts->entries[0].kernel, u"live/vmlinuz-6.10.2-amd64"_s);
        QCOMPARE(facts->entries[0].initrds[0].path, u"live/initrd.img-6.10.2-amd64"_s);
        QCOMPARE(facts->entries[0].firmware, Firmwares(Firmware::Bios));
    }

    void memtestImages_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("expected");
        QTest::newRow("x64 ISO") << u"/usr/lib/memtest86+/memtest86+x64.iso"_s
                                 << u"Memtest86+ 7.20, 64 bit | kernel | bios+efi-x64 | EFI/BOOT/bootx64.efi | cpu64"_s;
        QTest::newRow("ia32 ISO") << u"/usr/lib/memtest86+/memtest86+ia32.iso"_s
                                  << u"Memtest86+ 7.20, 32 bit | kernel | bios+efi-ia32 | EFI/BOOT/bootia32.efi"_s;
        QTest::newRow("x64.bin") << u"/boot/memtest86+x64.bin"_s
                                 << u"Memtest86+ 7.20 | kernel | bios | thing | cpu64"_s;
        QTest::newRow("x64.efi") << u"/boot/memtest86+x64.efi"_s
                                 << u"Memtest86+ 7.20 | kernel | bios+efi-x64 | thing | cpu64"_s;
        QTest::newRow("ia32.bin") << u"/boot/memtest86+ia32.bin"_s << u"Memtest86+ 7.20 | kernel | bios | thing"_s;
        QTest::newRow("ia32.efi") << u"/boot/memtest86+ia32.efi"_s
                                  << u"Memtest86+ 7.20 | kernel | bios+efi-ia32 | thing"_s;
    }
    void memtestImages()
    {
        QFETCH(QString, file);
        QFETCH(QString, expected);
        QTemporaryDir folder;
        const auto renamed = folder.filePath(u"thing"_s); // its name proves nothing
        QVERIFY(QFile::copy(file, renamed));
        const auto facts = inspect(renamed);
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"memtest86plus"_s);
        QCOMPARE(lines(*facts), QStringList{expected});
        QCOMPARE(facts->files.size(), 1);
        QCOMPARE(facts->files[0].path, facts->entries[0].kernel);
        QCOMPARE(facts->entries[0].memoryMiB, 17);
        QCOMPARE(facts->warnings, QStringList());
    }

    void unknownBootableDiscFallsBackToMemdisk()
    {
        IsoFixture fixture;
        fixture.add(u"loader.bin"_s, QByteArray(3000, 'l'));
        const auto iso = fixture.make(biosBoot(u"loader.bin"_s) + QStringList{u"-V"_s, u"G4U"_s});
        const auto facts = inspect(iso);
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"fallback-memdisk"_s);
        QCOMPARE(lines(*facts), QStringList{u"G4U | memdisk | bios | download--1-.bin.iso"_s});
        QCOMPARE(facts->entries[0].arguments, u"iso raw"_s);
        QVERIFY(!facts->entries[0].reason.isEmpty());
        QCOMPARE(facts->files.size(), 1);
        QCOMPARE(facts->files[0].path, u"download--1-.bin.iso"_s);
        QCOMPARE(facts->files[0].size, QFile(iso).size());
        QVERIFY(facts->options.isEmpty());
    }

    void fallbacksInTheirOrder_data()
    {
        QTest::addColumn<QStringList>("files"); // as in SystemLayout::files
        QTest::addColumn<QStringList>("boot");
        QTest::addColumn<QString>("recipe");
        QTest::addColumn<QStringList>("expected");
        const auto isolinux = QStringList{u"-b"_s, u"isolinux.bin"_s, u"-c"_s, u"boot.cat"_s, u"-no-emul-boot"_s};
        const auto floppy = QStringList{u"-b"_s, u"floppy"_s, u"-c"_s, u"boot.cat"_s};
        QTest::newRow("its own menu, two entries")
            << QStringList{u"isolinux.bin"_s, u"k :k64e"_s, u"i"_s,
                           u"isolinux.cfg=default b\nlabel a\nkernel k\nappend initrd=i x\nlabel b\nkernel k\nappend initrd=i y root=LABEL=D"_s}
            << isolinux << u"fallback-config"_s
            << QStringList{u"DISC, b | kernel | bios+efi-x64 | k | +i | cpu64 | entry=b"_s,
                           u"DISC, a | kernel | bios+efi-x64 | k | +i | cpu64 | entry=a"_s};
        QTest::newRow("its own menu for BIOS, its loader for UEFI")
            << QStringList{u"isolinux.bin"_s, u"k :k64"_s, u"isolinux.cfg=label a\nkernel k"_s,
                           u"EFI/BOOT/BOOTX64.EFI :e64"_s}
            << isolinux << u"fallback-config"_s
            << QStringList{u"DISC, a | kernel | bios | k | cpu64"_s, u"DISC | efi | efi-x64 | EFI/BOOT/BOOTX64.EFI"_s};
        QTest::newRow("GRUB's menu")
            << QStringList{u"boot/vmlinuz :k32"_s,
                           u"boot/grub/grub.cfg=menuentry \"One\" {\nlinux /boot/vmlinuz quiet\n}"_s}
            << QStringList() << u"fallback-config"_s << QStringList{u"DISC, One | kernel | bios | boot/vmlinuz"_s};
        QTest::newRow("a floppy of its menu")
            << QStringList{u"isolinux.bin"_s, u"memdisk"_s, u"dos.img :1440"_s,
                           u"isolinux.cfg=label dos\nkernel memdisk\nappend initrd=dos.img"_s}
            << isolinux << u"fallback-config"_s << QStringList{u"DISC, dos | memdisk | bios | dos.img"_s};
        QTest::newRow("menu without its kernel")
            << QStringList{u"isolinux.bin"_s, u"k=nothing"_s, u"isolinux.cfg=label a\nkernel k\nlabel b\nkernel gone"_s}
            << isolinux << u"fallback-memdisk"_s << QStringList{u"DISC | memdisk | bios | download--1-.bin.iso"_s};
        QTest::newRow("EFI loaders") << QStringList{u"EFI/BOOT/BOOTX64.EFI :e64"_s, u"efi/boot/bootia32.efi :e32"_s}
                                     << QStringList() << u"fallback-efi"_s
                                     << QStringList{u"DISC | efi | efi-x64 | EFI/BOOT/BOOTX64.EFI"_s,
                                                    u"DISC | efi | efi-ia32 | efi/boot/bootia32.efi"_s};
        QTest::newRow("memdisk for BIOS, EFI loader")
            << QStringList{u"floppy :1440"_s, u"EFI/BOOT/BOOTX64.EFI :e64"_s} << floppy << u"fallback-efi"_s
            << QStringList{u"DISC | efi | efi-x64 | EFI/BOOT/BOOTX64.EFI"_s,
                           u"DISC | memdisk | bios | download--1-.bin.iso"_s};
        const QStringList efi{u"-eltorito-alt-boot"_s, u"-e"_s, u"efi.img"_s, u"-no-emul-boot"_s};
        QTest::newRow("UEFI finds its loader on the disc")
            << QStringList{u"efi.img :1440"_s, u"EFI/BOOT/BOOTX64.EFI :e64"_s} << efi << u"fallback-sanboot"_s
            << QStringList{u"DISC | sanboot | efi-x64 | download--1-.bin.iso"_s};
        QTest::newRow("memdisk for BIOS, the disc for UEFI")
            << QStringList{u"isolinux.bin"_s, u"efi.img :1440"_s, u"EFI/BOOT/BOOTX64.EFI :e64"_s} << isolinux + efi
            << u"fallback-memdisk"_s
            << QStringList{u"DISC | memdisk | bios | download--1-.bin.iso"_s,
                           u"DISC | sanboot | efi-x64 | download--1-.bin.iso"_s};
    }
    void fallbacksInTheirOrder()
    {
        QFETCH(QStringList, files);
        QFETCH(QStringList, boot);
        QFETCH(QString, recipe);
        QFETCH(QStringList, expected);
        const SystemLayout layout{.name = "",
                                  .label = u"DISC"_s,
                                  .files = files,
                                  .recipe = {},
                                  .title = {},
                                  .architecture = {},
                                  .entries = {},
                                  .words = {},
                                  .boot = boot};
        IsoFixture fixture;
        const auto facts = inspect(makeImage(layout, fixture));
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, recipe);
        QCOMPARE(lines(*facts), expected);
        const auto taken = paths(*facts);
        for (const auto &entry : facts->entries) {
            QVERIFY(taken.contains(entry.kernel));
            QVERIFY(!entry.reason.isEmpty());
            QVERIFY(entry.memoryMiB > 0);
        }
        const bool chooses = !facts->entries[0].whenOptions.isEmpty();
        QCOMPARE(keys(*facts).contains(u"entry"), chooses);
        if (chooses)
            QCOMPARE(facts->options[0].defaultValue, u"b"_s);
    }

    void loaderOfADriveKeepsItsDrive()
    {
        const SystemLayout layout{.name = "",
                                  .label = u"STICK"_s,
                                  .files = {u"EFI/BOOT/BOOTX64.EFI :e64"_s},
                                  .recipe = {},
                                  .title = {},
                                  .architecture = {},
                                  .entries = {},
                                  .words = {},
                                  .boot = {},
                                  .drive = u"gpt"_s};
        IsoFixture fixture;
        const auto image = makeImage(layout, fixture);
        const auto facts = inspect(image);
        QVERIFY2(facts, qPrintable(why(facts)));
        const auto onUefi = std::ranges::find_if(
            facts->entries, [](const BootEntry &entry) { return entry.firmware.testFlag(Firmware::EfiX64); });
        QVERIFY(onUefi != facts->entries.end());
        QCOMPARE(onUefi->method, BootMethod::Sanboot);
        QCOMPARE(onUefi->arguments, u"--drive 0x80"_s);
        QCOMPARE(inspect(image, u"fallback-efi"_s)->entries.value(0).method, BootMethod::Efi);
    }

    void oneWayMayBeChosen()
    {
        IsoFixture fixture;
        fixture.add(u"loader.bin"_s, QByteArray(3000, 'l'));
        fixture.add(u"EFI/BOOT/BOOTX64.EFI"_s, kernelImage({.linuxHeader = false, .peMachine = 0x8664}));
        const auto iso = fixture.make(biosBoot(u"loader.bin"_s) + QStringList{u"-V"_s, u"X"_s});
        QCOMPARE(lines(*inspect(iso, u"fallback-sanboot"_s)),
                 QStringList{u"X | sanboot | bios+efi-x64 | download--1-.bin.iso"_s});
        QCOMPARE(lines(*inspect(iso, u"fallback-efi"_s)), QStringList{u"X | efi | efi-x64 | EFI/BOOT/BOOTX64.EFI"_s});
        QVERIFY(!inspect(iso, u"fallback-config"_s));
    }

    void largeDiscIsReadOverTheNetwork()
    {
        IsoFixture fixture;
        fixture.add(u"f"_s, QByteArray(10, 'f'));
        const auto iso = fixture.make(biosBoot(u"f"_s) + QStringList{u"-V"_s, u"X"_s});
        QVERIFY(QFile::resize(iso, 1'600'000'000));
        QCOMPARE(lines(*inspect(iso)), QStringList{u"X | sanboot | bios | download--1-.bin.iso"_s});
    }

    void bareEfiProgramIsChained_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<quint16>("machine");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("architecture");
        QTest::newRow("arm64") << u"shell"_s << quint16(0xaa64) << u"shell | efi | efi-arm64 | shell"_s << u"arm64"_s;
        QTest::newRow("x64") << u"shell.2.2.efi"_s << quint16(0x8664) << u"shell.2.2 | efi | efi-x64 | shell.2.2.efi"_s
                             << u"x86-64"_s;
        QTest::newRow("ia32") << u"shell.efi"_s << quint16(0x014c) << u"shell | efi | efi-ia32 | shell.efi"_s
                              << u"x86"_s;
    }
    void bareEfiProgramIsChained()
    {
        QFETCH(QString, file);
        QFETCH(quint16, machine);
        QTemporaryDir folder;
        writeFile(folder.filePath(file), kernelImage({.linuxHeader = false, .peMachine = machine}));
        const auto facts = inspect(folder.filePath(file));
        QVERIFY2(facts, qPrintable(why(facts)));
        QTEST(lines(*facts).join(u'\n'), "expected");
        QTEST(facts->architecture, "architecture");
        QCOMPARE(facts->name, facts->entries[0].title); // there is no label
    }

    void familiesSayThatTheyGuess()
    {
        IsoFixture fixture;
        addLiveBoot(fixture);
        QVERIFY(inspect(fixture.make())->entries[0].reason.contains(u"No recipe knows this very system"));
        fixture.add(u"GParted-Live-Version"_s);
        QVERIFY(inspect(fixture.make())->entries[0].reason.isEmpty());
    }

    void languageComesFromTheImage()
    {
        IsoFixture fixture;
        for (const auto *file : {"bootmgr", "boot/bcd", "boot/boot.sdi", "sources/boot.wim", "sources/install.wim"})
            fixture.add(QLatin1StringView(file));
        fixture.add(u"sources/lang.ini"_s, "[Available UI Languages]\r\nde-DE = 3\r\n");
        const auto facts = inspect(fixture.make());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->language, u"de-DE"_s);
        QVERIFY(facts->warnings.join(u' ').contains(u"wimboot"));
    }

    void hopelessImagesSayWhy_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QString>("part");
        QTest::newRow("data disc") << QStringList{u"-R"_s} << qint64(10) << u"is a data disc: it has no boot record"_s;
        QTest::newRow("UEFI only") << QStringList{u"-R"_s, u"-e"_s, u"f"_s, u"-no-emul-boot"_s} << qint64(4000)
                                   << u"boots on UEFI only"_s;
        QTest::newRow("too large") << QStringList{u"-R"_s, u"-b"_s, u"f"_s, u"-c"_s, u"boot.cat"_s} << qint64(1'474'560)
                                   << u"at 1.6 GB it is too large"_s;
    }
    void hopelessImagesSayWhy()
    {
        QFETCH(QStringList, arguments);
        QFETCH(qint64, size);
        QFETCH(QString, part);
        IsoFixture fixture;
        fixture.add(u"f"_s, QByteArray(size, 'f'));
        const auto iso = fixture.make(arguments);
        if (part.contains(u"too large"_s))
            QVERIFY(QFile::resize(iso, 1'600'000'000)); // a hole, which is part of the image all the same
        const auto facts = inspect(iso);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::NotRecognised);
        QVERIFY2(facts.error().detail.contains(part), qPrintable(facts.error().detail));
    }

    void unknownKernelIsNotRecognised()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"vmlinuz"_s), kernelImage({}));
        const auto facts = inspect(folder.filePath(u"vmlinuz"_s));
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::NotRecognised);
    }

    void chosenRecipeIsTaken()
    {
        IsoFixture fixture;
        addLiveBoot(fixture);
        const auto iso = fixture.make(biosBoot(u"live/initrd.img"_s));
        QCOMPARE(inspect(iso, u"clonezilla"_s)->recipe, u"clonezilla"_s);
        QCOMPARE(inspect(iso, u"fallback-memdisk"_s)->recipe, u"fallback-memdisk"_s);
        QCOMPARE(inspect(iso, u"nobody"_s).error().code, Error::Code::NotFound);
        const auto wrong = inspect(iso, u"systemrescuecd"_s);
        QCOMPARE(wrong.error().code, Error::Code::Malformed);
        QVERIFY(wrong.error().detail.contains(u"sysrcd.dat is missing"_s));
    }

    void kernelWithoutHeaderIsLeftOut()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        fixture.add(u"isolinux/rescue32"_s, "no kernel");
        const auto facts = inspect(fixture.make());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->entries.size(), 3);
        QCOMPARE(
            facts->warnings,
            QStringList{u"isolinux/rescue32 is not a kernel that iPXE can start, so its menu entry is left out."_s});
        QVERIFY(!paths(*facts).contains(u"isolinux/rescue32"_s));
    }

    void ownRecipeBeatsTheFallbackAndMayUseTheImageItself()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"mine.toml"_s), R"(
id = "mine"
name = "Mine"
recognise = { files = ["loader.bin"], label = "^G4U$", none = ["sysrcd.dat"] }
[[entries]]
method = "memdisk"
kernel = "@image"
arguments = ["iso", { text = "raw", if = "loader.bin" }, { text = "never", if = "nothing" }]
when = { firmware = "bios" }
)");
        const auto book = RecipeBook::load({folder.path()});
        IsoFixture fixture;
        fixture.add(u"loader.bin"_s, QByteArray(3000, 'l'));
        const auto facts = inspect(fixture.make({u"-R"_s, u"-V"_s, u"G4U"_s}), {}, book);
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(lines(*facts), QStringList{u"Mine | memdisk | bios | download--1-.bin.iso"_s});
        QCOMPARE(facts->entries[0].arguments, u"iso raw"_s);
    }

    void injectedFilesAndOrder()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"mine.toml"_s), R"(
id = "mine"
name = "Mine"
recognise = { files = ["k"] }
[[entries]]
kernel = "k"
initrds = [{ file = "none", optional = true }, "b", { file = "a b", inject = "/etc/a", mode = 0o755 }]
arguments = 'x=${base}a?b'
)");
        IsoFixture fixture;
        fixture.addKernel(u"k"_s);
        fixture.add(u"a b"_s);
        fixture.add(u"b"_s);
        const auto facts = inspect(fixture.make(), {}, RecipeBook::load({folder.path()}));
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->entries[0].initrds, (QList<BootInitrd>{{u"b"_s, {}, 0644}, {u"a b"_s, u"/etc/a"_s, 0755}}));
        QVERIFY(facts->entries[0].arguments.startsWith(u"x=${base}a%20b "_s));
    }

    void stricterRecipeWins()
    {
        QTemporaryDir folder;
        const QByteArray text = "name = \"N\"\nentries = { kernel = \"k\" }\n";
        writeFile(folder.filePath(u"a.toml"_s), "id = \"a\"\nrecognise = { files = [\"k\"] }\n" + text);
        writeFile(folder.filePath(u"b.toml"_s), "id = \"b\"\nrecognise = { files = [\"k\", \"x\"] }\n" + text);
        writeFile(folder.filePath(u"c.toml"_s), "id = \"c\"\nrecognise = { files = [\"k\", \"y\"] }\n" + text);
        writeFile(folder.filePath(u"d.toml"_s),
                  "id = \"d\"\npriority = 49\nrecognise = { files = [\"k\", \"x\", \"y\"] }\n" + text);
        const auto book = RecipeBook::load({folder.path()});
        IsoFixture fixture;
        fixture.addKernel(u"k"_s);
        fixture.add(u"x"_s);
        fixture.add(u"y"_s);
        QCOMPARE(inspect(fixture.make(), {}, book)->recipe, u"b"_s); // priority, then conditions, then id
    }
};

QTEST_GUILESS_MAIN(TestRecognition)
#include "tst_recognition.moc"
