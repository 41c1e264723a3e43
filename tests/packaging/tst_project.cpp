// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDir source(QStringLiteral(BENCHBOOT_SOURCE_DIR));

QString content(const QString &path)
{
    QFile file(source.filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Every file under \a folder that \a pattern fits, relative to the project.
QStringList filesIn(const QString &folder, const QString &pattern = u"*"_s)
{
    QStringList files;
    QDirIterator it(source.filePath(folder), {pattern}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(source.relativeFilePath(it.next()));
    return files;
}

QStringList captures(const QString &text, const QString &pattern)
{
    QStringList found;
    for (auto it = QRegularExpression(pattern).globalMatch(text); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

/// A row of the README's table of systems.
struct SystemRow
{
    QStringList recipes;
    QString layout; ///< the cell "Layout tested"
    QString booted; ///< the cell "Real software booted"
};

QList<SystemRow> systemRows()
{
    const auto readme = content(u"README.md"_s);
    QList<SystemRow> rows;
    for (const auto &line : readme.sliced(readme.indexOf(u"| System |")).split(u'\n').sliced(2)) {
        const auto cells = line.split(u'|');
        if (cells.size() != 6)
            break;
        rows.append({captures(cells.at(2), u"`([a-z0-9-]+)`"_s), cells.at(3).trimmed(), cells.at(4).trimmed()});
    }
    return rows;
}

/// The boot tests that run: recipe → kind of firmware → ways of importing. \param function  "real" or "standIn".
QMap<QString, QMap<QString, QStringList>> bootCases(const QString &function)
{
    static const QMap<QString, QString> firmware{{u"bios-ipxe"_s, u"BIOS"_s},       {u"bios-pxe"_s, u"BIOS"_s},
                                                 {u"http-x64"_s, u"UEFI x64"_s},    {u"uefi-x64"_s, u"UEFI x64"_s},
                                                 {u"uefi-x64-sb"_s, u"UEFI x64"_s}, {u"uefi-ia32"_s, u"UEFI x86"_s},
                                                 {u"uefi-x64-direct"_s, u"UEFI x64"_s},
                                                 {u"uefi-arm64"_s, u"UEFI ARM64"_s}};
    auto text = content(u"tests/e2e/CMakeLists.txt"_s);
    // The older cases, named after the kind of PC alone.
    text.replace(QRegularExpression(u"\\brescue:([a-z0-9-]+)"_s), u"standIn:systemrescuecd.\\1.extract"_s);
    QMap<QString, QMap<QString, QStringList>> cases;
    for (const auto &name : captures(text, u"\\b%1:([a-z0-9-]+\\.[a-z0-9-]+\\.[a-z]+)"_s.arg(function))) {
        const auto parts = name.split(u'.');
        auto &ways = cases[parts.at(0)][firmware.value(parts.at(1), parts.at(1))];
        if (!ways.contains(parts.at(2)))
            ways.append(parts.at(2));
        ways.sort();
    }
    return cases;
}

/// What the table has to say of a row's boot tests, e.g. "BIOS (extract), UEFI x64 (extract, link)".
QString bootPhrase(const QString &function, const QStringList &recipes)
{
    const auto cases = bootCases(function);
    QStringList phrases;
    for (const auto &recipe : recipes) {
        QStringList kinds;
        for (const auto &[kind, ways] : cases.value(recipe).asKeyValueRange())
            kinds.append(u"%1 (%2)"_s.arg(kind, ways.join(u", "_s)));
        if (!kinds.isEmpty())
            phrases.append((recipes.size() > 1 ? u"`%1` "_s.arg(recipe) : QString()) + kinds.join(u", "_s));
    }
    return phrases.join(u"; "_s);
}

} // namespace

/// What holds for the whole project, so that nobody has to remember it.
class TestProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileNamesItsLicence()
    {
        auto files = filesIn(u".ci"_s);
        for (const auto &folder : {u"app"_s, u"packaging"_s, u"resources"_s, u"tests"_s, u"translations"_s, u"ui"_s})
            files += filesIn(folder);
        // The licence's own text, and what stands in build folders and logs, is not ours to mark.
        for (const auto &name : source.entryList(QDir::Files | QDir::Hidden)) {
            if (name != u"LICENSE" && name != u".git" && !name.endsWith(u".log") && !name.endsWith(u".user"))
                files.append(name);
        }
        QVERIFY(files.size() > 300);
        QStringList unmarked;
        for (const auto &file : std::as_const(files)) {
            // REUSE.toml speaks for what has no place for a comment: bytes that tests read, pictures, and what lupdate writes.
            if (file.startsWith(u"tests/fuzz/corpus/") || file.startsWith(u"tests/data/") || file.endsWith(u".ts")
                || file.endsWith(u".png"))
                continue;
            const auto licence = captures(content(file), u"SPDX-License-Identifier\"?: \"?([A-Za-z0-9.-]+)"_s).value(0);
            if (licence.isEmpty() || !source.exists(u"LICENSES/%1.txt"_s.arg(licence)))
                unmarked.append(file);
        }
        QCOMPARE(unmarked, QStringList());
        QVERIFY(content(u"REUSE.toml"_s).contains(u"[\"resources/**.png\", \"tests/fuzz/corpus/**\", \"tests/data/**\", \"translations/*.ts\"]"));
        QCOMPARE(content(u"LICENSE"_s), content(u"LICENSES/GPL-3.0-or-later.txt"_s));
    }

    void everyJsonKeyAndOptionStandsInTheManual()
    {
        const auto manual = content(u"packaging/benchboot.1.md"_s);
        QSet<QString> words;
        for (const auto &file : filesIn(u"app/cli"_s, u"*.cpp"_s) + QStringList{u"app/core/event.cpp"_s}) {
            for (const auto &word : captures(content(file), u"(?:\\{|insert\\(|text\\(|number\\()u\"([A-Za-z-]+)\"_s,"_s))
                words.insert(word);
        }
        QVERIFY(words.contains(u"memoryMiB"_s) && words.contains(u"durationMs"_s) && words.contains(u"manufacturer"_s));
        words.remove(u"schema"_s);
        QStringList missing;
        for (const auto &word : std::as_const(words)) {
            if (!manual.contains(u'`' + word + u'`') && !manual.contains(u"--"_s + word))
                missing.append(word);
        }
        QCOMPARE(missing, QStringList());
    }

    void documentsNameOnlyWhatIsThere()
    {
        QStringList missing;
        for (const auto &file : filesIn(u"app"_s, u"*.md"_s) + filesIn(u"ui"_s, u"*.md"_s) + filesIn(u"tests"_s, u"*.md"_s)
                 + filesIn(u"resources"_s, u"*.md"_s) + source.entryList({u"*.md"_s}, QDir::Files)) {
            for (const auto &path :
                 captures(content(file), u"`((?:app|ui|resources|translations|tests|packaging)/[a-z0-9_./-]*)[` ]"_s)) {
                if (!source.exists(path))
                    missing.append(u"%1: %2"_s.arg(file, path));
            }
        }
        QCOMPARE(missing, QStringList());
    }

    void documentsNameEveryFolder()
    {
        const auto map = content(u"ARCHITECTURE.md"_s);
        for (const auto &name : QDir(source.filePath(u"app"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(map.contains(u"| `app/%1` |"_s.arg(name)), qPrintable(name));
    }

    void everyRecipeStandsInTheSystemsTable()
    {
        const auto readme = content(u"README.md"_s);
        const auto table = readme.sliced(readme.indexOf(u"| System |"));
        for (const auto &file : filesIn(u"resources/recipes"_s, u"*.toml"_s)) {
            const auto names = captures(content(file), u"(?m)^name = \"([A-Za-z0-9+]+)"_s);
            const auto id = u'`' + QFileInfo(file).baseName() + u'`';
            QVERIFY2(names.isEmpty() || table.contains(names.first()) || table.contains(id), qPrintable(file));
        }
    }

    void theSystemsTableSaysWhatIsTested()
    {
        QString layouts;
        for (const auto &file : filesIn(u"tests/images/layouts"_s, u"*.cpp"_s))
            layouts += content(file);
        const auto recognition = content(u"tests/images/tst_recognition.cpp"_s);
        QSet<QString> inTable;
        for (const auto &row : systemRows()) {
            const auto real = bootPhrase(u"real"_s, row.recipes);
            const auto standIn = bootPhrase(u"standIn"_s, row.recipes);
            const auto where = row.recipes.join(u", "_s);
            QVERIFY2(!row.recipes.isEmpty(), "a row without a recipe");
            for (const auto &recipe : row.recipes) {
                const bool isTested = recipe.startsWith(u"fallback-") ? recognition.contains(u"u\"%1\"_s"_s.arg(recipe))
                                                                      : layouts.contains(u".recipe = u\"%1\"_s"_s.arg(recipe));
                QVERIFY2(isTested, qPrintable(recipe));
                inTable.insert(recipe);
            }
            QVERIFY2(row.layout.startsWith(u"yes"), qPrintable(where));
            QVERIFY2(real.isEmpty() ? row.booted == u"–" : row.booted == real || row.booted.startsWith(real + u": "_s),
                     qPrintable(u"%1: the column must begin with \"%2\", and is \"%3\""_s.arg(where, real, row.booted)));
            QVERIFY2(standIn.isEmpty() ? !row.layout.contains(u"booted")
                                       : row.layout.contains(u"booted with a stand-in: %1"_s.arg(standIn)),
                     qPrintable(u"%1: booted with a stand-in: %2"_s.arg(where, standIn)));
        }
        const auto tested = bootCases(u"real"_s).keys() + bootCases(u"standIn"_s).keys();
        QVERIFY(!tested.isEmpty());
        for (const auto &recipe : tested)
            QVERIFY2(inTable.contains(recipe), qPrintable(recipe));
    }
};

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
