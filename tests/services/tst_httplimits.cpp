// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptestclient.h"
#include "httptestserver.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace Benchboot;
using namespace Qt::StringLiterals;

/// What keeps the server alive: time-outs, ceilings, clients that vanish, files that change.
class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowHead_data();
    void slowHead();
    void silentConnection();
    void idleConnection();
    void stalledTransfer();
    void slowTransferGoesOn();
    void slowReadersDelayNobody_data();
    void slowReadersDelayNobody();
    void thousandIdleConnections();
    void connectionsPerAddress();
    void connectionsInAll();
    void clientsThatVanish_data();
    void clientsThatVanish();
    void fileReplaced_data();
    void fileReplaced();
    void fileCutShort();
    void otherSubnet();
    void otherLocalAddress();
    void stopDuringTransfers();
};

namespace {

constexpr qint64 LargeSize = 256 * 1024 * 1024; // more than all socket buffers hold

/// The server looks at the (injected) clock every 10 ms with these.
HttpLimits quickSweeps()
{
    HttpLimits limits;
    limits.lingerMs = 40;
    return limits;
}

/// Publishes a file of LargeSize that takes no space.
void publishSparse(HttpTestServer &server, const QByteArray &path)
{
    QFile file(server.filePath(u"sparse"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(LargeSize));
    server.publish(path, {.path = file.fileName(), .size = LargeSize});
}

/// Sockets and regular files that this process has open. (Qt's threads have event descriptors of their own.)
int openDescriptors()
{
    const auto entries = QDir(u"/proc/self/fd"_s).entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    return int(std::ranges::count_if(
        entries, [](const QFileInfo &entry) { return !entry.symLinkTarget().contains(u"anon_inode:"_s); }));
}

/// Whether a client from \a source is served by now.
bool isServed(const HttpTestServer &server, const char *source)
{
    return HttpTestClient(server.port(), source).get("/a").body == "content";
}

/// Jumps ahead with every look at it.
class HurryingClock final : public Clock
{
public:
    [[nodiscard]] qint64 monotonicMs() const override { return m_ms += 300; }
    [[nodiscard]] qint64 wallMs() const override { return m_ms; }

private:
    mutable std::atomic<qint64> m_ms = 0;
};

} // namespace

void TestHttpLimits::slowHead_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("vector 57: a byte a second") << QByteArray("GET /a-very-long-path HTTP/1.1\r\n");
    QTest::newRow("empty lines a byte a second") << QByteArray("\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\n");
}

void TestHttpLimits::slowHead()
{
    QFETCH(QByteArray, head);
    FakeClock clock;
    HttpTestServer server(quickSweeps(), &clock);
    HttpTestClient client(server.port());
    int seconds = 0;
    for (; seconds < head.size() && client.send(head.sliced(seconds, 1)); ++seconds) {
        clock.advance(1000);
        if (client.waitForClose(50))
            break;
    }
    QVERIFY2(seconds >= 9 && seconds <= 10, qPrintable(QString::number(seconds)));
    QTRY_COMPARE(server.events().with(Event::Outcome::Aborted).size(), 1);
}

