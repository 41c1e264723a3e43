// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dhcpmessages.h"

#include "protocol/dhcp/architecture.h"
#include "protocol/dhcp/client.h"

#include <QtTest>

#include <vector>

using namespace Benchboot;
using namespace Benchboot::Dhcp;
using namespace Qt::StringLiterals;

namespace {

const QByteArray cookie = QByteArrayLiteral("\x63\x82\x53\x63");

/// A header of zeros with op 1, Ethernet and a hardware address, then \a options as they are.
QByteArray withOptions(const QByteArray &options)
{
    QByteArray bytes(236, '\0');
    bytes[0] = 1;
    bytes[1] = 1;
    bytes[2] = 6;
    return bytes + cookie + options;
}

/// The whole of what an EDK2 client sends, written down byte by byte.
QByteArray edk2Discover()
{
    return QByteArray::fromHex("01010600a1b2c3d400048000" // BOOTREQUEST, Ethernet, xid, 4 s, broadcast
                               "00000000000000000000000000000000" // ciaddr, yiaddr, siaddr, giaddr
                               "525400123456")
        + QByteArray(10 + 64 + 128, '\0') + cookie
        + QByteArray::fromHex("350101" // DISCOVER
                              "390205c0" // at most 1,472 bytes
                              "3706010203040c0f" // wanted options
                              "61110000112233445566778899aabbccddeeff" // machine identifier
                              "5e03010310" // UNDI 3.16
                              "5d020007" // x64
                              "3c20")
        + "PXEClient:Arch:00007:UNDI:003016" + '\xff';
}

} // namespace

class TestDhcpMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField()
    {
        const auto message = parseMessage(edk2Discover());
        QVERIFY(message);
        QCOMPARE(message->op, Message::requestOp);
        QCOMPARE(message->transaction, 0xa1b2c3d4U);
        QCOMPARE(message->seconds, quint16(4));
        QCOMPARE(message->flags, Message::broadcastFlag);
        QCOMPARE(macOf(*message), u"52:54:00:12:34:56"_s);
        QCOMPARE(message->options.size(), 7);
        QCOMPARE(*message->option(57), QByteArray("\x05\xc0"));
        QCOMPARE(message->option(54), nullptr);
        QVERIFY(isMachineIdentifier(*message->option(OptionCode::MachineIdentifier)));
        QCOMPARE(toString(describeClient(*message)), u"UEFI x64 (7), PXEClient"_s);
    }

    void recordedBytesSurvive()
    {
        const auto bytes = edk2Discover();
        const auto padding = QByteArray(std::max<qsizetype>(0, Message::minimumSize - bytes.size()), '\0');
        QCOMPARE(serialise(parseMessage(bytes).value()).value(), bytes + padding);
    }

    void valuesSurvive()
    {
        Message message;
        message.op = Message::replyOp;
        message.hardwareType = 32;
        message.hardwareLength = 16;
        message.hops = 3;
        message.transaction = 0xfedcba98;
        message.seconds = 0x0102;
        message.flags = 0x8001;
        message.clientAddress = ip(u"10.0.0.1");
        message.yourAddress = ip(u"10.0.0.2");
        message.serverAddress = ip(u"10.0.0.3");
        message.relayAddress = ip(u"10.0.0.4");
        message.hardwareAddress = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        message.serverName = QByteArray(63, 's');
        message.bootFile = QByteArray(127, 'f');
        message.options
            = {{53, QByteArray(1, '\2')}, {224, {}}, {43, QByteArray(700, 'x')}, {82, QByteArray(255, 'r')}};
        QCOMPARE(parseMessage(serialise(message).value()).value(), message);
    }

    void surviveEveryPrefix()
    {
        const auto whole = edk2Discover();
        for (qsizetype n = 0; n <= whole.size(); ++n) {
            const std::vector<char> cut(whole.cbegin(),
                                        whole.cbegin() + n); // ASan sees any read beyond exactly n bytes
            const auto message = parseMessage(QByteArrayView(cut.data(), n));
            if (message)
                (void)describeClient(*message);
            else
                QCOMPARE(message.error().code, Error::Code::Truncated);
            QVERIFY(n >= Message::headerSize || !message);
        }
        QVERIFY(parseMessage(whole));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Code>("code");
        auto wrongCookie = withOptions("\xff");
        wrongCookie[239] = 'x';
        auto longAddress = withOptions("\xff");
        longAddress[2] = 17;
        QTest::newRow("empty") << QByteArray() << Error::Code::Truncated;
        QTest::newRow("239 bytes") << withOptions({}).first(239) << Error::Code::Truncated;
        QTest::newRow("wrong cookie") << wrongCookie << Error::Code::Malformed;
        QTest::newRow("hardware address of 17 bytes") << longAddress << Error::Code::Malformed;
        QTest::newRow("option past the end") << withOptions("\x3c\x09PXE") << Error::Code::Truncated;
        QTest::newRow("code without length") << withOptions("\x3c") << Error::Code::Truncated;
        QTest::newRow("option past the end of a lent file field")
            << overloaded(1, "\x3c\x7f", {}) << Error::Code::Truncated;
        QTest::newRow("option past the end of a lent sname field")
            << overloaded(2, {}, "\x3c\x3f") << Error::Code::Truncated;
    }
    void refusals()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Error::Code, code);
        const auto message = parseMessage(bytes);
        QVERIFY(!message);
        QCOMPARE(message.error().code, code);
    }

    void optionAreas_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("vendorClass");
        QTest::newRow("no End") << withOptions("\x3c\x03"
                                               "abc")
                                << QByteArray("abc");
        QTest::newRow("pads between") << withOptions(QByteArray("\0\0\x3c\x03"
                                                                "abc\0",
                                                                8))
                                      << QByteArray("abc");
        QTest::newRow("nothing counts behind End") << withOptions("\x3c\x03"
                                                                  "abc\xff\x3c\x01"
                                                                  "d")
                                                   << QByteArray("abc");
        QTest::newRow("parts are joined") << withOptions("\x3c\x03"
                                                         "abc\x35\x01\x01\x3c\x01"
                                                         "d\xff")
                                          << QByteArray("abcd");
        QTest::newRow("in file") << overloaded(1,
                                               "\x3c\x03"
                                               "abc\xff",
                                               "\x3c\x01"
                                               "d\xff")
                                 << QByteArray("abc");
        QTest::newRow("in sname") << overloaded(2,
                                                "\x3c\x03"
                                                "abc\xff",
                                                "\x3c\x01"
                                                "d\xff")
                                  << QByteArray("d");
        QTest::newRow("file before sname") << overloaded(3,
                                                         "\x3c\x03"
                                                         "abc\xff",
                                                         "\x3c\x01"
                                                         "d\xff")
                                           << QByteArray("abcd");
        QTest::newRow("lent fields without End") << overloaded(3,
                                                               "\x3c\x03"
                                                               "abc",
                                                               "\x3c\x01"
                                                               "d")
                                                 << QByteArray("abcd");
    }
    void optionAreas()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, vendorClass);
        const auto message = parseMessage(bytes);
        QVERIFY(message);
        QVERIFY(message->option(OptionCode::VendorClass));
        QCOMPARE(*message->option(OptionCode::VendorClass), vendorClass);
        QCOMPARE(message->option(OptionCode::Overload), nullptr);
    }

    void lentFieldsAreNoText()
    {
        const auto lent = parseMessage(overloaded(3,
                                                  "\x3c\x03"
                                                  "abc\xff",
                                                  "\xff"));
        QVERIFY(lent->bootFile.isEmpty() && lent->serverName.isEmpty());
        for (const char absurd : {'\0', '\4', '\11'}) {
            const auto kept = parseMessage(overloaded(absurd, "ipxe.efi", "server"));
            QCOMPARE(kept->bootFile, QByteArray("ipxe.efi"));
            QCOMPARE(kept->serverName, QByteArray("server"));
        }
    }

    void fieldsAreFullButNeverCut()
    {
        Message message;
        message.bootFile = QByteArray(127, 'f');
        QVERIFY(serialise(message));
        message.bootFile.append('f');
        QCOMPARE(serialise(message).error().code, Error::Code::LimitExceeded);
        message.bootFile.clear();
        message.serverName = QByteArray(64, 's');
        QCOMPARE(serialise(message).error().code, Error::Code::LimitExceeded);
    }

    void padsToTheSmallestMessage()
    {
        QCOMPARE(serialise({}).value().size(), Message::minimumSize);
        Message message;
        message.options = {{82, QByteArray(100, 'x')}};
        QCOMPARE(serialise(message).value().size(), Message::headerSize + 102 + 1);
    }

    void encapsulated()
    {
        const QList<Option> options{{6, "\x08"}, {71, QByteArray("\0\1\0\0", 4)}};
        const QByteArray bytes("\x06\x01\x08\x47\x04\0\1\0\0\xff", 10);
        QCOMPARE(serialiseEncapsulated(options), bytes);
        QCOMPARE(parseEncapsulated(bytes).value(), options);
        QCOMPARE(parseEncapsulated(bytes.chopped(1)).value(), options);
        QCOMPARE(parseEncapsulated(bytes.chopped(2)).error().code, Error::Code::Truncated);
    }

    void userClasses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QByteArray>>("items");
        QTest::newRow("bare") << QByteArray("iPXE") << QList<QByteArray>{"iPXE"};
        QTest::newRow("with length") << QByteArray("\x04iPXE") << QList<QByteArray>{"iPXE"};
        QTest::newRow("two items") << QByteArray("\x02"
                                                 "ab\x04iPXE")
                                   << QList<QByteArray>{"ab", "iPXE"};
        QTest::newRow("length too long") << QByteArray("\x05iPXE") << QList<QByteArray>{"\x05iPXE"};
        QTest::newRow("empty item") << QByteArray("\0", 1) << QList<QByteArray>{QByteArray("\0", 1)};
        QTest::newRow("nothing") << QByteArray() << QList<QByteArray>{};
    }
    void userClasses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QByteArray>, items);
        QCOMPARE(parseUserClasses(bytes), items);
        if (bytes.startsWith('\x02'))
            QCOMPARE(serialiseUserClasses(items), bytes);
    }

    void vendorClasses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<VendorClass::Kind>("kind");
        QTest::addColumn<int>("architecture");
        QTest::addColumn<int>("undi");
        using enum VendorClass::Kind;
        QTest::newRow("whole") << QByteArray("PXEClient:Arch:00007:UNDI:003016") << Pxe << 7 << 3016;
        QTest::newRow("alone") << QByteArray("PXEClient") << Pxe << -1 << -1;
        QTest::newRow("HTTP") << QByteArray("HTTPClient:Arch:00016:UNDI:003001") << Http << 16 << 3001;
        QTest::newRow("no number") << QByteArray("PXEClient:Arch:0000x:UNDI:") << Pxe << -1 << -1;
        QTest::newRow("too large") << QByteArray("PXEClient:Arch:65536:UNDI:1234567") << Pxe << -1 << -1;
        QTest::newRow("cut short") << QByteArray("PXEClien") << Other << -1 << -1;
        QTest::newRow("Windows") << QByteArray("MSFT 5.0") << Other << -1 << -1;
        QTest::newRow("Apple") << QByteArray("AAPLBSDPC/i386") << Apple << -1 << -1;
        QTest::newRow("nothing") << QByteArray() << Other << -1 << -1;
    }
    void vendorClasses()
    {
        QFETCH(QByteArray, text);
        QFETCH(VendorClass::Kind, kind);
        QFETCH(int, architecture);
        QFETCH(int, undi);
        const auto result = parseVendorClass(text);
        QCOMPARE(result.kind, kind);
        QCOMPARE(result.architecture ? int(*result.architecture) : -1, architecture);
        QCOMPARE(result.undi ? int(*result.undi) : -1, undi);
    }

    void clients_data()
    {
        QTest::addColumn<Message>("message");
        QTest::addColumn<QString>("description");
        const auto list
            = [](const QByteArray &value) { return pxeDiscover(7).with(OptionCode::ClientArchitecture, value); };
        QTest::newRow("BIOS") << Message(pxeDiscover(0)) << u"BIOS (0), PXEClient"_s;
        QTest::newRow("architecture from the vendor class")
            << Message(pxeDiscover(7).without(OptionCode::ClientArchitecture)) << u"UEFI x64 (7), PXEClient"_s;
        QTest::newRow("option 93 wins over the vendor class")
            << Message(pxeDiscover(7).architecture(11)) << u"UEFI ARM64 (11), PXEClient"_s;
        QTest::newRow("unknown one first") << Message(list("\xff\xff\0\x07"_ba)) << u"UEFI x64 (7), PXEClient"_s;
        QTest::newRow("only an unknown one")
            << Message(list("\x12\x67"_ba)) << u"Architecture 4711 (4711), PXEClient"_s;
        QTest::newRow("HTTP architecture is passed over")
            << Message(list("\0\x10\0\x07"_ba)) << u"UEFI x64 (7), PXEClient"_s;
        QTest::newRow("no bytes") << Message(list({})) << u"UEFI x64 (7), PXEClient"_s;
        QTest::newRow("one byte") << Message(list("\x0b")) << u"UEFI x64 (7), PXEClient"_s;
        QTest::newRow("three bytes") << Message(list("\0\x0b\0"_ba)) << u"UEFI x64 (7), PXEClient"_s;
        QTest::newRow("says nothing of it")
            << Message(list({}).with(OptionCode::VendorClass, "PXEClient")) << u"Unknown architecture, PXEClient"_s;
        QTest::newRow("iPXE") << Message(ipxeDiscover(0)) << u"BIOS (0), iPXE"_s;
        QTest::newRow("HTTP Boot") << Message(httpDiscover(16)) << u"UEFI x64 HTTP (16), HTTPClient"_s;
    }
    void clients()
    {
        QFETCH(Message, message);
        QFETCH(QString, description);
        QCOMPARE(toString(describeClient(message)), description);
    }

    void ipxeFeatures_data()
    {
        QTest::addColumn<Message>("message");
        QTest::addColumn<bool>("ipxe");
        QTest::addColumn<bool>("http");
        QTest::newRow("firmware") << Message(pxeDiscover(0)) << false << false;
        QTest::newRow("user class alone")
            << Message(pxeDiscover(0).with(OptionCode::UserClass, "iPXE")) << true << true;
        QTest::newRow("other user class")
            << Message(pxeDiscover(0).with(OptionCode::UserClass, "gPXE")) << false << false;
        QTest::newRow("with HTTP") << Message(pxeDiscover(0).ipxe({21, 19})) << true << true;
        QTest::newRow("without HTTP") << Message(pxeDiscover(0).ipxe({21, 23})) << true << false;
        QTest::newRow("option 175 alone")
            << Message(pxeDiscover(0).ipxe({19}).without(OptionCode::UserClass)) << true << true;
        QTest::newRow("option 175 cut short")
            << Message(pxeDiscover(0).with(OptionCode::Ipxe, "\x13\x05\x01")) << true << false;
    }
    void ipxeFeatures()
    {
        QFETCH(Message, message);
        QFETCH(bool, ipxe);
        QFETCH(bool, http);
        const auto client = describeClient(message);
        QCOMPARE(client.ipxe, ipxe);
        QCOMPARE(client.loadsHttp, http);
    }

    void bootItems()
    {
        const BootItem item{0x0102, 0x8003};
        QCOMPARE(serialiseBootItem(item), QByteArray("\x01\x02\x80\x03"));
        QCOMPARE(parseBootItem("\x01\x02\x80\x03").value(), item);
        QVERIFY(!parseBootItem("\x01\x02\x80"));
        QVERIFY(!parseBootItem("\x01\x02\x80\x03\x04"));
        QCOMPARE(describeClient(pxeDiscover(7).bootItem(item)).bootItem, item);
        QVERIFY(!describeClient(pxeDiscover(7).with(OptionCode::VendorSpecific, "\x47\x02\x01\x02")).bootItem);
    }

    void architecturesHaveNames()
    {
        QCOMPARE(architectureName(7), u"UEFI x64"_s);
        QCOMPARE(architectureName(42), u"Architecture 42"_s);
        QCOMPARE(QString(QStringView(findArchitecture(20)->officialName)), u"pc/at bios boot from http"_s);
        QCOMPARE(architectureAlias(9), quint16(7));
        QCOMPARE(architectureAlias(17), quint16(16));
        QCOMPARE(architectureAlias(11), quint16(11));
        for (std::size_t code = 0; code < architectures().size(); ++code)
            QCOMPARE(architectures()[code].code, quint16(code));
        for (const auto code : {15, 16, 17, 18, 19, 20, 23, 24, 26, 28, 30, 38, 40})
            QVERIFY(findArchitecture(quint16(code))->http);
        QCOMPARE(std::ranges::count(architectures(), true, &Architecture::http), 13);
    }

    void onlyEthernetHasMacs()
    {
        Message message = pxeDiscover(7);
        message.hardwareLength = 16;
        QCOMPARE(macOf(message), QString());
        QCOMPARE(hardwareKey(message).size(), 16);
        message.hardwareLength = 0;
        QCOMPARE(hardwareKey(message), QByteArray());
    }

private:
    /// A message whose option 52 is \a overload, with \a file and \a serverName in those fields.
    static QByteArray overloaded(char overload, const QByteArray &file, const QByteArray &serverName)
    {
        auto bytes = withOptions(QByteArray("\x34\x01") + overload + '\xff');
        bytes.replace(44, serverName.size(), serverName);
        bytes.replace(108, file.size(), file);
        return bytes;
    }
};

QTEST_GUILESS_MAIN(TestDhcpMessage)
#include "tst_dhcpmessage.moc"
