// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ipxe/menuscript.h"
#include "protocol/ipxe/scripttext.h"

#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

const QByteArray origin = "http://172.16.0.2:8080"_ba;

ServedLab labWithRescue()
{
    ServedImage image{.id = u"srcd"_s};
    BootEntry wide;
    wide.kernel = u"isolinux/rescue64"_s;
    wide.initrds = {{u"isolinux/initram.igz"_s, {}, 0644}};
    wide.arguments = u"dodhcp setkmap=${keyboard} netboot=${base}sysrcd.dat ${arguments}"_s;
    wide.firmware = Firmware::Bios | Firmware::EfiX64;
    wide.cpuBits = 64;
    BootEntry narrow = wide;
    narrow.kernel = u"isolinux/rescue32"_s;
    narrow.firmware = Firmware::Bios;
    narrow.cpuBits = 0;
    image.entries = {wide, narrow};
    image.options = {{u"keyboard"_s, {}}, {u"arguments"_s, u"console=ttyS0,115200"_s}};

    ServedLab lab;
    lab.menuTitle = u"Bench"_s;
    lab.defaultItem = u"srcd"_s;
    lab.menuTimeoutSeconds = 3;
    lab.images.insert(image.id, image);
    lab.menu = {{ServedMenuItem::Kind::Image, u"srcd"_s, u"SystemRescueCD 5.3.2"_s},
                {ServedMenuItem::Kind::LocalDisk, u"local"_s, u"Local disk"_s},
                {ServedMenuItem::Kind::Shell, u"shell"_s, u"iPXE shell"_s},
                {ServedMenuItem::Kind::Reboot, u"reboot"_s, u"Reboot"_s}};
    return lab;
}

Ipxe::MenuClient client(const QString &platform, const QString &architecture)
{
    Ipxe::MenuClient result;
    result.platform = platform;
    result.architecture = architecture;
    return result;
}

} // namespace

class TestMenuScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void biosTriesTheWideKernelFirst()
    {
        const auto script = Ipxe::menuScript(labWithRescue(), client(u"pcbios"_s, u"i386"_s), origin);
        QVERIFY(script.startsWith("#!ipxe\n"));
        QVERIFY2(
            script.contains(
                ":item_srcd\n"
                "cpuid --ext 29 || goto item_srcd_2\n"
                "imgfree ||\n"
                "kernel --name rescue64 http://172.16.0.2:8080/images/srcd/isolinux/rescue64 dodhcp "
                "netboot=http://172.16.0.2:8080/images/srcd/sysrcd.dat console=ttyS0,115200 || goto failed\n"
                "initrd --name initram.igz.1 http://172.16.0.2:8080/images/srcd/isolinux/initram.igz || goto failed\n"
                "boot || goto failed\n"
                ":item_srcd_2\n"
                "imgfree ||\n"
                "kernel --name rescue32 "),
            script.constData());
        QVERIFY(script.contains("choose --default srcd --timeout 3000 selected && goto item_${selected} ||\n"));
    }

    void uefiGetsOnlyWhatItCanBoot()
    {
        const auto script = Ipxe::menuScript(labWithRescue(), client(u"efi"_s, u"x86_64"_s), origin);
        QVERIFY(script.contains("rescue64 initrd=initrd.magic dodhcp"));
        QVERIFY(!script.contains("rescue32"));
        QVERIFY(!script.contains("cpuid"));
    }

    void entriesThatCannotBootAreNotOffered()
    {
        const auto script = Ipxe::menuScript(labWithRescue(), client(u"efi"_s, u"arm64"_s), origin);
        QVERIFY(!script.contains("srcd"));
        QVERIFY(script.contains("item --key d local Local disk\n"));
        // The default entry is missing, so nothing may start by itself.
        QVERIFY(!script.contains("--timeout"));
    }

    void unknownClientsAreAskedAtRunTime()
    {
        const auto script = Ipxe::menuScript(labWithRescue(), {}, origin);
        QVERIFY(script.contains("cpuid --ext 29 || goto item_srcd_2\n"));
        QVERIFY(script.contains(":item_srcd_2\niseq ${platform} pcbios || goto unfit_srcd\n"));
    }

    void timeoutZeroWaits()
    {
        auto lab = labWithRescue();
        lab.menuTimeoutSeconds = 0;
        const auto script = Ipxe::menuScript(lab, {}, origin);
        QVERIFY(script.contains("choose --default srcd selected"));
    }

    void optionsChooseTheKernel()
    {
        auto lab = labWithRescue();
        auto &image = lab.images[u"srcd"_s];
        image.entries[0].whenOptions = {{u"kernel"_s, u"standard"_s}};
        image.options.insert(u"kernel"_s, u"alternative"_s);
        const auto script = Ipxe::menuScript(lab, client(u"efi"_s, u"x86_64"_s), origin);
        QVERIFY(!script.contains("rescue64"));
        image.options.insert(u"kernel"_s, u"standard"_s);
        QVERIFY(Ipxe::menuScript(lab, client(u"efi"_s, u"x86_64"_s), origin).contains("rescue64"));
    }

    void hostileTitles_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("vector 60: expansion, operator and comment in a title") << u"a b${net0/mac}||shell#.iso"_s << "a b$ {net0/mac}||shell#.iso"_ba;
        QTest::newRow("operator") << u"a || shell"_s << "a | shell"_ba;
        QTest::newRow("and") << u"a && shell"_s << "a & shell"_ba;
        QTest::newRow("comment") << u"a #b"_s << "a b"_ba;
        QTest::newRow("new line") << u"a\nshell"_s << "a shell"_ba;
        QTest::newRow("carriage return") << u"a\rshell"_s << "a shell"_ba;
        QTest::newRow("joined line") << u"a\\"_s << "a"_ba;
        QTest::newRow("nested expansion") << u"$${${x}}"_s << "$$ {$ {x}}"_ba;
        QTest::newRow("operator behind a comment") << u"a #|| b ##&& c"_s << "a | b & c"_ba;
        QTest::newRow("operator before a joined line") << u"a ||\\"_s << "a |"_ba;
        QTest::newRow("operator by cutting") << QString(117, u'a') + u" ||b shell"_s << QByteArray(117, 'a') + " |";
        QTest::newRow("long") << QString(200, u'a') << QByteArray(120, 'a');
        QTest::newRow("cut inside a character") << QString(119, u'a') + u"\U0001F4BB"_s << QByteArray(119, 'a');
        QTest::newRow("line separator") << u"a\u2028b"_s << "a b"_ba;
        QTest::newRow("nothing") << u" \t"_s << "-"_ba;
        QTest::newRow("umlaut") << u"Prüfstand"_s << "Prüfstand"_ba;
    }
    void hostileTitles()
    {
        QFETCH(QString, title);
        QFETCH(QByteArray, shown);
        auto lab = labWithRescue();
        lab.menu[0].title = title;
        lab.menuTitle = title;
        const auto script = Ipxe::menuScript(lab, {}, origin);
        QVERIFY2(script.contains("\nitem srcd " + shown + "\n"), script.constData());
        QVERIFY(script.contains("\nmenu " + shown + "\n"));
        QCOMPARE(script.count('\n'), Ipxe::menuScript(labWithRescue(), {}, origin).count('\n'));
    }

    void hostilePathsAreEncoded()
    {
        auto lab = labWithRescue();
        auto &entry = lab.images[u"srcd"_s].entries[0];
        entry.kernel = u"a b/${x}||#k\n"_s;
        const auto script = Ipxe::menuScript(lab, client(u"efi"_s, u"x86_64"_s), origin);
        QVERIFY2(script.contains(
                     "kernel --name xk http://172.16.0.2:8080/images/srcd/a%20b/%24%7Bx%7D%7C%7C%23k%0A initrd="),
                 script.constData());
    }

    void hostileOptionsAreDropped()
    {
        const QMap<QString, QString> values{{u"arguments"_s, u"quiet || shell #x ${net0/mac} vga=791 && reboot a\\"_s},
                                            {u"keyboard"_s, u"de\nshell"_s}};
        QCOMPARE(Ipxe::expandArguments(u"k=${keyboard} ${arguments} m=${netX/mac:hexhyp}"_s, "http://b/"_ba, values),
                 "k=de shell quiet shell vga=791 reboot m=${netX/mac:hexhyp}"_ba);
        QVERIFY(!isSafeOptionValue(u"a || b"_s));
        QVERIFY(!isSafeOptionValue(u"a\nb"_s));
        QVERIFY(!isSafeOptionValue(u"${x}"_s));
        QVERIFY(!isSafeOptionValue(u"#a"_s));
        QVERIFY(isSafeOptionValue(u"console=ttyS0,115200 quiet"_s));
        QVERIFY(isSafeOptionValue({}));
    }

    void otherMethods_data()
    {
        QTest::addColumn<BootMethod>("method");
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("memdisk")
            << BootMethod::Memdisk
            << "kernel --name memdisk http://172.16.0.2:8080/loaders/memdisk iso raw || goto failed\n"
               "initrd --name image http://172.16.0.2:8080/images/srcd/d.iso || goto failed\n"_ba;
        QTest::newRow("sanboot")
            << BootMethod::Sanboot
            << "sanboot --no-describe iso raw http://172.16.0.2:8080/images/srcd/d.iso || goto failed\n"_ba;
        QTest::newRow("efi") << BootMethod::Efi
                             << "chain http://172.16.0.2:8080/images/srcd/d.iso iso raw || goto failed\n"_ba;
    }
    void otherMethods()
    {
        QFETCH(BootMethod, method);
        QFETCH(QByteArray, lines);
        auto lab = labWithRescue();
        BootEntry entry;
        entry.method = method;
        entry.kernel = u"d.iso"_s;
        entry.arguments = u"iso raw"_s;
        entry.firmware = Firmware::Bios;
        lab.images[u"srcd"_s].entries = {entry};
        QVERIFY(Ipxe::menuScript(lab, client(u"pcbios"_s, u"i386"_s), origin).contains(lines));
    }

    void queryIsOnlyData()
    {
        const auto parsed = Ipxe::menuClientFromQuery(
            "mac=52:54:00:AA:bb:01&platform=efi&buildarch=x86_64&product=Opti%20Plex+7060%0a&serial=%00%1b[31mX"
            "&memory=00000000-ffff0900&memory=00001000-ffff1700&memory=-&junk&=x&");
        QCOMPARE(parsed.mac, u"52:54:00:aa:bb:01"_s);
        QCOMPARE(parsed.product, u"Opti Plex+7060"_s);
        QCOMPARE(parsed.serial, u"[31mX"_s);
        QCOMPARE(parsed.memoryMiB, 640 + 512);
        QCOMPARE(Ipxe::firmwareOf(parsed), Firmwares(Firmware::EfiX64));
        QCOMPARE(Ipxe::menuClientFromQuery("mac=x||y&serial=" + QByteArray(9000, 'a')).mac, QString());
        QCOMPARE(Ipxe::menuClientFromQuery("serial=" + QByteArray(9000, 'a')).serial.size(), 128);
    }

    void bootScriptAsksForTheMenu()
    {
        const auto script = Ipxe::bootScript(origin);
        QVERIFY(script.startsWith("#!ipxe\n"));
        QVERIFY(script.contains("chain --autofree --replace http://172.16.0.2:8080/menu.ipxe?mac=${netX/mac}&"));
    }
};

QTEST_GUILESS_MAIN(TestMenuScript)
#include "tst_menuscript.moc"
