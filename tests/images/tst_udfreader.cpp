// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/discreader.h"
#include "images/imagecontents.h"
#include "images/imageimport.h"
#include "images/isocount.h"
#include "images/isofixture.h"
#include "images/otherreaders.h"
#include "images/udffixture.h"
#include "images/udfreader.h"

#include <KArchiveDirectory>

#include <QtTest>

extern "C" {
#include <udfread/udfread.h>
}

#include <fcntl.h>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

using Kind = UdfFixture::Kind;

class OpenImage
{
public:
    explicit OpenImage(const QString &path) : m_file(::open(qPrintable(path), O_RDONLY | O_CLOEXEC)) { }
    [[nodiscard]] int descriptor() const { return m_file.get(); }

private:
    FileDescriptor m_file;
};

Result<ImageTree> read(const QString &path, const TreeLimits &limits = {})
{
    return readUdf(OpenImage(path).descriptor(), u"x.iso"_s, limits);
}

void addPeerFolder(udfread *volume, UDFDIR *folder, const QString &prefix, Files &files)
{
    for (udfread_dirent entry; udfread_readdir(folder, &entry);) {
        const auto path = prefix + QString::fromUtf8(entry.d_name);
        if (entry.d_type == UDF_DT_DIR) {
            auto *inside = udfread_opendir_at(folder, entry.d_name);
            addPeerFolder(volume, inside, path + u'/', files);
            udfread_closedir(inside);
            continue;
        }
        auto *file = udfread_file_openat(folder, entry.d_name);
        QByteArray content(udfread_file_size(file), Qt::Uninitialized);
        if (udfread_file_read(file, content.data(), size_t(content.size())) == content.size())
            files.insert(path, content);
        udfread_file_close(file);
    }
}

Files filesOfLibudfread(const QString &path)
{
    Files files;
    auto *volume = udfread_init();
    if (udfread_open(volume, qPrintable(path)) == 0) {
        auto *root = udfread_opendir(volume, "/");
        addPeerFolder(volume, root, {}, files);
        udfread_closedir(root);
    }
    udfread_close(volume);
    return files;
}

