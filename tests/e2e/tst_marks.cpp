// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bytereader.h"
#include "e2e/marks.h"

#include <QTest>

#include <numeric>

using namespace Benchboot;
using namespace Benchboot::E2e;

namespace {

/// RFC 1071 over the pseudo header and the datagram: 0 where the checksum in it is right.
quint16 udpChecksum(const QByteArray &frame)
{
    const auto udp = QByteArrayView(frame).sliced(34);
    auto bytes = ByteWriter().bytes(frame.sliced(26, 8)).u16(17).u16(quint16(udp.size())).bytes(udp).take();
    if (bytes.size() % 2)
        bytes += '\0';
    quint32 sum = 0;
    for (qsizetype i = 0; i < bytes.size(); i += 2)
        sum += qFromBigEndian<quint16>(bytes.constData() + i);
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return quint16(~sum);
}

QByteArray udpFrame(quint16 port, const QByteArray &payload)
{
    auto frame = ByteWriter()
                     .bytes(QByteArray(12, '\x52'))
                     .u16(0x0800)
                     .u16(0x4500)
                     .u16(quint16(28 + payload.size()))
                     .u32(0)
                     .u16(0x4011)
                     .u16(0)
                     .u32(0)
                     .u32(0xffffffff)
                     .u16(68)
                     .u16(port)
                     .u16(quint16(8 + payload.size()))
                     .u16(0)
                     .bytes(payload)
                     .take();
    qToBigEndian(udpChecksum(frame), frame.data() + 40);
    return frame;
}

QByteArray dhcp(const QByteArray &options) { return QByteArray(236, '\1') + QByteArray::fromHex("63825363") + options; }

QByteArray passed(MarkHider &hider, QByteArray frame)
{
    hider.onFrameFromClient({reinterpret_cast<uchar *>(frame.data()), size_t(frame.size())});
    return frame;
}

} // namespace

class TestMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hides_data()
    {
        QTest::addColumn<quint16>("port");
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, quint16 port, const char *options, const char *expected) {
            QTest::newRow(name) << port << QByteArray::fromHex(options) << QByteArray::fromHex(expected);
        };
        row("both, odd and even places", 67, "350101 4d0469505845 af03b10100 ff", "350101 fa0469505845 fb03b10100 ff");
        row("boot server request", 4011, "4d0141ff", "fa0141ff");
        row("after padding", 67, "0000 4d0141 ff", "0000 fa0141 ff");
        row("number inside another option", 67, "3c024daf ff", "3c024daf ff");
        row("after the end", 67, "ff 4d0141", "ff 4d0141");
        row("cut inside the length", 67, "4d", "4d");
        row("length past the end", 67, "3cff4d", "3cff4d");
        row("another port", 53, "4d0141ff", "4d0141ff");
    }
    void hides()
    {
        QFETCH(quint16, port);
        QFETCH(QByteArray, options);
        QFETCH(QByteArray, expected);
        MarkHider hider;
        const auto frame = passed(hider, udpFrame(port, dhcp(options)));
        QCOMPARE(frame.sliced(34 + 8 + 240).toHex(), expected.toHex());
        QCOMPARE(udpChecksum(frame), quint16(0));
        QVERIFY(!hider.isDone());
    }
    void absentChecksumStaysAbsent()
    {
        auto frame = udpFrame(67, dhcp(QByteArray::fromHex("4d0141ff")));
        frame[40] = frame[41] = '\0';
        MarkHider hider;
        frame = passed(hider, frame);
        QCOMPARE(quint8(frame[34 + 8 + 240]), MarkHider::hiddenUserClass);
        QCOMPARE(frame.sliced(40, 2), QByteArray(2, '\0'));
    }
    void stopsAtFirstReadRequest()
    {
        MarkHider hider;
        const auto readRequest = udpFrame(69, QByteArrayLiteral("\0\1undionly.kpxe\0octet\0"));
        QCOMPARE(passed(hider, readRequest), readRequest);
        QVERIFY(hider.isDone());
        const auto loaderAsks = udpFrame(67, dhcp(QByteArray::fromHex("4d0469505845ff")));
        QCOMPARE(passed(hider, loaderAsks), loaderAsks);
    }
    void survivesEveryPrefix()
    {
        const auto whole = udpFrame(67, dhcp(QByteArray::fromHex("4d0469505845af03b10100ff")));
        for (qsizetype n = 0; n <= whole.size(); ++n) {
            std::vector<uchar> cut(whole.cbegin(),
                                   whole.cbegin() + n); // an allocation of exactly n: ASan sees any over-read
            MarkHider().onFrameFromClient(cut);
            QVERIFY(n == whole.size()
                    || std::equal(cut.cbegin(), cut.cend(), reinterpret_cast<const uchar *>(whole.constData())));
        }
    }
};

QTEST_GUILESS_MAIN(TestMarks)
#include "tst_marks.moc"
