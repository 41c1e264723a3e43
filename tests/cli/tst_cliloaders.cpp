// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/loaderfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int status = -1;
    QList<QJsonObject> lines; ///< of standard output, where they are JSON
    QString output;
    QString errors;
};

} // namespace

class TestCliLoaders : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString lab() const { return m_folder.filePath(u"lab"_s); }

    [[nodiscard]] Outcome loaders(const QStringList &words, bool json = true) const
    {
        QProcess process;
        process.start(QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot"),
                      QStringList{u"loaders"_s} + words + QStringList{u"--lab"_s, lab()}
                          + (json ? QStringList{u"--json"_s} : QStringList()));
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {.errors = process.errorString()};
        Outcome outcome{.status = process.exitCode(),
                        .output = QString::fromUtf8(process.readAllStandardOutput()),
                        .errors = QString::fromUtf8(process.readAllStandardError())};
        for (const auto &line : outcome.output.split(u'\n', Qt::SkipEmptyParts))
            outcome.lines.append(QJsonDocument::fromJson(line.toUtf8()).object());
        return outcome;
    }

    [[nodiscard]] QJsonObject listed(const QString &name) const
    {
        for (const auto &line : loaders({}).lines) {
            if (line.value(u"name"_s) == name)
                return line;
        }
        return {};
    }

    QString fileWith(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

private Q_SLOTS:
    void cleanup() { QVERIFY(QDir(lab()).removeRecursively()); }

    void listSaysWhatIsKnown()
    {
        const auto snponly = listed(u"snponly.efi"_s);
        QCOMPARE(snponly.value(u"schema"_s).toInt(), 1);
        QCOMPARE(snponly.value(u"architecture"_s), u"efi-x64"_s);
        QCOMPARE(snponly.value(u"origin"_s), u"package"_s);
        QCOMPARE(snponly.value(u"source"_s), u"ipxe"_s);
        QCOMPARE(snponly.value(u"usedFor"_s).toArray(), QJsonArray{u"efi-x64"_s});
        QCOMPARE(snponly.value(u"http"_s), QJsonValue(true));
        QCOMPARE(snponly.value(u"keyboard"_s), QJsonValue(false));
        QCOMPARE(snponly.value(u"signers"_s).toArray(), QJsonArray());
        QCOMPARE(snponly.value(u"sha256"_s).toString().size(), 64);
        QVERIFY(!snponly.value(u"version"_s).toString().isEmpty());
        const auto undionly = listed(u"undionly.kpxe"_s);
        QCOMPARE(undionly.value(u"architecture"_s), u"bios"_s);
        QVERIFY2(undionly.value(u"http"_s).isNull(), "compressed: it cannot be seen");
        QVERIFY2(!undionly.value(u"version"_s).toString().isEmpty(), "the package's");
        QCOMPARE(listed(u"memdisk"_s).value(u"source"_s), u"syslinux-common"_s);
        const auto missing = listed(u"snponly-ia32.efi"_s);
        QVERIFY(missing.value(u"missing"_s).toBool());
        QVERIFY(missing.value(u"warnings"_s).toArray().first().toString().contains(u"loaders import"));
        QVERIFY(loaders({u"list"_s}, false).output.contains(u"snponly.efi  (used for efi-x64)\n"));
    }

    void signedChainIsChosen()
    {
        const auto used = loaders({u"use"_s, u"efi-x64"_s, u"signed"_s});
        QVERIFY2(used.status == 0, qPrintable(used.errors));
        QCOMPARE(used.lines.first().value(u"name"_s), u"shimx64.efi"_s);
        QVERIFY(used.lines.first().value(u"signers"_s).toArray().first().toString().startsWith(u"Microsoft"));
        QVERIFY(used.output.contains(u"next-server"));
        QCOMPARE(listed(u"shimx64.efi"_s).value(u"usedFor"_s).toArray(), QJsonArray{u"efi-x64"_s});
    }

    void releaseIsImportedAndUsed()
    {
        const auto archive = fileWith(u"ipxeboot.tar.gz"_s, gzipped(tarOf(releaseMembers(), true)));
        const auto imported = loaders({u"import"_s, archive});
        QVERIFY2(imported.status == 0, qPrintable(imported.errors));
        QCOMPARE(imported.lines.size(), 14);
        QCOMPARE(imported.lines.first().value(u"event"_s), u"loader-imported"_s);
        QCOMPARE(listed(u"snponly-ia32.efi"_s).value(u"source"_s), u"ipxeboot.tar.gz"_s);
        QCOMPARE(loaders({u"use"_s, u"6"_s, u"ipxe-ia32.efi"_s}).status, 0);
        QCOMPARE(listed(u"ipxe-ia32.efi"_s).value(u"usedFor"_s).toArray(), QJsonArray{u"efi-ia32"_s});
        const auto signedOne = loaders({u"use"_s, u"efi-x64"_s, u"signed"_s});
        QCOMPARE(signedOne.lines.value(0).value(u"name"_s), u"x64-sb/snponly-shimx64.efi"_s);
        QCOMPARE(loaders({u"use"_s, u"efi-x64"_s, u"shimx64.efi"_s}).status, 0);
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::newRow("other verb") << QStringList{u"paint"_s} << 2;
        QTest::newRow("nothing to import") << QStringList{u"import"_s} << 2;
        QTest::newRow("nothing to use") << QStringList{u"use"_s, u"bios"_s} << 2;
        QTest::newRow("words after list") << QStringList{u"list"_s, u"x"_s} << 2;
        QTest::newRow("no such architecture") << QStringList{u"use"_s, u"amiga"_s, u"ipxe.efi"_s} << 2;
        QTest::newRow("no such number") << QStringList{u"use"_s, u"4711"_s, u"ipxe.efi"_s} << 2;
        QTest::newRow("another kind of PC") << QStringList{u"use"_s, u"bios"_s, u"ipxe.efi"_s} << 2;
        QTest::newRow("no such loader") << QStringList{u"use"_s, u"bios"_s, u"nope.kpxe"_s} << 1;
        QTest::newRow("nothing signed") << QStringList{u"use"_s, u"efi-ia32"_s, u"signed"_s} << 1;
        QTest::newRow("no such file") << QStringList{u"import"_s, u"/nowhere/ipxe.efi"_s} << 1;
        QTest::newRow("no loader") << QStringList{u"import"_s, u"/etc/passwd"_s} << 2;
    }
    void refusals()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        const auto outcome = loaders(words);
        QCOMPARE(outcome.status, status);
        QCOMPARE(outcome.output, QString());
        QVERIFY2(outcome.errors.startsWith(u"benchboot: ") && outcome.errors.count(u'\n') == 1, qPrintable(outcome.errors));
    }
};

QTEST_GUILESS_MAIN(TestCliLoaders)
#include "tst_cliloaders.moc"
