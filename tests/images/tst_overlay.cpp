// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/cpio.h"
#include "images/firmwarefit.h"
#include "images/imageimport.h"
#include "images/isofixture.h"

#include <QFile>
#include <QCryptographicHash>
#include <QProcess>
#include <QtEndian>
#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

/// An init like that of a Knoppix-made disc: it insists on finding its medium on a drive.
const QByteArray strictInit = R"(#!/bin/sh
# keeps \backslashes and  spaces
findknoppix(){
  echo "looking on $1"
  return 1
}
mounted=no
if findknoppix /dev/sr0 /mnt-system; then mounted=yes; fi
echo "mounted: $mounted, arguments: $*" '\n'
)";

/// Runs the overlay's init in \a folder instead of the root of a PC.
QByteArray runInit(const QString &shell, const QString &folder)
{
    auto script = readFile(u":/recipes/overlays/f-secure/benchboot/init"_s);
    script.replace("</init", "<" + folder.toUtf8() + "/init");
    script.replace("/benchboot/init.changed", folder.toUtf8() + "/changed");
    writeFile(folder + u"/wrapper"_s, script);
    const auto words = shell.split(u' ');
    return output(words.first(), words.sliced(1) + QStringList{folder + u"/wrapper"_s, u"one"_s, u"two"_s});
}

} // namespace

class TestOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cpioReadsTheArchive()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(u"a.cpio"_s);
        writeFile(file, cpioArchive({{u"a/b/script"_s, 0755, "#!/bin/sh\n"}, {u"a/c"_s, 0600, QByteArray(1000, 'c')}}));
        QCOMPARE(readFile(file).size() % 512, 0);
        const auto list = output(u"bsdtar"_s, {u"-tvf"_s, file});
        const auto lines = QString::fromUtf8(list).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith(u"drwxr-xr-x"_s) && lines[0].endsWith(u" a"_s));
        QVERIFY(lines[1].startsWith(u"drwxr-xr-x"_s) && lines[1].endsWith(u" a/b"_s));
        QVERIFY(lines[2].startsWith(u"-rwxr-xr-x"_s) && lines[2].endsWith(u" a/b/script"_s));
        QVERIFY(lines[3].startsWith(u"-rw-------"_s) && lines[3].endsWith(u" a/c"_s));
        QCOMPARE(output(u"bsdtar"_s, {u"-xOf"_s, file, u"a/c"_s}), QByteArray(1000, 'c'));
        QProcess cpio; // the reference implementation agrees
        cpio.setStandardInputFile(file);
        cpio.start(u"cpio"_s, {u"-t"_s, u"--quiet"_s});
        QVERIFY(cpio.waitForFinished());
        QCOMPARE(cpio.readAllStandardOutput(), "a\na/b\na/b/script\na/c\n");
    }

    void overlayFilesHaveTheirModes()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"z"_s), "text");
        writeFile(folder.filePath(u"a/s"_s), "#!/bin/sh\n");
        const auto files = overlayFiles(folder.path());
        QVERIFY2(files, qPrintable(why(files)));
        QCOMPARE(*files, (QList<CpioFile>{{u"a/s"_s, 0755, "#!/bin/sh\n"}, {u"z"_s, 0644, "text"}}));
        QCOMPARE(overlayFiles(folder.filePath(u"nothing"_s)).error().code, Error::Code::NotFound);
        writeFile(folder.filePath(u"large"_s), QByteArray(2'000'000, 'x'));
        QCOMPARE(overlayFiles(folder.path()).error().code, Error::Code::LimitExceeded);
    }

    void endOfAnArchiveIsNoFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("packable");
        QTest::newRow("file") << u"TRAILER!!!"_s << false;
        QTest::newRow("folder") << u"TRAILER!!!/x"_s << false; // found by fuzz_cpio
        QTest::newRow("deeper") << u"a/TRAILER!!!"_s << true;
        QTest::newRow("longer") << u"TRAILER!!!!/x"_s << true;
    }
    void endOfAnArchiveIsNoFile()
    {
        QFETCH(QString, path);
        QFETCH(bool, packable);
        QTemporaryDir folder;
        writeFile(folder.filePath(path), "text");
        const auto files = overlayFiles(folder.path());
        QCOMPARE(files.has_value(), packable);
        if (!packable)
            QCOMPARE(files.error().code, Error::Code::InvalidArgument);
        else
            QCOMPARE(*files, (QList<CpioFile>{{path, 0644, "text"}}));
    }

    void fSecureInitFindsItsSystem_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QByteArray>("init");
        QByteArray braceBelow(strictInit);
        QByteArray oneLine(strictInit);
        braceBelow.replace("findknoppix(){", "findknoppix ()\n{");
        oneLine.replace("findknoppix(){\n  echo \"looking on $1\"\n  return 1\n}", "findknoppix() { return 1; }");
        for (const auto &shell : {u"dash"_s, u"busybox ash"_s}) {
            QTest::addRow("%s, brace beside", qPrintable(shell)) << shell << strictInit;
            QTest::addRow("%s, brace below", qPrintable(shell)) << shell << braceBelow;
            QTest::addRow("%s, one line", qPrintable(shell)) << shell << oneLine;
        }
    }
    void fSecureInitFindsItsSystem()
    {
        QFETCH(QString, shell);
        QFETCH(QByteArray, init);
        QTemporaryDir folder;
        writeFile(folder.filePath(u"init"_s), init);
        QVERIFY(output(u"busybox"_s, {u"ash"_s, folder.filePath(u"init"_s)}).contains("mounted: no"));
        const auto said = runInit(shell, folder.path());
        QVERIFY2(said.startsWith("mounted: yes, arguments: one two"), said.constData());
        QVERIFY(readFile(folder.filePath(u"changed"_s)).contains("# keeps \\backslashes and  spaces\n"));
    }

    void importWritesTheOverlay_data()
    {
        QTest::addColumn<bool>("link");
        QTest::newRow("extracted") << false;
        QTest::newRow("linked") << true;
    }
    void importWritesTheOverlay()
    {
        QFETCH(bool, link);
        IsoFixture fixture;
        fixture.addKernel(u"boot/isolinux/fsecure/linux"_s);
        fixture.add(u"boot/isolinux/fsecure/minirt.gz"_s);
        fixture.add(u"KNOPPIX/KNOPPIX"_s);
        QTemporaryDir staging;
        const auto facts = importImage(
            {.kind = ImageTask::Kind::Import, .file = fixture.make(), .stagingFolder = staging.path(), .link = link},
            RecipeBook::load());
        QVERIFY2(facts, qPrintable(why(facts)));
        const auto overlay = std::ranges::find(facts->files, u"benchboot-f-secure.cpio"_s, &ImageFile::path);
        QVERIFY(overlay != facts->files.end());
        QVERIFY(overlay->own);
        QVERIFY(overlay->extents.isEmpty());
        const auto content = readFile(staging.filePath(overlay->path));
        QCOMPARE(content.size(), overlay->size);
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()),
                 overlay->sha256);
        QCOMPARE(QFile::exists(staging.filePath(u"KNOPPIX/KNOPPIX"_s)), !link);
    }

    void ownOverlayLiesBesideTheRecipe()
    {
        QTemporaryDir recipes;
        writeFile(recipes.filePath(u"mine.toml"_s), R"(
id = "mine"
name = "Mine"
recognise = { files = ["k"] }
[[entries]]
kernel = "k"
initrds = [{ overlay = "extra" }]
)");
        IsoFixture fixture;
        fixture.addKernel(u"k"_s);
        const auto iso = fixture.make();
        const auto without = inspectImage({.file = iso}, RecipeBook::load({recipes.path()}));
        QVERIFY(!without); // its only entry is left out
        writeFile(recipes.filePath(u"overlays/extra/etc/motd"_s), "hello\n");
        const auto facts = inspectImage({.file = iso}, RecipeBook::load({recipes.path()}));
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->entries[0].initrds, (QList<BootInitrd>{{u"benchboot-extra.cpio"_s, {}, 0644}}));
    }

    void whatCannotStartIsNotImported()
    {
        IsoFixture fixture;
        fixture.add(u"rescue/livecd.squashfs"_s);
        fixture.add(u"boot/initfs.i386-pc"_s);
        const auto iso = fixture.make();
        QVERIFY(inspectImage({.file = iso}, RecipeBook::load()));
        QTemporaryDir staging;
        const auto facts = importImage({.kind = ImageTask::Kind::Import, .file = iso, .stagingFolder = staging.path()},
                                       RecipeBook::load());
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::Unsupported);
        QVERIFY2(facts.error().detail.contains(u"NFS"), qPrintable(facts.error().detail));
    }

    void initrdsThatDoNotFit_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("is64Bit");
        QTest::addColumn<QString>("firmware");
        constexpr qint64 mb = 1'000'000;
        QTest::newRow("small") << 100 * mb << true << u"bios+efi-x64"_s;
        QTest::newRow("32-bit kernel, 800 MB") << 800 * mb << false << u"efi-ia32"_s;
        QTest::newRow("64-bit kernel, 800 MB") << 800 * mb << true << u"bios+efi-x64"_s;
        QTest::newRow("64-bit kernel, 1.9 GB") << 1900 * mb << true << u"efi-x64"_s;
        QTest::newRow("more than Linux takes out of an initramfs") << 2200 * mb << true << QString();
    }
    void initrdsThatDoNotFit()
    {
        QFETCH(qint64, size);
        QFETCH(bool, is64Bit);
        QFETCH(QString, firmware);
        IsoFixture fixture;
        fixture.addKernel(u"boot/gentoo"_s, {.is64Bit = is64Bit, .peMachine = quint16(is64Bit ? 0x8664 : 0x014c)});
        fixture.add(u"boot/gentoo.igz"_s);
        fixture.add(u"image.squashfs"_s);
        const auto iso = fixture.make();
        // The size in the directory record (both byte orders, ECMA-119 §9.1.4), and a hole to have the bytes.
        QVERIFY(QFile::resize(iso, size + 10'000'000));
        const auto facts = inspectImage({.file = grown(iso, size)}, RecipeBook::load());
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(firmwareNames(facts->entries[0].firmware).join(u'+'), firmware);
        QCOMPARE(facts->entries[0].method == BootMethod::None, firmware.isEmpty());
        QCOMPARE(facts->entries[0].reason.isEmpty(), firmware.contains(u"bios"));
    }

private:
    /// Makes the directory records of IMAGE.SQUASHFS say \a size.
    static QString grown(const QString &iso, qint64 size)
    {
        QFile file(iso);
        if (!file.open(QIODevice::ReadWrite))
            qFatal("%s", qPrintable(file.errorString()));
        auto head = file.read(2'000'000);
        constexpr int nameInRecord = 33;
        for (const auto &name : {QByteArray("IMAGE.SQU"), QByteArray("\0i\0m\0a\0g\0e\0.", 12)}) {
            for (auto at = head.indexOf(name); at >= 0; at = head.indexOf(name, at + 1)) {
                char *length = head.data() + at - nameInRecord + 10;
                qToLittleEndian<quint32>(quint32(size), length);
                qToBigEndian<quint32>(quint32(size), length + 4);
            }
        }
        file.seek(0);
        file.write(head);
        return iso;
    }
};

QTEST_GUILESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
