// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/diskfixture.h"
#include "images/diskreader.h"
#include "images/extentdevice.h"
#include "images/imageimport.h"
#include "images/isofixture.h"
#include "images/otherreaders.h"

#include <QtTest>

#include <fcntl.h>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

/// Raw images made by mkfs.vfat, mtools and sfdisk.
class TestDiskReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKind_data()
    {
        QTest::addColumn<int>("mib");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QString>("label"); // of sfdisk; empty: no partition table
        QTest::newRow("FAT12 without partition table") << 4 << 12 << QString();
        QTest::newRow("FAT16 without partition table") << 32 << 16 << QString();
        QTest::newRow("FAT32 without partition table") << 64 << 32 << QString();
        QTest::newRow("FAT16 in a partition of an MBR") << 32 << 16 << u"dos"_s;
        QTest::newRow("FAT32 in a partition of a GPT") << 64 << 32 << u"gpt"_s;
    }
    void readsEveryKind()
    {
        QFETCH(int, mib);
        QFETCH(int, bits);
        QFETCH(QString, label);
        IsoFixture fixture;
        const Files expected{
            {u"EFI/BOOT/BOOTX64.EFI"_s, QByteArray(70'000, 'e')},
            {u"A rather long name, with Grün.txt"_s, "long"},
            {u"SHORT.TXT"_s, "short"},
            {u"empty"_s, {}},
        };
        for (const auto &[path, content] : expected.asKeyValueRange())
            fixture.add(path, content);
        const auto image = fixture.path(u"disk.img"_s);
        const qint64 start = label.isEmpty() ? 0 : 1024 * 1024;
        const DiskFixture disk(image, mib * 1024);
        if (!label.isEmpty())
            disk.partition(label, u"start=2048, size=%1\n"_s.arg((mib - 3) * 2048).toUtf8());
        disk.addVolume(bits, start, (mib - (label.isEmpty() ? 0 : 3)) * 1024, u"MY_DISK"_s, fixture.source({}));
        const FileDescriptor file(::open(qPrintable(image), O_RDONLY | O_CLOEXEC));
        QVERIFY(isDisk(file.get()));
        const auto tree = readDisk(file.get(), u"disk.img"_s);
        QVERIFY2(tree, qPrintable(why(tree)));
        QCOMPARE(tree->label, u"MY_DISK"_s);
        QVERIFY(tree->disk && !tree->disk->isFloppy);
        QCOMPARE(filesOf(image, *tree), expected);
        QCOMPARE(filesOfMtools(image, start), expected);
        auto listed = pathsOfMdir(image, start);
        listed.sort();
        QCOMPARE(listed, expected.keys());
        const auto volume = fixture.path(u"volume"_s);
        writeFile(volume, readFile(image).sliced(start));
        QCOMPARE(filesOfSevenZip(volume, u"fat"_s), expected);
    }

    /// Of several volumes the one that boots, then the one with more files, then the first.
    void choosesAmongPartitions_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QByteArray>("script"); // of sfdisk
        QTest::addColumn<QList<int>>("volumes"); // where, in MiB
        QTest::addColumn<int>("booting"); // of them has an EFI loader; −1: none
        QTest::addColumn<int>("chosen");
        const QByteArray primary("start=2048, size=16384\nstart=18432, size=16384\n");
        const QByteArray logical("start=2048, size=16384, type=6\nstart=18432, size=45056, type=5\n"
                                 "start=20480, size=16384, type=6\nstart=38912, size=16384, type=6\n");
        QTest::newRow("first") << u"dos"_s << primary << QList{1, 9} << -1 << 0;
        QTest::newRow("second boots") << u"dos"_s << primary << QList{1, 9} << 1 << 1;
        QTest::newRow("second of a GPT boots") << u"gpt"_s << primary << QList{1, 9} << 1 << 1;
        QTest::newRow("only the second has a volume") << u"dos"_s << primary << QList{9} << -1 << 0;
        QTest::newRow("logical boots") << u"dos"_s << logical << QList{1, 10, 19} << 1 << 1;
        QTest::newRow("second logical boots") << u"dos"_s << logical << QList{1, 10, 19} << 2 << 2;
        QTest::newRow("first GPT is gone") << u"gpt, damaged"_s << primary << QList{1, 9} << 1 << 1;
    }
    void choosesAmongPartitions()
    {
        QFETCH(QString, label);
        QFETCH(QByteArray, script);
        QFETCH(QList<int>, volumes);
        QFETCH(int, booting);
        QFETCH(int, chosen);
        constexpr qint64 mib = 1024 * 1024;
        IsoFixture fixture;
        const DiskFixture disk(fixture.path(u"disk.img"_s), 40 * 1024);
        disk.partition(label.section(u',', 0, 0), script);
        for (int i = 0; i < volumes.size(); ++i) {
            fixture.add(u"%1/number"_s.arg(i), QByteArray::number(i));
            fixture.add(u"%1/%2"_s.arg(i).arg(i == booting ? u"EFI/BOOT/BOOTX64.EFI"_s : u"some/file/of/data"_s),
                        "file");
            disk.addVolume(12, volumes[i] * mib, 8 * 1024, u"V"_s, fixture.source(QString::number(i)));
        }
        if (label.endsWith(u"damaged"_s)) {
            QFile file(disk.path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(512));
            QCOMPARE(file.write(QByteArray(512, '\0')), 512);
        }
        const FileDescriptor file(::open(qPrintable(disk.path()), O_RDONLY | O_CLOEXEC));
        QVERIFY(isDisk(file.get()));
        const auto tree = readDisk(file.get(), u"disk.img"_s);
        QVERIFY2(tree, qPrintable(why(tree)));
        const auto ours = filesOf(disk.path(), *tree);
        QCOMPARE(ours.value(u"number"_s), QByteArray::number(chosen));
        QCOMPARE(ours, filesOfMtools(disk.path(), volumes[chosen] * mib));
    }

    void unknownDrivesStartByMemdisk_data()
    {
        QTest::addColumn<int>("kib");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<bool>("sanboot"); // could start it, too
        QTest::newRow("floppy") << 1440 << u"floppy raw"_s << true;
        QTest::newRow("hard disk") << 16384 << u"harddisk raw"_s << true;
        QTest::newRow("hard disk of a whole cylinder")
            << 8033 << u"harddisk raw"_s << true; // 8,225,280 bytes are 8,032.5 KiB
        QTest::newRow("hard disk of less") << 8032 << u"harddisk raw"_s << false;
    }
    void unknownDrivesStartByMemdisk()
    {
        QFETCH(int, kib);
        QFETCH(QString, arguments);
        QFETCH(bool, sanboot);
        QTemporaryDir folder;
        const auto image = folder.filePath(u"thing"_s);
        (void)output(u"mkfs.vfat"_s, {u"-C"_s, image, QString::number(kib)});
        const auto dummy = inspectImage({.file = image}, RecipeBook::load());
        QVERIFY(!dummy); // mkfs.vfat's boot sector says that it is none
        QCOMPARE(dummy.error().code, Error::Code::NotRecognised);
        QVERIFY(patchFile(image, "not a bootable disk", "something to start!") > 0);
        const auto facts = inspectImage({.file = image}, RecipeBook::load());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"fallback-memdisk"_s);
        QCOMPARE(facts->entries.first().arguments, arguments);
        QCOMPARE(facts->entries.first().kernel, u"thing.img"_s);
        QCOMPARE(facts->entries.first().reason.contains(u"iPXE starts no hard disk of less than 8.2 MB"_s), !sanboot);
        const auto asDrive = inspectImage({.file = image, .recipe = u"fallback-sanboot"_s}, RecipeBook::load());
        QCOMPARE(asDrive.has_value(), sanboot);
        if (sanboot)
            QCOMPARE(asDrive->entries.first().arguments, kib == 1440 ? u"--drive 0x00"_s : u"--drive 0x80"_s);
        else
            QVERIFY2(asDrive.error().detail.contains(u"is a hard disk of"_s), qPrintable(asDrive.error().detail));
    }

    /// Put in place of what mtools wrote.
    void refusesUnsafeNames_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("sentence");
        const auto unsafe = [](const QString &path) {
            return u"disk.img is not safe to import: it has a file named “%1”, which would leave its folder. Download it again from its makers"_s
                .arg(path);
        };
        const auto utf16 = [](const QString &text) {
            return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        };
        const auto longName = utf16(u"aAaAa"_s);
        QTest::newRow("leaves the folder") << longName << utf16(u"../aA"_s) << unsafe(u"../aA"_s);
        QTest::newRow("absolute") << longName << utf16(u"/etcA"_s) << unsafe(u"/etcA"_s);
        QTest::newRow("a folder inside") << longName << utf16(u"a/aAa"_s) << unsafe(u"a/aAa"_s);
        QTest::newRow("in a folder") << utf16(u"cCcCc"_s) << utf16(u"/cCcC"_s) << unsafe(u"Sub//cCcC"_s);
        QTest::newRow("the folder above") << longName << utf16(QString::fromUtf16(u"..\0aa", 5)) << unsafe(u".."_s);
        QTest::newRow("a short one") << QByteArray("SHORT   TXT") << QByteArray("../RT   TXT")
                                     << unsafe(u"../RT.TXT"_s);
        QTest::newRow("twice") << utf16(u"bBbBb"_s) << longName
                               << u"disk.img is damaged: it has two files named aAaAa"_s;
        QTest::newRow("twice, for a NUL ends a name") << utf16(u"dDdDd"_s) << utf16(QString::fromUtf16(u"d\0dDd", 5))
                                                      << u"disk.img is damaged: it has two files named d"_s;
        QTest::newRow("differ in case only") << utf16(u"bBbBb"_s) << utf16(u"AaAaA"_s) << QString(); // as elsewhere
    }
    void refusesUnsafeNames()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, sentence);
        IsoFixture fixture;
        for (const auto *name : {"aAaAa", "bBbBb", "d", "dDdDd", "SHORT.TXT", "Sub/cCcCc"})
            fixture.add(QString::fromLatin1(name), "content");
        const DiskFixture disk(fixture.path(u"disk.img"_s), 4096);
        disk.addVolume(12, 0, 4096, u"V"_s, fixture.source({}));
        QVERIFY(patchFile(disk.path(), from, to) > 0);
        const FileDescriptor file(::open(qPrintable(disk.path()), O_RDONLY | O_CLOEXEC));
        const auto tree = readDisk(file.get(), u"disk.img"_s);
        QCOMPARE(why(tree), sentence);
    }

    /// The chain of the file's first cluster leads to itself, out of the volume, or nowhere.
    void refusesSharedClusters_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("circle") << QByteArray("\x02\x00", 2);
        QTest::newRow("out of range") << QByteArray("\xf0\x7f", 2);
        QTest::newRow("ends too early") << QByteArray("\xff\xff", 2);
    }
    void refusesSharedClusters()
    {
        QFETCH(QByteArray, entry);
        IsoFixture fixture;
        fixture.add(u"big"_s, QByteArray(100'000, 'b'));
        const auto image = fixture.path(u"disk.img"_s);
        (void)output(u"mkfs.vfat"_s, {u"-F"_s, u"16"_s, u"-C"_s, image, u"32768"_s});
        (void)output(u"mcopy"_s, {u"-i"_s, image, fixture.source(u"big"_s), u"::/"_s});
        auto bytes = readFile(image);
        const auto table = qFromLittleEndian<quint16>(bytes.constData() + 14) * 512;
        writeFile(image, bytes.replace(table + 2 * 2, 2, entry)); // cluster 2, the file's first
        const FileDescriptor file(::open(qPrintable(image), O_RDONLY | O_CLOEXEC));
        const auto tree = readDisk(file.get(), u"disk.img"_s);
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, Error::Code::Malformed);
    }

    void survivesDamage()
    {
        IsoFixture fixture;
        for (int i = 0; i < 40; ++i)
            fixture.add(u"folder/a rather long name %1"_s.arg(i), QByteArray(i * 100, 'x'));
        const auto image = fixture.path(u"disk.img"_s);
        (void)output(u"mkfs.vfat"_s, {u"-F"_s, u"12"_s, u"-C"_s, image, u"1440"_s});
        (void)output(u"mcopy"_s, {u"-s"_s, u"-i"_s, image, fixture.source(u"folder"_s), u"::/"_s});
        const auto whole = readFile(image);
        quint32 random = 1; // a fixed sequence, so that a failure comes again
        const auto next = [&random] { return random = random * 1664525 + 1013904223; };
        for (int round = 0; round < 300; ++round) {
            auto bytes = whole;
            for (int i = 0; i < 10; ++i)
                bytes[(next() >> 8) % 32768] = char(next() >> 24);
            writeFile(image, bytes);
            const FileDescriptor file(::open(qPrintable(image), O_RDONLY | O_CLOEXEC));
            const auto tree = readDisk(file.get(), u"disk.img"_s, {.time = std::chrono::milliseconds(500)});
            if (!tree)
                QVERIFY(!tree.error().detail.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestDiskReader)
#include "tst_diskreader.moc"
