// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
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
};

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
