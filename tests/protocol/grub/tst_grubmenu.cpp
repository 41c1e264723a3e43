// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/generatedfile.h"
#include "protocol/grub/grubmenu.h"

#include <QProcess>
#include <QTemporaryFile>
#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

const QByteArray origin = "http://172.16.0.2:8080"_ba;

ServedLab labWithRescue()
{
    BootEntry entry;
    entry.kernel = u"boot/vmlinuz"_s;
    entry.initrds = {{u"boot/initrd.img"_s, {}, 0644}, {u"preseed.cfg"_s, u"/preseed.cfg"_s, 0644}};
    entry.arguments = u"fetch=${base}root.squashfs keyboard=${keyboard} mac=${netX/mac} ${arguments}"_s;
    entry.firmware = Firmware::Bios | Firmware::EfiX64;
    ServedImage image{.id = u"rescue"_s, .entries = {entry}, .options = {{u"keyboard"_s, u"de"_s}, {u"arguments"_s, {}}}};

    ServedLab lab;
    lab.defaultItem = u"rescue"_s;
    lab.menuTimeoutSeconds = 3;
    lab.images.insert(image.id, image);
    lab.menu = {{ServedMenuItem::Kind::Image, u"rescue"_s, u"Rescue 1"_s},
                {ServedMenuItem::Kind::LocalDisk, u"local"_s, u"Local disk"_s},
                {ServedMenuItem::Kind::Shell, u"shell"_s, u"iPXE shell"_s},
                {ServedMenuItem::Kind::Reboot, u"reboot"_s, u"Reboot"_s}};
    return lab;
}

QByteArray partFor(const QByteArray &config, const QByteArray &processor)
{
    const auto begin = config.indexOf("if [ \"$grub_cpu\" = " + processor + " ]; then\n");
    const auto end = config.indexOf("\nfi\n", begin);
    return begin < 0 || end < 0 ? QByteArray() : config.sliced(begin, end - begin);
}

/// GRUB's own opinion of a script.
bool grubAccepts(const QByteArray &config)
{
    QTemporaryFile file;
    if (!file.open() || file.write(config) != config.size() || !file.flush())
        return false;
    QProcess check;
    check.start(u"grub-script-check"_s, {file.fileName()});
    return check.waitForFinished() && check.exitStatus() == QProcess::NormalExit && check.exitCode() == 0;
}

} // namespace

class TestGrubMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kernelEntry()
    {
        const auto config = Grub::menuConfig(labWithRescue(), origin);
        QVERIFY2(partFor(config, "x86_64").contains(
                     "menuentry 'Rescue 1' --id 'rescue' {\n"
                     "linux '(http,172.16.0.2:8080)/images/rescue/boot/vmlinuz' "
                     "'fetch=http://172.16.0.2:8080/images/rescue/root.squashfs' 'keyboard=de'\n"
                     "initrd '(http,172.16.0.2:8080)/images/rescue/boot/initrd.img' "
                     "'newc:/preseed.cfg:(http,172.16.0.2:8080)/images/rescue/preseed.cfg'\n"
                     "}\n"),
                 config.constData());
        QVERIFY(grubAccepts(config));
    }

    void eachProcessorGetsWhatItCanStart()
    {
        const auto config = Grub::menuConfig(labWithRescue(), origin);
        QVERIFY(partFor(config, "x86_64").contains("set default='rescue'\nset timeout=3"));
        const auto arm = partFor(config, "arm64");
        QVERIFY2(!arm.contains("rescue") && arm.contains("menuentry 'Local disk' --id 'local' {\nexit 1\n}\n"),
                 arm.constData());
        // The default entry is missing, so nothing may start by itself.
        QVERIFY(arm.endsWith("set timeout=-1"));
        QVERIFY2(!config.contains("iPXE shell"), "GRUB cannot start that");
    }

    void whatGrubCannotStartIsLeftOut_data()
    {
        QTest::addColumn<BootMethod>("method");
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("EFI program") << BootMethod::Efi << QString() << "chainloader '(http,172.16.0.2:8080)/images/"_ba;
        QTest::newRow("memdisk") << BootMethod::Memdisk << QString() << QByteArray();
        QTest::newRow("wimboot") << BootMethod::Wimboot << QString() << QByteArray();
        QTest::newRow("sanboot") << BootMethod::Sanboot << QString() << QByteArray();
        QTest::newRow("iPXE script") << BootMethod::Kernel << u"chain ${base}x"_s << QByteArray();
    }
    void whatGrubCannotStartIsLeftOut()
    {
        QFETCH(BootMethod, method);
        QFETCH(QString, script);
        QFETCH(QByteArray, command);
        auto lab = labWithRescue();
        lab.images[u"rescue"_s].entries[0].method = method;
        lab.images[u"rescue"_s].entries[0].script = script;
        const auto config = Grub::menuConfig(lab, origin);
        QCOMPARE(config.contains("Rescue 1"), !command.isEmpty());
        QVERIFY(config.contains(command));
    }

    void optionsChooseTheEntry()
    {
        auto lab = labWithRescue();
        lab.images[u"rescue"_s].entries[0].whenOptions = {{u"kernel"_s, u"standard"_s}};
        QVERIFY(!Grub::menuConfig(lab, origin).contains("vmlinuz"));
        lab.images[u"rescue"_s].options.insert(u"kernel"_s, u"standard"_s);
        QVERIFY(Grub::menuConfig(lab, origin).contains("vmlinuz"));
    }

    void hostileTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotation") << u"a' ; reboot ; '"_s;
        QTest::newRow("double quotation") << u"a\" ; reboot"_s;
        QTest::newRow("expansion") << u"$root ${root} $(reboot)"_s;
        QTest::newRow("new line") << u"a\nreboot"_s;
        QTest::newRow("carriage return") << u"a\r\nreboot"_s;
        QTest::newRow("line separator") << u"a\u2028reboot"_s;
        QTest::newRow("braces") << u"a } reboot { "_s;
        QTest::newRow("comment") << u"#a"_s;
        QTest::newRow("backslash") << u"a\\"_s;
        QTest::newRow("backslash and quotation") << u"a\\'; reboot; \\'"_s;
        QTest::newRow("umlaut and emoji") << u"Prüfstand \U0001F5A5"_s;
    }
    void hostileTexts()
    {
        QFETCH(QString, text);
        auto lab = labWithRescue();
        lab.menu[0].title = text;
        auto &image = lab.images[u"rescue"_s];
        image.options.insert(u"keyboard"_s, text);
        image.entries[0].kernel = text;
        image.entries[0].initrds[1].injectAs = u'/' + text;
        const auto config = Grub::menuConfig(lab, origin);
        QCOMPARE(config.count('\n'), Grub::menuConfig(labWithRescue(), origin).count('\n'));
        // Outside of quotations a script without the texts remains.
        QByteArray bare = config;
        bare.replace("'\\''", "");
        qsizetype quotes = 0;
        QByteArray outside;
        for (const char c : std::as_const(bare)) {
            quotes += c == '\'';
            if (quotes % 2 == 0 && c != '\'')
                outside.append(c);
        }
        QCOMPARE(quotes % 2, 0);
        QCOMPARE(outside.count("reboot"), 3); // the menu's own, one for each processor
        QVERIFY2(grubAccepts(config), config.constData());
    }

    void autoexecChainsTheBootScript()
    {
        const auto script = generate(GeneratedFile::IpxeAutoexec, labWithRescue(), origin);
        QVERIFY(script.startsWith("#!ipxe\n"));
        QVERIFY(script.contains("\nchain --autofree --replace http://172.16.0.2:8080/boot.ipxe ||\n"));
        QCOMPARE(generate(GeneratedFile::GrubMenu, labWithRescue(), origin), Grub::menuConfig(labWithRescue(), origin));
    }
};

QTEST_GUILESS_MAIN(TestGrubMenu)
#include "tst_grubmenu.moc"
