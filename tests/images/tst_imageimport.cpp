// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/digest.h"
#include "images/filecopy.h"
#include "images/imageimport.h"
#include "images/isofixture.h"
#include "images/verify.h"

#include <QCryptographicHash>
#include <QDir>
#include <QtTest>

#include <algorithm>
#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

Result<ImageFacts> import(const QString &file, const QString &folder, bool link = false,
                          const ProgressCallback &progress = {})
{
    return importImage({.kind = ImageTask::Kind::Import, .file = file, .stagingFolder = folder, .link = link},
                       RecipeBook::load(), progress);
}

ImageFile fileNamed(const ImageFacts &facts, const QString &path)
{
    const auto found = std::ranges::find(facts.files, path, &ImageFile::path);
    return found == facts.files.end() ? ImageFile() : *found;
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

class TestImageImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesArriveAsTheyAre()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        fixture.add(u"isolinux/initram.igz"_s, QByteArray()); // an empty file is one, too
        const auto iso = fixture.make();
        QTemporaryDir folder;
        QList<ImageProgress> reports;
        const auto facts
            = import(iso, folder.path(), false, [&](const ImageProgress &report) { reports.append(report); });
        QVERIFY2(facts, qPrintable(why(facts)));
        QVERIFY(!facts->files.isEmpty());
        for (const auto &file : facts->files) {
            const auto content = readFile(folder.filePath(file.path));
            QCOMPARE(content, readFile(fixture.source(file.path)));
            QCOMPARE(content.size(), file.size);
            QCOMPARE(file.sha256, sha256(content));
            QVERIFY(file.extents.isEmpty());
        }
        QVERIFY(!QFile::exists(folder.filePath(u"isolinux/isolinux.cfg"_s))); // only what the recipe takes
        QCOMPARE(reports.first().step, u"reading"_s);
        QCOMPARE(reports.last().step, u"checking"_s);
        QCOMPARE(reports.last().bytes, reports.last().total);
        for (const auto &file : facts->files)
            QVERIFY(checkFile({.folder = folder.path(), .image = {}}, file));
    }

    void linkCopiesNothing()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        const auto iso = fixture.make();
        QTemporaryDir folder;
        const auto facts = import(iso, folder.path(), true);
        QVERIFY2(facts, qPrintable(why(facts)));
        QVERIFY(QDir(folder.path()).isEmpty());
        const auto image = readFile(iso);
        for (const auto &file : facts->files) {
            QCOMPARE(file.extents.size(), 1);
            QCOMPARE(file.sha256, QString());
            QCOMPARE(image.mid(file.extents[0].offset, file.extents[0].length), readFile(fixture.source(file.path)));
        }
        auto data = fileNamed(*facts, u"sysrcd.dat"_s);
        const auto hash = checkFile({.folder = {}, .image = iso}, data);
        QVERIFY2(hash, qPrintable(why(hash)));
        QCOMPARE(*hash, sha256(readFile(fixture.source(data.path))));
        // What the system itself says of the file is compared by whoever reads it first.
        QCOMPARE(data.expected.size(), 1);
        QCOMPARE(data.expected.first().source, u"sysrcd.md5"_s);
        data.expected.first().hex = QString(32, u'0');
        QCOMPARE(checkFile({.folder = {}, .image = iso}, data).error().detail,
                 u"sysrcd.dat is damaged: its MD5 checksum is not the one in sysrcd.md5. Download the image again"_s);
    }

    void checksumsInTheRootAreCompared_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QByteArray>("hashOfKernel");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("sentence"); // empty: the import gets through
        const auto kernel = kernelImage({});
        const auto hash = [&kernel](QCryptographicHash::Algorithm algorithm) {
            return QCryptographicHash::hash(kernel, algorithm).toHex();
        };
        const QByteArray wrong(64, '0');
        QTest::newRow("right SHA-256") << u"sha256sum.txt"_s << hash(QCryptographicHash::Sha256)
                                       << QByteArray("  ./live/vmlinuz\n") << QString();
        QTest::newRow("right MD5") << u"md5sum.txt"_s << hash(QCryptographicHash::Md5)
                                   << QByteArray("  ./live/vmlinuz\n") << QString();
        QTest::newRow("wrong SHA-256")
            << u"sha256sum.txt"_s << wrong << QByteArray("  ./live/vmlinuz\n")
            << u"live/vmlinuz is damaged: its SHA256 checksum is not the one in sha256sum.txt. Download the image again"_s;
        QTest::newRow("wrong MD5, upper case")
            << u"MD5SUMS"_s << wrong.first(32) << QByteArray("  LIVE/VMLINUZ\n")
            << u"live/vmlinuz is damaged: its MD5 checksum is not the one in MD5SUMS. Download the image again"_s;
        QTest::newRow("of another file of that name") << u"md5sum.txt"_s << wrong.first(32)
                                                      << QByteArray("  ./install/vmlinuz\n") << QString();
        QTest::newRow("of a file that is not taken") << u"md5sum.txt"_s << wrong.first(32)
                                                     << QByteArray("  ./isolinux/isolinux.bin\n") << QString();
    }
    void checksumsInTheRootAreCompared()
    {
        QFETCH(QString, list);
        QFETCH(QByteArray, hashOfKernel);
        QFETCH(QByteArray, line);
        QFETCH(QString, sentence);
        IsoFixture fixture;
        addLiveBoot(fixture);
        fixture.addKernel(u"live/vmlinuz"_s);
        fixture.add(list, hashOfKernel + line);
        const auto iso = fixture.make();
        QTemporaryDir folder;
        const auto facts = import(iso, folder.path());
        QCOMPARE(why(facts), sentence);
        if (!facts)
            QCOMPARE(facts.error().code, Error::Code::Mismatch);
    }

    void imageIsComparedAsAWhole_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("MD5") << u"md5"_s;
        QTest::newRow("SHA-256") << u"sha256"_s;
        QTest::newRow("SHA-512") << u"sha512"_s;
    }
    void imageIsComparedAsAWhole()
    {
        QFETCH(QString, type);
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        const auto iso = fixture.make();
        const auto content = readFile(iso);
        Digest digest(type);
        digest.add(content);
        ExpectedSum sum{type, digest.finish(), u"x.sums"_s};
        QTemporaryDir folder;
        ImageTask task{.kind = ImageTask::Kind::Import, .file = iso, .stagingFolder = folder.path(), .sums = {sum}};
        QList<ImageProgress> reports;
        const auto facts = importImage(task, RecipeBook::load(),
                                       [&](const ImageProgress &report) { reports.append(report); });
        QVERIFY2(facts, qPrintable(why(facts)));
        QVERIFY(facts->imageSums.isEmpty());
        qint64 size = content.size();
        for (const auto &file : facts->files)
            size += file.size;
        QCOMPARE(reports.last().total, size);
        QCOMPARE(reports.last().bytes, size);

        task.sums.first().hex.replace(3, 1, sum.hex.at(3) == u'0' ? u"1"_s : u"0"_s);
        QTemporaryDir other;
        task.stagingFolder = other.path();
        const auto refused = importImage(task, RecipeBook::load());
        QVERIFY(!refused);
        QCOMPARE(refused.error(),
                 (Error{Error::Code::Mismatch,
                        u"%1 is damaged: its %2 checksum is not the one in x.sums. Download the image again"_s.arg(
                            QFileInfo(iso).fileName(), type.toUpper())}));
        QVERIFY(QDir(other.path()).isEmpty());

        task.link = true; // reads nothing, so that is left to be done
        QCOMPARE(importImage(task, RecipeBook::load())->imageSums, task.sums);
    }

    void wholeImageOfTheFallback()
    {
        IsoFixture fixture;
        fixture.add(u"loader"_s, QByteArray(3000, 'l'));
        const auto iso = fixture.make({u"-R"_s, u"-b"_s, u"loader"_s, u"-c"_s, u"cat"_s, u"-no-emul-boot"_s});
        QTemporaryDir folder;
        const auto facts = import(iso, folder.path());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->files.size(), 1);
        QVERIFY(readFile(folder.filePath(facts->files[0].path)) == readFile(iso));
    }

    void damagedDataIsNoticed_data()
    {
        QTest::addColumn<bool>("archiso");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("sysrcd.md5") << false
                                    << u"sysrcd.dat is damaged: its MD5 checksum is not the one in sysrcd.md5. "
                                       "Download the image again"_s;
        QTest::newRow("airootfs.sha512")
            << true
            << u"sysresccd/x86_64/airootfs.sfs is damaged: its SHA512 checksum is not the one in "
               "sysresccd/x86_64/airootfs.sha512. Download the image again"_s;
    }
    void damagedDataIsNoticed()
    {
        QFETCH(bool, archiso);
        QFETCH(QString, sentence);
        IsoFixture fixture;
        if (archiso)
            addSystemRescue(fixture);
        else
            addSystemRescueCd(fixture);
        const auto iso = fixture.make();
        const QByteArray whole(100, archiso ? 's' : 'd');
        auto content = readFile(iso);
        const auto at = content.indexOf(whole);
        QVERIFY(at > 0);
        content[at + 50] = '!';
        writeFile(iso, content);
        QTemporaryDir folder;
        const auto facts = import(iso, folder.path());
        QVERIFY(!facts);
        QCOMPARE(facts.error(), (Error{Error::Code::Mismatch, sentence}));
    }

    void missingSumIsAWarning()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        fixture.add(u"sysrcd.md5"_s, "nothing of use\n");
        QTemporaryDir folder;
        const auto facts = import(fixture.make(), folder.path());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->warnings,
                 QStringList{u"sysrcd.md5 holds no md5 checksum of sysrcd.dat, so that file could not be checked."_s});
    }

    void spaceIsCheckedBefore()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"image"_s), "x");
        const FileDescriptor image(::open(qPrintable(folder.filePath(u"image"_s)), O_RDONLY));
        ImagePlan plan;
        plan.facts.files = {{u"huge"_s, qint64(1) << 60, {}, {{0, qint64(1) << 60}}}};
        ProgressPacer pacer({});
        const auto copied = copyFiles(image.get(), plan, folder.path(), u"x.iso"_s, pacer);
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, Error::Code::NoSpace);
        QVERIFY2(copied.error().detail.startsWith(u"x.iso needs 1152921504.6 GB, "_s),
                 qPrintable(copied.error().detail));
        QVERIFY(copied.error().detail.endsWith(u" are free. Free some space, or keep the web root on another disk"_s));
        QVERIFY(!QFile::exists(folder.filePath(u"huge"_s)));
    }

    void fileThatTheDiskCannotHold()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        const auto iso = fixture.make();
        QTemporaryDir folder;
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{100'000, before.rlim_max}; // sysrcd.dat has 300,000 bytes
        std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto facts = import(iso, folder.path());
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::NoSpace);
        QVERIFY2(facts.error().detail.contains(u"cannot hold a file as large as sysrcd.dat"_s),
                 qPrintable(facts.error().detail));
    }

    void nothingIsOverwritten()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        QTemporaryDir folder;
        writeFile(folder.filePath(u"sysrcd.dat"_s), "mine");
        const auto facts = import(fixture.make(), folder.path());
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::AlreadyExists);
        QCOMPARE(readFile(folder.filePath(u"sysrcd.dat"_s)), "mine");
    }

    void missingFolderIsTold()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        QCOMPARE(import(fixture.make(), fixture.path(u"nowhere"_s)).error().code, Error::Code::NotFound);
    }

    void verifyFindsEveryChange_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("another byte") << QByteArray("abd") << Error::Code::Mismatch;
        QTest::newRow("shorter") << QByteArray("ab") << Error::Code::Mismatch;
        QTest::newRow("longer") << QByteArray("abcd") << Error::Code::Mismatch;
        QTest::newRow("gone") << QByteArray() << Error::Code::NotFound;
    }
    void verifyFindsEveryChange()
    {
        QFETCH(QByteArray, content);
        QFETCH(Error::Code, code);
        QTemporaryDir folder;
        const QList<ImageFile> files{{u"a/b"_s, 3, sha256("abc"), {}}};
        writeFile(folder.filePath(u"a/b"_s), "abc");
        qint64 seen = 0;
        const FilePlaces places{.folder = folder.path(), .image = {}};
        QVERIFY(checkFile(places, files.first(), [&](qint64 bytes) { seen += bytes; }));
        QCOMPARE(seen, 3);
        if (content.isEmpty())
            QVERIFY(QFile::remove(folder.filePath(u"a/b"_s)));
        else
            writeFile(folder.filePath(u"a/b"_s), content);
        const auto verified = checkFile(places, files.first());
        QVERIFY(!verified);
        QCOMPARE(verified.error().code, code);
        QVERIFY(verified.error().detail.contains(u"a/b"_s));
    }
};

QTEST_GUILESS_MAIN(TestImageImport)
#include "tst_imageimport.moc"
