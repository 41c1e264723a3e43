// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/filecopy.h"
#include "images/imageimport.h"
#include "images/isofixture.h"
#include "images/verify.h"

#include <QCryptographicHash>
#include <QDir>
#include <QtTest>

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
        QVERIFY(verifyFiles(folder.path(), facts->files));
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
        const auto hashed = hashFiles(iso, facts->files);
        QVERIFY(hashed);
        QCOMPARE(hashed->last().sha256, sha256(readFile(fixture.source(facts->files.last().path))));
        QVERIFY(verifyFiles(iso, *hashed));
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
        QVERIFY(verifyFiles(folder.path(), files, [&](const ImageProgress &progress) { seen = progress.bytes; }));
        QCOMPARE(seen, 3);
        if (content.isEmpty())
            QVERIFY(QFile::remove(folder.filePath(u"a/b"_s)));
        else
            writeFile(folder.filePath(u"a/b"_s), content);
        const auto verified = verifyFiles(folder.path(), files);
        QVERIFY(!verified);
        QCOMPARE(verified.error().code, code);
        QVERIFY(verified.error().detail.contains(u"a/b"_s));
    }
};

QTEST_GUILESS_MAIN(TestImageImport)
#include "tst_imageimport.moc"
