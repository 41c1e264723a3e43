// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/bootcatalog.h"
#include "images/bootheader.h"
#include "images/digest.h"
#include "images/imagearchive.h"
#include "images/isofixture.h"
#include "images/progresspacer.h"
#include "images/sizetext.h"
#include "images/sums.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray catalogEntry(std::initializer_list<int> bytes)
{
    QByteArray entry;
    for (const auto byte : bytes)
        entry.append(char(byte));
    return entry.leftJustified(32, '\0');
}

QByteArray validation(int platform)
{
    auto entry = catalogEntry({1, platform});
    entry[30] = char(0x55);
    entry[31] = char(0xaa);
    return entry;
}

} // namespace

class TestImageParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << u"0 bytes"_s;
        QTest::newRow("bytes") << qint64(999) << u"999 bytes"_s;
        QTest::newRow("kB") << qint64(1'500) << u"1.5 kB"_s;
        QTest::newRow("whole MB") << qint64(2'000'000) << u"2 MB"_s;
        QTest::newRow("GB") << qint64(5'440'000'000) << u"5.4 GB"_s;
        QTest::newRow("many GB") << qint64(1'234'567'000'000) << u"1234.6 GB"_s;
    }
    void sizes()
    {
        QFETCH(qint64, bytes);
        QTEST(sizeText(bytes), "text");
    }
    void partsShareTheUnit()
    {
        QCOMPARE(partText(1'900'000'000, 4'100'000'000), u"1.9 of 4.1 GB"_s);
        QCOMPARE(partText(2'000, 4'100'000'000), u"0 of 4.1 GB"_s);
    }

    void headers_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<std::optional<BootHeader>>("header");
        using Found = std::optional<BootHeader>;
        const auto bios = Firmwares(Firmware::Bios);
        QTest::newRow("32-bit kernel") << kernelImage({}) << Found({bios, false});
        QTest::newRow("64-bit kernel") << kernelImage({.is64Bit = true}) << Found({bios, true});
        QTest::newRow("64-bit kernel with EFI stub")
            << kernelImage({.is64Bit = true, .peMachine = 0x8664}) << Found({bios | Firmware::EfiX64, true});
        QTest::newRow("32-bit kernel with EFI stub")
            << kernelImage({.peMachine = 0x14c}) << Found({bios | Firmware::EfiIa32, false});
        QTest::newRow("load flags mean nothing before 2.12")
            << kernelImage({.is64Bit = true, .protocol = 0x020b}) << Found({bios, false});
        QTest::newRow("old 64-bit kernel with EFI stub")
            << kernelImage({.peMachine = 0x8664, .protocol = 0x020b}) << Found({bios | Firmware::EfiX64, true});
        QTest::newRow("arm64 kernel") << kernelImage({.linuxHeader = false, .peMachine = 0xaa64})
                                      << Found({Firmware::EfiArm64, true});
        QTest::newRow("PE of an unknown machine")
            << kernelImage({.linuxHeader = false, .peMachine = 0x1234}) << Found();
        QTest::newRow("zeros") << QByteArray(4096, '\0') << Found();
        QTest::newRow("MZ alone") << QByteArray("MZ") << Found();
        QTest::newRow("PE header far away")
            << QByteArray("MZ").leftJustified(0x3c, '\0') + QByteArray("\xff\xff\xff\xff\0\0\0\0", 8) << Found();
        const auto whole = kernelImage({.is64Bit = true});
        QTest::newRow("cut before xloadflags ends") << whole.first(0x237) << Found();
        QTest::newRow("cut after xloadflags") << whole.first(0x238) << Found({bios, true});
        const auto real = [](const char *name) { return readFile(u"/boot/memtest86+"_s + QLatin1StringView(name)); };
        QTest::newRow("memtest86+ x64.bin") << real("x64.bin") << Found({bios, true});
        QTest::newRow("memtest86+ x64.efi") << real("x64.efi") << Found({bios | Firmware::EfiX64, true});
        QTest::newRow("memtest86+ ia32.bin") << real("ia32.bin") << Found({bios, false});
        QTest::newRow("memtest86+ ia32.efi") << real("ia32.efi") << Found({bios | Firmware::EfiIa32, false});
    }
    void headers()
    {
        QFETCH(QByteArray, image);
        QFETCH(std::optional<BootHeader>, header);
        QCOMPARE(parseBootHeader(image), header);
    }
    void headersSurviveEveryPrefix()
    {
        const auto whole = kernelImage({.is64Bit = true, .peMachine = 0x8664}).first(0x260);
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            const std::vector<char> cut(whole.cbegin(), whole.cbegin() + size); // ASan sees any over-read
            (void)parseBootHeader(QByteArrayView(cut.data(), size));
        }
    }

    void catalogs()
    {
        using Platform = BootImage::Platform;
        using Media = BootImage::Media;
        const auto catalog = validation(0) //
            + catalogEntry({0x88, 0, 0, 0, 0, 0, 4, 0, 0x22, 0, 0, 0}) // 4 × 512 bytes at block 0x22
            + catalogEntry({0x90, 0xef, 2, 0}) // two entries for EFI
            + catalogEntry({0x88, 0, 0, 0, 0, 0, 0x40, 1, 0x23, 1, 0, 0}) //
            + catalogEntry({0x44}) // more selection criteria: skipped
            + catalogEntry({0x00, 3, 0, 0, 0, 0, 1, 0, 5, 0, 0, 0}) // not bootable, 2.88 MB
            + catalogEntry({0x91, 2, 1, 0}) // the last section: Mac
            + catalogEntry({0x88, 4, 0, 0, 0, 0, 1, 0, 6, 0, 0, 0}) // hard disk
            + catalogEntry({0x91, 0, 1, 0}) + catalogEntry({0x88}); // behind the last section: nothing
        const QList<BootImage> expected{
            {Platform::Bios, Media::NoEmulation, true, {}, {0x22 * 2048, 2048}},
            {Platform::Efi, Media::NoEmulation, true, {}, {0x123 * 2048, 0x140 * 512}},
            {Platform::Efi, Media::Floppy, false, {}, {5 * 2048, 2'949'120}},
            {Platform::Other, Media::HardDisk, true, {}, {6 * 2048, 512}},
        };
        QCOMPARE(parseBootCatalog(catalog), expected);
        QCOMPARE(parseBootCatalog(catalog.first(64)).size(), 1);
        QCOMPARE(parseBootCatalog(catalog.first(63)).size(), 0);
        QCOMPARE(parseBootCatalog({}).size(), 0);
        QCOMPARE(parseBootCatalog(QByteArray(2048, '\1')).size(), 0);
    }

    void sums_data()
    {
        QTest::addColumn<QByteArray>("sums");
        QTest::addColumn<std::optional<QString>>("hash");
        using Hash = std::optional<QString>;
        const QByteArray a(32, 'a');
        const QByteArray b(32, 'b');
        QTest::newRow("plain") << a + "  x.dat\n" << Hash(QString::fromLatin1(a));
        QTest::newRow("binary mark, upper case, CRLF") << a.toUpper() + " *X.DAT\r\n" << Hash(QString::fromLatin1(a));
        QTest::newRow("no end of line") << a + "  ./x.dat" << Hash(QString::fromLatin1(a));
        QTest::newRow("whole path before last component") << b + "  other/x.dat\n" + a + "  folder/x.dat\n"
                                                          << Hash(QString::fromLatin1(a));
        QTest::newRow("among comments") << "# x.dat\n" + a + "  x.dat\n" << Hash(QString::fromLatin1(a));
        QTest::newRow("another file") << a + "  y.dat\n" << Hash();
        QTest::newRow("another length") << QByteArray(40, 'a') + "  x.dat\n" << Hash();
        QTest::newRow("no hex") << QByteArray(32, 'g') + "  x.dat\n" << Hash();
        QTest::newRow("BSD") << "MD5 (folder/x.dat) = " + a + "\n" << Hash(QString::fromLatin1(a));
        QTest::newRow("BSD, another type") << "SHA1 (folder/x.dat) = " + a + "\n" << Hash();
        QTest::newRow("BSD, cut") << QByteArray("MD5 (") << Hash();
        QTest::newRow("hash alone") << a + "\n" << Hash();
        QTest::newRow("empty") << QByteArray() << Hash();
    }
    void sums()
    {
        QFETCH(QByteArray, sums);
        QTEST(checksumFor(sums, u"md5"_s, u"folder/x.dat"_s), "hash");
    }

    void sumsWithoutNames()
    {
        const QByteArray a(32, 'a');
        QCOMPARE(onlyChecksum(a + "\n", u"md5"_s), QString::fromLatin1(a));
        QCOMPARE(onlyChecksum("# of x\n" + a + "  what it was called\n", u"md5"_s), QString::fromLatin1(a));
        QCOMPARE(onlyChecksum(a + "\n" + a + "\n", u"md5"_s), std::nullopt); // of which file?
        QCOMPARE(onlyChecksum({}, u"md5"_s), std::nullopt);
        QCOMPARE(onlyChecksum(a, u"sha256"_s), std::nullopt);
    }

    void digests()
    {
        Digest sha(u"sha256"_s);
        sha.add("a");
        sha.add("bc");
        QCOMPARE(sha.finish(), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
        Digest md5(u"md5"_s);
        QCOMPARE(md5.finish(), u"d41d8cd98f00b204e9800998ecf8427e"_s);
        Digest none(u"no-such-hash"_s);
        none.add("x");
        QCOMPARE(none.finish(), QString());
    }

    void publishedNames()
    {
        QCOMPARE(publishedName(u"/tmp/memtest86+x64 (1).iso"_s), u"memtest86-x64--1-.iso"_s);
        QCOMPARE(publishedName(u"/tmp/.ä${base}\n"_s), u"---base--"_s);
        QCOMPARE(publishedName(u"..."_s), u"image"_s);
    }

    void progressThatPasses()
    {
        QList<qint64> passed;
        ProgressPacer pacer([&](const ImageProgress &progress) { passed += progress.bytes; });
        pacer.report({u"copying"_s, {}, 0, 10});
        pacer.report({u"copying"_s, {}, 1, 10}); // too soon
        pacer.report({u"checking"_s, {}, 2, 10});
        pacer.report({u"checking"_s, {}, 10, 10}); // all is done
        pacer.report({u"checking"_s, {}, 10, 10});
        QCOMPARE(passed, (QList<qint64>{0, 2, 10}));
    }
};

QTEST_GUILESS_MAIN(TestImageParts)
#include "tst_imageparts.moc"
