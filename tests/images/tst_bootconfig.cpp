// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/bootconfig.h"
#include "images/loaderconfig.h"

#include <QHash>
#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

using Files = QHash<QString, QByteArray>;

/// Every choice as `LABEL: KERNEL [INITRD…] ARGUMENTS`.
QStringList menuOf(const Files &files, const QStringList &first)
{
    QStringList lines;
    const auto menu = readBootMenu(first, [&files](const QString &path) { return files.value(path.toLower()); });
    for (const auto &choice : menu.choices) {
        lines.append(u"%1: %2 [%3] %4%5%6"_s.arg(choice.label, choice.kernel, choice.initrds.join(u' '),
                                                 choice.arguments, choice.isMemdisk ? u"(memdisk)"_s : QString(),
                                                 choice.losesMedium ? u"(medium)"_s : QString()));
    }
    return lines;
}

} // namespace

class TestBootConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void menus_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("ISOLINUX")
            << Files{{u"isolinux/isolinux.cfg"_s,
                      "default two\n# comment\nlabel one\n kernel vmlinuz1\n append initrd=initrd1.img quiet\n"
                      "LABEL two\n MENU LABEL ^Second system\n LINUX /boot/vmlinuz2\n INITRD /boot/a.img,b.img\n "
                      "APPEND a  b\n"}}
            << QStringList{u"Second system: boot/vmlinuz2 [boot/a.img isolinux/b.img] a b"_s,
                           u"one: isolinux/vmlinuz1 [isolinux/initrd1.img] quiet"_s};
        QTest::newRow("ISOLINUX: help, modules, common arguments")
            << Files{{u"isolinux/isolinux.cfg"_s,
                      "append common\nlabel a\ntext help\nkernel wrong\nendtext\nkernel k\nlabel b\nkernel k2\nappend "
                      "-\n"
                      "label hdt\nkernel hdt.c32\nlabel disk\nlocalboot 0x80\n"}}
            << QStringList{u"a: isolinux/k [] common"_s, u"b: isolinux/k2 [] "_s};
        QTest::newRow("ISOLINUX: included files, each once")
            << Files{{u"isolinux/isolinux.cfg"_s, "DEFAULT b\nINCLUDE menu.cfg\nUI vesamenu.c32\n"},
                     {u"isolinux/menu.cfg"_s, "menu include /x/deep.cfg\ninclude isolinux.cfg\nlabel a\nkernel ka\n"},
                     {u"x/deep.cfg"_s, "label b\nkernel kb\nlabel m\nkernel vesamenu.c32\nappend /x/more.cfg\n"},
                     {u"x/more.cfg"_s, "label c\nmenu default\nkernel /kc\n"}}
            << QStringList{u"b: x/kb [] "_s, u"a: isolinux/ka [] "_s, u"c: kc [] "_s};
        QTest::newRow("memdisk with a floppy")
            << Files{{u"isolinux/isolinux.cfg"_s, "label dos\nkernel memdisk\nappend initrd=dos.img floppy\n"}}
            << QStringList{u"dos: isolinux/memdisk [isolinux/dos.img] floppy(memdisk)"_s};
        QTest::newRow("GRUB") << Files{{u"boot/grub/grub.cfg"_s,
                                        "set default=0\nset kernel='/live/vmlinuz'\nif [ x ]; then set gfx=1; fi\n"
                                        "menuentry \"Start, \\\"quoted\\\"\" --class x {\n search --file /x\n linux "
                                        "($root)$kernel boot=x "
                                        "${unknown} quiet\n initrd /live/a.img /live/b.img # comment\n}\n"
                                        "submenu 'More' {\n menuentry 'Second' { linuxefi /k2 ; initrdefi /i2 }\n}\n"}}
                              << QStringList{u"Start, \"quoted\": live/vmlinuz [live/a.img live/b.img] boot=x quiet"_s,
                                             u"Second: k2 [i2] "_s};
        QTest::newRow("GRUB: other files, paths as of the root")
            << Files{{u"boot/grub/grub.cfg"_s, "source /boot/grub/kernels.cfg\nconfigfile /nowhere\n"},
                     {u"boot/grub/kernels.cfg"_s, "menuentry x {\nlinux16 /k\n}\n"}}
            << QStringList{u"x: k [] "_s};
        const auto menu = [](const QByteArray &choice) {
            return Files{{u"boot/grub/grub.cfg"_s,
                          "set default=\"${saved_entry}\"\nset default=" + choice
                              + "\nif [ x ]; then set default=\"${saved_entry}\"; fi\n"
                                "menuentry Firmware { fwsetup }\nmenuentry A --id first { linux /a }\n"
                                "submenu More { menuentry B --id second { linux /b } }\nmenuentry C { linux /c }\n"}};
        };
        const auto a = u"A: a [] "_s;
        const auto b = u"B: b [] "_s;
        const auto c = u"C: c [] "_s;
        QTest::newRow("GRUB: default by number, lines without Linux and submenus count")
            << menu("3") << QStringList{c, a, b};
        QTest::newRow("GRUB: default by id") << menu("second") << QStringList{b, a, c};
        QTest::newRow("GRUB: default by title") << menu("'C'") << QStringList{c, a, b};
        QTest::newRow("GRUB: default starts no Linux") << menu("0") << QStringList{a, b, c};
        QTest::newRow("GRUB: default is a submenu") << menu("2") << QStringList{a, b, c};
        QTest::newRow("GRUB: default that is not there") << menu("9") << QStringList{a, b, c};
        QTest::newRow("systemd-boot")
            << Files{{u"loader/entries/a.conf"_s,
                      "title Some Linux\nlinux /arch/vmlinuz\ninitrd /a.img\ninitrd /b.img\noptions x=1 y\n"}}
            << QStringList{u"Some Linux: arch/vmlinuz [a.img b.img] x=1 y"_s};
        QTest::newRow("drives mean nothing over a network")
            << Files{{u"isolinux.cfg"_s,
                      "label a\nkernel k\nappend initrd=i BOOT_IMAGE=/k root=live:CDLABEL=X findiso=/x.iso "
                      "root=/dev/ram0 "
                      "inst.stage2=hd:LABEL=Y archisolabel=Z keep\n"}}
            << QStringList{u"a: k [i] root=/dev/ram0 keep(medium)"_s};
        QTest::newRow("what iPXE would take for its own")
            << Files{{u"isolinux.cfg"_s, "label a || ${x}\nkernel k\nappend one || reboot && ${net0/mac} #x two\\\n"}}
            << QStringList{u"Entry 1: k [] one reboot"_s};
        QTest::newRow("control characters")
            << Files{{u"isolinux.cfg"_s, "label a\nkernel k\nappend x \1\2 y\n"}} << QStringList{u"a: k [] x y"_s};
        QTest::newRow("out of the image")
            << Files{{u"isolinux.cfg"_s, "label a\nkernel ../../etc/passwd\n"}} << QStringList();
        QTest::newRow("nothing") << Files{{u"isolinux.cfg"_s, "\xff\xfe\0 label"}} << QStringList();
    }
    void menus()
    {
        QFETCH(Files, files);
        QFETCH(QStringList, expected);
        static const QStringList first{u"isolinux/isolinux.cfg"_s, u"isolinux.cfg"_s, u"boot/grub/grub.cfg"_s,
                                       u"loader/entries/a.conf"_s};
        QCOMPARE(menuOf(files, first), expected);
    }

    void boundsHold()
    {
        QByteArray many;
        for (int i = 0; i < 1000; ++i)
            many += "label l" + QByteArray::number(i) + "\nkernel k" + QByteArray::number(i) + "\n";
        QCOMPARE(menuOf({{u"isolinux.cfg"_s, many}}, {u"isolinux.cfg"_s}).size(), 32);
        // variables made of variables
        QByteArray growing = "set a=" + QByteArray(4000, 'x') + "\n";
        for (int i = 0; i < 60'000; ++i)
            growing += "$a";
        QVERIFY(parseGrubConfig(QString::fromLatin1(growing)).entries.isEmpty());
        int reads = 0;
        (void)readBootMenu({u"0.cfg"_s}, [&reads](const QString &path) {
            ++reads;
            return "include " + QByteArray::number(path.section(u'.', 0, 0).toInt() + 1) + ".cfg\n";
        });
        QCOMPARE(reads, 64);
    }

    void defaultGoesFirst()
    {
        const auto config = parseSyslinuxConfig(u"default x\nlabel a\nkernel k\nmenu default\n"_s);
        QCOMPARE(config.defaultId, u"x"_s);
        QVERIFY(config.entries[0].isDefault);
    }

    void paths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        QTest::newRow("relative") << u"a/b"_s << u"folder/a/b"_s;
        QTest::newRow("absolute") << u"/a/b"_s << u"a/b"_s;
        QTest::newRow("device") << u"(cd0)/a"_s << u"a"_s;
        QTest::newRow("unknown device variable") << u"()/a"_s << u"a"_s;
        QTest::newRow("backslashes") << u"\\EFI\\x"_s << u"EFI/x"_s;
        QTest::newRow("up") << u"../a/./b"_s << u"a/b"_s;
        QTest::newRow("out") << u"../../a"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("folder itself") << u"/"_s << QString();
    }
    void paths()
    {
        QFETCH(QString, path);
        QFETCH(QString, expected);
        QCOMPARE(pathInImage(path, u"folder"_s), expected);
    }
};

QTEST_GUILESS_MAIN(TestBootConfig)
#include "tst_bootconfig.moc"
