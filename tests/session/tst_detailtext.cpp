// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/detailtext.h"

#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

/// Says each sentence as it is, with a mark before it.
class Marking final : public QTranslator
{
public:
    QString translate(const char * /*context*/, const char *source, const char * /*note*/, int /*n*/) const override
    {
        return u"»"_s + QString::fromUtf8(source);
    }
    bool isEmpty() const override { return false; }
};

struct Source
{
    QString name; ///< in the source folder
    QString text; ///< without comments, and with literals of several lines joined
};

QList<Source> filesOf(const QString &folder, const QStringList &names)
{
    static const QRegularExpression comment(u"(^|\\s)//[^\\n]*"_s);
    static const QRegularExpression joint(u"\"\\s*\\n\\s*u?\""_s);
    const QDir root(QStringLiteral(BENCHBOOT_SOURCE_DIR));
    QList<Source> files;
    for (QDirIterator each(root.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        QFile file(each.next());
        if (file.open(QIODevice::ReadOnly)) {
            files.append({root.relativeFilePath(file.fileName()),
                          QString::fromUtf8(file.readAll()).remove(comment).remove(joint)});
        }
    }
    return files;
}

/// Whether what \a file says is never shown in the window.
bool isForOthers(const QString &file)
{
    static const QStringList files{
        u"app/cli/"_s, // the command line is English
        u"app/images/recipebook."_s, // problems of a recipe are for its author, who has the command line
        u"app/images/recipefields."_s,
        u"app/images/recipeparser."_s,
        u"app/lab/settings.cpp"_s, // what settings are: the command line's
        u"app/protocol/dhcp/architecture.cpp"_s, // names of architectures, as they are registered
        u"app/session/firewall.cpp"_s, // patterns and commands
        u"app/session/rehearsal"_s, // benchboot doctor --would-boot
    };
    return std::ranges::any_of(files, [&](const QString &each) { return file.startsWith(each); });
}

bool isProse(const QString &text)
{
    static const QRegularExpression words(u"\\S \\S"_s);
    static const QRegularExpression letters(u"[a-z]{2}"_s);
    return words.match(text).hasMatch() && letters.match(text).hasMatch();
}

bool isKnown(const QString &text)
{
    static const QSet<QString> known = [] {
        QSet<QString> all{
            u"Boot from the local disk"_s, u"Restart this PC"_s, u"iPXE shell"_s, u"Entry %1"_s, // in the menu of PCs
            u"iso raw"_s, u"floppy raw"_s, u"harddisk raw"_s, u"--drive 0x00"_s, u"--drive 0x80"_s, // for memdisk and iPXE
            u"; offered %1"_s, u"; told to load %1"_s, u"; not answered: %1"_s, u"; not answered: "_s, // the window has its own words
            u"Mac, BSDP"_s, u"blksize %1, windowsize %2"_s, // of protocols
            u"to be filled|system product name|system manufacturer|default string|o\\\\.e\\\\.m\\\\."_s, // what firmware says
            u"sudo ss -lunp"_s, u"sudo ss -ltnp"_s, // commands
            u"option %1 %2"_s, // a key
            u"%1 in %2"_s, u"%1 of %2 %3"_s, // a file in an archive, a size: both fit too much
        };
        for (const auto *sentence : knownDetails())
            all.insert(QString::fromUtf8(sentence));
        return all;
    }();
    return known.contains(text);
}

} // namespace

class TestDetailText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutATranslationNothingChanges()
    {
        QCOMPARE(detailText(u"There is no file /srv/a.iso; check its name"_s), u"There is no file /srv/a.iso; check its name"_s);
    }

    void says_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("said");
        QTest::newRow("whole sentence") << u"The import was cancelled"_s << u"»The import was cancelled"_s;
        QTest::newRow("with a name") << u"There is no file /srv/a b.iso; check its name"_s << u"»There is no file /srv/a b.iso; check its name"_s;
        QTest::newRow("parts are said in turn")
            << u"TCP port 80 is in use by nginx (process 7); stop that program, or choose another port"_s
            << u"»»TCP port 80 is in use by »nginx (process 7); »stop that program, or choose another port"_s;
        QTest::newRow("places in a name") << u"There is no file %1%2; check its name"_s << u"»There is no file %1%2; check its name"_s;
        QTest::newRow("unknown") << u"Something else went wrong"_s << u"Something else went wrong"_s;
        QTest::newRow("only its beginning") << u"The import was cancelled twice"_s
                                            << u"The import was cancelled twice"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void says()
    {
        QFETCH(const QString, detail);
        Marking marking;
        QCoreApplication::installTranslator(&marking);
        QTEST(detailText(detail), "said");
    }

    void moreWordsCountFirst()
    {
        Marking marking;
        QCoreApplication::installTranslator(&marking);
        QCOMPARE(detailText(u"x.iso is damaged: it has two files named a: b"_s),
                 u"»x.iso is damaged: it has two files named »a: b"_s);
        QCOMPARE(detailText(u"menu.default cannot be “x”: the menu has no such entry"_s),
                 u"»menu.default cannot be “x”: the menu has no such entry"_s);
    }

    void sizesAreOfTheLanguage()
    {
        Marking marking;
        QCoreApplication::installTranslator(&marking);
        QLocale::setDefault(QLocale(QLocale::German));
        const auto english = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
        QCOMPARE(detailText(u"1.2 GB are free in /srv/1.2"_s), u"»1,2 GB are free in /srv/1.2"_s);
    }

    /// A sentence that was changed where it is made would no longer be found here.
    void sentencesAreTheSources()
    {
        const auto sources = filesOf(u"app"_s, {u"*.cpp"_s, u"*.h"_s}) + filesOf(u"resources/recipes"_s, {u"*.toml"_s});
        QString all;
        for (const auto &source : sources) {
            if (!source.name.startsWith(u"app/session/sentences/"))
                all += source.text;
        }
        for (const auto *sentence : knownDetails())
            QVERIFY2(all.contains(u'"' + QString::fromUtf8(sentence) + u'"'), sentence);
    }

    /// All text of several words that the program makes without tr() is known, or nobody reads it in the window.
    void textsAreKnown()
    {
        static const QRegularExpression literal(u"(?:\\bu|QStringLiteral\\()\"((?:[^\"\\\\]|\\\\.)*)\""_s);
        QStringList unknown;
        for (const auto &source : filesOf(u"app"_s, {u"*.cpp"_s, u"*.h"_s})) {
            if (isForOthers(source.name))
                continue;
            for (const auto &found : literal.globalMatch(source.text)) {
                if (isProse(found.captured(1)) && !isKnown(found.captured(1)))
                    unknown.append(source.name + u": "_s + found.captured(1));
            }
        }
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    }

    void textsOfRecipesAreKnown()
    {
        static const QRegularExpression said(u"(?:\\b(?:reason|text|notes|label) = |\\n\\s+)\"([^\"=]+)\""_s);
        QStringList unknown;
        for (const auto &recipe : filesOf(u"resources/recipes"_s, {u"*.toml"_s})) {
            for (const auto &found : said.globalMatch(recipe.text)) {
                if (isProse(found.captured(1)) && !isKnown(found.captured(1)))
                    unknown.append(recipe.name + u": "_s + found.captured(1));
            }
        }
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestDetailText)
#include "tst_detailtext.moc"
