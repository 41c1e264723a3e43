// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/peimage.h"
#include "session/loaderchain.h"
#include "session/loaderimport.h"
#include "session/loaderlist.h"
#include "session/loaders.h"
#include "session/snapshot.h"
#include "tests/session/loaderfixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;
using Program = LoaderFacts::Program;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

class TestLoaders : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    LabStore freshStore()
    {
        static int number = 0;
        return *LabStore::open(m_folder.filePath(u"lab%1"_s.arg(++number)));
    }

    QString fileWith(const QString &name, const QByteArray &bytes)
    {
        writeFile(m_folder.filePath(name), bytes);
        return m_folder.filePath(name);
    }

    /// A lab with iPXE's release in it.
    LabStore storeWithRelease()
    {
        auto store = freshStore();
        const auto names = importLoaders(store, fileWith(u"ipxeboot.tar.gz"_s, gzipped(tarOf(releaseMembers(), true))));
        if (!names)
            qWarning() << names.error().detail;
        return store;
    }

    static LoaderInfo infoOf(const LabStore &store, const QString &name, const QMap<QString, QString> &chosen = {})
    {
        const auto loaders = listLoaders(store, loaderFolders(store), chosen);
        const auto found = std::ranges::find(loaders, name, &LoaderInfo::name);
        return found == loaders.end() ? LoaderInfo() : *found;
    }

