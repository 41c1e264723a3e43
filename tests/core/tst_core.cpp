// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bootentry.h"
#include "core/bytereader.h"
#include "core/error.h"
#include "core/event.h"
#include "core/ipv4.h"

#include <QtTest>

#include <cerrno>

using namespace Benchboot;
using namespace Qt::StringLiterals;

class TestCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<quint32>("value");
        QTest::newRow("plain") << u"172.16.0.5"_s << true << 0xac100005U;
        QTest::newRow("all ones") << u"255.255.255.255"_s << true << 0xffffffffU;
        QTest::newRow("three numbers") << u"172.16.0"_s << false << 0U;
        QTest::newRow("256") << u"172.16.0.256"_s << false << 0U;
        QTest::newRow("sign") << u"172.16.0.+5"_s << false << 0U;
        QTest::newRow("space") << u"172.16.0. 5"_s << false << 0U;
        QTest::newRow("empty number") << u"172..0.5"_s << false << 0U;
        QTest::newRow("empty") << u""_s << false << 0U;
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QFETCH(quint32, value);
        const auto address = Ipv4::parse(text);
        QCOMPARE(address.has_value(), valid);
        if (valid) {
            QCOMPARE(address->value, value);
            QCOMPARE(address->toString(), text);
        } else {
            QCOMPARE(address.error().code, Error::Code::Malformed);
        }
    }

    void subnets()
    {
        const auto subnet = Subnet::parse(u"172.16.3.9/16");
        QVERIFY(subnet);
        QCOMPARE(subnet->toString(), u"172.16.0.0/16"_s);
        QVERIFY(subnet->contains(*Ipv4::parse(u"172.16.255.255")));
        QVERIFY(!subnet->contains(*Ipv4::parse(u"172.17.0.0")));
        QVERIFY(Subnet{}.contains(*Ipv4::parse(u"8.8.8.8")));
        for (const auto *bad : {u"172.16.0.0", u"172.16.0.0/0", u"172.16.0.0/33", u"172.16.0.0/x", u"/16"})
            QVERIFY(!Subnet::parse(QStringView(bad)));
    }

    void readerStopsAtTheEnd()
    {
        const QByteArray bytes("\x01\x02\x03"
                               "ab\0c",
                               7);
        ByteReader reader(bytes);
        QCOMPARE(reader.u16(), quint16(0x0102));
        QCOMPARE(reader.u32().has_value(), true);
        QCOMPARE(reader.remaining(), 1);
        QCOMPARE(reader.u16().has_value(), false);
        QCOMPARE(reader.remaining(), 1);
        QCOMPARE(reader.untilNul().has_value(), false);
        QCOMPARE(reader.bytes(-1).has_value(), false);
        QCOMPARE(reader.u8(), quint8('c'));
        QVERIFY(reader.atEnd());
    }

    void writerIsBigEndian()
    {
        QCOMPARE(ByteWriter().u8(1).u16(0x0203).u32(0x04050607).zeros(2).take(), QByteArray("\1\2\3\4\5\6\7\0\0", 9));
    }

    void errorsKeepTheirNames()
    {
        QCOMPARE(codeFromName(codeName(Error::Code::NotRecognised)), Error::Code::NotRecognised);
        QCOMPARE(systemError(ENOSPC, u"writing x"_s).code, Error::Code::NoSpace);
        QCOMPARE(systemError(ENOENT, u"opening x"_s).detail, u"opening x: No such file or directory"_s);
    }

    void factsSurviveJson()
    {
        ImageFacts facts{.recipe = u"r"_s, .name = u"N"_s, .version = u"1"_s, .label = u"L"_s};
        facts.files = {{u"a/b"_s, 5'000'000'000, u"00"_s, {{2048, 1000}, {9'000'000'000, 5}}}, {u"c"_s, 1, {}, {}}};
        BootEntry entry;
        entry.title = u"T"_s;
        entry.kernel = u"a/b"_s;
        entry.initrds = {{u"c"_s, {}, 0644}, {u"d"_s, u"/init"_s, 0755}};
        entry.arguments = u"x=${base}y"_s;
        entry.firmware = Firmware::Bios | Firmware::EfiX64;
        entry.cpuBits = 64;
        entry.whenOptions = {{u"kernel"_s, u"standard"_s}};
        entry.memoryMiB = 512;
        entry.reason = u"because"_s;
        facts.entries = {entry};
        facts.options = {{u"keyboard"_s, u"Keyboard"_s, {u"us"_s, u"de"_s}, u"us"_s}};
        facts.warnings = {u"w"_s};
        facts.files.last().expected = {{u"md5"_s, u"aa"_s, u"md5sum.txt"_s}};
        facts.imageSums = {{u"sha256"_s, u"bb"_s, u"x.iso.sha256"_s}};
        QCOMPARE(imageFactsFromJson(toJson(facts)), facts);
        QCOMPARE(imageFactsFromJson({}), ImageFacts{});
    }

    void eventsLeaveOutWhatTheyDoNotKnow()
    {
        Event event;
        event.timeMs = 1'700'000'000'123;
        event.service = Event::Service::Http;
        event.kind = u"get"_s;
        event.outcome = Event::Outcome::NotFound;
        event.target = u"/x"_s;
        const QJsonObject expected{{u"schema"_s, 1},          {u"event"_s, u"get"_s},
                                   {u"service"_s, u"http"_s}, {u"outcome"_s, u"not-found"_s},
                                   {u"target"_s, u"/x"_s},    {u"time"_s, u"2023-11-14T22:13:20.123Z"_s}};
        QCOMPARE(toJson(event), expected);
    }
};

QTEST_GUILESS_MAIN(TestCore)
#include "tst_core.moc"
