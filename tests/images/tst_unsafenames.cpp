// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imagecontents.h"
#include "images/packfixture.h"
#include "images/renamedmember.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

QString unsafe(const QString &path)
{
    return u"packed is not safe to import: it has a file named “%1”, which would leave its folder. Download it again from its makers"_s
        .arg(path);
}

QString twice(const QString &path) { return u"packed is damaged: it has two files named %1"_s.arg(path); }

} // namespace

/// Archives of the real tools with names in them that those would never write.
class TestUnsafeNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRefused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("sentence"); // empty: the archive is read
        for (const auto &kind : {u"zip"_s, u"7z, plain list"_s, u"tar"_s, u"cab"_s, u"rar"_s}) {
            const auto row
                = [&kind](const char *name, const QByteArray &from, const QByteArray &to, const QString &sentence) {
                      QTest::addRow("%s: %s", qPrintable(kind), name) << kind << from << to << sentence;
                  };
            row("leaves the folder", "aaaaaaaa", "../aaaaa", unsafe(u"../aaaaa"_s));
            row("leaves it from inside", "folder/cc", "folder/..", unsafe(u"folder/.."_s));
            row("leaves it on the way", "folder/cc", "f/../../c", unsafe(u"f/../../c"_s));
            row("absolute", "aaaaaaaa", "/etc/pwd", unsafe(u"/etc/pwd"_s));
            row("empty part", "aaaaaaaa", "aa//aaaa", unsafe(u"aa//aaaa"_s));
            row("the folder itself", "aaaaaaaa", "aaa/./aa", unsafe(u"aaa/./aa"_s));
            row("twice", "bbbbbbbb", "aaaaaaaa", twice(u"aaaaaaaa"_s));
            row("file and folder", "bbbbbbbb", "a/bbbbbb", twice(u"a"_s));
            row("differ in case only", "bbbbbbbb", "AAAAAAAA", {}); // as on discs
            // It ends a name in each of these formats. In a cabinet what comes next would be read from there.
            row("NUL", "bbbbbbbb", QByteArray("a\0bbbbbb", 8),
                kind == u"cab" ? u"packed is damaged: what it packs cannot be unpacked. Download it again"_s
                               : twice(u"a"_s));
        }
    }
    void areRefused()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, sentence);
        const auto packed = write(kind, from, to);
        const auto contents = ImageContents::open(packed);
        if (sentence.isEmpty()) {
            QVERIFY2(contents, qPrintable(why(contents)));
            QVERIFY(contents->isTree());
            QCOMPARE(contents->files().size(), 4);
            return;
        }
        QCOMPARE(why(contents), sentence);
        QCOMPARE(contents.error().code, Error::Code::Malformed);
    }

    /// Some packers on Windows write them for '/'.
    void backslashesOfZipAreNoWayOut()
    {
        QCOMPARE(why(ImageContents::open(write(u"zip"_s, "aaaaaaaa", "..\\aaaaa"))), unsafe(u"../aaaaa"_s));
    }

    void ofLinksAndFoldersAreRefused_data()
    {
        QTest::addColumn<QString>("make"); // in a folder
        QTest::newRow("symbolic link") << u"ln -s a bb/cc"_s;
        QTest::newRow("hard link") << u"ln a bb/cc"_s;
        QTest::newRow("folder") << u"mkdir bb/cc"_s;
    }
    void ofLinksAndFoldersAreRefused()
    {
        QFETCH(QString, make);
        IsoFixture tree;
        tree.addKernel(u"a"_s);
        tree.add(u"bb/x"_s);
        const auto packed = tree.path(u"packed"_s);
        (void)output(
            u"sh"_s,
            {u"-c"_s, u"cd \"$1\" && %1 && tar -cf ../packed a bb/x bb/cc"_s.arg(make), u"sh"_s, tree.source({})});
        writeFile(packed, renamedMember(u"tar"_s, readFile(packed), "bb/cc", "../cc"));
        QCOMPARE(why(ImageContents::open(packed)), unsafe(u"../cc"_s));
    }

    void tooDeepFoldersAreRefused()
    {
        const auto packed = m_fixture.path(u"packed"_s);
        writeFile(packed, rarArchive({{u"a/"_s.repeated(70) + u'a', "x"}}));
        QCOMPARE(why(ImageContents::open(packed)),
                 u"packed has more than 64 folders inside each other. It is damaged; download it again"_s);
    }

private:
    /// Packs a few files, the name of one of which is changed.
    QString write(const QString &kind, const QByteArray &from, const QByteArray &to)
    {
        QStringList names{u"a"_s, u"aaaaaaaa"_s, u"bbbbbbbb"_s, u"folder/cc"_s};
        if (kind == u"rar") { // which is made here
            QList<std::pair<QString, QByteArray>> files;
            for (auto &name : names)
                files.emplaceBack(name.replace(QString::fromLatin1(from), QString::fromLatin1(to)), "content");
            writeFile(m_fixture.source(u"packed"_s), rarArchive(files));
            return m_fixture.source(u"packed"_s);
        }
        for (const auto &name : names)
            m_fixture.add(name, "content");
        const auto packed = pack(kind, m_fixture.source({}), names);
        writeFile(packed, renamedMember(kind, readFile(packed), from, to));
        return packed;
    }

    IsoFixture m_fixture;
};

QTEST_GUILESS_MAIN(TestUnsafeNames)
#include "tst_unsafenames.moc"
