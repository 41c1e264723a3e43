// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isofixture.h"
#include "images/recipebook.h"

#include <QDir>
#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray minimal = R"(id = "mine"
name = "Mine"
recognise = { files = ["x"] }
entries = { kernel = "k" }
)";

QStringList texts(const QList<RecipeProblem> &problems)
{
    QStringList list;
    for (const auto &problem : problems)
        list.append(u"%1: %2: %3"_s.arg(problem.line).arg(problem.field, problem.message));
    return list;
}

} // namespace

class TestRecipes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInRecipesAreRight()
    {
        const auto book = RecipeBook::load();
        for (const auto &problem : book.problems())
            qWarning().noquote() << problem.toString();
        QVERIFY(book.problems().isEmpty());
        const auto files = QDir(QStringLiteral(BENCHBOOT_SOURCE_DIR "/resources/recipes")).entryList({u"*.toml"_s});
        QCOMPARE(book.recipes().size(), files.size());
        for (const auto &file : files)
            QVERIFY2(book.find(file.chopped(5)), qPrintable(file + u" has another id than its name says"_s));
        QCOMPARE(book.find(u"nobody"_s), nullptr);
    }

    void problemsNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("problems");
        QTest::newRow("right") << minimal << QStringList();
        QTest::newRow("mistyped key") << minimal + "optoins = []\n"
                                      << QStringList{u"5: optoins: is not known here; is it mistyped?"_s};
        QTest::newRow("mistyped key inside") << minimal + "\n[memory]\nbsae = 3\n"
                                             << QStringList{u"7: memory.bsae: is not known here; is it mistyped?"_s};
        QTest::newRow("wrong type") << minimal + "priority = \"high\"\n"
                                    << QStringList{u"5: priority: must be a whole number from 0 to 100"_s};
        QTest::newRow("out of range") << minimal + "priority = 101\n"
                                      << QStringList{u"5: priority: must be a whole number from 0 to 100"_s};
        QTest::newRow("name missing") << QByteArray(minimal).replace("name = \"Mine\"\n", "")
                                      << QStringList{u"1: name: is missing"_s, u"1: name: is empty"_s};
        QTest::newRow("id with capitals")
            << QByteArray(minimal).replace("mine", "Mine") << QStringList{u"1: id: must be made of a-z, 0-9 and '-'"_s};
        QTest::newRow("reserved id")
            << QByteArray(minimal).replace("mine", "fallback-x")
            << QStringList{u"1: id: must not begin with \"fallback-\", which names what no recipe fits"_s};
        QTest::newRow("fits everything") << QByteArray(minimal).replace(
            "files = [\"x\"]", "") << QStringList{u"3: recognise: asks for nothing, so it would fit every image"_s};
        QTest::newRow("entry without a kernel")
            << QByteArray(minimal).replace("kernel = \"k\"", "title = \"t\"")
            << QStringList{u"4: entries.kernel: is missing (or a script, or method = \"none\" with a reason)"_s};
        QTest::newRow("bad expression")
            << minimal + "\n[[version]]\nlabel = '(('\n"
            << QStringList{u"7: version[0].label: is no regular expression: missing closing parenthesis"_s};
        QTest::newRow("expression without a group")
            << minimal + "\n[[version]]\nlabel = '1'\n"
            << QStringList{u"7: version[0].label: needs a group in parentheses: what is looked for"_s};
        QTest::newRow("initrd without a file")
            << QByteArray(minimal).replace("\"k\"", "\"k\", initrds = [{ optional = true }]")
            << QStringList{u"4: entries.initrds[0].file: say either which file, or which overlay"_s};
        QTest::newRow("overlay outside its folder")
            << QByteArray(minimal).replace("\"k\"", "\"k\", initrds = [{ overlay = \"../x\" }]")
            << QStringList{u"4: entries.initrds[0].overlay: must be made of a-z, 0-9 and '-'"_s};
        QTest::newRow("unknown option")
            << QByteArray(minimal).replace("\"k\"", "\"k\", when = { kernel = \"alt\" }")
            << QStringList{u"4: entries: when.kernel = \"alt\" is no choice of this recipe's options"_s};
        QTest::newRow("unknown firmware")
            << QByteArray(minimal).replace("\"k\"", "\"k\", when = { firmware = \"uefi\" }")
            << QStringList{u"4: entries.when.firmware: must be of bios, efi-ia32, efi-x64, efi-arm64"_s};
        QTest::newRow("no TOML") << QByteArray(
            "id = \n") << QStringList{u"1: : Error while parsing key-value pair: expected value, saw '\\n'"_s};
        QTest::newRow("unknown parent") << minimal + "extends = \"nobody\"\n"
                                        << QStringList{u"0: extends: there is no recipe \"nobody\""_s};
        QTest::newRow("its own parent") << minimal + "extends = \"mine\"\n"
                                        << QStringList{u"0: extends: there is no recipe \"mine\""_s};
        QTest::newRow("too long") << minimal + QByteArray(300'000, '#')
                                  << QStringList{u"0: : is longer than 256 KiB"_s};
    }
    void problemsNameTheirPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, problems);
        QTemporaryDir folder;
        const auto file = folder.filePath(u"mine.toml"_s);
        writeFile(file, text);
        const auto found = RecipeBook::check(file);
        QCOMPARE(texts(found), problems);
        for (const auto &problem : found)
            QCOMPARE(problem.file, file);
    }

    void ownRecipesWin()
    {
        QTemporaryDir first;
        QTemporaryDir second;
        writeFile(first.filePath(u"a.toml"_s), minimal);
        writeFile(first.filePath(u"b.toml"_s), QByteArray(minimal).replace("\"mine\"", "\"gparted\""));
        writeFile(second.filePath(u"c.toml"_s), QByteArray(minimal).replace("\"Mine\"", "\"Second\""));
        const auto book = RecipeBook::load({first.path(), second.path(), u"/nowhere"_s});
        QVERIFY(book.problems().isEmpty());
        QCOMPARE(book.find(u"mine"_s)->name, u"Second"_s);
        QCOMPARE(book.find(u"gparted"_s)->name, u"Mine"_s);
        QCOMPARE(book.find(u"clonezilla"_s)->name, u"Clonezilla Live"_s);
    }

    void brokenRecipesHarmNobody()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"broken.toml"_s),
                  QByteArray(minimal).replace("\"mine\"", "\"gparted\"") + "oops = 1\n");
        writeFile(folder.filePath(u"garbage.toml"_s), "\xff\xfe\0");
        writeFile(folder.filePath(u"good.toml"_s), minimal);
        const auto book = RecipeBook::load({folder.path()});
        QCOMPARE(book.problems().size(), 2);
        QCOMPARE(book.find(u"gparted"_s)->name, u"GParted Live"_s);
        QVERIFY(book.find(u"mine"_s));
    }

    void childrenTakeKeysOver()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"child.toml"_s),
                  "id = \"child\"\nextends = \"clonezilla\"\nname = \"Child\"\npriority = 70\n");
        const auto book = RecipeBook::load({folder.path()});
        const auto *child = book.find(u"child"_s);
        QVERIFY(child);
        QCOMPARE(child->name, u"Child"_s);
        QCOMPARE(child->priority, 70);
        const auto *parent = book.find(u"clonezilla"_s);
        const auto *grandparent = book.find(u"live-boot"_s);
        QCOMPARE(child->arguments.size(), parent->arguments.size());
        QCOMPARE(child->arguments[0].text, parent->arguments[0].text);
        QCOMPARE(child->entries.size(), grandparent->entries.size());
        QVERIFY(parent->arguments[0].text != grandparent->arguments[0].text);
    }
    void circlesEnd()
    {
        QTemporaryDir folder;
        for (const auto &[id, parent] : {std::pair("one", "two"), std::pair("two", "one")}) {
            writeFile(folder.filePath(QString::fromLatin1(id) + u".toml"_s),
                      QByteArray(minimal).replace("mine", id) + "extends = \"" + parent + "\"\n");
        }
        const auto book = RecipeBook::load({folder.path()});
        QCOMPARE(book.problems().size(), 2);
        QCOMPARE(book.problems()[0].message, u"recipes extend each other in a circle"_s);
    }

    void everyKeyIsRead()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"full.toml"_s), R"(