void addDefaults(UdfFixture &fixture, Files &files)
{
    const auto add = [&](const QString &path, const QByteArray &content, Kind kind) {
        fixture.add(path, content, kind);
        files.insert(path, content);
    };
    add(u"embedded"_s, "small content", Kind::Embedded);
    add(u"empty"_s, {}, Kind::Embedded);
    add(u"Folder/plain.bin"_s, QByteArray(10'000, 'p'), Kind::Plain);
    add(u"Folder/deep/pieces"_s, QByteArray(fixture.blockSize, 'a') + QByteArray(fixture.blockSize, 'b') + "c",
        Kind::Pieces);
    add(u"Folder/deep/Grün €.txt"_s, "named", Kind::Embedded);
}

} // namespace

class TestUdfReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void readsEveryKind_data()
    {
        QTest::addColumn<qsizetype>("blockSize");
        QTest::addColumn<bool>("metadata");
        QTest::addColumn<Kind>("folders");
        QTest::newRow("folders embedded") << qsizetype(2048) << false << Kind::Embedded;
        QTest::newRow("folders in one piece") << qsizetype(2048) << false << Kind::Plain;
        QTest::newRow("metadata partition") << qsizetype(2048) << true << Kind::Embedded;
        QTest::newRow("blocks of 512 bytes") << qsizetype(512) << false << Kind::Plain;
        QTest::newRow("blocks of 4096 bytes") << qsizetype(4096) << false << Kind::Embedded;
    }
    void readsEveryKind()
    {
        QFETCH(qsizetype, blockSize);
        QFETCH(bool, metadata);
        QFETCH(Kind, folders);
        UdfFixture fixture;
        fixture.blockSize = blockSize;
        fixture.hasMetadataPartition = metadata;
        fixture.folders = folders;
        Files expected;
        addDefaults(fixture, expected);
        const auto path = write(fixture.make());
        const auto tree = read(path);
        QVERIFY2(tree, qPrintable(why(tree)));
        QCOMPARE(tree->label, u"UDF_LABEL"_s);
        QCOMPARE(filesOf(path, *tree), expected);
        if (blockSize < 4096) // 7z knows none that are larger
            QCOMPARE(filesOfSevenZip(path, u"udf"_s), expected);
        if (blockSize == 2048) // libudfread knows no others
            QCOMPARE(filesOfLibudfread(path), expected);
        for (const auto &entry : tree->entries)
            QCOMPARE(entry.modified, QDateTime({2024, 5, 6}, {6, 8, 9}, QTimeZone::UTC).toSecsSinceEpoch());
    }

    /// Neither peer follows a metadata file in pieces.
    void joinsThePiecesOfMetadata()
    {
        UdfFixture fixture;
        fixture.hasMetadataPartition = fixture.isMetadataInPieces = true;
        Files expected;
        addDefaults(fixture, expected);
        const auto path = write(fixture.make());
        const auto tree = read(path);
        QVERIFY2(tree, qPrintable(why(tree)));
        QCOMPARE(filesOf(path, *tree), expected);
    }

    void followsDescriptorsAndLinks()
    {
        UdfFixture fixture;
        fixture.folders = Kind::Pieces;
        Files expected;
        for (int i = 0; i < 60; ++i) { // a folder of several blocks, each of which lies elsewhere
            const auto name = u"a rather long name for a file %1"_s.arg(i);
            fixture.add(name, QByteArray::number(i), Kind::Embedded);
            expected.insert(name, QByteArray::number(i));
        }
        const QByteArray chained = QByteArray(2048, '1') + QByteArray(2048, '2') + QByteArray(100, '3');
        fixture.add(u"chain"_s, chained, Kind::Chain);
        expected.insert(u"chain"_s, chained);
        fixture.add(u"link"_s, "chain", Kind::Link);
        const auto path = write(fixture.make());
        const auto tree = read(path);
        QVERIFY2(tree, qPrintable(why(tree)));
        QCOMPARE(filesOf(path, *tree), expected);
        const auto link = std::ranges::find(tree->entries, TreeEntry::Type::SymLink, &TreeEntry::type);
        QVERIFY(link != tree->entries.end());
        QCOMPARE(link->path, u"link"_s);
        QCOMPARE(link->target, u"chain"_s);
    }

    void readsEmptyVolumes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("hard disk, 512") << QStringList{u"-b"_s, u"512"_s, u"-m"_s, u"hd"_s};
        QTest::newRow("hard disk, 4096") << QStringList{u"-b"_s, u"4096"_s, u"-m"_s, u"hd"_s};
        QTest::newRow("DVD, revision 1.02") << QStringList{u"-b"_s, u"2048"_s, u"-m"_s, u"dvd"_s, u"-r"_s, u"1.02"_s};
        QTest::newRow("DVD-RAM, short descriptors")
            << QStringList{u"-b"_s, u"2048"_s, u"-m"_s, u"dvdram"_s, u"--ad=short"_s};
    }
    void readsEmptyVolumes()
    {
        QFETCH(QStringList, arguments);
        const auto path = m_folder.filePath(u"empty.udf"_s);
        QFile::remove(path);
        (void)output(u"mkudffs"_s, arguments + QStringList{u"--new-file"_s, u"-l"_s, u"Made by it"_s, path, u"4096"_s});
        const auto tree = read(path);
        QVERIFY2(tree, qPrintable(why(tree)));
        QCOMPARE(tree->label, u"Made by it"_s);
        QVERIFY(filesOf(path, *tree).isEmpty());
    }

    void refusesRecordableDiscs()
    {
        const auto path = m_folder.filePath(u"empty.udf"_s);
        QFile::remove(path);
        (void)output(u"mkudffs"_s, {u"-b"_s, u"2048"_s, u"-m"_s, u"cdrw"_s, u"--new-file"_s, path, u"20000"_s});
        const auto tree = read(path);
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, Error::Code::Unsupported);
    }

    /// Windows's discs: the ISO side only holds a text.
    void showsTheSideWithTheFiles()
    {
        IsoFixture fixture;
        fixture.add(u"README.TXT"_s, "This disc contains a \"UDF\" file system");
        fixture.add(u"bootmgr"_s);
        fixture.add(u"boot/bcd"_s);
        fixture.add(u"boot/boot.sdi"_s);
        fixture.add(u"boot/etfsboot.com"_s, QByteArray(2048, 'e'));
        fixture.add(u"efi/boot/bootx64.efi"_s, kernelImage({.linuxHeader = false, .peMachine = 0x8664}));
        fixture.add(u"sources/boot.wim"_s, QByteArray(100'000, 'w'));
        fixture.add(u"sources/install.wim"_s, QByteArray(200'000, 'i'));
        const auto path = bridge(fixture,
                                 {u"-V"_s, u"CCCOMA_X64FRE"_s, u"-b"_s, u"boot/etfsboot.com"_s, u"-no-emul-boot"_s,
                                  u"-hide"_s, u"boot"_s, u"-hide"_s, u"bootmgr"_s, u"-hide"_s, u"efi"_s, u"-hide"_s,
                                  u"sources"_s, u"-hide"_s, u"boot.catalog"_s});
        QCOMPARE(output(u"bsdtar"_s, {u"-tf"_s, path}).simplified(), ". README.TXT");
        const auto contents = ImageContents::open(path);
        QVERIFY2(contents, qPrintable(why(contents)));
        QVERIFY(contents->find(u"sources/install.wim"_s));
        QCOMPARE(contents->label(), u"CCCOMA_X64FRE"_s);
        QCOMPARE(contents->bootImages().size(), 1);
        QCOMPARE(contents->bootImages().first().path, u"boot/etfsboot.com"_s);
        const auto facts = inspectImage({.file = path}, RecipeBook::load());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"windows"_s);
        QCOMPARE(facts->entries.size(), 1);
    }

    void bridgesAgreeOnBothSides()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        fixture.addLink(u"link"_s, u"sysrcd.dat"_s);
        const auto path = bridge(fixture, {u"-R"_s});
        const auto tree = read(path);
        QVERIFY2(tree, qPrintable(why(tree)));
        QCOMPARE(filesOf(path, *tree), filesOfLibudfread(path));
        QCOMPARE(filesOf(path, *tree), filesOfSevenZip(path, u"udf"_s));
        ImageArchive archive(path);
        QVERIFY(archive.open(QIODevice::ReadOnly));
        QVERIFY(archive.directory()->entry(u"link"_s)); // which only Rock Ridge has
    }

    void asManyFilesOnBothSides_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("names");
        const QStringList whole{u"A long name.with dots"_s, u"folder/kernel-6.1"_s, u"last"_s};
        QTest::newRow("plain ISO names") << QStringList() << whole;
        QTest::newRow("Rock Ridge") << QStringList{u"-R"_s} << whole + QStringList{u"link"_s};
        QTest::newRow("Joliet") << QStringList{u"-J"_s} << whole;
    }
    void asManyFilesOnBothSides()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, names);
        IsoFixture fixture;
        for (const auto *name : {"A long name.with dots", "folder/kernel-6.1", "last"})
            fixture.add(QString::fromLatin1(name), name);
        if (arguments.contains(u"-R"_s))
            fixture.addLink(u"link"_s, u"last"_s);
        const auto path = bridge(fixture, arguments);
        const OpenImage image(path);
        QCOMPARE(countIsoFiles(image.descriptor(), u"x"_s), countUdfFiles(image.descriptor(), u"x"_s));
        const auto tree = readDisc(image.descriptor(), u"x.iso"_s);
        QVERIFY2(tree, qPrintable(why(tree)));
        QStringList found;
        for (const auto &entry : tree->entries) {
            if (entry.type != TreeEntry::Type::Folder)
                found.append(entry.path);
        }
        found.sort();
        names.sort();
        QCOMPARE(found, names);
    }

    /// Where one side cannot be read, the other one is shown; but Windows's ISO side is no stand-in for a disc that is cut short.
    void damagedSideOfABridge_data()
    {
        QTest::addColumn<bool>("hidden"); // the ISO side holds one text
        QTest::addColumn<QString>("damage");
        QTest::addColumn<bool>("opens");
        QTest::newRow("whole") << false << QString() << true;
        QTest::newRow("ISO's root is gone") << false << u"root"_s << true;
        QTest::newRow("UDF's anchors are gone") << false << u"anchors"_s << true;
        QTest::newRow("both") << false << u"root, anchors"_s << false;
        QTest::newRow("Windows, whole") << true << QString() << true;
        QTest::newRow("Windows, ISO's root is gone") << true << u"root"_s << true;
        QTest::newRow("Windows, cut short") << true << u"short"_s << false;
    }
    void damagedSideOfABridge()
    {
        QFETCH(bool, hidden);
        QFETCH(QString, damage);
        QFETCH(bool, opens);
        IsoFixture fixture;
        fixture.add(u"README.TXT"_s, "see UDF");
        fixture.add(u"folder/file.bin"_s, QByteArray(1'000'000, 'f'));
        const auto path = bridge(fixture, hidden ? QStringList{u"-hide"_s, u"folder"_s} : QStringList{u"-R"_s});
        auto bytes = readFile(path);
        constexpr qsizetype block = 2048;
        if (damage.contains(u"root"_s))
            bytes.replace(16 * block + 156 + 2, 4, QByteArray(4, '\xff')); // where it lies
        if (damage.contains(u"short"_s))
            bytes.chop(800'000);
        for (qsizetype at = 256 * block; damage.contains(u"anchors"_s) && at + block <= bytes.size(); at += block) {
            if (bytes.sliced(at, 2) == QByteArray("\2\0", 2))
                bytes.replace(at, 16, QByteArray(16, '\0'));
        }
        writeFile(path, bytes);
        const auto tree = readDisc(OpenImage(path).descriptor(), u"x.iso"_s);
        QVERIFY2(tree.has_value() == opens, qPrintable(why(tree)));
        if (opens)
            QCOMPARE(filesOf(path, *tree).value(u"folder/file.bin"_s), QByteArray(1'000'000, 'f'));
        else
            QCOMPARE(tree.error().code, hidden ? Error::Code::Truncated : Error::Code::Malformed);
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("hole")
            << u"hole"_s << Error::Code::Unsupported
            << u"x.iso cannot be read: its file sparse has holes. Copy its files into a plain image"_s;
        QTest::newRow("endless") << u"endless"_s << Error::Code::LimitExceeded
                                 << u"x.iso cannot be read: its folders never end. It is damaged; download it again"_s;
        const auto unsafe = [](const QString &path) {
            return u"x.iso is not safe to import: it has a file named “%1”, which would leave its folder. Download it again from its makers"_s
                .arg(path);
        };
        QTest::newRow("unsafe name") << u"unsafe .."_s << Error::Code::Malformed << unsafe(u".."_s);
        QTest::newRow("absolute name") << u"unsafe /a"_s << Error::Code::Malformed << unsafe(u"/a"_s);
        QTest::newRow("a folder inside") << u"unsafe a/"_s << Error::Code::Malformed << unsafe(u"a/"_s);
        QTest::newRow("name with a NUL") << QString::fromUtf16(u"unsafe a\0", 9) << Error::Code::Malformed
                                         << unsafe(QString::fromUtf16(u"a\0", 2));
        QTest::newRow("twice") << u"twice"_s << Error::Code::Malformed
                               << u"x.iso is damaged: it has two files named aa"_s;
        QTest::newRow("cut short") << u"short"_s << Error::Code::Truncated
                                   << u"x.iso is cut short: plain would lie behind its end. Download it again"_s;
        QTest::newRow("longer than its entry")
            << u"long"_s << Error::Code::Malformed
            << u"x.iso is damaged: inside is longer than its place. Download it again"_s;
        QTest::newRow("no anchor") << u"anchor"_s << Error::Code::Malformed
                                   << u"x.iso is damaged: it has no anchor of a UDF volume. Download it again"_s;
    }
    void tellsWhatIsWrong()
    {
        QFETCH(QString, what);
        QFETCH(Error::Code, code);
        QFETCH(QString, sentence);
        const auto tree = read(write(damaged(what)));
        QVERIFY(!tree);
        QCOMPARE(tree.error().detail, sentence);
        QCOMPARE(tree.error().code, code);
    }

    void keepsItsLimits_data()
    {
        QTest::addColumn<TreeLimits>("limits");
        QTest::addColumn<bool>("opens");
        QTest::newRow("as many as allowed") << TreeLimits{.entries = 7} << true;
        QTest::newRow("one name more") << TreeLimits{.entries = 6} << false;
        QTest::newRow("as deep as allowed") << TreeLimits{.depth = 2} << true;
        QTest::newRow("one folder deeper") << TreeLimits{.depth = 1} << false;
        QTest::newRow("too many blocks") << TreeLimits{.blocks = 5} << false;
        QTest::newRow("too slow") << TreeLimits{.time = std::chrono::milliseconds(0)} << false;
        QTest::newRow("too many pieces") << TreeLimits{.extents = 4} << false;
    }
    void keepsItsLimits()
    {
        QFETCH(TreeLimits, limits);
        QFETCH(bool, opens);
        UdfFixture fixture;
        Files files;
        addDefaults(fixture, files);
        const auto tree = read(write(fixture.make()), limits);
        QCOMPARE(tree.has_value(), opens);
        if (!opens)
            QCOMPARE(tree.error().code, Error::Code::LimitExceeded);
    }

    void survivesDamage()
    {
        UdfFixture fixture;
        fixture.hasMetadataPartition = true;
        Files files;
        addDefaults(fixture, files);
        fixture.add(u"chain"_s, QByteArray(9'000, 'c'), Kind::Chain);
        const auto whole = fixture.make();
        quint32 random = 1; // a fixed sequence, so that a failure comes again
        const auto next = [&random] { return random = random * 1664525 + 1013904223; };
        for (int round = 0; round < 300; ++round) {
            auto bytes = whole;
            for (int i = 0; i < 10; ++i)
                bytes[256 * 2048 + (next() >> 8) % (bytes.size() - 256 * 2048)] = char(next() >> 24);
            const auto path = write(bytes);
            const auto tree = read(path, {.time = std::chrono::milliseconds(500)});
            if (!tree)
                QVERIFY(!tree.error().detail.isEmpty());
        }
    }

private:
    QString write(const QByteArray &content)
    {
        const auto path = m_folder.filePath(u"volume.udf"_s);
        writeFile(path, content);
        return path;
    }

    /// genisoimage's bridge: ISO 9660 and UDF.
    QString bridge(IsoFixture &fixture, const QStringList &arguments)
    {
        const auto path = fixture.path(u"bridge"_s);
        (void)output(u"genisoimage"_s,
                     QStringList{u"-quiet"_s, u"-udf"_s, u"-o"_s, path} + arguments + QStringList{fixture.source({})});
        return path;
    }

    static QByteArray damaged(const QString &what)
    {
        UdfFixture fixture;
        if (what == u"hole")
            fixture.add(u"sparse"_s, QByteArray(5'000, 's'), Kind::Hole);
        fixture.add(u"inside"_s, "1234567890", Kind::Embedded);
        fixture.add(u"aa"_s, "1", Kind::Embedded);
        fixture.add(u"bb"_s, "2", Kind::Embedded);
        fixture.add(u"folder/x"_s, "2", Kind::Embedded);
        fixture.add(u"plain"_s, QByteArray(5'000, 's'));
        auto image = fixture.make();
        const auto entryOf = [&image](const QByteArray &content) { return image.indexOf(content) - 216; };
        if (what.startsWith(u"unsafe ")) {
            const auto name = what.last(2).toLatin1();
            image.replace(QByteArray("\0a\0a", 4), QByteArray(1, '\0') + name[0] + '\0' + name[1]);
        }
        if (what == u"twice")
            image.replace(QByteArray("\0b\0b", 4), QByteArray("\0a\0a", 4));
        if (what == u"short")
            image.truncate(image.indexOf(QByteArray(5'000, 's')) + 4096);
        if (what == u"long")
            image[entryOf("1234567890") + 57] = 1;
        if (what == u"anchor")
            image.replace(image.sliced(256 * 2048, 4), "none");
        if (what == u"endless") { // the folder is its parent, whose entry is in block 1
            const auto name = image.indexOf(QByteArray("\0f\0o\0l\0d\0e\0r", 12));
            qToLittleEndian<quint32>(1, image.data() + name - 1 - 38 + 24);
        }
        return image;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestUdfReader)
#include "tst_udfreader.moc"
