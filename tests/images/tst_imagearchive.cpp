// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imagearchive.h"
#include "images/imagecontents.h"
#include "images/isofixture.h"

#include <KArchiveDirectory>

#include <QCryptographicHash>
#include <QtEndian>
#include <QtTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 gib = qint64(1) << 30;

/// "path size" of every file, sorted.
QStringList listing(const KArchiveDirectory *folder, const QString &prefix = {})
{
    QStringList lines;
    const auto names = folder->entries();
    for (const auto &name : names) {
        const auto *entry = folder->entry(name);
        if (entry->isDirectory())
            lines += listing(static_cast<const KArchiveDirectory *>(entry), prefix + name + u'/');
        else
            lines += u"%1%2 %3"_s.arg(prefix, name).arg(static_cast<const KArchiveFile *>(entry)->size());
    }
    lines.sort();
    return lines;
}

QStringList paths(const ImageContents &contents)
{
    QStringList list;
    for (const auto &file : contents.files())
        list += file.path;
    return list;
}

Error errorOf(const QString &file, const TreeLimits &limits = {})
{
    ImageArchive archive(file, limits);
    return archive.open(QIODevice::ReadOnly) ? Error{Error::Code::Busy, u"it opened"_s} : archive.error();
}

void setBothEndian(QByteArray &bytes, qsizetype at, quint32 value)
{
    qToLittleEndian(value, bytes.data() + at);
    qToBigEndian(value, bytes.data() + at + 4);
}