void TestHttpLimits::silentConnection()
{
    FakeClock clock;
    HttpTestServer server(quickSweeps(), &clock);
    HttpTestClient client(server.port());
    QVERIFY(!client.waitForClose(50)); // time stands still
    QTRY_VERIFY((clock.advance(10'000), client.waitForClose(50)));
    QVERIFY(server.events().all().isEmpty()); // a port scan is no request
}

void TestHttpLimits::idleConnection()
{
    FakeClock clock;
    HttpTestServer server(quickSweeps(), &clock);
    server.publish("/a", "content");
    HttpTestClient client(server.port());
    QCOMPARE(client.get("/a").body, "content");
    QTRY_COMPARE(server.events().all().size(), 1);
    clock.advance(59'999);
    QVERIFY(!client.waitForClose(100));
    QCOMPARE(client.get("/a").body, "content"); // which starts another minute
    QTRY_COMPARE(server.events().all().size(), 2);
    QVERIFY(client.send("GET /a HTTP/1.1\r\n")); // and the next head has ten seconds again
    QVERIFY(!client.waitForClose(50));
    clock.advance(10'000);
    QVERIFY(client.waitForClose(5000));
}

void TestHttpLimits::stalledTransfer()
{
    FakeClock clock;
    HttpTestServer server(quickSweeps(), &clock);
    publishSparse(server, "/sparse");
    HttpTestClient client(server.port());
    QVERIFY(client.send("GET /sparse HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.response(false).status(), 200);
    QTRY_VERIFY(!server.events().with(Event::Outcome::Started).isEmpty());
    // How much the buffers take is the kernel's business, so go on until the transfer has stood still for two minutes.
    QTRY_VERIFY((clock.advance(60'000), !server.events().with(Event::Outcome::Aborted).isEmpty()));
    const auto event = server.events().with(Event::Outcome::Aborted).constFirst();
    QVERIFY(event.bytes < LargeSize);
    QCOMPARE(event.total, LargeSize);
    QVERIFY(client.read(LargeSize).size() < LargeSize);
}

void TestHttpLimits::slowTransferGoesOn()
{
    const HurryingClock clock; // any real time-out would be over; progress is all that counts
    HttpTestServer server({.stallMs = 20'000}, &clock);
    publishSparse(server, "/sparse");
    HttpTestClient client(server.port());
    client.setReceiveBuffer(64 * 1024);
    const auto response = client.get("/sparse", "Range: bytes=0-16777215\r\n");
    QCOMPARE(response.body.size(), 16'777'216);
    QTRY_COMPARE(server.events().with(Event::Outcome::Ok).size(), 1);
    const auto started = server.events().with(Event::Outcome::Started);
    QVERIFY2(started.size() > 3, qPrintable(QString::number(started.size()))); // progress is told on the way
    qint64 bytes = -1;
    qint64 timeMs = -250;
    for (const auto &event : started) {
        QCOMPARE(event.id, started.constFirst().id);
        QVERIFY(event.bytes > bytes && event.bytes < event.total);
        QVERIFY(event.timeMs - timeMs >= 250);
        bytes = event.bytes;
        timeMs = event.timeMs;
    }
}

void TestHttpLimits::slowReadersDelayNobody_data()
{
    QTest::addColumn<bool>("inMemory");
    QTest::newRow("of a file in memory") << true;
    QTest::newRow("of a file that the disk must deliver") << false;
}

void TestHttpLimits::slowReadersDelayNobody()
{
    QFETCH(bool, inMemory);
    HttpTestServer server;
    server.publish("/large", QByteArray(24 * 1024 * 1024, 'a'));
    publishSparse(server, "/sparse");
    server.publish("/a", "content");
    std::vector<HttpTestClient> slow; // more than the pool has threads
    for (int i = 0; i < 20; ++i) {
        slow.emplace_back(server.port());
        QVERIFY(slow.back().send(QByteArray("GET /") + (inMemory ? "large" : "sparse") + " HTTP/1.1\r\nHost: a\r\n\r\n"));
    }
    QTRY_COMPARE(server.events().with(Event::Outcome::Started).size(), 20);
    HttpTestClient quick(server.port());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(quick.get("/a").body, "content");
    QVERIFY(quick.get("/large").body == QByteArray(24 * 1024 * 1024, 'a'));
    QVERIFY(server.events().with(Event::Outcome::Aborted).isEmpty());
}

void TestHttpLimits::thousandIdleConnections()
{
    rlimit descriptors{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &descriptors), 0);
    descriptors.rlim_cur = std::min<rlim_t>(descriptors.rlim_max, 4096); // both ends are in this process
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &descriptors), 0);
    HttpTestServer server;
    server.publish("/a", "content");
    std::vector<HttpTestClient> idle;
    idle.reserve(1000);
    for (int i = 0; i < 1000; ++i) {
        const auto source = "127.0.1." + QByteArray::number(1 + i / 100);
        idle.emplace_back(server.port(), source.constData());
        QVERIFY(idle.back().isConnected());
        if (i % 2 == 0)
            QVERIFY(idle.back().send("GET /a HTTP/1.1\r\nHo")); // half of them within a head
    }
    HttpTestClient client(server.port());
    QCOMPARE(client.get("/a").body, "content");
    QCOMPARE(idle.back().get("/a").body, "content"); // none was dropped for it
    QVERIFY(idle.front().send("st: a\r\n\r\n"));
    QCOMPARE(idle.front().response().body, "content");
}

void TestHttpLimits::connectionsPerAddress()
{
    HttpTestServer server({.connectionsPerAddress = 2});
    server.publish("/a", "content");
    HttpTestClient first(server.port());
    HttpTestClient second(server.port());
    QCOMPARE(first.get("/a").body, "content");
    QCOMPARE(second.get("/a").body, "content");
    QVERIFY(HttpTestClient(server.port()).waitForClose(5000));
    QCOMPARE(HttpTestClient(server.port(), "127.0.0.2").get("/a").body, "content"); // others do not notice
    first.close();
    bool free = false; // each try takes a place for a moment
    QTRY_VERIFY(free = free || isServed(server, "127.0.0.1"));
    QVERIFY(!server.events().with(Event::Outcome::Ignored).isEmpty());
}

void TestHttpLimits::connectionsInAll()
{
    HttpTestServer server({.connections = 2});
    server.publish("/a", "content");
    HttpTestClient first(server.port(), "127.0.0.1");
    HttpTestClient second(server.port(), "127.0.0.2");
    QCOMPARE(first.get("/a").body, "content");
    QCOMPARE(second.get("/a").body, "content");
    QVERIFY(HttpTestClient(server.port(), "127.0.0.3").waitForClose(5000));
    second.close();
    bool free = false;
    QTRY_VERIFY(free = free || isServed(server, "127.0.0.3"));
}

void TestHttpLimits::clientsThatVanish_data()
{
    QTest::addColumn<int>("taken");
    QTest::newRow("vector 59: in the middle of the body") << 100'000;
    QTest::newRow("right after the request") << 0;
}

void TestHttpLimits::clientsThatVanish()
{
    QFETCH(int, taken);
    HttpTestServer server;
    publishSparse(server, "/sparse");
    server.publish("/a", "content");
    const int before = openDescriptors();
    for (int i = 0; i < 20; ++i) {
        HttpTestClient client(server.port());
        QVERIFY(client.send("GET /sparse HTTP/1.1\r\nHost: a\r\n\r\n"));
        QCOMPARE(client.read(taken).size(), taken);
    }
    QTRY_COMPARE(server.events().with(Event::Outcome::Aborted).size(), 20);
    QTRY_COMPARE(openDescriptors(), before);
    QCOMPARE(HttpTestClient(server.port()).get("/a").body, "content");
}

void TestHttpLimits::fileReplaced_data()
{
    QTest::addColumn<QByteArray>("replacement");
    QTest::newRow("vector 59: replaced in the middle of the body") << QByteArray("new and short");
    QTest::newRow("replaced by nothing") << QByteArray();
}

void TestHttpLimits::fileReplaced()
{
    QFETCH(QByteArray, replacement);
    HttpTestServer server;
    const QByteArray content(12 * 1024 * 1024, 'a');
    server.publish("/a", content);
    const auto path = server.filePath(u"2f61"_s);
    HttpTestClient client(server.port());
    QVERIFY(client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto head = client.response(false);
    QVERIFY(QFile::remove(path));
    server.write(u"2f61"_s, replacement);
    QVERIFY(client.read(head.field("Content-Length").toLongLong()) == content);
    QCOMPARE(client.get("/a").body, replacement);
}

void TestHttpLimits::fileCutShort()
{
    HttpTestServer server;
    publishSparse(server, "/sparse");
    HttpTestClient client(server.port());
    QVERIFY(client.send("GET /sparse HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.response(false).field("Content-Length"), QByteArray::number(LargeSize));
    QVERIFY(QFile::resize(server.filePath(u"sparse"_s), 1024 * 1024));
    QVERIFY(client.read(LargeSize).size() < LargeSize); // the end of the connection, never other bytes in their place
    QTRY_COMPARE(server.events().with(Event::Outcome::Failed).size(), 1);
}

void TestHttpLimits::otherSubnet()
{
    const NetworkCard card{.name = u"bench0"_s, .address = Ipv4{0x7f000001}, .prefix = 24};
    HttpTestServer server(card, Subnet::of(card.address, 24));
    server.publish("/a", "content");
    QCOMPARE(HttpTestClient(server.port(), "127.0.0.7").get("/a").body, "content");
    QVERIFY(HttpTestClient(server.port(), "127.0.1.7").waitForClose(5000));
    QTRY_COMPARE(server.events().with(Event::Outcome::Ignored).size(), 1);
    QCOMPARE(server.events().with(Event::Outcome::Ignored).constFirst().address, u"127.0.1.7"_s);
}

void TestHttpLimits::otherLocalAddress()
{
    const NetworkCard card{.name = u"bench0"_s, .address = Ipv4{0x7f000001}, .prefix = 24};
    HttpTestServer server(card, Subnet::of(card.address, 24));
    server.publish("/a", "content");
    QVERIFY(HttpTestClient(server.port(), "127.0.0.7", "127.0.0.2").waitForClose(5000));
}

void TestHttpLimits::stopDuringTransfers()
{
    HttpTestServer server;
    publishSparse(server, "/sparse");
    const int before = openDescriptors();
    std::vector<HttpTestClient> clients;
    for (int i = 0; i < 20; ++i) {
        clients.emplace_back(server.port());
        QVERIFY(clients.back().send("GET /sparse HTTP/1.1\r\nHost: a\r\n\r\n"));
    }
    QTRY_COMPARE(server.events().with(Event::Outcome::Started).size(), 20);
    server.stop();
    QCOMPARE(server.events().with(Event::Outcome::Aborted).size(), 20);
    QCOMPARE(openDescriptors(), before + 20 - 1); // the clients' own; the listener is closed too
    QVERIFY(!HttpTestClient(server.port()).isConnected());
    server.stop(); // once more does no harm
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
