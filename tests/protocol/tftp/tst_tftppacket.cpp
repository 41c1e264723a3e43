// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/tftp/filenames.h"
#include "protocol/tftp/negotiation.h"
#include "protocol/tftp/packet.h"

#include <QtTest>

#include <vector>

using namespace Benchboot;
using namespace Benchboot::Tftp;
using namespace Qt::StringLiterals;

namespace {

/// Bytes with "|" for NUL, so that requests stay readable.
QByteArray wire(quint16 opcode, QByteArray text)
{
    return QByteArray{1, char(opcode >> 8)}.append(char(opcode)).append(text.replace('|', '\0'));
}

Request readRequest(const QList<Option> &options, Mode mode = Mode::Octet)
{
    return {.file = "ipxe.efi"_ba, .mode = mode, .options = options};
}

} // namespace

class TestTftpPacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::addColumn<bool>("write");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QByteArrayList>("options");
        const auto octet = int(Mode::Octet);
        QTest::newRow("vector 33: plain")
            << wire(1, "ipxe.efi|octet|") << false << "ipxe.efi"_ba << octet << QByteArrayList{};
        QTest::newRow("vector 47: write") << wire(2, "x|octet|") << true << "x"_ba << octet << QByteArrayList{};
        QTest::newRow("mode in capitals") << wire(1, "x|OCTET|") << false << "x"_ba << octet << QByteArrayList{};
        QTest::newRow("netascii") << wire(1, "x|NetASCII|") << false << "x"_ba << int(Mode::Netascii)
                                  << QByteArrayList{};
        QTest::newRow("vector 48: mail")
            << wire(1, "x|MAIL|") << false << "x"_ba << int(Mode::Mail) << QByteArrayList{};
        QTest::newRow("unknown mode") << wire(1, "x|octets|") << false << "x"_ba << int(Mode::Unknown)
                                      << QByteArrayList{};
        QTest::newRow("vector 34: EDK2")
            << wire(1, "ipxe.efi|octet|tsize|0|blksize|1468|windowsize|4|") << false << "ipxe.efi"_ba << octet
            << QByteArrayList{"tsize", "0", "blksize", "1468", "windowsize", "4"};
        QTest::newRow("duplicate option: the first wins") << wire(1, "x|octet|blksize|512|BLKSIZE|1024|") << false
                                                          << "x"_ba << octet << QByteArrayList{"blksize", "512"};
        QTest::newRow("option without a value")
            << wire(1, "x|octet|tsize||") << false << "x"_ba << octet << QByteArrayList{"tsize", ""};
        QTest::newRow("filled up with zeros")
            << wire(1, "x|octet|||||") << false << "x"_ba << octet << QByteArrayList{};
    }
    void requests()
    {
        QFETCH(QByteArray, datagram);
        QFETCH(bool, write);
        QFETCH(QByteArray, file);
        QFETCH(int, mode);
        QFETCH(QByteArrayList, options);
        Request expected{.write = write, .file = file, .mode = Mode(mode), .options = {}};
        for (qsizetype i = 0; i < options.size(); i += 2)
            expected.options.append({options.at(i), options.at(i + 1)});
        const auto packet = parse(datagram);
        QVERIFY2(packet, packet ? "" : qPrintable(packet.error().detail));
        QCOMPARE(std::get<Request>(*packet), expected);
    }

    void broken_data()
    {
        using Code = Error::Code;
        QTest::addColumn<QByteArray>("datagram");
        QTest::addColumn<Code>("code");
        QTest::newRow("empty") << QByteArray() << Code::Unsupported;
        QTest::newRow("one byte") << QByteArray(1, '\0') << Code::Unsupported;
        QTest::newRow("opcode 0") << wire(0, "x|octet|") << Code::Unsupported;
        QTest::newRow("opcode 7") << wire(7, "x|octet|") << Code::Unsupported;
        QTest::newRow("opcode 0x0101") << wire(0x0101, "x|octet|") << Code::Unsupported;
        QTest::newRow("nothing after the opcode") << wire(1, "") << Code::Truncated;
        QTest::newRow("vector 48: file name without NUL") << wire(1, "ipxe.efi") << Code::Truncated;
        QTest::newRow("no file name") << wire(1, "|octet|") << Code::Malformed;
        QTest::newRow("mode without NUL") << wire(1, "x|octet") << Code::Truncated;
        QTest::newRow("option name without NUL") << wire(1, "x|octet|blksize") << Code::Truncated;
        QTest::newRow("option value missing") << wire(1, "x|octet|blksize|") << Code::Truncated;
        QTest::newRow("option value without NUL") << wire(1, "x|octet|blksize|512") << Code::Truncated;
        QTest::newRow("vector 48: 600 byte name") << wire(1, QByteArray(600, 'a') + "|octet|") << Code::LimitExceeded;
        QTest::newRow("513 bytes") << wire(1, QByteArray(504, 'a') + "|octet|") << Code::LimitExceeded;
        QTest::newRow("vector 44: NUL inside the name") << wire(1, "ipxe.efi|.txt|octet|") << Code::Truncated;
        QTest::newRow("ACK without number") << wire(4, "") << Code::Truncated;
        QTest::newRow("DATA with half a number") << wire(3, "a") << Code::Truncated;
        QTest::newRow("ERROR without code") << wire(5, "") << Code::Truncated;
        QTest::newRow("OACK cut") << wire(6, "tsize|12") << Code::Truncated;
    }
    void broken()
    {
        QFETCH(QByteArray, datagram);
        QFETCH(Error::Code, code);
        const auto packet = parse(datagram);
        QVERIFY(!packet);
        QCOMPARE(packet.error().code, code);
        QVERIFY(!packet.error().detail.isEmpty());
    }

    void longestRequestIsTaken()
    {
        const auto datagram = wire(1, QByteArray(503, 'a') + "|octet|");
        QCOMPARE(datagram.size(), maxRequestSize);
        QVERIFY(parse(datagram));
    }

    void survivesEveryPrefix()
    {
        const QByteArrayList whole{wire(1, "ipxe.efi|octet|blksize|1432|tsize|0|"), wire(3, "\1\1abc"), wire(4, "ab"),
                                   wire(5, "ab User aborted|"), wire(6, "blksize|1432|")};
        for (const auto &datagram : whole) {
            for (qsizetype n = 0; n <= datagram.size(); ++n) {
                const std::vector<char> cut(datagram.cbegin(), datagram.cbegin() + n); // ASan sees any over-read
                const auto packet = parse(QByteArrayView(cut.data(), n));
                QCOMPARE(opcodeOf(QByteArrayView(cut.data(), n)).has_value(), n >= 2);
                QVERIFY(n < datagram.size() || packet);
            }
        }
    }

    void roundTrip_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("request of iPXE") << wire(1, "undionly.kpxe|octet|blksize|1432|tsize|0|");
        QTest::newRow("write") << wire(2, "a|netascii|");
        QTest::newRow("data") << QByteArray("\0\3\xff\xff"
                                            "abc\0d",
                                            9);
        QTest::newRow("empty block") << QByteArray("\0\3\0\x03", 4);
        QTest::newRow("ack") << QByteArray("\0\4\x12\x34", 4);
        QTest::newRow("error of EDK2") << QByteArray("\0\5\0\x08User aborted the transfer\0", 30);
        QTest::newRow("unlisted error") << QByteArray("\0\5\1\0\0", 5);
        QTest::newRow("oack") << wire(6, "tsize|1048576|blksize|1468|windowsize|4|");
    }
    void roundTrip()
    {
        QFETCH(QByteArray, bytes);
        const auto packet = parse(bytes);
        QVERIFY(packet);
        QCOMPARE(serialise(*packet), bytes);
    }

    void errorMayLackItsNul()
    {
        const auto packet = parse(QByteArray("\0\5\0\0stop", 8));
        QVERIFY(packet);
        QCOMPARE(std::get<ErrorPacket>(*packet), (ErrorPacket{ErrorCode::NotDefined, "stop"}));
    }

    void dataHeaderIsTheStartOfData()
    {
        const auto header = dataHeader(0xfe01);
        QCOMPARE(QByteArray(header.data(), dataHeaderSize), serialise(Data{0xfe01, {}}));
    }

    void negotiation_data()
    {
        QTest::addColumn<QByteArrayList>("asked");
        QTest::addColumn<QByteArrayList>("accepted");
        QTest::addColumn<int>("blockSize");
        QTest::addColumn<int>("windowSize");
        QTest::addColumn<int>("timeoutSeconds");
        const auto row = [](const char *name, const QByteArrayList &asked, const QByteArrayList &accepted,
                            int blockSize = 512, int windowSize = 1, int timeoutSeconds = 0) {
            QTest::newRow(name) << asked << accepted << blockSize << windowSize << timeoutSeconds;
        };
        row("vector 33: none", {}, {});
        row("vector 34: EDK2", {"tsize", "0", "blksize", "1468", "windowsize", "4"},
            {"tsize", "5368709120", "blksize", "1468", "windowsize", "4"}, 1468, 4);
        row("vector 35: blksize only", {"blksize", "1432"}, {"blksize", "1432"}, 1432);
        row("vector 36: blksize 65464", {"blksize", "65464"}, {"blksize", "1468"}, 1468);
        row("blksize 65465", {"blksize", "65465"}, {});
        row("blksize 8", {"blksize", "8"}, {"blksize", "8"}, 8);
        row("vector 36: blksize 7", {"blksize", "7"}, {});
        row("vector 36: blksize abc", {"blksize", "abc"}, {});
        row("vector 36: blksize empty", {"blksize", ""}, {});
        row("vector 36: blksize -1", {"blksize", "-1"}, {});
        row("blksize +512", {"blksize", "+512"}, {});
        row("blksize with a blank", {"blksize", "512 "}, {});
        row("blksize beyond 64 bits", {"blksize", "99999999999999999999999"}, {});
        row("vector 37: timeout 0", {"timeout", "0"}, {});
        row("vector 37: timeout 256", {"timeout", "256"}, {});
        row("vector 37: timeout 5", {"timeout", "5"}, {"timeout", "5"}, 512, 1, 5);
        row("timeout echoed to the letter", {"timeout", "05"}, {"timeout", "05"}, 512, 1, 5);
        row("vector 38: windowsize 0", {"windowsize", "0"}, {});
        row("vector 38: windowsize 65535", {"windowsize", "65535"}, {"windowsize", "64"}, 512, 64);
        row("windowsize 65536", {"windowsize", "65536"}, {});
        row("vector 40: tsize of 5 GiB", {"tsize", "0"}, {"tsize", "5368709120"});
        row("tsize garbage", {"tsize", "x"}, {});
        row("names spelled as asked", {"BlkSize", "1024"}, {"BlkSize", "1024"}, 1024);
        row("unknown options are left out", {"multicast", "", "tsize", "0", "utimeout", "5"}, {"tsize", "5368709120"});
        row("only unknown ones", {"multicast", ""}, {});
    }
    void negotiation()
    {
        QFETCH(QByteArrayList, asked);
        QFETCH(QByteArrayList, accepted);
        QList<Option> options;
        for (qsizetype i = 0; i < asked.size(); i += 2)
            options.append({asked.at(i), asked.at(i + 1)});
        const auto parameters = negotiate(readRequest(options), 5LL * 1024 * 1024 * 1024, 1500);
        QByteArrayList answer;
        for (const auto &option : parameters.accepted)
            answer << option.name << option.value;
        QCOMPARE(answer, accepted);
        QTEST(parameters.blockSize, "blockSize");
        QTEST(parameters.windowSize, "windowSize");
        QTEST(parameters.timeoutSeconds, "timeoutSeconds");
    }

    void blockSizeFollowsTheMtu_data()
    {
        QTest::addColumn<int>("mtu");
        QTest::addColumn<int>("blockSize");
        QTest::newRow("loopback") << 65536 << 1468;
        QTest::newRow("Ethernet") << 1500 << 1468;
        QTest::newRow("tunnel") << 1400 << 1368;
        QTest::newRow("nonsense") << 20 << 8;
    }
    void blockSizeFollowsTheMtu()
    {
        QFETCH(int, mtu);
        QTEST(negotiate(readRequest({{"blksize", "9000"}}), 1, mtu).blockSize, "blockSize");
    }

    void tsizeIsForOctetOnly()
    {
        QCOMPARE(negotiate(readRequest({{"tsize", "0"}}, Mode::Netascii), 1, 1500), Parameters{});
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("requested");
        QTest::addColumn<QString>("found");
        QTest::newRow("exact") << "ipxe.efi"_ba << u"ipxe.efi"_s;
        QTest::newRow("other case") << "IPXE.EFI"_ba << u"ipxe.efi"_s;
        QTest::newRow("exact before other case") << "README"_ba << u"README"_s;
        QTest::newRow("exact before other case, the other one") << "readme"_ba << u"readme"_s;
        QTest::newRow("two in other cases: always the same") << "ReadMe"_ba << u"README"_s;
        QTest::newRow("vector 45: backslashes") << "\\Boot\\BCD"_ba << u"Boot/BCD"_s;
        QTest::newRow("vector 45: leading slash, other case") << "/boot/bcd"_ba << u"Boot/BCD"_s;
        QTest::newRow("vector 45: double slash") << "boot//bcd"_ba << u"Boot/BCD"_s;
        QTest::newRow("many slashes") << "\\\\//boot/\\/bcd"_ba << u"Boot/BCD"_s;
        QTest::newRow("vector 46: trailing 0xff") << "ipxe.efi\xff"_ba << u"ipxe.efi"_s;
        QTest::newRow("trailing carriage return") << "ipxe.efi\r"_ba << u"ipxe.efi"_s;
        QTest::newRow("two stray bytes") << "ipxe.efi\xff\xff"_ba << QString();
        QTest::newRow("trailing letter") << "ipxe.efix"_ba << QString();
        QTest::newRow("beyond ASCII") << "gr\xc3\xbc\xc3\x9f"
                                         "e.efi"_ba
                                      << u"grüße.efi"_s;
        QTest::newRow("vector 44: up and out") << "..\\..\\etc\\passwd"_ba << QString();
        QTest::newRow("vector 44: root and out") << "/../ipxe.efi"_ba << QString();
        QTest::newRow("vector 44: up and back in") << "Boot/../ipxe.efi"_ba << QString();
        QTest::newRow("vector 44: percent signs are literal") << "a/%2e%2e/b"_ba << QString();
        QTest::newRow("a folder") << "Boot/"_ba << QString();
        QTest::newRow("a slash") << "/"_ba << QString();
        QTest::newRow("not UTF-8") << "\xc3\x28"_ba << QString();
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("a stray byte alone") << "\xff"_ba << QString();
    }
    void names()
    {
        QFETCH(QByteArray, requested);
        const FileNames names({u"ipxe.efi"_s, u"Boot/BCD"_s, u"readme"_s, u"README"_s, u"grüße.efi"_s});
        QTEST(names.find(requested), "found");
    }

    void usualMisses()
    {
        QCOMPARE(usualAskerOf("autoexec.ipxe"), u"iPXE"_s);
        QCOMPARE(usualAskerOf("/EFI\\AUTOEXEC.IPXE"), u"iPXE"_s);
        QCOMPARE(usualAskerOf("revocations_sbat.efi"), u"shim"_s);
        QCOMPARE(usualAskerOf("shim_certificate_0.efi"), u"shim"_s);
        QCOMPARE(usualAskerOf("grub/grub.cfg-01-52-54-00-12-34-56"), u"GRUB"_s);
        QCOMPARE(usualAskerOf("grub/grub.cfg"), QString());
        QCOMPARE(usualAskerOf("ipxe.efi"), QString());
        QCOMPARE(usualAskerOf(""), QString());
    }
};

QTEST_GUILESS_MAIN(TestTftpPacket)
#include "tst_tftppacket.moc"