id = "full"
name = "Full"
priority = 7
arguments = ["a b", { text = "c", if = "d*" }]
notes = ["n", { text = "m", if = "e*" }]
[[recognise]]
files = ["f1", "f2"]
any = ["a1", "a2"]
none = "n1"
label = '^L'
text = [{ file = "t", matches = 'T+' }]
[[recognise]]
bare = true
[[version]]
path = 'v(\d)'
format = 'x\1'
[[version]]
file = "vf"
matches = '(\d)'
[[product]]
label = '(P)'
[[edition]]
path = '(e)'
[[language]]
file = "l"
matches = '(l)'
[files]
take = ["t*"]
optional = "o"
[[checks]]
type = "sha256"
sums = "s"
file = "c"
[[options]]
key = "kernel"
label = "Kernel"
choices = ["a", "b"]
default = "b"
[[options]]
key = "ram"
label = "RAM"
choices = ["toram"]
[memory]
base = 5
times = 1.5
files = "m"
[[entries]]
title = "One"
kernel = "k*"
files = ["{1}/f"]
none = "{1}/n"
initrds = ["i-{1}", { overlay = "o-1" }, { file = "j", optional = true, inject = "/etc/j", mode = 0o600 }]
arguments = "last"
when = { firmware = ["bios", "efi-arm64"], cpu = 64, kernel = "a" }
[[entries]]
method = "none"
reason = "because"
[[entries]]
script = "sanboot x"
[[entries]]
kernel = "v*"
each = "kernel"
)");
        const auto book = RecipeBook::load({folder.path()});
        QCOMPARE(texts(book.problems()), QStringList());
        const auto &recipe = *book.find(u"full"_s);
        QCOMPARE(recipe.priority, 7);
        QCOMPARE(recipe.arguments.size(), 2);
        QCOMPARE(recipe.arguments[1].ifFile, u"d*"_s);
        QCOMPARE(recipe.recognise.size(), 2);
        QCOMPARE(recipe.recognise[0].conditions(), 6);
        QCOMPARE(recipe.recognise[0].none, QStringList{u"n1"_s});
        QCOMPARE(recipe.recognise[1].conditions(), 1);
        QVERIFY(recipe.recognise[1].bare);
        QCOMPARE(recipe.notes.size(), 2);
        QCOMPARE(recipe.notes[1].ifFile, u"e*"_s);
        QVERIFY(recipe.product[0].inLabel);
        QCOMPARE(recipe.edition[0].matches.pattern(), u"(e)"_s);
        QCOMPARE(recipe.language[0].file, u"l"_s);
        QCOMPARE(recipe.version[0].format, u"x\\1"_s);
        QCOMPARE(recipe.version[1].file, u"vf"_s);
        QCOMPARE(recipe.take, QStringList{u"t*"_s});
        QCOMPARE(recipe.takeOptional, QStringList{u"o"_s});
        QCOMPARE(recipe.checks[0].type, u"sha256"_s);
        QCOMPARE(recipe.options,
                 (QList<BootOption>{{u"kernel"_s, u"Kernel"_s, {u"a"_s, u"b"_s}, u"b"_s},
                                    {u"ram"_s, u"RAM"_s, {u"toram"_s}, {}}}));
        QCOMPARE(recipe.memory.baseMiB, 5);
        QCOMPARE(recipe.memory.times, 1.5);
        const auto &entry = recipe.entries[0];
        QCOMPARE(entry.initrds[0].file, u"i-{1}"_s);
        QCOMPARE(entry.files, QStringList{u"{1}/f"_s});
        QCOMPARE(entry.none, QStringList{u"{1}/n"_s});
        QCOMPARE(entry.initrds[1].overlay, u"o-1"_s);
        QCOMPARE(entry.initrds[2].injectAs, u"/etc/j"_s);
        QCOMPARE(entry.initrds[2].mode, 0600U);
        QVERIFY(entry.initrds[2].optional);
        QCOMPARE(entry.firmware, Firmwares(Firmware::Bios | Firmware::EfiArm64));
        QCOMPARE(entry.cpuBits, 64);
        QCOMPARE(entry.whenOptions, (QMap<QString, QString>{{u"kernel"_s, u"a"_s}}));
        QCOMPARE(recipe.entries[1].method, BootMethod::None);
        QCOMPARE(recipe.entries[2].script, u"sanboot x"_s);
        QCOMPARE(recipe.entries[3].each, u"kernel"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecipes)
#include "tst_recipes.moc"
