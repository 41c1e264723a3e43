// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/diskfixture.h"
#include "images/diskreader.h"
#include "images/extentdevice.h"
#include "images/imageimport.h"
#include "images/isofixture.h"

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
        const QMap<QString, QByteArray> expected{
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
        const auto drive = u"%1@@%2"_s.arg(image).arg(start);
        const FileDescriptor file(::open(qPrintable(image), O_RDONLY | O_CLOEXEC));
        QVERIFY(isDisk(file.get()));
        const auto tree = readDisk(file.get(), u"disk.img"_s);
        QVERIFY2(tree, qPrintable(why(tree)));
        QCOMPARE(tree->label, u"MY_DISK"_s);
        QVERIFY(tree->disk && !tree->disk->isFloppy);
        QMap<QString, QByteArray> found;
        for (const auto &entry : tree->entries) {
            if (entry.type != TreeEntry::Type::File)
                continue;
            const auto content = readExtents(file.get(), entry.extents, 0, 1 << 24);
            QCOMPARE(content, output(u"mtype"_s, {u"-i"_s, drive, u"::/"_s + entry.path}));
            found.insert(entry.path, content);
        }
        QCOMPARE(found, expected);
    }

    void unknownDrivesStartByMemdisk_data()
    {
        QTest::addColumn<int>("kib");
        QTest::addColumn<QString>("arguments");
        QTest::newRow("floppy") << 1440 << u"floppy raw"_s;
        QTest::newRow("hard disk") << 4096 << u"harddisk raw"_s;
    }
    void unknownDrivesStartByMemdisk()
    {
        QFETCH(int, kib);
        QFETCH(QString, arguments);
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
