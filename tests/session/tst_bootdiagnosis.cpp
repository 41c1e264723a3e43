// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rehearsalmac.h"
#include "session/bootdiagnosis.h"

#include <QTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

using Service = Event::Service;
using Outcome = Event::Outcome;

namespace {

const auto pc = u"52:54:00:aa:00:01"_s;

/// One line each: "second what target"; what is discover, ipxe, bios, rrq (taken whole), cut, miss, http, boot, menu, or look.
QList<Event> story(const QString &lines, const QString &mac)
{
    QList<Event> events;
    for (const auto &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const auto words = line.simplified().split(u' ');
        const auto what = words.value(1);
        Event event{.timeMs = words.first().toLongLong() * 1000, .kind = what, .mac = mac, .target = words.value(2)};
        if (what == u"discover" || what == u"ipxe" || what == u"bios") {
            event.service = Service::ProxyDhcp;
            event.kind = u"discover"_s;
            event.detail = what == u"bios" ? u"BIOS (0), PXEClient"_s : u"UEFI x64 (7), PXEClient"_s;
            if (what == u"ipxe")
                event.detail += u", iPXE"_s;
        } else if (what != u"look") {
            event.service = what == u"rrq" || what == u"cut" || what == u"miss" ? Service::Tftp : Service::Http;
            event.outcome = what == u"cut" ? Outcome::Aborted : what == u"miss" ? Outcome::NotFound : Outcome::Ok;
            event.total = 100;
            event.bytes = event.outcome == Outcome::Ok ? 100 : 0;
        }
        events.append(event);
    }
    return events;
}

} // namespace

class TestBootDiagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QStringList>("said"); // "second: loader"
        const QStringList nothing;
        QTest::newRow("healthy UEFI boot")
            << u"0 discover\n2 rrq snponly.efi\n5 ipxe\n7 boot /boot.ipxe\n8 menu /menu.ipxe\n90 look"_s << nothing;
        QTest::newRow("iPXE that asks for no address again")
            << u"0 discover\n2 rrq snponly.efi\n5 boot /boot.ipxe\n90 look"_s << nothing;
        QTest::newRow("firmware comes back")
            << u"0 discover\n2 rrq snponly.efi\n4 discover\n90 look"_s << QStringList{u"4: snponly.efi"_s};
        QTest::newRow("firmware comes back twice")
            << u"0 discover\n2 rrq snponly.efi\n4 discover\n5 rrq snponly.efi\n7 discover"_s
            << QStringList{u"4: snponly.efi"_s, u"7: snponly.efi"_s};
        QTest::newRow("firmware is silent")
            << u"0 discover\n2 rrq snponly.efi\n61 look\n62 look\n70 look"_s << QStringList{u"62: snponly.efi"_s};
        QTest::newRow("somebody starts the PC again later")
            << u"0 discover\n2 rrq snponly.efi\n70 look\n80 discover"_s << QStringList{u"70: snponly.efi"_s};
        QTest::newRow("UEFI HTTP Boot") << u"0 discover\n2 http /loaders/ipxe.efi\n4 discover"_s
                                        << QStringList{u"4: ipxe.efi"_s};
        QTest::newRow("loader was cut off") << u"0 discover\n2 cut snponly.efi\n4 discover\n90 look"_s << nothing;
        QTest::newRow("BIOS") << u"0 bios\n2 rrq undionly.kpxe\n4 bios\n90 look"_s << nothing;
        QTest::newRow("file of an image")
            << u"0 discover\n2 http /images/a/bootx64.efi\n4 discover\n90 look"_s << nothing;
        QTest::newRow("GRUB asks for its menu")
            << u"0 discover\n2 rrq shimx64.efi\n3 rrq grubx64.efi\n4 miss x64/command.lst\n5 rrq grub/grub.cfg\n90 look"_s
            << nothing;
        QTest::newRow("GRUB asks elsewhere")
            << u"0 discover\n2 rrq shimx64.efi\n3 rrq grubx64.efi\n32 look\n33 look\n34 look"_s
            << QStringList{u"33: grubx64.efi"_s};
        QTest::newRow("GRUB gives up before")
            << u"0 discover\n2 rrq shimx64.efi\n3 rrq grubx64.efi\n9 discover\n40 look"_s << nothing;
        QTest::newRow("signed iPXE is not suspected")
            << u"0 discover\n1 rrq shimx64.efi\n2 rrq x64-sb/snponly.efi\n9 discover\n90 look"_s << nothing;
    }
    void says()
    {
        QFETCH(QString, lines);
        BootDiagnosis diagnosis;
        QStringList said;
        for (const auto &event : story(lines, pc)) {
            const auto found = event.kind == u"look" ? diagnosis.look(event.timeMs) : diagnosis.take({event});
            for (const auto &one : found) {
                QCOMPARE(one.mac, pc);
                QCOMPARE(one.kind, u"diagnosis"_s);
                QVERIFY(one.detail.contains(one.target.contains(u"grub") ? u"next-server" : u"Secure Boot"));
                said.append(u"%1: %2"_s.arg(one.timeMs / 1000).arg(one.target));
            }
        }
        QTEST(said, "said");
    }

    void othersAreNotMistaken()
    {
        BootDiagnosis diagnosis;
        QVERIFY(diagnosis.take(story(u"0 discover\n2 rrq snponly.efi"_s, pc)).isEmpty());
        QVERIFY(diagnosis.take(story(u"3 discover"_s, u"52:54:00:aa:00:02"_s)).isEmpty());
        QVERIFY(diagnosis.take(story(u"0 discover\n2 rrq snponly.efi\n4 discover"_s, QString())).isEmpty());
        QVERIFY(diagnosis.take(story(u"0 discover\n2 rrq snponly.efi\n4 discover"_s, QString::fromLatin1(rehearsalMac)))
                    .isEmpty());
        QCOMPARE(diagnosis.take(story(u"4 discover"_s, pc)).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBootDiagnosis)
#include "tst_bootdiagnosis.moc"
