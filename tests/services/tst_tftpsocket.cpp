// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tftpsocket.h"
#include "services/networkcard.h"
#include "services/sockets.h"
#include "support/udpclient.h"

#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

class TestTftpSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windows_data()
    {
        QTest::addColumn<bool>("segmentation");
        QTest::addColumn<int>("blockSize");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("lastSize");
        for (const bool segmentation : {true, false}) {
            const auto row = [segmentation](const char *name, int blockSize, int count, int lastSize) {
                QTest::addRow("%s, %s", name, segmentation ? "cut by the kernel" : "one message each")
                    << segmentation << blockSize << count << lastSize;
            };
            row("one block", 1468, 1, 1468);
            row("EDK2's window", 1468, 4, 1468);
            row("as many as fit one buffer", 1468, 44, 1468);
            row("one more than fit", 1468, 45, 1468);
            row("largest window", 1468, 64, 1468);
            row("short last block", 1468, 64, 5);
            row("empty last block", 512, 3, 0);
            row("only an empty block", 512, 1, 0);
            row("tiny blocks", 8, 64, 3);
        }
    }
    void windows()
    {
        QFETCH(bool, segmentation);
        QFETCH(int, blockSize);
        QFETCH(int, count);
        QFETCH(int, lastSize);
        const auto card = *findNetworkCard(u"lo"_s);
        auto sending = TftpSocket::open(card, card.address);
        QVERIFY(sending);
        sending->setSegmentation(segmentation);
        const UdpClient client(*openUdpSocket(0), card.index);
        QByteArray file;
        for (int i = 0; i < blockSize * (count - 1) + lastSize; ++i)
            file.append(char(i * 7 / 5));
        std::vector<TftpBlock> blocks;
        for (int i = 0; i < count; ++i) {
            const qsizetype offset = qsizetype(i) * blockSize;
            const auto bytes = QByteArrayView(file).sliced(offset, i + 1 < count ? blockSize : lastSize);
            blocks.push_back({quint16(65530 + i), bytes});
        }
        QCOMPARE(sending->sendBlocks({card.address, client.port()}, blocks), blocks.size());
        for (const auto &block : blocks) {
            const auto arrived = client.receive();
            QVERIFY(arrived);
            QCOMPARE(arrived->payload,
                     QByteArray("\0\3", 2) + char(block.number >> 8) + char(block.number & 0xff)
                         + block.bytes.toByteArray());
            QCOMPARE(arrived->sourcePort, localPort(sending->descriptor()));
        }
        QVERIFY(!client.receive(0));
        QCOMPARE(sending->segmentation(), segmentation); // loopback takes it
    }

    void bindsToTheAddressThatWasAsked()
    {
        const auto card = *findNetworkCard(u"lo"_s);
        const UdpClient client(*openUdpSocket(0), card.index);
        auto sending = TftpSocket::open(card, Ipv4{0x7f000009});
        QVERIFY(sending);
        sending->send({card.address, client.port()}, "x");
        const auto arrived = client.receive();
        QVERIFY(arrived);
        QCOMPARE(arrived->source, Ipv4{0x7f000009});
    }

    void anAddressOfOthersIsRefused() { QVERIFY(!TftpSocket::open(*findNetworkCard(u"lo"_s), Ipv4{0x08080808})); }

    void whatHasNoRouteIsLost()
    {
        const auto card = *findNetworkCard(u"lo"_s);
        auto sending = TftpSocket::open(card, card.address);
        QVERIFY(sending);
        const std::array blocks{TftpBlock{1, "a"}, TftpBlock{2, "b"}};
        QCOMPARE(sending->sendBlocks({Ipv4{0x08080808}, 9}, blocks), 2U);
    }
};

QTEST_GUILESS_MAIN(TestTftpSocket)
#include "tst_tftpsocket.moc"