/// Makes one file of \a size bytes of the files "big" and "bih": two directory records with one name, of which the first has the multi-extent
/// flag (ECMA-119 §9.1.6). Nothing is written where the file is empty, so this costs no disk space.
void makeHuge(const QString &iso, qint64 size)
{
    constexpr quint32 sectionBlocks = 0x1fffff; // just under 4 GiB
    auto bytes = readFile(iso);
    const auto first = bytes.indexOf("BIG.;1") - 33;
    const auto second = bytes.indexOf("BIH.;1") - 33;
    bytes.replace("BIH.;1", "BIG.;1").replace("bih", "big");
    const auto block = qFromLittleEndian<quint32>(bytes.data() + first + 2);
    setBothEndian(bytes, first + 10, sectionBlocks * 2048);
    bytes[first + 25] = char(0x80);
    setBothEndian(bytes, second + 2, block + sectionBlocks);
    setBothEndian(bytes, second + 10, quint32(size - qint64(sectionBlocks) * 2048));
    const auto end = qint64(block) * 2048 + size;
    setBothEndian(bytes, 0x8000 + 80, quint32(end / 2048));
    writeFile(iso, bytes);
    QFile file(iso);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(end - 7));
    QCOMPARE(file.write("THE END"), 7);
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestImageArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfNames_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("expected");
        const QStringList longNames{u"Read Me.txt 5"_s, u"folder/Grün.dat 3"_s, u"folder/deep/x 1"_s};
        const QString rock = u"-R"_s;
        const QString joliet = u"-J"_s;
        QTest::newRow("Rock Ridge") << QStringList{rock} << longNames;
        QTest::newRow("Rock Ridge and Joliet") << QStringList{rock, joliet} << longNames;
        QTest::newRow("Joliet only") << QStringList{joliet, u"--norock"_s} << longNames;
        QTest::newRow("plain names") << QStringList{u"--norock"_s}
                                     << QStringList{u"FOLDER/DEEP/X 1"_s, u"FOLDER/GR_N.DAT 3"_s, u"READ_ME.TXT 5"_s};
    }
    void readsEveryKindOfNames()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, expected);
        IsoFixture fixture;
        fixture.add(u"Read Me.txt"_s, "hello");
        fixture.add(u"folder/Grün.dat"_s, "abc");
        fixture.add(u"folder/deep/x"_s, "y");
        ImageArchive archive(fixture.make(arguments + QStringList{u"-V"_s, u"LABEL_1"_s}));
        QVERIFY2(archive.open(QIODevice::ReadOnly), qPrintable(archive.errorString()));
        QCOMPARE(listing(archive.directory()), expected);
        QCOMPARE(archive.label(), u"LABEL_1"_s);
        QVERIFY(archive.bootImages().isEmpty());
        QVERIFY(!archive.isBareProgram());
    }

    void agreesWithOtherReaders_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::newRow("memtest86+ x64 of Debian") << u"/usr/lib/memtest86+/memtest86+x64.iso"_s;
        QTest::newRow("memtest86+ ia32 of Debian") << u"/usr/lib/memtest86+/memtest86+ia32.iso"_s;
        addSystemRescueCd(m_system);
        QTest::newRow("SystemRescueCD layout") << m_system.make({u"-R"_s, u"-J"_s});
        addLiveBoot(m_live);
        QTest::newRow("live-boot layout") << m_live.make({u"-R"_s});
    }
    void agreesWithOtherReaders()
    {
        QFETCH(QString, iso);
        auto contents = ImageContents::open(iso);
        QVERIFY(contents);
        QSet<QString> ours;
        for (const auto &file : contents->files()) {
            const auto theirs = output(u"bsdtar"_s, {u"-xOf"_s, iso, file.path});
            if (!file.path.endsWith("boot.catalog"_L1)) // which xorriso calls a file, and bsdtar does not
                QCOMPARE(sha256(contents->head(file, file.size())), sha256(theirs));
            ours.insert(file.path);
        }
        QSet<QString> theirs;
        const auto lines = QString::fromUtf8(output(u"xorriso"_s,
                                                    {u"-indev"_s, iso, u"-find"_s, u"/"_s, u"-type"_s, u"X"_s, u"-or"_s,
                                                     u"-type"_s, u"f"_s, u"-or"_s, u"-type"_s, u"e"_s}));
        for (const auto &line : lines.split(u'\n', Qt::SkipEmptyParts))
            theirs.insert(line.mid(2).chopped(1)); // '/path'
        QCOMPARE(ours, theirs);
    }

    void readsFilesOverFourGiB()
    {
        IsoFixture fixture;
        fixture.add(u"big"_s, "first");
        fixture.add(u"bih"_s, "second");
        const auto iso = fixture.make({u"-R"_s});
        const qint64 size = 4 * gib + 12'345;
        makeHuge(iso, size);
        ImageArchive archive(iso);
        QVERIFY2(archive.open(QIODevice::ReadOnly), qPrintable(archive.errorString()));
        QCOMPARE(listing(archive.directory()), QStringList{u"big %1"_s.arg(size)});
        const auto *file = dynamic_cast<const ImageArchiveFile *>(archive.directory()->file(u"big"_s));
        QVERIFY(file);
        QCOMPARE(totalLength(file->extents()), size);
        const std::unique_ptr<QIODevice> device(file->createDevice());
        QCOMPARE(device->size(), size);
        QVERIFY(device->seek(size - 7));
        QCOMPARE(device->readAll(), "THE END");
        QVERIFY(device->seek(4 * gib - 4));
        QCOMPARE(device->read(8), QByteArray(8, '\0'));
        QVERIFY(device->seek(0));
        QCOMPARE(device->read(5), "first");
    }

    void deviceCrossesExtents()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"x"_s), "0123456789");
        auto descriptor = std::make_shared<const FileDescriptor>(::open(qPrintable(folder.filePath(u"x"_s)), O_RDONLY));
        ExtentDevice device(descriptor, {{7, 3}, {0, 2}, {4, 1}});
        QCOMPARE(device.size(), 6);
        QCOMPARE(device.readAll(), "789014");
        QVERIFY(device.atEnd());
        QVERIFY(device.seek(2));
        QCOMPARE(device.read(3), "901");
        QCOMPARE(device.pos(), 5);
        QCOMPARE(device.peek(5), "4");
        QCOMPARE(device.read(5), "4");
        QCOMPARE(device.read(5), "");
        QCOMPARE(device.isWritable(), false);
        ExtentDevice beyond(descriptor, {{8, 4}});
        QCOMPARE(beyond.readAll(), "89");
    }

    void followsLinksInsideTheImage()
    {
        IsoFixture fixture;
        fixture.add(u"live/vmlinuz-6.1"_s, "kernel");
        fixture.addLink(u"live/vmlinuz"_s, u"vmlinuz-6.1"_s);
        fixture.addLink(u"vmlinuz"_s, u"/live/vmlinuz"_s);
        fixture.addLink(u"live/up"_s, u"../vmlinuz"_s);
        fixture.addLink(u"loop"_s, u"loop"_s);
        fixture.addLink(u"dangling"_s, u"nowhere"_s);
        fixture.addLink(u"outside"_s, u"../../etc/passwd"_s);
        fixture.addLink(u"folder"_s, u"live"_s);
        const auto contents = ImageContents::open(fixture.make());
        QVERIFY(contents);
        QCOMPARE(paths(*contents), (QStringList{u"live/up"_s, u"live/vmlinuz"_s, u"live/vmlinuz-6.1"_s, u"vmlinuz"_s}));
        QCOMPARE(contents->head(*contents->find(u"LIVE/UP"_s), 100), "kernel");
    }

    void globsIgnoreCaseAndSortByVersion()
    {
        IsoFixture fixture;
        for (const auto *name : {"live/vmlinuz-6.9", "live/vmlinuz-6.10", "live/initrd", "LIVE2/x", "a[b].txt"})
            fixture.add(QString::fromLatin1(name));
        const auto contents = ImageContents::open(fixture.make());
        QVERIFY(contents);
        const auto kernels = contents->glob(u"Live/VMLINUZ-*"_s);
        QCOMPARE(kernels.size(), 2);
        QCOMPARE(kernels[0].file->path, u"live/vmlinuz-6.10"_s);
        QCOMPARE(kernels[0].captured, QStringList{u"6.10"_s});
        QCOMPARE(kernels[1].captured, QStringList{u"6.9"_s});
        QCOMPARE(contents->glob(u"*"_s).size(), 1); // "*" does not cross '/'
        QCOMPARE(contents->glob(u"live?/x"_s).size(), 1);
        QCOMPARE(contents->glob(u"live/init"_s).size(), 0);
        QCOMPARE(contents->find(u"@image"_s)->path, u"download--1-.bin.iso"_s);
        QCOMPARE(contents->find(u"@boot"_s), nullptr);
        QCOMPARE(contents->glob(u"**"_s).size(), 5);
        QCOMPARE(contents->glob(u"**vmlinuz-*"_s)[0].captured, (QStringList{u"live/"_s, u"6.10"_s}));
        QCOMPARE(contents->glob(u"live2/**"_s).size(), 1);
        QCOMPARE(contents->glob(u"l*2/?"_s)[0].captured, QStringList{u"IVE"_s}); // as the image spells it
    }

    void emulatedDiskIsAFile()
    {
        IsoFixture fixture;
        constexpr int floppySize = 1'474'560;
        fixture.add(u"floppy.img"_s, QByteArray(floppySize, 'f'));
        const auto contents
            = ImageContents::open(fixture.make({u"-R"_s, u"-b"_s, u"floppy.img"_s, u"-c"_s, u"boot.cat"_s}));
        QVERIFY(contents);
        const auto *boot = contents->find(u"@boot"_s);
        QVERIFY(boot);
        QCOMPARE(boot->size(), floppySize);
        QCOMPARE(contents->head(*boot, 4), "ffff");
    }

    void refusesUnsafeNames_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("sentence");
        const auto unsafe = u"%1 is not safe to import: it has a file named “%2”, which would leave its folder. Download it again from its makers"_s;
        const auto name = u"download (1).bin"_s;
        QTest::newRow("leaves the folder")
            << QByteArray("aaaaaaaa") << QByteArray("../aaaaa") << unsafe.arg(name, u"../aaaaa"_s);
        QTest::newRow("absolute") << QByteArray("aaaaaaaa") << QByteArray("/etc/pwd")
                                  << unsafe.arg(name, u"/etc/pwd"_s);
        QTest::newRow("a folder inside") << QByteArray("aaaaaaaa") << QByteArray("aaa/aaaa")
                                         << unsafe.arg(name, u"aaa/aaaa"_s);
        QTest::newRow("the folder above")
            << QByteArray("NM\x07\x01\x00q7", 7) << QByteArray("NM\x07\x01\x00..", 7) << unsafe.arg(name, u".."_s);
        QTest::newRow("empty, by a NUL") << QByteArray("NM\x07\x01\x00q7", 7) << QByteArray("NM\x07\x01\x00\0\0", 7)
                                         << unsafe.arg(name, QString());
        QTest::newRow("twice") << QByteArray("aaaaaaaa") << QByteArray("bbbbbbbb")
                               << u"%1 is damaged: it has two files named /bbbbbbbb"_s.arg(name);
    }
    void refusesUnsafeNames()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, sentence);
        IsoFixture fixture;
        fixture.add(u"aaaaaaaa"_s);
        fixture.add(u"bbbbbbbb"_s);
        fixture.add(u"q7"_s);
        const auto iso = fixture.make({u"-R"_s});
        QVERIFY(patchFile(iso, from, to) > 0);
        const auto error = errorOf(iso);
        QCOMPARE(error.detail, sentence);
        QCOMPARE(error.code, Error::Code::Malformed);
    }

    void tellsWhatIsCutShort()
    {
        IsoFixture fixture;
        fixture.add(u"data"_s, QByteArray(3'000'000, 'x'));
        const auto iso = fixture.make();
        QFile file(iso);
        const auto whole = file.size();
        QVERIFY(file.resize(whole - 1));
        QCOMPARE(errorOf(iso).code, Error::Code::Truncated);
        QVERIFY(file.resize(1'234'567));
        QCOMPARE(errorOf(iso).detail,
                 u"download (1).bin is cut short: 1.2 of %1 MB are there. Download it again"_s.arg(
                     QString::number(double(whole) / 1e6, 'f', 1)));
        QVERIFY(file.resize(33'000));
        QCOMPARE(errorOf(iso).code, Error::Code::Truncated);
    }

    void tellsWhatIsNoImage_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("text") << QByteArray("hello\n")
                              << u"%1 is neither an image of a disc (ISO), disk or floppy nor a kernel or EFI program, and "
                                 "not packed in a way that Benchboot knows"_s;
        QTest::newRow("empty") << QByteArray() << u"%1 is empty. Download it again"_s;
    }
    void tellsWhatIsNoImage()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, sentence);
        QTemporaryDir folder;
        const auto file = folder.filePath(u"thing.iso"_s);
        writeFile(file, content);
        QCOMPARE(errorOf(file), (Error{Error::Code::NotRecognised, sentence.arg(u"thing.iso"_s)}));
    }

    void tellsWhatCannotBeOpened()
    {
        QTemporaryDir folder;
        QCOMPARE(errorOf(folder.filePath(u"missing"_s)).code, Error::Code::NotFound);
        QCOMPARE(errorOf(folder.path()).code, Error::Code::InvalidArgument);
        const auto fifo = folder.filePath(u"fifo"_s);
        QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
        QCOMPARE(errorOf(fifo).code, Error::Code::InvalidArgument);
        ImageArchive archive(folder.filePath(u"new"_s));
        QVERIFY(!archive.open(QIODevice::WriteOnly));
        QCOMPARE(archive.error().code, Error::Code::Unsupported);
        QVERIFY(!QFile::exists(folder.filePath(u"new"_s)));
    }

    void keepsItsLimits_data()
    {
        QTest::addColumn<TreeLimits>("limits");
        QTest::addColumn<bool>("opens");
        QTest::newRow("as many files as allowed") << TreeLimits{.entries = 14} << true;
        QTest::newRow("one file more") << TreeLimits{.entries = 13} << false;
        QTest::newRow("as deep as allowed") << TreeLimits{.depth = 5} << true;
        QTest::newRow("one folder deeper") << TreeLimits{.depth = 4} << false;
        QTest::newRow("too many blocks") << TreeLimits{.blocks = 5} << false;
        QTest::newRow("too slow") << TreeLimits{.time = std::chrono::milliseconds(0)} << false;
    }
    void keepsItsLimits()
    {
        QFETCH(TreeLimits, limits);
        QFETCH(bool, opens);
        IsoFixture fixture;
        for (int i = 0; i < 10; ++i)
            fixture.add(QString::number(i));
        fixture.add(u"a/b/c/d"_s); // with its folders: 4 names, 4 deep
        fixture.add(u"a/b/c/e/f"_s);
        QFile::remove(fixture.source(u"9"_s));
        QFile::remove(fixture.source(u"8"_s));
        const auto iso = fixture.make({u"-R"_s});
        ImageArchive archive(iso, limits);
        QCOMPARE(archive.open(QIODevice::ReadOnly), opens);
        if (!opens)
            QCOMPARE(archive.error().code, Error::Code::LimitExceeded);
    }

    void findsHiddenFloppies()
    {
        IsoFixture fixture;
        QByteArray floppy(1440 * 1024, 'f');
        floppy.replace(0, 6, "FLOPPY");
        fixture.add(u"boot.img"_s, floppy);
        const auto iso
            = fixture.make({u"-R"_s, u"-b"_s, u"boot.img"_s, u"-c"_s, u"boot.cat"_s, u"-hide"_s, u"boot.img"_s});
        ImageArchive archive(iso);
        QVERIFY2(archive.open(QIODevice::ReadOnly), qPrintable(archive.errorString()));
        QVERIFY(!archive.directory()->entry(u"boot.img"_s));
        QCOMPARE(archive.bootImages().size(), 1);
        const auto image = archive.bootImages().first();
        QCOMPARE(image.platform, BootImage::Platform::Bios);
        QCOMPARE(image.media, BootImage::Media::Floppy);
        QVERIFY(image.bootable);
        QCOMPARE(image.path, QString());
        QCOMPARE(readExtents(archive.descriptor()->get(), {image.extent}, 0, 1 << 24), floppy);
    }

    void findsBootImagesOfBothPlatforms()
    {
        IsoFixture fixture;
        fixture.add(u"isolinux/isolinux.bin"_s, QByteArray(5000, 'b'));
        fixture.add(u"efi.img"_s, QByteArray(7000, 'e'));
        ImageArchive archive(fixture.make({u"-R"_s, u"-b"_s, u"isolinux/isolinux.bin"_s, u"-c"_s, u"boot.cat"_s,
                                           u"-no-emul-boot"_s, u"-boot-load-size"_s, u"4"_s, u"-eltorito-alt-boot"_s,
                                           u"-e"_s, u"efi.img"_s, u"-no-emul-boot"_s}));
        QVERIFY2(archive.open(QIODevice::ReadOnly), qPrintable(archive.errorString()));
        QCOMPARE(archive.bootImages().size(), 2);
        QCOMPARE(archive.bootImages()[0].path, u"isolinux/isolinux.bin"_s);
        QCOMPARE(archive.bootImages()[0].extent.length, 5000);
        QCOMPARE(archive.bootImages()[1].platform, BootImage::Platform::Efi);
        QCOMPARE(archive.bootImages()[1].path, u"efi.img"_s);
        QVERIFY(archive.directory()->entry(u"boot.cat"_s));
    }

    void survivesDamage()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        const auto iso = fixture.make(
            {u"-R"_s, u"-J"_s, u"-b"_s, u"isolinux/initram.igz"_s, u"-no-emul-boot"_s, u"-c"_s, u"cat"_s});
        const auto whole = readFile(iso);
        quint32 random = 1; // a fixed sequence, so that a failure comes again
        const auto next = [&random] { return random = random * 1664525 + 1013904223; };
        const auto broken = fixture.path(u"broken"_s);
        for (int round = 0; round < 60; ++round) {
            auto bytes = whole;
            for (int i = 0; i < 20; ++i)
                bytes[32768 + (next() >> 8) % (30 * 2048)] = char(next() >> 24);
            writeFile(broken, bytes);
            ImageArchive archive(broken, {.time = std::chrono::milliseconds(500)});
            if (!archive.open(QIODevice::ReadOnly))
                QVERIFY(!archive.error().detail.isEmpty());
        }
    }

private:
    IsoFixture m_system;
    IsoFixture m_live;
};

QTEST_GUILESS_MAIN(TestImageArchive)
#include "tst_imagearchive.moc"
