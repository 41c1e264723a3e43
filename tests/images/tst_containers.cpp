// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imagecontents.h"
#include "images/imageimport.h"
#include "images/otherreaders.h"
#include "images/packfixture.h"

#include <QDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

const QStringList allKinds{u"gz"_s,     u"bz2"_s,     u"xz"_s,     u"zst"_s,     u"zip"_s, u"7z"_s, u"tar"_s,
                           u"tar.gz"_s, u"tar.bz2"_s, u"tar.xz"_s, u"tar.zst"_s, u"cab"_s, u"rar"_s};

QByteArray bytesOf(const ImageContents &contents, const ContentFile &file) { return contents.head(file, file.size()); }

Files filesOf(const ImageContents &contents)
{
    Files files;
    for (const auto &file : contents.files())
        files.insert(file.path, bytesOf(contents, file));
    return files;
}

/// Bytes that no packer makes smaller, and others that it does.
QByteArray mixedBytes(qsizetype size)
{
    QByteArray bytes(size, 'x');
    quint32 random = 7; // a fixed sequence
    for (qsizetype i = 0; i < size / 2; ++i) {
        random = random * 1664525 + 1013904223;
        bytes[i] = char(random >> 24);
    }
    return bytes;
}

} // namespace

/// Images packed by the real tools, and what comes out of them.
class TestContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_fixture.add(u"boot/a file"_s, mixedBytes(900'000));
        m_fixture.add(u"Grün.txt"_s, "green");
        m_iso = m_folder.filePath(u"disc.iso"_s);
        QVERIFY(QFile::copy(m_fixture.make({u"-R"_s, u"-J"_s, u"-V"_s, u"DISC"_s}), m_iso));
        m_floppy = m_folder.filePath(u"floppy.img"_s);
        makeFloppy(m_floppy, m_fixture.source(u"boot/a file"_s));
    }

    void oneImageIsReadAsIfItWereUnpacked_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("image");
        for (const auto &kind : allKinds) {
            for (const auto *image : {"disc.iso", "floppy.img"})
                QTest::newRow(qPrintable(u"%1 in %2"_s.arg(QString::fromLatin1(image), kind)))
                    << kind << QString::fromLatin1(image);
        }
    }
    void oneImageIsReadAsIfItWereUnpacked()
    {
        QFETCH(QString, kind);
        QFETCH(QString, image);
        const auto packed = pack(kind, m_folder.path(), {image});
        const auto whole = ImageContents::open(m_folder.filePath(image));
        QVERIFY2(whole, qPrintable(why(whole)));
        QVERIFY(!whole->isPacked());
        QTemporaryDir spool;
        const auto contents = ImageContents::open(packed, {.folder = spool.path()});
        QVERIFY2(contents, qPrintable(why(contents)));
        QVERIFY(contents->isPacked());
        QVERIFY(!contents->isTree());
        QCOMPARE(contents->name(), u"packed"_s);
        QCOMPARE(contents->label(), whole->label());
        QCOMPARE(contents->disk(), whole->disk());
        QCOMPARE(contents->files(), whole->files()); // at the same places, too
        QCOMPARE(bytesOf(*contents, contents->image()), readFile(m_folder.filePath(image)));
        QCOMPARE(kind.startsWith(u"tar."_s) ? filesOfSevenZip(packed, kind).value(image) : streamOfSevenZip(packed),
                 readFile(m_folder.filePath(image)));
        QVERIFY(QDir(spool.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        if (!QStringList{u"gz"_s, u"bz2"_s, u"xz"_s, u"zst"_s}.contains(kind))
            QCOMPARE(contents->image().path, image);
    }

    void theImageAmongOtherFilesIsTaken_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto *kind : {"zip", "7z", "tar.xz", "cab", "rar"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void theImageAmongOtherFilesIsTaken()
    {
        QFETCH(QString, kind);
        writeFile(m_folder.filePath(u"README.txt"_s), "Write this to a stick.");
        writeFile(m_folder.filePath(u"write.exe"_s), "MZ" + mixedBytes(10'000));
        const auto contents
            = ImageContents::open(pack(kind, m_folder.path(), {u"README.txt"_s, u"floppy.img"_s, u"write.exe"_s}));
        QVERIFY2(contents, qPrintable(why(contents)));
        QCOMPARE(contents->label(), u"FLOPPY"_s);
        QCOMPARE(contents->image().path, u"floppy.img"_s);
        QCOMPARE(contents->image().size(), QFileInfo(m_floppy).size());
    }

    void containersMayLieInEachOther_data()
    {
        QTest::addColumn<QStringList>("kinds");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("xz in zip") << QStringList{u"xz"_s, u"zip"_s} << true;
        QTest::newRow("zip in tar.gz") << QStringList{u"zip"_s, u"tar.gz"_s} << true;
        QTest::newRow("gz in gz") << QStringList{u"gz"_s, u"gz"_s} << true;
        QTest::newRow("xz in xz in xz") << QStringList{u"xz"_s, u"xz"_s, u"xz"_s} << true;
        QTest::newRow("four") << QStringList{u"gz"_s, u"rar"_s, u"7z"_s, u"zst"_s} << true;
        QTest::newRow("five") << QStringList{u"gz"_s, u"zip"_s, u"7z"_s, u"xz"_s, u"zip"_s} << false;
        QTest::newRow("five of one kind") << QStringList{u"xz"_s, u"xz"_s, u"xz"_s, u"xz"_s, u"xz"_s} << false;
    }
    void containersMayLieInEachOther()
    {
        QFETCH(QStringList, kinds);
        QFETCH(bool, isRead);
        QTemporaryDir folder;
        QVERIFY(QFile::copy(m_iso, folder.filePath(u"inner"_s)));
        for (const auto &kind : kinds) {
            const auto packed = pack(kind, folder.path(), {u"inner"_s});
            QVERIFY(QFile::remove(folder.filePath(u"inner"_s)));
            QVERIFY(QFile::rename(packed, folder.filePath(u"inner"_s)));
        }
        const auto contents = ImageContents::open(folder.filePath(u"inner"_s));
        if (isRead) {
            QVERIFY2(contents, qPrintable(why(contents)));
            QCOMPARE(contents->label(), u"DISC"_s);
        } else {
            QVERIFY(!contents);
            QCOMPARE(contents.error().code, Error::Code::LimitExceeded);
            QVERIFY2(contents.error().detail.contains(u"more than 4 times over"_s),
                     qPrintable(contents.error().detail));
        }
    }

    /// Nothing but the files of a system: bsdtar and 7z see the same.
    void anArchiveOfFilesIsATree_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto *kind : {"zip", "7z", "tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "cab", "rar"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void anArchiveOfFilesIsATree()
    {
        QFETCH(QString, kind);
        IsoFixture tree;
        tree.addKernel(u"isolinux/vmlinuz"_s);
        tree.add(u"isolinux/isolinux.cfg"_s, "default x\nlabel x\nkernel vmlinuz\nappend initrd=initrd.gz\n");
        tree.add(u"isolinux/initrd.gz"_s, mixedBytes(200'000));
        tree.add(u"isolinux/empty"_s, {});
        tree.add(u"isolinux/root.sfs"_s, mixedBytes(3'000'000));
        if (kind != u"cab")
            tree.add(u"isolinux/Grün"_s, "green");
        makeFloppy(tree.source(u"isolinux/boot.img"_s), tree.source(u"isolinux/isolinux.cfg"_s)); // a part of it
        QStringList names{u"isolinux"_s};
        if (kind == u"cab" || kind == u"rar") { // which enter no folders
            names = QDir(tree.source(u"isolinux"_s)).entryList(QDir::Files);
            for (auto &name : names)
                name.prepend(u"isolinux/"_s);
        }
        const auto packed = pack(kind, tree.source({}), names);
        const auto contents = ImageContents::open(packed);
        QVERIFY2(contents, qPrintable(why(contents)));
        QVERIFY(contents->isTree());
        QVERIFY(contents->isPacked());
        QVERIFY(!contents->find(u"@image"_s));
        const auto found = filesOf(*contents);
        QVERIFY(found.contains(u"isolinux/boot.img"_s));
        QCOMPARE(found, filesOfBsdtar(packed));
        QCOMPARE(found, filesOfSevenZip(packed, kind));
        for (const auto &[path, content] : found.asKeyValueRange())
            QCOMPARE(content, readFile(tree.source(path)));
        const auto facts = inspectImage({.file = packed}, RecipeBook::load());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"fallback-config"_s);
        QCOMPARE(facts->entries.first().kernel, u"isolinux/vmlinuz"_s);
    }

    void theFolderOfADiscIsItsRoot_data()
    {
        QTest::addColumn<QStringList>("folders");
        QTest::newRow("none") << QStringList();
        QTest::newRow("one") << QStringList{u"SystemRescueCD 5.3.2"_s};
        QTest::newRow("two") << QStringList{u"Downloads"_s, u"disc"_s};
    }
    void theFolderOfADiscIsItsRoot()
    {
        QFETCH(QStringList, folders);
        const auto at = [&folders](const QString &path) { return QStringList(folders + QStringList{path}).join(u'/'); };
        IsoFixture tree;
        tree.addKernel(at(u"isolinux/rescue64"_s));
        tree.add(at(u"isolinux/initram.igz"_s), "initrd");
        tree.add(at(u"sysrcd.dat"_s), "root");
        const auto names = folders.isEmpty() ? QStringList{u"isolinux"_s, u"sysrcd.dat"_s} : folders.first(1);
        const auto facts = inspectImage({.file = pack(u"tar.gz"_s, tree.source({}), names)}, RecipeBook::load());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"systemrescuecd"_s);
        QCOMPARE(facts->entries.first().kernel, u"isolinux/rescue64"_s);
    }

    /// 7z reads none that has holes.
    void linksAndHolesOfTarArchivesAreFollowed_data()
    {
        QTest::addColumn<QStringList>("program");
        QTest::newRow("GNU") << QStringList{u"tar"_s, u"-S"_s};
        QTest::newRow("GNU, pax") << QStringList{u"tar"_s, u"-S"_s, u"--format=pax"_s};
        QTest::newRow("bsdtar, pax") << QStringList{u"bsdtar"_s, u"--format=pax"_s};
    }
    void linksAndHolesOfTarArchivesAreFollowed()
    {
        QFETCH(QStringList, program);
        IsoFixture tree;
        tree.addKernel(u"kernel"_s);
        tree.addLink(u"soft"_s, u"kernel"_s);
        tree.addLink(u"outside"_s, u"../../etc/passwd"_s);
        QVERIFY(::link(qPrintable(tree.source(u"kernel"_s)), qPrintable(tree.source(u"hard"_s))) == 0);
        QVERIFY(::mkfifo(qPrintable(tree.source(u"pipe"_s)), 0600) == 0);
        tree.addSparse(u"sparse"_s, 5'000'000, "end");
        const auto packed = tree.path(u"packed"_s);
        (void)output(program.first(),
                     program.sliced(1) + QStringList{u"-C"_s, tree.source({}), u"-cf"_s, packed, u"."_s});
        const auto contents = ImageContents::open(packed);
        QVERIFY2(contents, qPrintable(why(contents)));
        const auto found = filesOf(*contents);
        QCOMPARE(found.keys(), (QStringList{u"hard"_s, u"kernel"_s, u"soft"_s, u"sparse"_s}));
        for (const auto &[path, content] : found.asKeyValueRange())
            QCOMPARE(content, readFile(tree.source(path)));
        auto files = found;
        files.remove(u"soft"_s);
        QCOMPARE(files, filesOfBsdtar(packed));
        QCOMPARE(files, filesOfTar(packed));
    }

    void importsLikeTheImageItself()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        const auto iso = fixture.make();
        (void)output(u"gzip"_s, {u"-k"_s, iso});
        QTemporaryDir plainFolder;
        QTemporaryDir folder;
        const auto book = RecipeBook::load();
        const auto plain
            = importImage({.kind = ImageTask::Kind::Import, .file = iso, .stagingFolder = plainFolder.path()}, book);
        QStringList steps;
        const auto facts
            = importImage({.kind = ImageTask::Kind::Import, .file = iso + u".gz"_s, .stagingFolder = folder.path()},
                          book, [&](const ImageProgress &progress) {
                              if (!steps.endsWith(progress.step))
                                  steps.append(progress.step);
                          });
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(*facts, *plain);
        for (const auto &file : facts->files)
            QCOMPARE(readFile(folder.filePath(file.path)), readFile(plainFolder.filePath(file.path)));
        QVERIFY2(steps.join(u' ').startsWith(u"reading unpacking reading"_s), qPrintable(steps.join(u' ')));
    }

    /// The folder for unpacking is not there: had it been looked at, the error would be another.
    void linkingIsRefusedBeforeAnythingIsUnpacked()
    {
        const auto packed = pack(u"gz"_s, m_folder.path(), {u"disc.iso"_s});
        QTemporaryDir staging;
        const auto facts = importImage({.kind = ImageTask::Kind::Import,
                                        .file = packed,
                                        .stagingFolder = staging.path(),
                                        .spoolFolder = u"/nowhere"_s,
                                        .link = true},
                                       RecipeBook::load());
        QVERIFY(!facts);
        QCOMPARE(facts.error(),
                 (Error{Error::Code::Unsupported,
                        u"packed is packed, so nothing can be served out of it as it lies there. Import it by copying "
                        u"(--mode extract)"_s}));
    }

private:
    QTemporaryDir m_folder;
    IsoFixture m_fixture;
    QString m_iso;
    QString m_floppy;
};

QTEST_GUILESS_MAIN(TestContainers)
#include "tst_containers.moc"
