// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot");

struct Outcome
{
    int status = -1;
    QString output;
    QString errors;

    [[nodiscard]] QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const auto &line : output.split(u'\n', Qt::SkipEmptyParts))
            objects.append(QJsonDocument::fromJson(line.toUtf8()).object());
        return objects;
    }
};

Outcome runCommand(const QString &command, const QStringList &arguments)
{
    QProcess process;
    process.start(command, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Outcome benchboot(const QStringList &arguments) { return runCommand(program, arguments); }

/// Runs a shell script in a mount namespace of its own, where it may mount what it likes.
Outcome inMountNamespace(const QString &script, const QStringList &arguments)
{
    QStringList words{u"--mount"_s, u"--propagation"_s, u"private"_s};
    if (::geteuid() != 0)
        words.append(u"--map-root-user"_s);
    return runCommand(u"unshare"_s, words + QStringList{u"sh"_s, u"-ec"_s, script, u"sh"_s} + arguments);
}

void writeFile(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_image; // a small disc with SystemRescueCD's layout under a name that says nothing

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString lab() const { return path(u"lab"_s); }

    void makeImage()
    {
        const QByteArray content(3'000'000, 'x');
        const auto md5 = QCryptographicHash::hash(content, QCryptographicHash::Md5).toHex();
        writeFile(path(u"disc/sysrcd.dat"_s), content);
        writeFile(path(u"disc/sysrcd.md5"_s), md5 + "  sysrcd.dat\n");
        QByteArray kernel(4096, '\0');
        kernel.replace(0x1fe, 2, "\x55\xaa").replace(0x202, 4, "HdrS");
        writeFile(path(u"disc/isolinux/rescue64"_s), kernel);
        writeFile(path(u"disc/isolinux/initram.igz"_s), "initrd");
        m_image = path(u"a b.img"_s);
        makeDisc(u"sysrcd-5.3.2"_s, m_image);
    }
    void makeDisc(const QString &label, const QString &image)
    {
        const auto made = runCommand(u"xorriso"_s,
                                     {u"-as"_s, u"mkisofs"_s, u"-quiet"_s, u"-R"_s, u"-V"_s, label, u"-o"_s, image, path(u"disc"_s)});
        QVERIFY2(made.status == 0, qPrintable(made.errors));
    }

private Q_SLOTS:
    void initTestCase() { makeImage(); }
    void cleanup() { QDir(lab()).removeRecursively(); }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such command") << QStringList{u"frobnicate"_s};
        QTest::newRow("inspect nothing") << QStringList{u"inspect"_s};
        QTest::newRow("import nothing") << QStringList{u"import"_s};
        QTest::newRow("remove nothing") << QStringList{u"remove"_s};
        QTest::newRow("unknown option") << QStringList{u"images"_s, u"--colour"_s};
        QTest::newRow("mode") << QStringList{u"import"_s, u"x"_s, u"--mode"_s, u"move"_s};
        QTest::newRow("option without value") << QStringList{u"import"_s, u"x"_s, u"--option"_s, u"keyboard"_s};
        QTest::newRow("unknown setting") << QStringList{u"settings"_s, u"menu.colour=red"_s};
        QTest::newRow("bad value") << QStringList{u"settings"_s, u"menu.timeout=soon"_s};
        QTest::newRow("no card named") << QStringList{u"serve"_s};
        QTest::newRow("bad port") << QStringList{u"serve"_s, u"--interface"_s, u"lo"_s, u"--http-port"_s, u"99999"_s};
        QTest::newRow("bad subnet") << QStringList{u"serve"_s, u"--interface"_s, u"lo"_s, u"--subnet"_s, u"x"_s};
        QTest::newRow("bad kind of PC") << QStringList{u"doctor"_s, u"--interface"_s, u"lo"_s, u"--would-boot"_s, u"amiga"_s};
        QTest::newRow("bad doctor port") << QStringList{u"doctor"_s, u"--dhcp-port"_s, u"x"_s};
        QTest::newRow("bad platform") << QStringList{u"menu"_s, u"--platform"_s, u"amiga"_s};
        QTest::newRow("bad architecture") << QStringList{u"menu"_s, u"--arch"_s, u"m68k"_s};
        QTest::newRow("bad MAC address") << QStringList{u"menu"_s, u"--mac"_s, u"52:54:00"_s};
        QTest::newRow("bad memory") << QStringList{u"menu"_s, u"--memory"_s, u"much"_s};
        QTest::newRow("bad format") << QStringList{u"menu"_s, u"--format"_s, u"xml"_s};
        QTest::newRow("clients, no such action") << QStringList{u"clients"_s, u"forget"_s};
        QTest::newRow("pin nothing") << QStringList{u"clients"_s, u"pin"_s, u"52:54:00:12:34:56"_s};
        QTest::newRow("pin no MAC") << QStringList{u"clients"_s, u"pin"_s, u"me"_s, u"menu"_s};
        QTest::newRow("pin neither form nor loader")
            << QStringList{u"clients"_s, u"pin"_s, u"52:54:00:12:34:56"_s, u"x.efi"_s};
        QTest::newRow("reset nothing") << QStringList{u"clients"_s, u"reset"_s};
        QTest::newRow("words after images") << QStringList{u"images"_s, u"x"_s};
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        const auto outcome = benchboot(arguments + QStringList{u"--lab"_s, lab()});
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.output, QString());
        QVERIFY2(outcome.errors.startsWith(u"benchboot: ") && outcome.errors.count(u'\n') == 1,
                 qPrintable(outcome.errors));
    }

    void doctorExaminesThisComputer()
    {
        const QStringList ports{u"--dhcp-port"_s, u"0"_s, u"--boot-port"_s, u"0"_s, u"--tftp-port"_s, u"0"_s, u"--http-port"_s, u"0"_s};
        const QStringList place{u"doctor"_s, u"--json"_s, u"--lab"_s, lab(), u"--interface"_s};
        const auto fine = benchboot(place + QStringList{u"lo"_s} + ports);
        QVERIFY2(fine.status == 0, qPrintable(fine.output + fine.errors));
        QSet<QString> checks;
        for (const auto &line : fine.lines()) {
            if (line.value(u"event").toString() == u"finding")
                checks.insert(line.value(u"check").toString());
        }
        QCOMPARE(checks, (QSet<QString>{u"lab"_s, u"disk"_s, u"sandbox"_s, u"loader"_s, u"card"_s, u"port"_s, u"firewall"_s, u"server"_s}));
        QVERIFY(fine.lines().last().value(u"fine").toBool());

        const auto noCard = benchboot(place + QStringList{u"nope0"_s} + ports);
        QCOMPARE(noCard.status, 1);
        QVERIFY(!noCard.lines().last().value(u"fine").toBool(true));
    }

    void doctorPlaysAPcWithoutServices()
    {
        const auto outcome = benchboot({u"doctor"_s, u"--json"_s, u"--lab"_s, lab(), u"--interface"_s, u"lo"_s, u"--would-boot"_s,
                                        u"bios"_s, u"--dhcp-port"_s, u"9"_s});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.lines().first().value(u"step").toString(), u"offer"_s);
        QVERIFY(!outcome.lines().last().value(u"boots").toBool(true));
    }

    void helpForEveryCommand()
    {
        const auto overview = benchboot({u"--help"_s});
        QCOMPARE(overview.status, 0);
        for (const auto &command : {u"inspect"_s, u"import"_s, u"images"_s, u"remove"_s, u"verify"_s, u"recipes"_s,
                                    u"settings"_s, u"serve"_s, u"menu"_s, u"clients"_s, u"doctor"_s}) {
            QVERIFY(overview.output.contains(u"  "_s + command));
            const auto help = benchboot({command, u"--help"_s});
            QCOMPARE(help.status, 0);
            QVERIFY2(help.output.startsWith(u"Usage: benchboot %1"_s.arg(command)), qPrintable(help.output));
        }
        QVERIFY(benchboot({u"--version"_s}).output.startsWith(u"benchboot "));
    }

    void recipesAreListedAndChecked()
    {
        const auto all = benchboot({u"recipes"_s, u"--json"_s});
        QCOMPARE(all.status, 0);
        const auto lines = all.lines();
        QVERIFY(lines.size() > 60);
        const auto gparted
            = std::ranges::find(lines, u"gparted"_s, [](const auto &line) { return line[u"id"_s].toString(); });
        QVERIFY(gparted != lines.end());
        QCOMPARE((*gparted)[u"name"_s].toString(), u"GParted Live"_s);
        QVERIFY((*gparted)[u"builtIn"_s].toBool());
        QVERIFY(benchboot({u"recipes"_s}).output.contains(u"clonezilla "));

        const QByteArray good
            = "id = \"mine\"\nname = \"Mine\"\nrecognise = { files = [\"x\"] }\nentries = { kernel = \"k\" }\n";
        writeFile(path(u"good.toml"_s), good);
        writeFile(path(u"bad.toml"_s), good + "optoins = []\n");
        const auto right = benchboot({u"recipes"_s, u"check"_s, path(u"good.toml"_s)});
        QCOMPARE(right.status, 0);
        QCOMPARE(right.output, path(u"good.toml"_s) + u": nothing is wrong\n"_s);
        const auto wrong
            = benchboot({u"recipes"_s, u"check"_s, path(u"good.toml"_s), path(u"bad.toml"_s), u"--json"_s});
        QCOMPARE(wrong.status, 1);
        QCOMPARE(wrong.errors,
                 u"benchboot: %1:5: optoins: is not known here; is it mistyped?\n"_s.arg(path(u"bad.toml"_s)));
        QVERIFY(wrong.lines().at(0)[u"right"_s].toBool());
        const auto problem = wrong.lines().at(1)[u"problems"_s].toArray().at(0).toObject();
        QCOMPARE(problem[u"line"_s].toInt(), 5);
        QCOMPARE(problem[u"field"_s].toString(), u"optoins"_s);
        QCOMPARE(benchboot({u"recipes"_s, u"check"_s}).status, 2);
        QCOMPARE(benchboot({u"recipes"_s, u"chekc"_s}).status, 2);
    }

    void clientsArePinnedListedAndReset()
    {
        const auto run = [this](const QStringList &words) {
            return benchboot(QStringList{u"clients"_s} + words + QStringList{u"--lab"_s, lab()});
        };
        QCOMPARE(run({}).output, u"No PC has booted from this lab yet.\n"_s);
        writeFile(lab() + u"/loaders/own.efi"_s, "MZ");
        QCOMPARE(run({u"pin"_s, u"52-54-00-12-34-AB"_s, u"menu"_s}).output, u"52:54:00:12:34:ab  pinned: menu\n"_s);
        QCOMPARE(run({u"pin"_s, u"52:54:00:12:34:ab"_s, u"own.efi"_s}).output,
                 u"52:54:00:12:34:ab  pinned: menu, own.efi\n"_s);
        const auto listed = run({u"--json"_s}).lines();
        QCOMPARE(listed,
                 (QList<QJsonObject>{{{u"schema"_s, 1},
                                      {u"mac"_s, u"52:54:00:12:34:ab"_s},
                                      {u"pinnedForm"_s, u"menu"_s},
                                      {u"pinnedLoader"_s, u"own.efi"_s},
                                      {u"firmware"_s, QJsonArray()}}}));
        QCOMPARE(run({u"reset"_s, u"52:54:00:12:34:ab"_s}).status, 0);
        QCOMPARE(run({u"--json"_s}).output, QString());
        QCOMPARE(run({u"reset"_s, u"52:54:00:12:34:ab"_s}).errors,
                 u"benchboot: clients: nothing is known of 52:54:00:12:34:ab\n"_s);
    }

    void imageGoesInIsListedVerifiedAndRemoved()
    {
        const auto inspected = benchboot({u"inspect"_s, u"--json"_s, m_image}).lines();
        QCOMPARE(inspected.size(), 1);
        QCOMPARE(inspected.first().value(u"schema"_s).toInt(), 1);
        QCOMPARE(inspected.first().value(u"recipe"_s).toString(), u"systemrescuecd"_s);
        QCOMPARE(inspected.first().value(u"version"_s).toString(), u"5.3.2"_s);
        const auto entry = inspected.first().value(u"entries"_s).toArray().first().toObject();
        QCOMPARE(entry.value(u"method"_s).toString(), u"kernel"_s);
        QCOMPARE(entry.value(u"initrds"_s).toArray(), QJsonArray{u"isolinux/initram.igz"_s});
        QVERIFY(!QFile::exists(lab()));

        const auto imported = benchboot(
            {u"import"_s, u"--json"_s, u"--lab"_s, lab(), m_image, u"--option"_s, u"arguments=quiet x=1"_s});
        QCOMPARE(imported.status, 0);
        const auto last = imported.lines().last();
        QCOMPARE(last.value(u"event"_s).toString(), u"imported"_s);
        const auto id = last.value(u"id"_s).toString();
        QCOMPARE(id, u"systemrescuecd-5.3.2"_s);

        const auto listed = benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).lines();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.first().value(u"default"_s).toBool(), true);
        QCOMPARE(listed.first().value(u"options"_s).toObject().value(u"arguments"_s).toString(), u"quiet x=1"_s);
        const auto menu = benchboot({u"menu"_s, u"--lab"_s, lab(), u"--platform"_s, u"pcbios"_s}).output;
        QVERIFY2(menu.startsWith(u"#!ipxe\n") && menu.contains(u" quiet x=1 || goto failed\n"), qPrintable(menu));

        QCOMPARE(benchboot({u"verify"_s, u"--lab"_s, lab()}).status, 0);
        QFile data(lab() + u"/www/images/"_s + id + u"/sysrcd.dat"_s);
        QVERIFY(data.open(QIODevice::ReadWrite) && data.seek(1000) && data.putChar('y'));
        data.close();
        const auto broken = benchboot({u"verify"_s, u"--json"_s, u"--lab"_s, lab()});
        QCOMPARE(broken.status, 1);
        QVERIFY2(broken.errors.contains(u"sysrcd.dat"), qPrintable(broken.errors));
        QCOMPARE(broken.lines().first().value(u"event"_s).toString(), u"progress"_s);
        QCOMPARE(broken.lines().first().value(u"id"_s).toString(), id);
        QCOMPARE(broken.lines().last().value(u"whole"_s).toBool(true), false);

        QCOMPARE(benchboot({u"remove"_s, id, u"--lab"_s, lab()}).status, 0);
        QCOMPARE(benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).output, QString());
        QVERIFY(!QFile::exists(lab() + u"/www/images/"_s + id));
        QCOMPARE(benchboot({u"remove"_s, id, u"--lab"_s, lab()}).status, 1);
    }

    void sameImageTwice()
    {
        const QStringList words{u"import"_s, u"--lab"_s, lab(), m_image};
        QCOMPARE(benchboot(words).status, 0);
        const auto refused = benchboot(words + QStringList{u"--if-present"_s, u"fail"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.errors.contains(u"is in the lab already, as systemrescuecd-5.3.2"), qPrintable(refused.errors));
        QCOMPARE(QDir(lab() + u"/www/images"_s).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
        QCOMPARE(benchboot({u"settings"_s, u"--lab"_s, lab(), u"menu.default=systemrescuecd-5.3.2"_s}).status, 0);
        const auto damaged = lab() + u"/www/images/systemrescuecd-5.3.2/sysrcd.dat"_s;
        QVERIFY(QFile::remove(damaged));
        const auto replaced = benchboot(words + QStringList{u"--if-present"_s, u"replace"_s, u"--json"_s});
        QCOMPARE(replaced.status, 0);
        QCOMPARE(replaced.lines().last().value(u"replaced"_s).toString(), u"systemrescuecd-5.3.2"_s);
        QVERIFY(QFile::exists(damaged));
        const auto listed = benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).lines();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.first().value(u"id"_s).toString(), u"systemrescuecd-5.3.2"_s);
        QVERIFY(listed.first().value(u"default"_s).toBool());
        const auto again = benchboot(words + QStringList{u"--if-present"_s, u"replace"_s});
        QVERIFY2(again.output.contains(m_image + u": replaced systemrescuecd-5.3.2 (SystemRescueCD 5.3.2"_s), qPrintable(again.output));
        QCOMPARE(benchboot(words + QStringList{u"--if-present"_s, u"keep"_s}).status, 0);
        QCOMPARE(benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).lines().size(), 2);
        QCOMPARE(benchboot(words + QStringList{u"--if-present"_s, u"maybe"_s}).status, 2);
    }

    void aNewerVersionTakesOver()
    {
        const auto newer = path(u"newer.iso"_s);
        makeDisc(u"sysrcd-5.4.0"_s, newer);
        const auto option = u"keyboard=de"_s;
        QCOMPARE(benchboot({u"import"_s, u"--lab"_s, lab(), u"--option"_s, option, m_image}).status, 0);
        const auto taken = benchboot({u"import"_s, u"--lab"_s, lab(), u"--take-over"_s, newer});
        QCOMPARE(taken.status, 0);
        QVERIFY2(taken.output.contains(u"systemrescuecd-5.4.0, in place of systemrescuecd-5.3.2"), qPrintable(taken.output));
        const auto listed = benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).lines();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.first().value(u"id"_s).toString(), u"systemrescuecd-5.4.0"_s);
        QCOMPARE(listed.first().value(u"options"_s).toObject().value(u"keyboard"_s).toString(), u"de"_s);
        const QDir images(lab() + u"/www/images"_s);
        QCOMPARE(images.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{u"systemrescuecd-5.4.0"_s});
        QCOMPARE(benchboot({u"verify"_s, u"--lab"_s, lab()}).status, 0);
        // An earlier one takes over nothing.
        QCOMPARE(benchboot({u"import"_s, u"--lab"_s, lab(), u"--take-over"_s, m_image}).status, 0);
        QCOMPARE(benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).lines().size(), 2);
    }

    void linkedImageIsServedFromWhereItIs()
    {
        QCOMPARE(benchboot({u"import"_s, u"--mode"_s, u"link"_s, u"--lab"_s, lab(), m_image}).status, 0);
        QVERIFY(QDir(lab() + u"/www/images/systemrescuecd-5.3.2"_s).isEmpty());
        QCOMPARE(benchboot({u"verify"_s, u"--lab"_s, lab()}).status, 0);
        QCOMPARE(benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).lines().first().value(u"mode"_s).toString(),
                 u"link"_s);
    }

    void packedImageIsImportedButNotLinked()
    {
        const auto packed = path(u"packed"_s);
        QCOMPARE(runCommand(u"sh"_s, {u"-c"_s, u"xz -1 -c \"$1\" > \"$2\""_s, u"sh"_s, m_image, packed}).status, 0);
        const auto refused = benchboot({u"import"_s, u"--mode"_s, u"link"_s, u"--lab"_s, lab(), packed});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.errors.contains(u"is packed, so nothing can be served out of it as it lies there"), qPrintable(refused.errors));
        QCOMPARE(benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).lines().size(), 0);
        const auto inspected = benchboot({u"inspect"_s, u"--json"_s, packed}).lines();
        QCOMPARE(inspected.first().value(u"recipe"_s).toString(), u"systemrescuecd"_s);
        const auto imported = benchboot({u"import"_s, u"--json"_s, u"--lab"_s, lab(), packed});
        QCOMPARE(imported.status, 0);
        QVERIFY(imported.output.contains(u"\"step\":\"unpacking\""));
        QCOMPARE(benchboot({u"verify"_s, u"--lab"_s, lab()}).status, 0);
    }

    void badImagesChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("status");
        QTest::newRow("text") << QByteArray("root:x:0:0\n").repeated(5000) << 3;
        QTest::newRow("empty") << QByteArray() << 3;
        // Each of these stands for the image itself, changed.
        QTest::newRow("cut short") << QByteArray("cut") << 1;
        QTest::newRow("a name that leaves the folder") << QByteArray("climb") << 1;
    }
    void badImagesChangeNothing()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, status);
        if (content == "cut" || content == "climb") {
            QFile image(m_image);
            QVERIFY(image.open(QIODevice::ReadOnly));
            content = content == "cut" ? image.read(image.size() / 2) : image.readAll().replace("rescue64", "../scue6");
        }
        writeFile(path(u"bad.iso"_s), content);
        for (const auto &command : {u"inspect"_s, u"import"_s}) {
            const auto outcome = benchboot({command, path(u"bad.iso"_s), u"--lab"_s, lab()});
            QVERIFY2(outcome.status == status, qPrintable(outcome.errors));
            QVERIFY2(outcome.errors.startsWith(u"benchboot: ") && outcome.errors.count(u'\n') == 1,
                     qPrintable(outcome.errors));
        }
        QCOMPARE(benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).output, QString());
        QVERIFY(
            QDir(lab() + u"/www/images"_s).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    }

    void missingFileAndBadOptions()
    {
        QCOMPARE(benchboot({u"import"_s, path(u"nowhere.iso"_s), u"--lab"_s, lab()}).status, 1);
        const auto option = benchboot({u"import"_s, m_image, u"--lab"_s, lab(), u"--option"_s, u"colour=red"_s});
        QCOMPARE(option.status, 2);
        QVERIFY2(option.errors.contains(u"keyboard"), qPrintable(option.errors));
        QCOMPARE(benchboot({u"images"_s, u"--json"_s, u"--lab"_s, lab()}).output, QString());
    }

    void fullDiskIsFoundBefore()
    {
        const auto outcome = inMountNamespace(
            u"mkdir -p \"$3\"; mount -t tmpfs -o size=1m tmpfs \"$3\"; status=0; "
            "\"$1\" import \"$2\" --lab \"$3\" || status=$?; ls -A \"$3/www/images\"; exit $status"_s,
            {program, m_image, lab()});
        QVERIFY2(outcome.status == 1, qPrintable(outcome.errors));
        QCOMPARE(outcome.output, QString());
        QVERIFY2(outcome.errors.contains(u" free"), qPrintable(outcome.errors));
        QCOMPARE(outcome.errors.count(u'\n'), 1);
    }

    void diskThatFillsDuringTheImport()
    {
        // There is room enough for the bytes, but not for the names of all files: the disk is full in the midst of the import.
        const auto outcome = inMountNamespace(
            u"mkdir -p \"$3\"; mount -t tmpfs -o size=20m,nr_inodes=11 tmpfs \"$3\"; status=0; "
            "\"$1\" import \"$2\" --lab \"$3\" || status=$?; ls -A \"$3/www/images\"; exit $status"_s,
            {program, m_image, lab()});
        QVERIFY2(outcome.status == 1, qPrintable(outcome.errors));
        QCOMPARE(outcome.output, QString()); // nothing is left
        QVERIFY2(outcome.errors.contains(u"the disk takes no more, although"), qPrintable(outcome.errors));
        QCOMPARE(outcome.errors.count(u'\n'), 1);
    }

    void settingsOnAFullDisk()
    {
        const auto outcome = inMountNamespace(
            u"mkdir -p \"$2\"; mount -t tmpfs -o size=1m,nr_inodes=20 tmpfs \"$2\"; \"$1\" settings --lab \"$2\" menu.timeout=3; "
            "n=0; while touch \"$2/$n\" 2>/dev/null; do n=$((n + 1)); done; \"$1\" settings --lab \"$2\" menu.timeout=4 && exit 7; "
            "\"$1\" settings --lab \"$2\" menu.timeout"_s,
            {program, lab()});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
        QVERIFY2(outcome.output.contains(u'3'), qPrintable(outcome.output)); // as it was
        QVERIFY2(outcome.errors.contains(u"lab.json could not be written: the disk has no room for more. Delete files there"),
                 qPrintable(outcome.errors));
    }

    void serveSaysWhatIsMissing()
    {
        const QStringList ports{u"--dhcp-port"_s, u"0"_s, u"--boot-port"_s, u"0"_s,
                                u"--tftp-port"_s, u"0"_s, u"--http-port"_s, u"0"_s};
        const auto noCard = benchboot(QStringList{u"serve"_s, u"--lab"_s, lab(), u"--interface"_s, u"nope0"_s} + ports);
        QCOMPARE(noCard.status, 1);
        QVERIFY2(noCard.errors.contains(u"nope0") && (noCard.errors.contains(u"choose one of") || noCard.errors.contains(u"no network card")), qPrintable(noCard.errors));

        const auto noLoader
            = inMountNamespace(u"mount -t tmpfs tmpfs /usr/lib/ipxe; exec \"$@\""_s,
                               QStringList{program, u"serve"_s, u"--lab"_s, lab(), u"--interface"_s, u"lo"_s} + ports);
        QVERIFY2(noLoader.status == 1, qPrintable(noLoader.errors));
        QVERIFY2(noLoader.errors.contains(u"apt install ipxe"), qPrintable(noLoader.errors));
    }

    void computerWithoutNetworkCard()
    {
        QStringList words{u"--net"_s};
        if (::geteuid() != 0)
            words.append(u"--map-root-user"_s);
        const auto outcome = runCommand(
            u"unshare"_s, words + QStringList{program, u"serve"_s, u"--lab"_s, lab(), u"--interface"_s, u"eth0"_s});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.contains(u"has no network card") && outcome.errors.count(u'\n') == 1,
                 qPrintable(outcome.errors));
    }

    void labThatCannotBeChanged()
    {
        const auto unusable = benchboot({u"images"_s, u"--lab"_s, m_image});
        QCOMPARE(unusable.status, 1);
        QVERIFY2(unusable.errors.contains(u"--lab DIR") && unusable.errors.count(u'\n') == 1,
                 qPrintable(unusable.errors));

        QCOMPARE(benchboot({u"images"_s, u"--lab"_s, lab()}).status, 0);
        const auto full
            = inMountNamespace(u"mount -t tmpfs -o size=64k tmpfs \"$2\"; \"$1\" settings --lab \"$2\" menu.timeout=4; "
                               "head -c 1M /dev/zero >\"$2/fill\" 2>/dev/null || true; status=0; "
                               "\"$1\" settings --lab \"$2\" menu.timeout=5 || status=$?; "
                               "\"$1\" settings --lab \"$2\" menu.timeout; exit $status"_s,
                               {program, lab()});
        QCOMPARE(full.status, 1);
        QVERIFY2(full.errors.contains(u"Delete files there") && full.errors.count(u'\n') == 1, qPrintable(full.errors));
        QCOMPARE(full.output, u"4\n"_s);
    }

    void settingsAreShownWhenTheyAreSet()
    {
        QCOMPARE(benchboot({u"settings"_s, u"menu.timeout=3"_s, u"--lab"_s, lab()}).output, QString());
        const auto lines
            = benchboot({u"settings"_s, u"--json"_s, u"menu.timeout=4"_s, u"keyboard"_s, u"--lab"_s, lab()}).lines();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().value(u"value"_s).toString(), u"4"_s);
        QCOMPARE(lines.last().value(u"set"_s).toBool(true), false);
    }

    void menuOfOneClient()
    {
        QCOMPARE(benchboot({u"import"_s, u"--lab"_s, lab(), m_image}).status, 0);
        const QStringList client{u"--arch"_s,    u"x86_64"_s,      u"--mac"_s,          u"52:54:00:12:34:56"_s,
                                 u"--memory"_s,  u"4096"_s,        u"--manufacturer"_s, u"Dell || shell"_s,
                                 u"--product"_s, u"${net0/mac}"_s, u"--lab"_s,          lab()};
        const auto script = benchboot(QStringList{u"menu"_s, u"--platform"_s, u"efi"_s} + client);
        QCOMPARE(script.status, 0);
        // The test's kernel has no EFI part.
        QVERIFY2(!script.output.contains(u"systemrescuecd") && !script.output.contains(u"Dell"),
                 qPrintable(script.output));
        const auto items
            = benchboot(QStringList{u"menu"_s, u"--platform"_s, u"efi"_s, u"--format"_s, u"json"_s} + client).lines();
        QCOMPARE(items.size(), 4);
        QCOMPARE(items.first().value(u"entries"_s).toArray().first().toObject().value(u"fits"_s).toBool(true), false);
        QVERIFY(benchboot(QStringList{u"menu"_s, u"--platform"_s, u"pcbios"_s} + client)
                    .output.contains(u"\nitem systemrescuecd-5.3.2 "));
    }

    void takenPortNamesItsHolder()
    {
        QUdpSocket holder;
        QVERIFY(holder.bind(QHostAddress::AnyIPv4, 0, QAbstractSocket::DontShareAddress));
        const auto outcome = benchboot({u"serve"_s, u"--lab"_s, lab(), u"--interface"_s, u"lo"_s, u"--dhcp-port"_s,
                                        QString::number(holder.localPort()), u"--boot-port"_s, u"0"_s, u"--tftp-port"_s,
                                        u"0"_s, u"--http-port"_s, u"0"_s});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.contains(QString::number(holder.localPort())), qPrintable(outcome.errors));
        QVERIFY2(outcome.errors.contains(u"tst_cli (process %1)"_s.arg(::getpid())), qPrintable(outcome.errors));
    }

    void serveTellsWhenItIsReadyAndStopsWhenTold()
    {
        QProcess serve;
        serve.start(program,
                    {u"serve"_s, u"--json"_s, u"--lab"_s, lab(), u"--interface"_s, u"lo"_s, u"--dhcp-port"_s, u"0"_s,
                     u"--boot-port"_s, u"0"_s, u"--tftp-port"_s, u"0"_s, u"--http-port"_s, u"0"_s});
        QByteArray output;
        QTRY_VERIFY2((output += serve.readAllStandardOutput()).contains("\"event\":\"ready\""), output.constData());
        QCOMPARE(benchboot({u"settings"_s, u"menu.timeout=3"_s, u"--lab"_s, lab()}).status, 0);
        QTRY_VERIFY2((output += serve.readAllStandardOutput()).contains("\"event\":\"lab-changed\""),
                     output.constData());
        ::kill(pid_t(serve.processId()), SIGTERM);
        QVERIFY(serve.waitForFinished(5000));
        QCOMPARE(serve.exitStatus(), QProcess::NormalExit);
        QCOMPARE(serve.exitCode(), 0);
        QVERIFY((output + serve.readAllStandardOutput()).contains("\"event\":\"stopped\""));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
