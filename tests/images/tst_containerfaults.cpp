// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imagecontents.h"
#include "images/imageimport.h"
#include "images/otherreaders.h"
#include "images/packfixture.h"
#include "images/rarsums.h"

#include <QDir>
#include <QtTest>

#include <csignal>

#include <sys/resource.h>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

Error errorOf(const QString &file, const Unpacking &unpacking = {})
{
    const auto contents = ImageContents::open(file, unpacking);
    return contents ? Error{Error::Code::Io, u"it was read"_s} : contents.error();
}

} // namespace

/// What is broken, hostile or beyond our means ends with a sentence.
class TestContainerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QByteArray random;
        for (quint32 i = 0, state = 7; i < 300'000; ++i) {
            state = state * 1664525 + 1013904223; // a fixed sequence
            random += char(state >> 24);
        }
        m_fixture.add(u"boot/random"_s, random);
        QVERIFY(QFile::copy(m_fixture.make(), m_folder.filePath(u"disc.iso"_s)));
        writeFile(m_folder.filePath(u"second.iso"_s), readFile(m_folder.filePath(u"disc.iso"_s)));
    }

    void cutAndChangedFilesAreFound_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto *kind : {"gz", "bz2", "xz", "zst", "zip", "7z", "tar", "tar.gz", "tar.xz", "cab", "rar"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void cutAndChangedFilesAreFound()
    {
        QFETCH(QString, kind);
        const auto packed = pack(kind, m_folder.path(), {u"disc.iso"_s});
        const auto whole = readFile(packed);
        QVERIFY(ImageContents::open(packed));
        for (const auto size : {whole.size() / 2, whole.size() - 5}) {
            // Behind the blocks that end it, a tar archive is only filled up.
            const auto cut = kind == u"tar" && size > whole.size() / 2
                ? 512 + QFileInfo(m_folder.filePath(u"disc.iso"_s)).size()
                : size;
            writeFile(packed, whole.first(cut));
            const auto error = errorOf(packed);
            QVERIFY2(error.code == Error::Code::Truncated || error.code == Error::Code::Malformed,
                     qPrintable(error.detail));
            QVERIFY2(error.detail.startsWith(u"packed is "_s), qPrintable(error.detail));
        }
        if (kind == u"tar")
            return; // which has no checksum of contents
        auto changed = whole;
        changed[whole.size() / 2] = char(changed[whole.size() / 2] ^ 0x10);
        writeFile(packed, changed);
        const auto error = errorOf(packed);
        QVERIFY2(error.code == Error::Code::Truncated || error.code == Error::Code::Malformed,
                 qPrintable(error.detail));
    }

    void whatCannotBeUnpackedIsSaid_data()
    {
        QTest::addColumn<QString>("make");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<QString>("says");
        using enum Error::Code;
        const auto row = [](const char *name, const QString &make, Error::Code code, const QString &says) {
            QTest::newRow(name) << make << code << says;
        };
        row("zip with a password", u"zip -q -P secret p.zip disc.iso; mv p.zip packed"_s, Unsupported,
            u"protected with a password"_s);
        row("7z with a password", u"7z a -bd -mx=1 -psecret p.7z disc.iso; mv p.7z packed"_s, Unsupported,
            u"protected with a password"_s);
        row("7z with hidden names", u"7z a -bd -mx=1 -psecret -mhe=on p.7z disc.iso; mv p.7z packed"_s, Unsupported,
            u"protected with a password"_s);
        row("zip, two images", u"zip -q p.zip disc.iso second.iso; mv p.zip packed"_s, Unsupported,
            u"packed holds 2 images (disc.iso, second.iso). Unpack it, and import the one you need"_s);
        row("empty zip",
            u"zip -q p.zip disc.iso; zip -q -d p.zip disc.iso; printf 'PK\\005\\006' > packed; head -c 18 /dev/zero >> packed"_s,
            NotRecognised, u"packed is empty"_s);
        row("empty tar",
            u"tar -cf packed --files-from /dev/null; printf ustar | dd of=packed bs=1 seek=257 conv=notrunc status=none"_s,
            Malformed, u"packed is damaged"_s);
        row("tar of an empty folder", u"mkdir -p empty; tar -cf packed empty"_s, NotRecognised, u"packed is empty"_s);
        row("nothing in gzip", u"gzip -c /dev/null > packed"_s, NotRecognised, u"is empty"_s);
        row("a text in gzip", u"echo text | gzip -c > packed"_s, NotRecognised,
            u"packed is neither an image of a disc"_s);
        row("texts in zip", u"echo a > a.txt; echo b > b.txt; zip -q p.zip a.txt b.txt; mv p.zip packed"_s,
            NotRecognised, u"holds no image"_s);
        row("gzip and something else", u"gzip -c disc.iso > packed; echo more >> packed"_s, Malformed,
            u"something else follows behind its packed data"_s);
        row("xz and something else", u"xz -c disc.iso > packed; echo more than that >> packed"_s, Malformed,
            u"packed is damaged"_s);
        row("zstd with a huge window", u"head -c 300000000 /dev/zero | zstd -q --long=31 -c > packed"_s, LimitExceeded,
            u"more memory"_s);
        row("first part of a zip", u"head -c 5000000 /dev/urandom > big; zip -q -s 1m p.zip big; mv p.z01 packed"_s,
            Unsupported, u"one part of several"_s);
    }
    void whatCannotBeUnpackedIsSaid()
    {
        QFETCH(QString, make);
        QFETCH(Error::Code, code);
        QFETCH(QString, says);
        makePacked(make);
        const auto facts = inspectImage({.file = m_folder.filePath(u"packed"_s)}, RecipeBook::load());
        QVERIFY(!facts);
        QVERIFY2(facts.error().detail.contains(says), qPrintable(facts.error().detail));
        QCOMPARE(facts.error().code, code);
    }

    void changedFileOfSeveralInRarIsFound()
    {
        const auto packed = m_folder.filePath(u"packed"_s);
        writeFile(packed, rarArchive({{u"a.txt"_s, "first"}, {u"disc.iso"_s, readFile(m_folder.filePath(u"disc.iso"_s))}, {u"z.txt"_s, "last"}}));
        QVERIFY(ImageContents::open(packed));
        QCOMPARE(patchFile(packed, "last", "lost"), 1);
        QCOMPARE(errorOf(packed), (Error{Error::Code::Malformed, u"packed is damaged: what it packs cannot be unpacked. Download it again"_s}));
    }

    void blocksOfRar_data()
    {
        QTest::addColumn<QByteArray>("head"); // without its checksum
        QTest::addColumn<std::optional<RarBlock>>("block");
        using Block = std::optional<RarBlock>;
        QTest::newRow("stored file") << QByteArray("\x0e\x02\x02\x05\x04\x05\x24\x01\x02\x03\x04\x00\x01\x01n", 15)
                                     << Block({.size = 24, .isFile = true, .storedSum = 0x04030201});
        QTest::newRow("packed file") << QByteArray("\x0f\x02\x02\x05\x04\x05\x24\x01\x02\x03\x04\x80\x01\x01\x01n", 16)
                                     << Block({.size = 25, .isFile = true, .storedSum = {}});
        QTest::newRow("with a time") << QByteArray("\x12\x02\x02\x05\x06\x05\x24TIME\x01\x02\x03\x04\x00\x01\x01n", 19)
                                     << Block({.size = 28, .isFile = true, .storedSum = 0x04030201});
        QTest::newRow("without a checksum") << QByteArray("\x0a\x02\x02\x05\x00\x05\x24\x00\x01\x01n", 11)
                                            << Block({.size = 20, .isFile = true, .storedSum = {}});
        QTest::newRow("folder") << QByteArray("\x0e\x02\x02\x00\x05\x00\x24\x01\x02\x03\x04\x00\x01\x01n", 15)
                                << Block({.size = 19, .isFile = true, .storedSum = {}});
        QTest::newRow("archive's own") << QByteArray("\x03\x01\x00\x00", 4) << Block({.size = 8, .isFile = false, .storedSum = {}});
        QTest::newRow("cut short") << QByteArray("\x0e\x02\x02\x05\x04\x05\x24\x01\x02", 9) << Block();
        QTest::newRow("endless number") << QByteArray(11, '\x80') << Block();
        QTest::newRow("too large") << QByteArray("\x0e\x02\x02\xff\xff\xff\xff\xff\xff\xff\xff\x7f\x04", 13) << Block();
    }
    void blocksOfRar()
    {
        QFETCH(QByteArray, head);
        QFETCH(std::optional<RarBlock>, block);
        QCOMPARE(parseRarBlock("SUM!" + head), block);
    }

    void oneOfSeveralPartsOfRarIsRefused()
    {
        const auto packed = m_folder.filePath(u"packed"_s);
        writeFile(packed, rarArchive({{u"a"_s, "x"}}, true));
        QCOMPARE(errorOf(packed),
                 (Error{Error::Code::Unsupported,
                        u"packed is one part of several. Unpack them together, and import what is in them"_s}));
    }

    void goodWaysToPackAreRead_data()
    {
        QTest::addColumn<QString>("make");
        QTest::newRow("two members of gzip")
            << u"(head -c 1000 disc.iso | gzip -c; tail -c +1001 disc.iso | gzip -c) > packed"_s;
        QTest::newRow("gzip and zeros") << u"(gzip -c disc.iso; head -c 700 /dev/zero) > packed"_s;
        QTest::newRow("two streams of xz")
            << u"(head -c 1000 disc.iso | xz -c; tail -c +1001 disc.iso | xz -c) > packed"_s;
        QTest::newRow("xz with a checksum as of sha256") << u"xz -c --check=sha256 disc.iso > packed"_s;
        QTest::newRow("two frames of zstd")
            << u"(head -c 1000 disc.iso | zstd -c; tail -c +1001 disc.iso | zstd -c) > packed"_s;
        QTest::newRow("stored zip") << u"zip -q -0 p.zip disc.iso; mv p.zip packed"_s;
        QTest::newRow("zip from a pipe") << u"zip -q - disc.iso | cat > packed"_s;
        QTest::newRow("zip with a comment")
            << u"zip -q p.zip disc.iso; echo hello | zip -q -z p.zip; mv p.zip packed"_s;
        QTest::newRow("7z, stored") << u"7z a -bd -mx=0 p.7z disc.iso; mv p.7z packed"_s;
        QTest::newRow("7z, LZMA2 of the highest level") << u"7z a -bd -mx=9 p.7z disc.iso; mv p.7z packed"_s;
        QTest::newRow("pax tar with a long name")
            << u"n=$(printf %0200d 1).iso; cp disc.iso $n; bsdtar --format=pax -cf packed $n; rm $n"_s;
    }
    void goodWaysToPackAreRead()
    {
        QFETCH(QString, make);
        makePacked(make);
        const auto contents = ImageContents::open(m_folder.filePath(u"packed"_s));
        QVERIFY2(contents, qPrintable(why(contents)));
        const auto disc = readFile(m_folder.filePath(u"disc.iso"_s));
        QCOMPARE(contents->head(contents->image(), 10'000'000), disc);
        if (qstrcmp(QTest::currentDataTag(), "gzip and zeros") != 0) // which 7z warns of
            QCOMPARE(streamOfSevenZip(m_folder.filePath(u"packed"_s)), disc);
    }

    void bombsAreDefused_data()
    {
        QTest::addColumn<QString>("make");
        QTest::addColumn<UnpackLimits>("limits");
        const UnpackLimits few{.bytes = 50'000'000};
        QTest::newRow("gzip that says its size") << u"head -c 60000000 /dev/zero | gzip -c > packed"_s << few;
        QTest::newRow("bzip2, which does not")
            << u"head -c 60000000 /dev/zero | 7z a -bd -si -tbzip2 p.bz2; mv p.bz2 packed"_s << few;
        QTest::newRow("by its ratio") << u"head -c 60000000 /dev/zero | xz -c > packed"_s
                                      << UnpackLimits{.anyRatio = 1'000'000, .ratio = 100};
        QTest::newRow("over several files")
            << u"for i in 1 2 3; do head -c 20000000 /dev/zero > z$i; done; zip -q p.zip z?; rm z?; mv p.zip packed"_s
            << few;
        QTest::newRow("over several layers")
            << u"head -c 40000000 /dev/urandom | gzip -1 -c | gzip -1 -c > packed"_s << few;
        QTest::newRow("a hole") << u"truncate -s 60000000 hole; tar -S -cf packed hole; rm hole"_s << few;
    }
    void bombsAreDefused()
    {
        QFETCH(QString, make);
        QFETCH(UnpackLimits, limits);
        makePacked(make);
        const auto error = errorOf(m_folder.filePath(u"packed"_s), {.limits = limits});
        QVERIFY2(error.detail.contains(u"which no boot image is"_s), qPrintable(error.detail));
        QCOMPARE(error.code, Error::Code::LimitExceeded);
    }

    /// Told by the archive's list of files, before anything is unpacked.
    void lackOfSpaceIsSaidBefore_data()
    {
        QTest::addColumn<bool>("inLab");
        QTest::addColumn<QString>("advice");
        QTest::newRow("in the lab") << true << u". Free some space, or keep the web root on another disk"_s;
        QTest::newRow("elsewhere") << false << u". Free some space, or name a folder on another disk in TMPDIR"_s;
    }
    void lackOfSpaceIsSaidBefore()
    {
        QFETCH(bool, inLab);
        QFETCH(QString, advice);
        const auto hole = m_folder.filePath(u"hole"_s);
        (void)output(u"truncate"_s, {u"-s"_s, u"9T"_s, hole});
        const auto packed = m_folder.filePath(u"packed"_s);
        (void)output(u"tar"_s, {u"-S"_s, u"-C"_s, m_folder.path(), u"-cf"_s, packed, u"hole"_s});
        QVERIFY(QFile::remove(hole));
        constexpr auto endless = qint64(1) << 60;
        const auto error = errorOf(packed, {.inLab = inLab, .limits = {.bytes = endless, .anyRatio = endless}});
        QCOMPARE(error.code, Error::Code::NoSpace);
        QVERIFY2(error.detail.startsWith(u"packed needs 9895."_s) && error.detail.endsWith(advice),
                 qPrintable(error.detail));
    }

    /// As on a file system without files of that size.
    void largeFilesMayHaveNoPlace()
    {
        const auto packed = pack(u"bz2"_s, m_folder.path(), {u"disc.iso"_s}); // nobody knows its size before
        QTemporaryDir spool;
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{100'000, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto error = errorOf(packed, {.folder = spool.path(), .inLab = true});
        ::setrlimit(RLIMIT_FSIZE, &before);
        QCOMPARE(error.code, Error::Code::NoSpace);
        QVERIFY2(error.detail.contains(u"cannot hold a file as large as packed"_s), qPrintable(error.detail));
        QVERIFY(QDir(spool.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void largeFilesAreUnpackedOnDisk()
    {
        qunsetenv("TMPDIR");
        QCOMPARE(temporarySpoolFolder(), u"/var/tmp"_s);
        qputenv("TMPDIR", QFile::encodeName(m_folder.path()));
        QCOMPARE(temporarySpoolFolder(), m_folder.path());
        qunsetenv("TMPDIR");
    }

private:
    /// Runs the shell command \a make beside disc.iso and second.iso: it makes the file "packed".
    void makePacked(const QString &make) const
    {
        const auto script = u"set -e; cd \"$1\"; rm -f p.* packed; (%1) > log"_s.arg(make);
        (void)output(u"sh"_s, {u"-c"_s, script, u"sh"_s, m_folder.path()});
    }

    QTemporaryDir m_folder;
    IsoFixture m_fixture;
};

QTEST_GUILESS_MAIN(TestContainerFaults)
#include "tst_containerfaults.moc"
