// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/tftp/simulatedclient.h"
#include "protocol/tftp/transfer.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Tftp;
using namespace Qt::StringLiterals;

namespace {

/// The actions of one step as a line, e.g. "oack 1000ms" or "1-4 1000ms".
QString text(const Actions &actions)
{
    QStringList words;
    for (const auto &action : actions) {
        if (const auto *packet = std::get_if<SendPacket>(&action))
            words << (opcodeOf(packet->packet) == Opcode::OptionAck ? u"oack"_s : u"error"_s);
        else if (const auto *blocks = std::get_if<SendBlocks>(&action))
            words << u"%1-%2"_s.arg(blocks->first).arg(blocks->first + blocks->count - 1);
        else if (const auto *timer = std::get_if<ArmTimer>(&action))
            words << u"%1ms"_s.arg(timer->ms);
        else
            words << outcomeName(std::get<Finish>(action).outcome);
    }
    return words.join(u' ');
}

QByteArray ack(qint64 block) { return serialise(Ack{quint16(block)}); }

QByteArray error(ErrorCode code, const QByteArray &message = {}) { return serialise(ErrorPacket{code, message}); }

Parameters windows(int windowSize, int blockSize = 512)
{
    return {
        .blockSize = blockSize, .windowSize = windowSize, .accepted = {{"windowsize", QByteArray::number(windowSize)}}};
}

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(quint64(i) * 2654435761U >> 13);
    return bytes;
}

} // namespace

class TestTftpTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocks_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QList<int>>("lengths");
        QTest::newRow("vector 39: empty file") << 0LL << QList{0};
        QTest::newRow("one byte") << 1LL << QList{1};
        QTest::newRow("one less than a block") << 511LL << QList{511};
        QTest::newRow("one block") << 512LL << QList{512, 0};
        QTest::newRow("vector 39: two blocks") << 1024LL << QList{512, 512, 0};
        QTest::newRow("and a bit") << 1025LL << QList{512, 512, 1};
    }
    void blocks()
    {
        QFETCH(qint64, size);
        QFETCH(QList<int>, lengths);
        Transfer transfer({}, size);
        QCOMPARE(transfer.blockCount(), lengths.size());
        auto actions = transfer.start();
        for (qint64 number = 1; number <= lengths.size(); ++number) {
            QCOMPARE(text(actions), u"%1-%1 1000ms"_s.arg(number));
            QCOMPARE(transfer.lengthOf(number), lengths.at(number - 1));
            QCOMPARE(transfer.offsetOf(number), 512 * (number - 1));
            actions = transfer.onDatagram(ack(number));
        }
        QCOMPARE(text(actions), u"ok"_s);
        QCOMPARE(transfer.bytesDelivered(), size);
        QVERIFY(transfer.isFinished());
    }

    void oackWaitsForAckZero()
    {
        Transfer transfer({.accepted = {{"tsize", "600"}}}, 600);
        const auto actions = transfer.start();
        QCOMPARE(text(actions), u"oack 1000ms"_s);
        QCOMPARE(std::get<SendPacket>(actions.front()).packet,
                 QByteArray("\0\6tsize\0"
                            "600\0",
                            12));
        QCOMPARE(text(transfer.onDatagram(ack(1))), QString());
        QVERIFY(!transfer.isAnswered());
        QCOMPARE(text(transfer.onDatagram(ack(0))), u"1-1 1000ms"_s);
        QCOMPARE(text(transfer.onDatagram(ack(0))), QString());
        QVERIFY(transfer.isAnswered());
    }

    void duplicatesAreNotAnswered_data()
    {
        QTest::addColumn<int>("repetitions");
        QTest::newRow("vector 41: an acknowledgement three times") << 2;
        QTest::newRow("an acknowledgement a hundred times") << 99;
    }
    void duplicatesAreNotAnswered()
    {
        QFETCH(int, repetitions);
        Transfer transfer({}, 5000);
        (void)transfer.start();
        QCOMPARE(text(transfer.onDatagram(ack(1))), u"2-2 1000ms"_s);
        for (int i = 0; i < repetitions; ++i)
            QCOMPARE(text(transfer.onDatagram(ack(1))), QString());
        QCOMPARE(text(transfer.onTimeout()), u"2-2 2000ms"_s);
        QCOMPARE(text(transfer.onDatagram(ack(1))), QString());
        QCOMPARE(text(transfer.onDatagram(ack(2))), u"3-3 1000ms"_s);
    }

    void windowFollowsTheAcknowledgement()
    {
        Transfer transfer(windows(4), 512 * 10);
        (void)transfer.start();
        QCOMPARE(text(transfer.onDatagram(ack(0))), u"1-4 1000ms"_s);
        QCOMPARE(text(transfer.onDatagram(ack(5))), QString()); // not sent yet
        QCOMPARE(text(transfer.onDatagram(ack(2))), u"3-6 1000ms"_s);
        QCOMPARE(text(transfer.onDatagram(ack(1))), QString()); // late
        QCOMPARE(text(transfer.onDatagram(ack(6))), u"7-10 1000ms"_s);
        QCOMPARE(text(transfer.onDatagram(ack(10))), u"11-11 1000ms"_s);
        QCOMPARE(transfer.lengthOf(11), 0);
        QCOMPARE(text(transfer.onDatagram(ack(11))), u"ok"_s);
        QCOMPARE(text(transfer.onDatagram(ack(11))), QString());
        QCOMPARE(text(transfer.onTimeout()), QString());
    }

    void windowIsSentAgainFromItsStart()
    {
        Transfer transfer(windows(4), 512 * 10);
        (void)transfer.start();
        (void)transfer.onDatagram(ack(0));
        QCOMPARE(text(transfer.onTimeout()), u"1-4 2000ms"_s);
        QVERIFY(transfer.isStalled());
        QCOMPARE(text(transfer.onDatagram(ack(3))), u"4-7 1000ms"_s);
        QVERIFY(!transfer.isStalled());
    }

    void silenceEndsAfterThirtySeconds_data()
    {
        QTest::addColumn<Parameters>("parameters");
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("vector 50: no options")
            << Parameters{} << QStringList{u"1-1 2000ms"_s, u"1-1 4000ms"_s, u"1-1 8000ms"_s,
                                           u"1-1 8000ms"_s, u"1-1 7000ms"_s, u"aborted"_s}
            << 30LL;
        QTest::newRow("OACK") << windows(4) << QStringList{u"oack 2000ms"_s, u"oack 4000ms"_s, u"oack 8000ms"_s,
                                                           u"oack 8000ms"_s, u"oack 7000ms"_s, u"aborted"_s}
                              << 30LL;
        QTest::newRow("vector 37: timeout of 5 s")
            << Parameters{.timeoutSeconds = 5}
            << QStringList{u"1-1 8000ms"_s, u"1-1 8000ms"_s, u"1-1 8000ms"_s, u"1-1 1000ms"_s, u"aborted"_s} << 30LL;
        QTest::newRow("timeout of 200 s")
            << Parameters{.timeoutSeconds = 200} << QStringList{u"1-1 200000ms"_s, u"aborted"_s} << 400LL;
    }
    void silenceEndsAfterThirtySeconds()
    {
        QFETCH(Parameters, parameters);
        QFETCH(QStringList, steps);
        Transfer transfer(parameters, 100'000);
        auto actions = transfer.start();
        qint64 waitedMs = 0;
        for (const auto &step : std::as_const(steps)) {
            waitedMs += std::get<ArmTimer>(actions.back()).ms;
            actions = transfer.onTimeout();
            QCOMPARE(text(actions), step);
        }
        QTEST(waitedMs / 1000, "seconds");
        QCOMPARE(std::get<Finish>(actions.back()).detail, u"no answer from the client for %1 s"_s.arg(waitedMs / 1000));
    }

    void progressResetsTheTimer()
    {
        Transfer transfer({}, 100'000);
        (void)transfer.start();
        for (qint64 number = 1; number < 20; ++number) {
            QCOMPARE(text(transfer.onTimeout()), u"%1-%1 2000ms"_s.arg(number));
            QCOMPARE(text(transfer.onTimeout()), u"%1-%1 4000ms"_s.arg(number));
            QCOMPARE(text(transfer.onDatagram(ack(number))), u"%1-%1 1000ms"_s.arg(number + 1));
        }
    }

    void missingLastAckCountsAsDelivered()
    {
        Transfer transfer(windows(4), 512 * 3 + 7);
        (void)transfer.start();
        QCOMPARE(text(transfer.onDatagram(ack(0))), u"1-4 1000ms"_s);
        QCOMPARE(text(transfer.onTimeout()), u"1-4 2000ms"_s);
        QCOMPARE(text(transfer.onTimeout()), u"1-4 4000ms"_s);
        QCOMPARE(text(transfer.onTimeout()), u"ok"_s);
        QCOMPARE(transfer.bytesDelivered(), 512 * 3 + 7);
    }

    void aClientThatRepeatsItselfIsStillThere()
    {
        Transfer transfer(windows(4), 512 * 3 + 7);
        (void)transfer.start();
        (void)transfer.onDatagram(ack(0));
        QCOMPARE(text(transfer.onTimeout()), u"1-4 2000ms"_s);
        QCOMPARE(text(transfer.onDatagram(ack(0))), QString());
        QCOMPARE(text(transfer.onTimeout()), u"1-4 4000ms"_s);
        QCOMPARE(text(transfer.onTimeout()), u"1-4 8000ms"_s);
        QCOMPARE(text(transfer.onDatagram(ack(4))), u"ok"_s);
    }

    void aClientThatNeverAnsweredGotNothing()
    {
        Transfer transfer({}, 7);
        (void)transfer.start();
        for (int retry = 0; retry < 5; ++retry)
            QVERIFY(text(transfer.onTimeout()).startsWith(u"1-1"));
        QCOMPARE(text(transfer.onTimeout()), u"aborted"_s);
        QCOMPARE(transfer.bytesDelivered(), 0);
    }

    void errorsOfTheClient_data()
    {
        QTest::addColumn<QList<int>>("acks");
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("detail");
        const auto edk2 = error(ErrorCode::OptionsRefused, "User aborted the transfer");
        QTest::newRow("vector 34: 8 after the OACK")
            << QList<int>{} << edk2 << u"probe"_s << u"the client only asked for the size"_s;
        QTest::newRow("0 after the OACK") << QList<int>{} << error(ErrorCode::NotDefined, "TFTP Aborted") << u"probe"_s
                                          << u"the client only asked for the size"_s;
        QTest::newRow("4 after the OACK")
            << QList<int>{} << error(ErrorCode::IllegalOperation, "Malformatted OACK packet") << u"aborted"_s
            << u"the client gave up with error 4: Malformatted OACK packet"_s;
        QTest::newRow("8 later") << QList<int>{0, 4} << edk2 << u"aborted"_s
                                 << u"the client gave up with error 8: User aborted the transfer"_s;
        QTest::newRow("without text") << QList<int>{0} << error(ErrorCode::DiskFull) << u"aborted"_s
                                      << u"the client gave up with error 3"_s;
        QTest::newRow("endless text") << QList<int>{0} << error(ErrorCode::DiskFull, QByteArray(1400, 'x'))
                                      << u"aborted"_s << u"the client gave up with error 3: "_s + QString(128, u'x');
    }
    void errorsOfTheClient()
    {
        QFETCH(QList<int>, acks);
        QFETCH(QByteArray, error);
        Transfer transfer(windows(4), 100'000);
        (void)transfer.start();
        for (const int block : std::as_const(acks))
            (void)transfer.onDatagram(ack(block));
        const auto actions = transfer.onDatagram(error);
        QCOMPARE(actions.size(), 1);
        QTEST(text(actions), "outcome");
        QTEST(std::get<Finish>(actions.front()).detail, "detail");
        QCOMPARE(text(transfer.onTimeout()), QString());
    }

    void otherPacketsAreIgnored()
    {
        Transfer transfer({}, 100'000);
        QCOMPARE(text(transfer.onDatagram(ack(0))), QString()); // before start()
        (void)transfer.start();
        for (const auto &packet :
             {QByteArray(), QByteArray("\0", 1), QByteArray("\0\4\0", 3), QByteArray("\0\7\0\1", 4),
              serialise(Data{1, "x"}), serialise(OptionAck{}), serialise(Request{.file = "x"})})
            QCOMPARE(text(transfer.onDatagram(packet)), QString());
        QCOMPARE(text(transfer.onDatagram(ack(1))), u"2-2 1000ms"_s);
    }

    void failureTellsTheClient()
    {
        Transfer transfer({}, 100'000);
        (void)transfer.start();
        const auto actions = transfer.onFailure(u"disk on fire"_s);
        QCOMPARE(text(actions), u"error failed"_s);
        QCOMPARE(std::get<Finish>(actions.back()).detail, u"disk on fire"_s);
        QCOMPARE(text(transfer.onFailure(u"again"_s)), QString());
    }

    void resendsHaveABudget()
    {
        // A client that acknowledges block by block inside windows of 64 makes us send each block 64 times.
        Transfer transfer(windows(64), 1024 * 1024);
        (void)transfer.start();
        auto actions = transfer.onDatagram(ack(0));
        qint64 sent = 0;
        for (qint64 number = 1; std::holds_alternative<SendBlocks>(actions.front()); ++number) {
            sent += std::get<SendBlocks>(actions.front()).count * qint64(512);
            actions = transfer.onDatagram(ack(number));
        }
        QCOMPARE(text(actions), u"aborted"_s);
        QCOMPARE_LE(sent, 18 * 1024 * 1024);
        QCOMPARE_GE(sent, 16 * 1024 * 1024);
    }

    void blockNumbersWrap_data()
    {
        QTest::addColumn<int>("windowSize");
        QTest::newRow("vector 40: window 1") << 1;
        QTest::newRow("window 64") << 64;
    }
    void blockNumbersWrap()
    {
        QFETCH(int, windowSize);
        const qint64 size = 40 * 1024 * 1024;
        Transfer transfer({.windowSize = windowSize}, size);
        auto actions = transfer.start();
        qint64 next = 1;
        while (const auto *blocks = std::get_if<SendBlocks>(&actions.front())) {
            if (blocks->first != next)
                QCOMPARE(blocks->first, next);
            next += blocks->count;
            actions = transfer.onDatagram(ack(next - 1));
        }
        QCOMPARE(text(actions), u"ok"_s);
        QCOMPARE(next, size / 512 + 2);
        QCOMPARE(transfer.bytesDelivered(), size);
    }

    void weather_data()
    {
        QTest::addColumn<Parameters>("parameters");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("loss");
        QTest::addColumn<int>("duplication");
        QTest::addColumn<int>("reordering");
        QTest::addColumn<double>("blocksPerBlock"); // sent at most, on average
        QTest::newRow("fine, window 1") << Parameters{} << 100'000 << 0 << 0 << 0 << 1.0;
        QTest::newRow("fine, window 4") << windows(4, 1468) << 300'000 << 0 << 0 << 0 << 1.0;
        QTest::newRow("fine, window 64") << windows(64, 1468) << 300'000 << 0 << 0 << 0 << 1.0;
        QTest::newRow("duplicates, window 1") << Parameters{} << 100'000 << 0 << 20 << 0 << 1.0;
        QTest::newRow("duplicates, window 4") << windows(4) << 100'000 << 0 << 20 << 0 << 1.0;
        QTest::newRow("reordering, window 1") << Parameters{} << 100'000 << 0 << 0 << 20 << 1.0;
        QTest::newRow("reordering, window 4") << windows(4) << 100'000 << 0 << 0 << 20 << 2.0;
        QTest::newRow("loss, window 1") << Parameters{} << 50'000 << 20 << 0 << 0 << 2.0;
        QTest::newRow("vector 43: loss, window 4") << windows(4) << 100'000 << 20 << 0 << 0 << 2.5;
        QTest::newRow("loss, window 64") << windows(64) << 100'000 << 5 << 0 << 0 << 3.5;
        QTest::newRow("everything, window 1") << Parameters{} << 50'000 << 20 << 20 << 20 << 2.0;
        QTest::newRow("everything, window 8") << windows(8) << 100'000 << 20 << 20 << 20 << 4.5;
        QTest::newRow("everything, across the wrap") << windows(16, 8) << 8 * 66'000 << 3 << 3 << 3 << 2.0;
    }
    void weather()
    {
        QFETCH(Parameters, parameters);
        QFETCH(int, size);
        QFETCH(int, loss);
        QFETCH(int, duplication);
        QFETCH(int, reordering);
        QFETCH(double, blocksPerBlock);
        const auto file = pattern(size);
        const unsigned seeds = size > 300'000 ? 1 : 10;
        qint64 sent = 0;
        for (unsigned seed = 1; seed <= seeds; ++seed) {
            Simulation simulation(file, parameters, {loss, duplication, reordering}, seed);
            simulation.run();
            QVERIFY2(simulation.clientHasAll, qPrintable(u"seed %1"_s.arg(seed)));
            QCOMPARE(simulation.received, file);
            QVERIFY(simulation.finish);
            QCOMPARE(simulation.finish->outcome, Event::Outcome::Ok);
            sent += simulation.blocksSent;
        }
        QCOMPARE_LE(double(sent) / seeds / double(size / parameters.blockSize + 1), blocksPerBlock);
    }
};

QTEST_GUILESS_MAIN(TestTftpTransfer)
#include "tst_tftptransfer.moc"