private Q_SLOTS:
    void debiansLoaders_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<LoaderKind>("kind");
        QTest::addColumn<Program>("program");
        QTest::addColumn<QString>("version"); // how it begins
        QTest::addColumn<int>("http"); // 1, 0, or −1 where it cannot be seen
        QTest::addColumn<int>("keyboard");
        QTest::addColumn<QString>("signer");
        const auto row = [](const QString &file, LoaderKind kind, Program program, const QString &version, int http,
                            int keyboard, const QString &signer) {
            QTest::newRow(qPrintable(QFileInfo(file).fileName()))
                << file << kind << program << version << http << keyboard << signer;
        };
        const auto ipxe = u"/usr/lib/ipxe/"_s;
        row(ipxe + u"undionly.kpxe"_s, LoaderKind::Bios, Program::Ipxe, {}, -1, -1, {});
        row(ipxe + u"snponly.efi"_s, LoaderKind::EfiX64, Program::Ipxe, u"1.21.1+git2025"_s, 1, 0, {});
        row(ipxe + u"ipxe.efi"_s, LoaderKind::EfiX64, Program::Ipxe, u"1.21.1+git2025"_s, 1, 0, {});
        row(ipxe + u"ipxe-arm64.efi"_s, LoaderKind::EfiArm64, Program::Ipxe, u"1.21.1+git2025"_s, 1, 0, {});
        row(ipxe + u"ipxe-riscv64.efi"_s, LoaderKind::Unknown, Program::Ipxe, u"1.21.1+git2025"_s, -1, -1, {});
        row(u"/usr/lib/syslinux/memdisk"_s, LoaderKind::Unknown, Program::Memdisk, u"6.04"_s, -1, -1, {});
        row(u"/usr/lib/shim/shimx64.efi.signed"_s, LoaderKind::EfiX64, Program::Shim, u"16.1"_s, 0, -1,
            u"Microsoft "_s);
        row(u"/usr/lib/grub/x86_64-efi-signed/grubnetx64.efi.signed"_s, LoaderKind::EfiX64, Program::Grub, u"2.12"_s, 1,
            -1, u"Debian Secure Boot CA"_s);
    }
    void debiansLoaders()
    {
        QFETCH(QString, file);
        QFETCH(LoaderKind, kind);
        QFETCH(Program, program);
        QFETCH(QString, version);
        QFETCH(int, http);
        QFETCH(int, keyboard);
        QFETCH(QString, signer);
        const auto facts = loaderFacts(file);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QCOMPARE(facts->kind, kind);
        if (kind != LoaderKind::Bios) // a compressed build may or may not say whose it is
            QCOMPARE(facts->program, program);
        QVERIFY2(version.isEmpty() ? facts->version.isEmpty() : facts->version.startsWith(version),
                 qPrintable(facts->version));
        QCOMPARE(facts->http, http < 0 ? std::nullopt : std::optional(http == 1));
        QCOMPARE(facts->keyboard, keyboard < 0 ? std::nullopt : std::optional(keyboard == 1));
        QCOMPARE(facts->signers.isEmpty(), signer.isEmpty());
        QVERIFY2(facts->signers.value(0).startsWith(signer), qPrintable(facts->signers.join(u", "_s)));
        const auto sha256 = QCryptographicHash::hash(contentOf(file), QCryptographicHash::Sha256).toHex();
        QCOMPARE(facts->sha256, QString::fromLatin1(sha256));
        QCOMPARE(loaderFacts(file), facts); // now from memory
    }

    void changedFilesAreReadAgain()
    {
        const auto file = fileWith(u"changing.efi"_s, efiProgram(0x8664, "iPXE"));
        const auto before = loaderFacts(file);
        QVERIFY(before && before->http == false);
        writeFile(file, efiProgram(0x8664, "iPXE HTTP/1.1"));
        const auto after = loaderFacts(file);
        QVERIFY(after && after->http == true && after->sha256 != before->sha256);
        QCOMPARE(loaderFacts(m_folder.filePath(u"nothing"_s)).error().code, Error::Code::NotFound);
    }

    void damagedPrograms_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("shim") << u"/usr/lib/shim/shimx64.efi.signed"_s;
        QTest::newRow("iPXE") << u"/usr/lib/ipxe/snponly.efi"_s;
    }
    void damagedPrograms()
    {
        QFETCH(QString, file);
        const auto whole = contentOf(file);
        const auto image = parsePeImage(whole);
        QVERIFY(image && !image->sections.isEmpty());
        // Cut anywhere in the headers: an allocation of exactly n bytes, so that a sanitizer sees any over-read.
        for (qsizetype n = 0; n < 1200; ++n) {
            const std::vector<char> cut(whole.cbegin(), whole.cbegin() + n);
            const QByteArrayView view(cut.data(), n);
            if (const auto part = parsePeImage(view)) {
                QVERIFY(sectionOf(view, *part, ".sbat").isEmpty());
                QVERIFY(signatureIssuers(view, *part).isEmpty());
            }
        }
        // Every header byte turned over, and every byte of the start of the certificate table.
        auto places = QList<qsizetype>(1200);
        std::iota(places.begin(), places.end(), 0);
        for (qsizetype i = 0; image->certificateSize > 0 && i < 200; ++i)
            places.append(image->certificateOffset + i);
        for (const auto place : std::as_const(places)) {
            auto damaged = whole;
            damaged[place] = char(~damaged.at(place));
            if (const auto part = parsePeImage(damaged)) {
                (void)sectionOf(damaged, *part, ".sbat");
                (void)signatureIssuers(damaged, *part);
            }
        }
    }

    void releaseIsImported()
    {
        const auto store = storeWithRelease();
        const auto manifest = readLoaderManifest(store);
        QCOMPARE(manifest.keys(),
                 QStringList({u"arm64-sb/ipxe.efi"_s, u"arm64-sb/shimaa64.efi"_s, u"arm64-sb/snponly.efi"_s,
                              u"ipxe-arm64.efi"_s, u"ipxe-ia32.efi"_s, u"ipxe.efi"_s, u"ipxe.pxe"_s,
                              u"snponly-arm64.efi"_s, u"snponly-ia32.efi"_s, u"snponly.efi"_s, u"undionly.kpxe"_s,
                              u"x64-sb/ipxe.efi"_s, u"x64-sb/shimx64.efi"_s, u"x64-sb/snponly.efi"_s}));
        for (const auto &[name, imported] : manifest.asKeyValueRange()) {
            const auto bytes = contentOf(store.loadersFolder() + u'/' + name);
            QCOMPARE(imported.sha256.toLatin1(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
            QCOMPARE(imported.source, u"ipxeboot.tar.gz"_s);
            QCOMPARE(imported.needsAutoexec, name.contains(u"-sb/") && !name.contains(u"shim"));
        }
        const auto ia32 = infoOf(store, u"snponly-ia32.efi"_s, {{u"loader.efi-ia32"_s, u"snponly-ia32.efi"_s}});
        QCOMPARE(ia32.origin, LoaderInfo::Origin::Imported);
        QCOMPARE(ia32.usedFor, QStringList{u"loader.efi-ia32"_s});
        QVERIFY2(infoOf(store, u"snponly.efi"_s).facts.keyboard == true, "the imported one wins over Debian's");

        writeFile(store.loadersFolder() + u"/snponly-ia32.efi"_s, efiProgram(0x14c, "iPXE of somebody else"));
        const auto changed = infoOf(store, u"snponly-ia32.efi"_s);
        QCOMPARE(changed.origin, LoaderInfo::Origin::Own);
        QVERIFY(changed.warnings.value(0).contains(u"changed after it was imported"));
    }

    void singleFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name"); // empty: refused
        QTest::newRow("EFI") << u"my own.efi"_s << efiProgram(0xaa64) << u"my-own.efi"_s;
        QTest::newRow("BIOS") << u"custom.kpxe"_s << "\xea code"_ba << u"custom.kpxe"_s;
        QTest::newRow("shim") << u"ipxe-shimx64.efi"_s << efiProgram(0x8664, "shim") << u"x64-sb/shimx64.efi"_s;
        QTest::newRow("wimboot") << u"wimboot"_s << efiProgram(0x8664) << u"wimboot"_s;
        QTest::newRow("hidden") << u".efi"_s << efiProgram(0x8664) << u"-.efi"_s;
        QTest::newRow("text as EFI") << u"notes.efi"_s << "hello"_ba << QString();
        QTest::newRow("EFI as BIOS") << u"x.kpxe"_s << efiProgram(0x8664) << QString();
        QTest::newRow("other processor") << u"x.efi"_s << efiProgram(0x5064) << QString();
        QTest::newRow("empty") << u"x.kpxe"_s << QByteArray() << QString();
        QTest::newRow("other file") << u"notes.txt"_s << "hello"_ba << QString();
        QTest::newRow("manifest") << u"manifest.json"_s << "{}"_ba << QString();
    }
    void singleFiles()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        const auto store = freshStore();
        const auto names = importLoaders(store, fileWith(file, bytes));
        QCOMPARE(names.has_value(), !name.isEmpty());
        if (!names) {
            QCOMPARE(names.error().code, Error::Code::InvalidArgument);
            QVERIFY(QDir(store.loadersFolder()).isEmpty());
            return;
        }
        QCOMPARE(*names, QStringList{name});
        QCOMPARE(contentOf(store.loadersFolder() + u'/' + name), bytes);
    }

    void hostileArchives_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<Error::Code>("code");
        auto members = releaseMembers();
        QTest::newRow("nothing known") << gzipped(tarOf({{u"a/b"_s, "c"}})) << Error::Code::NotRecognised;
        QTest::newRow("empty") << QByteArray() << Error::Code::Truncated;
        QTest::newRow("no archive") << QByteArray("hello").repeated(1000) << Error::Code::Malformed;
        QTest::newRow("not a tar") << gzipped(QByteArray("hello").repeated(1000)) << Error::Code::Malformed;
        const auto whole = gzipped(tarOf(members));
        QTest::newRow("cut short") << whole.first(whole.size() / 2) << Error::Code::Truncated;
        QTest::newRow("end is missing") << gzipped(tarOf(members).chopped(2048)) << Error::Code::Truncated;
        QTest::newRow("climbs") << gzipped(tarOf(members + decltype(members){{u"../../evil.efi"_s, "x"}}))
                                << Error::Code::Malformed;
        members[11].second = "#!/bin/sh"_ba;
        QTest::newRow("text for a program") << gzipped(tarOf(members)) << Error::Code::Mismatch;
        members[11].second = efiProgram(0xaa64);
        QTest::newRow("other processor") << gzipped(tarOf(members)) << Error::Code::Mismatch;
        members[11].second = efiProgram(0x8664, QByteArray(17 << 20, 'x'));
        QTest::newRow("large member") << gzipped(tarOf(members)) << Error::Code::LimitExceeded;
        QTest::newRow("bomb") << gzipped(QByteArray(140 << 20, '\0')) << Error::Code::LimitExceeded;
        decltype(members) many;
        for (int i = 0; i < 5000; ++i)
            many.append({u"ipxeboot/%1"_s.arg(i), "x"});
        QTest::newRow("many members") << gzipped(tarOf(many)) << Error::Code::Malformed;
        decltype(members) deep{{u"a/"_s.repeated(40) + u"x"_s, "x"}};
        QTest::newRow("deep") << gzipped(tarOf(deep)) << Error::Code::Malformed;
    }
    void hostileArchives()
    {
        QFETCH(QByteArray, archive);
        QFETCH(Error::Code, code);
        const auto store = freshStore();
        const auto names = importLoaders(store, fileWith(u"hostile.tar.gz"_s, archive));
        QVERIFY(!names);
        QVERIFY2(names.error().code == code, qPrintable(names.error().detail));
        QVERIFY(QDir(store.loadersFolder()).isEmpty());
    }

    void linksAreNotFollowed()
    {
        QBuffer buffer;
        KTar tar(&buffer);
        QVERIFY(tar.open(QIODevice::WriteOnly));
        QVERIFY(tar.writeSymLink(u"ipxeboot/x86_64/ipxe.efi"_s, u"/etc/passwd"_s));
        QVERIFY(tar.writeFile(u"ipxeboot/i386/undionly.kpxe"_s, "code"));
        QVERIFY(tar.close());
        const auto loaders = loadersInRelease(buffer.data() + QByteArray(1024, '\0'));
        QVERIFY(loaders);
        QCOMPARE(loaders->size(), 1);
        QCOMPARE(loaders->first().name, u"undionly.kpxe"_s);
    }

    void damagedManifests_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        QTest::newRow("not JSON") << "{"_ba;
        QTest::newRow("array") << "[1,2]"_ba;
        QTest::newRow("other types") << R"({"loaders":[]})"_ba;
        QTest::newRow("other types inside") << R"({"loaders":{"a.efi":7}})"_ba;
    }
    void damagedManifests()
    {
        QFETCH(QByteArray, manifest);
        const auto store = freshStore();
        writeFile(store.loadersFolder() + u"/manifest.json"_s, manifest);
        writeFile(store.loadersFolder() + u"/a.efi"_s, efiProgram(0x8664));
        QCOMPARE(infoOf(store, u"a.efi"_s).facts.kind, LoaderKind::EfiX64);
        QVERIFY2(!findLoaders(loaderFolders(store)).contains(u"manifest.json"_s), "nobody's to read");
    }

    void debiansSignedChainIsServed()
    {
        const auto store = freshStore();
        const auto *slot = loaderSlotCalled(u"efi-x64"_s);
        QVERIFY(slot);
        QCOMPARE(signedLoaderFor(*slot, store, loaderFolders(store)), u"shimx64.efi"_s);
        Lab lab;
        QVERIFY(lab.setSetting(slot->settingKey, u"shimx64.efi"_s));
        const auto served = makeSnapshot(lab, store, {}, 8080);
        for (const auto architecture : {7, 9, 16})
            QCOMPARE(served->loadersForArch.value(quint16(architecture)), QStringList{u"shimx64.efi"_s});
        QVERIFY(served->tftpFiles.value(u"grubx64.efi"_s).path.endsWith(u"grubnetx64.efi.signed"));
        for (const auto &name : {u"grub.cfg"_s, u"grub/grub.cfg"_s, u"debian-installer/amd64/grub/grub.cfg"_s})
            QCOMPARE(served->generatedFiles.value(name), GeneratedFile::GrubMenu);
        QVERIFY(!served->generatedFiles.contains(u"autoexec.ipxe"_s));
        const auto shim = infoOf(store, u"shimx64.efi"_s, chosenLoaders(lab));
        QCOMPARE(shim.source, u"shim-signed"_s);
        QVERIFY2(shim.warnings.contains(grubServerSentence(shim.name)), qPrintable(shim.warnings.join(u'\n')));
    }

    void ipxesSignedChainIsServed()
    {
        const auto store = storeWithRelease();
        const auto *slot = loaderSlotCalled(u"16"_s);
        QVERIFY(slot && slot->settingKey == u"loader.efi-x64");
        const auto shim = signedLoaderFor(*slot, store, loaderFolders(store));
        QCOMPARE(shim, u"x64-sb/snponly-shimx64.efi"_s);
        Lab lab;
        QVERIFY(lab.setSetting(slot->settingKey, *shim));
        const auto served = makeSnapshot(lab, store, {}, 8080);
        QCOMPARE(served->loadersForArch.value(7),
                 QStringList({u"x64-sb/snponly-shimx64.efi"_s, u"x64-sb/ipxe-shimx64.efi"_s}));
        // Beside the shim and in the root, where some machines ask for it.
        for (const auto &name : {u"snponly.efi"_s, u"ipxe.efi"_s}) {
            QVERIFY(served->tftpFiles.value(name).path.endsWith(u"/x64-sb/"_s + name));
            QVERIFY(served->tftpFiles.contains(u"x64-sb/"_s + name));
        }
        for (const auto &name : {u"x64-sb/autoexec.ipxe"_s, u"autoexec.ipxe"_s})
            QCOMPARE(served->generatedFiles.value(name), GeneratedFile::IpxeAutoexec);
        QVERIFY(!served->generatedFiles.contains(u"grub.cfg"_s));
        const auto arm = signedLoaderFor(*loaderSlotCalled(u"efi-arm64"_s), store, loaderFolders(store));
        QCOMPARE(arm, u"arm64-sb/snponly-shimaa64.efi"_s);
    }

    void unsignedLoadersNeedNoFurtherFiles()
    {
        const auto store = storeWithRelease();
        const auto served = makeSnapshot(Lab(), store, {}, 8080);
        QVERIFY(served->generatedFiles.isEmpty());
        QCOMPARE(served->loadersForArch.value(6), QStringList({u"snponly-ia32.efi"_s, u"ipxe-ia32.efi"_s}));
    }

    void halfAChainIsMissing()
    {
        const auto store = freshStore();
        writeFile(store.loadersFolder() + u"/shimaa64.efi"_s, efiProgram(0xaa64, "UEFI SHIM\n"));
        Lab lab;
        QVERIFY(lab.setSetting(u"loader.efi-arm64"_s, u"shimaa64.efi"_s));
        const auto served = makeSnapshot(lab, store, {}, 8080);
        QVERIFY(!served->loadersForArch.contains(11));
        QVERIFY2(served->missingLoaders.value(11).contains(u"grub-efi-arm64-signed"),
                 qPrintable(served->missingLoaders.value(11)));
        const auto bios = signedLoaderFor(*loaderSlotCalled(u"bios"_s), store, loaderFolders(store));
        QCOMPARE(bios.error().code, Error::Code::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestLoaders)
#include "tst_loaders.moc"
