// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptestclient.h"
#include "httptestserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QtTest>

#include <sys/stat.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;

/// What clients get: status, fields and content. Rows named “vector N” are wire vectors that a boot server has to pass.
class TestHttpService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesAndCloses_data();
    void servesAndCloses();
    void refusesAndCloses_data();
    void refusesAndCloses();
    void headOfLargeFile_data();
    void headOfLargeFile();
    void ranges_data();
    void ranges();
    void conditions();
    void leaksNothing_data();
    void leaksNothing();
    void filesThatAreNone_data();
    void filesThatAreNone();
    void folderSwappedForALink();
    void contentTypes();
    void loaders();
    void bootScript();
    void menuScript();
    void madeOnRequest_data();
    void madeOnRequest();
    void pipelinedRequests_data();
    void pipelinedRequests();
    void manyPipelinedRequests();
    void oneConnectionSeesNewSnapshots();
    void extents();
    void shrunkenContainer();
    void reportsTransfers();
    void reportsRefusals();
    void answersCurl();
};

namespace {

constexpr qint64 LargeSize = 6'442'450'944; // 6 GiB

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(7);
    generator.fillRange(reinterpret_cast<quint32 *>(bytes.data()), size / 4);
    return bytes;
}

/// Publishes a file of 6 GiB that takes no space and ends with "tail".
void publishLarge(HttpTestServer &server)
{
    QFile file(server.filePath(u"large"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(LargeSize) && file.seek(LargeSize - 4)
            && file.write("tail") == 4);
    server.publish("/large.iso", {.path = file.fileName(), .size = LargeSize});
}

} // namespace

void TestHttpService::servesAndCloses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::newRow("vector 51: 1.0 without Host") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << true;
    QTest::newRow("1.1") << QByteArray("GET /a HTTP/1.1\r\nHost: a\r\n\r\n") << false;
    QTest::newRow("1.1 close") << QByteArray("GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") << true;
    QTest::newRow("body announced") << QByteArray("GET /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")
                                    << true;
    QTest::newRow("absolute form") << QByteArray("GET http://x/a HTTP/1.1\r\nHost: x\r\n\r\n") << false;
    QTest::newRow("encoded") << QByteArray("GET /%61 HTTP/1.1\r\nHost: a\r\n\r\n") << false;
}

void TestHttpService::servesAndCloses()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closes);
    HttpTestServer server;
    server.publish("/a", "content");
    HttpTestClient client(server.port());
    QVERIFY(client.send(request));
    const auto response = client.response();
    QVERIFY2(response.head.startsWith("HTTP/1.1 200 OK\r\n"), response.head.constData());
    QCOMPARE(response.body, "content");
    QCOMPARE(response.field("Accept-Ranges"), "bytes");
    QCOMPARE(response.field("Connection"), closes ? "close" : "keep-alive");
    if (closes)
        QVERIFY(client.waitForClose(5000));
    else
        QCOMPARE(client.get("/a").body, "content");
}

void TestHttpService::refusesAndCloses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto get = [](const QByteArray &fields) { return "GET /a HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n"; };
    QTest::newRow("vector 51: no Host") << QByteArray("GET /a HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("vector 51: two Hosts") << get("Host: b\r\n") << 400;
    QTest::newRow("vector 55: length and coding") << get("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("vector 55: two lengths") << get("Content-Length: 5, 6\r\n") << 400;
    QTest::newRow("vector 55: space before colon") << get("Content-Length : 5\r\n") << 400;
    QTest::newRow("vector 55: folded field") << get("A: b\r\n c\r\n") << 400;
    QTest::newRow("target too long") << "GET /" + QByteArray(60'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n" << 414;
    QTest::newRow("head too large") << get("A: " + QByteArray(60'000, 'a') + "\r\n") << 431;
    QTest::newRow("POST with a body") << "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n"
            + QByteArray(500'000, 'a') << 405;
    QTest::newRow("unknown method") << QByteArray("BREW /a HTTP/1.1\r\nHost: a\r\n\r\n") << 501;
    QTest::newRow("HTTP/2.0") << QByteArray("GET /a HTTP/2.0\r\nHost: a\r\n\r\n") << 505;
}

void TestHttpService::refusesAndCloses()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    HttpTestServer server;
    server.publish("/a", "content");
    HttpTestClient client(server.port());
    QVERIFY(client.send(request + "GET /a HTTP/1.1\r\nHost: a\r\n\r\n")); // smuggled behind it: must get no answer
    const auto response = client.response();
    QCOMPARE(response.status(), status);
    QCOMPARE(response.field("Connection"), "close");
    QCOMPARE(response.field("Allow"), status == 405 ? "GET, HEAD" : "");
    QVERIFY(client.waitForClose(5000)); // an answer that the client can read, not a reset
}

void TestHttpService::headOfLargeFile_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("vector 52: HEAD of 6 GiB") << QByteArray();
    QTest::newRow("HEAD with a Range that means nothing") << QByteArray("Range: bytes=0-1\r\n");
}

void TestHttpService::headOfLargeFile()
{
    QFETCH(QByteArray, fields);
    HttpTestServer server;
    publishLarge(server);
    HttpTestClient client(server.port());
    QVERIFY(client.send("HEAD /large.iso HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n"));
    const auto response = client.response(false);
    QVERIFY2(response.head.contains("\r\nContent-Length: 6442450944\r\n"), response.head.constData());
    QCOMPARE(response.field("Content-Type"), "application/vnd.efi-iso");
    QCOMPARE(client.get("/large.iso", "Range: bytes=-4\r\n").body, "tail"); // no body came before it
}

void TestHttpService::ranges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentRange");
    QTest::addColumn<qsizetype>("first");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("vector 53: first block") << QByteArray("bytes=0-511") << 206 << QByteArray("bytes 0-511/1024") << qsizetype(0)
                                 << qsizetype(512);
    QTest::newRow("vector 53: open") << QByteArray("bytes=1000-") << 206 << QByteArray("bytes 1000-1023/1024") << qsizetype(1000)
                          << qsizetype(24);
    QTest::newRow("vector 53: last byte") << QByteArray("bytes=-1") << 206 << QByteArray("bytes 1023-1023/1024") << qsizetype(1023)
                               << qsizetype(1);
    QTest::newRow("vector 53: at the end") << QByteArray("bytes=1024-") << 416 << QByteArray("bytes */1024") << qsizetype(0)
                                << qsizetype(0);
    QTest::newRow("vector 53: end before start") << QByteArray("bytes=5-2") << 200 << QByteArray() << qsizetype(0)
                                      << qsizetype(1024);
    QTest::newRow("vector 53: other unit") << QByteArray("lines=1-2") << 200 << QByteArray() << qsizetype(0) << qsizetype(1024);
    QTest::newRow("two ranges") << QByteArray("bytes=0-0,5-5") << 200 << QByteArray() << qsizetype(0)
                                << qsizetype(1024);
}

void TestHttpService::ranges()
{
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(QByteArray, contentRange);
    QFETCH(qsizetype, first);
    QFETCH(qsizetype, length);
    const auto content = randomBytes(1024);
    HttpTestServer server;
    server.publish("/a", content);
    HttpTestClient client(server.port());
    const auto response = client.get("/a", "Range: " + range + "\r\n");
    QCOMPARE(response.status(), status);
    QCOMPARE(response.field("Content-Range"), contentRange);
    QCOMPARE(response.body, content.sliced(first, length));
    QCOMPARE(client.get("/a").body, content); // the connection is in step
}

void TestHttpService::conditions()
{
    HttpTestServer server;
    server.publish("/a", "content");
    HttpTestClient client(server.port());
    const auto first = client.get("/a");
    const auto tag = first.field("ETag");
    QVERIFY(tag.startsWith('"') && tag.size() > 4);
    QVERIFY(first.field("Last-Modified").endsWith(" GMT"));

    QVERIFY(client.send("GET /a HTTP/1.1\r\nHost: a\r\nIf-None-Match: " + tag + "\r\n\r\n"));
    const auto unchanged = client.response(false);
    QCOMPARE(unchanged.status(), 304);
    QCOMPARE(unchanged.field("ETag"), tag);
    QCOMPARE(client.get("/a", "If-Match: \"stale\"\r\nRange: bytes=0-1\r\n").status(), 412);
    QCOMPARE(client.get("/a", "If-Match: " + tag + "\r\nRange: bytes=4-\r\n").body, "ent"); // how EDK2 resumes
    QCOMPARE(client.get("/a", "If-Range: \"stale\"\r\nRange: bytes=0-1\r\n").body, "content");
    QCOMPARE(client.get("/a", "If-Range: " + tag + "\r\nRange: bytes=0-1\r\n").body, "co");

    server.publish("/a", "CONTENT");
    const auto changed = client.get("/a", "If-Range: " + tag + "\r\nRange: bytes=0-1\r\n");
    QCOMPARE(changed.body, "CONTENT");
    QVERIFY(changed.field("ETag") != tag);
}

void TestHttpService::leaksNothing_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("vector 56: climbs, encoded") << QByteArray("/%2e%2e/%2e%2e/etc/passwd") << 400;
    QTest::newRow("climbs, plain") << QByteArray("/../../etc/passwd") << 400;
    QTest::newRow("vector 56: climbs, encoded twice") << QByteArray("/%252e%252e/etc/passwd") << 404;
    QTest::newRow("vector 56: NUL") << QByteArray("/a%00b") << 400;
    QTest::newRow("vector 56: backslashes") << QByteArray("/a\\..\\b") << 400;
    QTest::newRow("absolute path on disk") << QByteArray("//etc/passwd") << 404;
    QTest::newRow("folder") << QByteArray("/") << 404;
    QTest::newRow("published with a slash") << QByteArray("/a/") << 404;
    QTest::newRow("other case") << QByteArray("/A") << 404;
    QTest::newRow("loader that is none") << QByteArray("/loaders/") << 404;
}

void TestHttpService::leaksNothing()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    HttpTestServer server;
    server.publish("/a", "content");
    HttpTestClient client(server.port());
    const auto response = client.get(path);
    QCOMPARE(response.status(), status);
    QCOMPARE(response.body, status == 404 ? "404 Not Found\n" : "400 Bad Request\n");
}

void TestHttpService::filesThatAreNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("vector 56: symbolic link to outside") << u"link"_s;
    QTest::newRow("pipe") << u"pipe"_s;
    QTest::newRow("folder") << u"."_s;
    QTest::newRow("gone") << u"gone"_s;
}

void TestHttpService::filesThatAreNone()
{
    QFETCH(QString, name);
    HttpTestServer server;
    QVERIFY(QFile::link(u"/etc/passwd"_s, server.filePath(u"link"_s)));
    QCOMPARE(::mkfifo(server.filePath(u"pipe"_s).toLocal8Bit().constData(), 0600), 0);
    server.publish("/a", {.path = server.filePath(name), .size = 10});
    QCOMPARE(HttpTestClient(server.port()).get("/a").status(), 404);
}

void TestHttpService::folderSwappedForALink()
{
    HttpTestServer server;
    QVERIFY(QDir().mkpath(server.filePath(u"images/one"_s)) && QDir().mkpath(server.filePath(u"secret"_s)));
    server.publish("/f", {.path = server.write(u"images/one/f"_s, "public"), .size = 6});
    server.write(u"secret/f"_s, "hidden");
    HttpTestClient client(server.port());
    QCOMPARE(client.get("/f").body, "public");
    QVERIFY(QDir(server.filePath(u"images/one"_s)).removeRecursively());
    QVERIFY(QFile::link(server.filePath(u"secret"_s), server.filePath(u"images/one"_s)));
    QCOMPARE(client.get("/f").status(), 404);
}

void TestHttpService::contentTypes()
{
    HttpTestServer server;
    HttpTestClient client(server.port());
    for (const auto &[path, type] :
         {std::pair("/a.efi", "application/efi"), std::pair("/a.ISO", "application/vnd.efi-iso"),
          std::pair("/a.img", "application/vnd.efi-img"), std::pair("/a", "application/octet-stream"),
          std::pair("/a.ipxe", "text/plain; charset=utf-8")}) {
        server.publish(path, "x");
        QCOMPARE(client.get(path).field("Content-Type"), type);
    }
}

void TestHttpService::loaders()
{
    HttpTestServer server;
    server.publishLoader(u"ipxe.efi"_s, "loader");
    HttpTestClient client(server.port());
    const auto response = client.get("/loaders/ipxe.efi");
    QCOMPARE(response.body, "loader");
    QCOMPARE(response.field("Content-Type"), "application/efi");
    QCOMPARE(client.get("/ipxe.efi").status(), 404);
}

void TestHttpService::bootScript()
{
    HttpTestServer server;
    HttpTestClient client(server.port());
    QVERIFY(client.send("GET /boot.ipxe HTTP/1.1\r\nHost: evil.example\r\n\r\n"));
    const auto response = client.response();
    QVERIFY(response.body.startsWith("#!ipxe\n"));
    // The address that the client used, never what it says of itself.
    QVERIFY(response.body.contains("http://127.0.0.1:" + QByteArray::number(server.port()) + '/'));
    QVERIFY(!response.body.contains("evil"));
    QCOMPARE(response.field("Content-Type"), "text/plain; charset=utf-8");
    QCOMPARE(response.field("Cache-Control"), "no-store");
    const auto other = HttpTestClient(server.port(), "127.0.0.1", "127.0.0.9").get("/boot.ipxe");
    QVERIFY(other.body.contains("http://127.0.0.9:"));
    QTRY_COMPARE(server.events().with(Event::Outcome::Ok).size(), 2);
    QCOMPARE(server.events().all().constFirst().kind, u"boot"_s);
}

void TestHttpService::menuScript()
{
    HttpTestServer server;
    HttpTestClient client(server.port());
    const auto response = client.get("/menu.ipxe?platform=efi&mac=52:54:00:AB:cd:01");
    QVERIFY(response.body.startsWith("#!ipxe\n"));
    QVERIFY(client.send("HEAD /menu.ipxe HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.response(false).status(), 200);
    QTRY_COMPARE(server.events().all().size(), 2);
    const auto event = server.events().all().constFirst();
    QCOMPARE(event.kind, u"menu"_s);
    QCOMPARE(event.outcome, Event::Outcome::Ok);
    QCOMPARE(event.mac, u"52:54:00:ab:cd:01"_s);
    QCOMPARE(event.target, u"/menu.ipxe"_s);
    QCOMPARE(event.bytes, response.body.size());
}

void TestHttpService::madeOnRequest_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("boot script") << "/boot.ipxe"_ba << "#!ipxe\n"_ba;
    QTest::newRow("menu") << "/menu.ipxe?platform=efi&mac=52:54:00:ab:cd:01"_ba << "#!ipxe\n"_ba;
    QTest::newRow("GRUB's menu") << "/grub/grub.cfg"_ba << "if [ \"$grub_cpu\""_ba;
    QTest::newRow("GRUB's menu beside the loaders") << "/loaders/grub/grub.cfg"_ba << "if [ \"$grub_cpu\""_ba;
    QTest::newRow("script for signed iPXE") << "/autoexec.ipxe"_ba << "#!ipxe\n"_ba;
}

void TestHttpService::madeOnRequest()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, begins);
    HttpTestServer server;
    server.publishGenerated(u"grub/grub.cfg"_s, GeneratedFile::GrubMenu);
    server.publishGenerated(u"autoexec.ipxe"_s, GeneratedFile::IpxeAutoexec);
    HttpTestClient client(server.port());
    const auto whole = client.get(path);
    QCOMPARE(whole.status(), 200);
    QVERIFY2(whole.body.startsWith(begins), whole.body.constData());
    QCOMPARE(whole.field("Content-Length"), QByteArray::number(whole.body.size()));
    QCOMPARE(whole.field("Cache-Control"), "no-store");

    QVERIFY(client.send("HEAD " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto head = client.response(false);
    QCOMPARE(head.status(), 200);
    QCOMPARE(head.field("Content-Length"), whole.field("Content-Length"));

    const auto part = client.get(path, "Range: bytes=2-5\r\n");
    QCOMPARE(part.status(), 206);
    QCOMPARE(part.field("Content-Range"), "bytes 2-5/" + whole.field("Content-Length"));
    QCOMPARE(part.body, whole.body.sliced(2, 4));
    const auto rest = client.get(path, "Range: bytes=-3\r\n");
    QCOMPARE(rest.body, whole.body.last(3));
    QCOMPARE(client.get(path, "Range: bytes=1000000-\r\n").status(), 416);

    // Another one each time, so nothing that a client kept is still right.
    QVERIFY(whole.field("ETag").isEmpty() && whole.field("Last-Modified").isEmpty());
    QCOMPARE(client.get(path, "If-None-Match: \"kept\"\r\n").body, whole.body);
    QCOMPARE(client.get(path, "If-Modified-Since: Sun, 29 Nov 2026 00:00:00 GMT\r\n").body, whole.body);
    QCOMPARE(client.get(path, "If-Range: \"kept\"\r\nRange: bytes=2-5\r\n").body, whole.body);
    QCOMPARE(client.get(path, "If-Match: \"kept\"\r\n").status(), 412);
}

void TestHttpService::pipelinedRequests_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("vector 59: a large file first") << 3'000'000;
    QTest::newRow("a small file first") << 1000;
}

void TestHttpService::pipelinedRequests()
{
    QFETCH(int, size);
    const auto content = randomBytes(size);
    HttpTestServer server;
    server.publish("/large", content);
    server.publish("/small", "content");
    HttpTestClient client(server.port());
    QVERIFY(client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n"
                        "GET /gone HTTP/1.1\r\nHost: a\r\n\r\n"
                        "GET /boot.ipxe HTTP/1.1\r\nHost: a\r\n\r\n"
                        "GET /small HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                        "GET /small HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(client.response().body == content);
    QCOMPARE(client.response().status(), 404);
    QVERIFY(client.response().body.startsWith("#!ipxe"));
    QCOMPARE(client.response().body, "content");
    QVERIFY(client.waitForClose(5000)); // nothing is answered after "close"
}

void TestHttpService::manyPipelinedRequests()
{
    constexpr int count = 2000; // more than one turn of the loop, and more than one read
    HttpTestServer server;
    HttpTestClient client(server.port());
    QVERIFY(client.send(QByteArray("GET /gone HTTP/1.1\r\nHost: a\r\n\r\n").repeated(count)));
    for (int i = 0; i < count; ++i)
        QCOMPARE(client.response().status(), 404);
    QCOMPARE(client.get("/boot.ipxe").status(), 200);
}

void TestHttpService::oneConnectionSeesNewSnapshots()
{
    HttpTestServer server;
    HttpTestClient client(server.port());
    QCOMPARE(client.get("/new").status(), 404);
    server.publish("/new", "here");
    QCOMPARE(client.get("/new").body, "here");
}

void TestHttpService::extents()
{
    const auto container = randomBytes(24 * 1024 * 1024);
    const QList<Extent> runs{{5'000'000, 9'000'001}, {2048, 1}, {14'000'002, 7'000'000}, {0, 0}, {2048, 2048}};
    QByteArray content;
    for (const auto &run : runs)
        content += container.sliced(run.offset, run.length);
    HttpTestServer server;
    server.publish("/linked",
                   {.path = server.write(u"container"_s, container), .extents = runs, .size = content.size()});
    HttpTestClient client(server.port());
    const auto hash = [](QByteArrayView bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); };
    const auto whole = client.get("/linked");
    QCOMPARE(whole.body.size(), content.size());
    QCOMPARE(hash(whole.body), hash(content));
    const auto across = client.get("/linked", "Range: bytes=8999990-16000020\r\n");
    QCOMPARE(across.field("Content-Range"), "bytes 8999990-16000020/" + QByteArray::number(content.size()));
    QCOMPARE(hash(across.body), hash(QByteArrayView(content).sliced(8'999'990, 7'000'031)));
    QCOMPARE(client.get("/linked", "Range: bytes=-2049\r\n").body, content.last(2049));
}

void TestHttpService::shrunkenContainer()
{
    HttpTestServer server;
    const auto path = server.write(u"container"_s, QByteArray(4096, 'a'));
    server.publish("/past", {.path = path, .extents = {{0, 2048}, {4000, 97}}, .size = 2145});
    server.publish("/negative", {.path = path, .extents = {{-1, 2}}, .size = 2});
    server.publish("/overflow", {.path = path, .extents = {{4096, std::numeric_limits<qint64>::max()}}, .size = 1});
    HttpTestClient client(server.port());
    for (const auto *name : {"/past", "/negative", "/overflow"})
        QCOMPARE(client.get(name).status(), 500);
    QTRY_COMPARE(server.events().with(Event::Outcome::Failed).size(), 3);
    QVERIFY(server.events().all().constFirst().detail.contains(path));
}

void TestHttpService::reportsTransfers()
{
    const auto content = randomBytes(4'000'000);
    HttpTestServer server;
    server.publish("/large", content);
    HttpTestClient client(server.port());
    QCOMPARE(client.get("/large", "Range: bytes=1000000-\r\n").body.size(), 3'000'000);
    QTRY_COMPARE(server.events().with(Event::Outcome::Ok).size(), 1);
    const auto events = server.events().all();
    const auto &begun = events.constFirst();
    QCOMPARE(begun.outcome, Event::Outcome::Started);
    QCOMPARE(begun.service, Event::Service::Http);
    QCOMPARE(begun.kind, u"get"_s);
    QCOMPARE(begun.target, u"/large"_s);
    QCOMPARE(begun.address, u"127.0.0.1"_s);
    QCOMPARE(begun.bytes, 0);
    QCOMPARE(begun.total, 3'000'000);
    QVERIFY(begun.id != 0);
    const auto &ended = events.constLast();
    QCOMPARE(ended.outcome, Event::Outcome::Ok);
    QCOMPARE(ended.id, begun.id);
    QCOMPARE(ended.bytes, 3'000'000);
    QVERIFY(ended.durationMs >= 0);

    QVERIFY(client.send("HEAD /large HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.response(false).status(), 200);
    QTRY_COMPARE(server.events().with(Event::Outcome::Ok).size(), 2);
    const auto head = server.events().all().constLast();
    QCOMPARE(head.kind, u"head"_s);
    QVERIFY(head.id != begun.id);
    QCOMPARE(head.bytes, 0);
    QCOMPARE(head.total, 4'000'000);
}

void TestHttpService::reportsRefusals()
{
    HttpTestServer server;
    server.publish("/changed", {.path = server.write(u"changed"_s, "longer than it was"), .size = 3});
    HttpTestClient client(server.port());
    QCOMPARE(client.get("/gone").status(), 404);
    QCOMPARE(client.get("/changed").body, "longer than it was"); // a file that was edited by hand is served as it is
    QCOMPARE(client.get("/changed", "Range: bytes=100-\r\n").status(), 416);
    QVERIFY(client.send("GET / HTTP/1.1\r\n\r\n"));
    QCOMPARE(client.response().status(), 400);
    QTRY_COMPARE(server.events().all().size(), 4);
    const auto events = server.events().all();
    QCOMPARE(events.at(0).outcome, Event::Outcome::NotFound);
    QCOMPARE(events.at(0).target, u"/gone"_s);
    QCOMPARE(events.at(1).outcome, Event::Outcome::Ok);
    QVERIFY2(events.at(1).detail.contains(u"18 bytes"_s), qPrintable(events.at(1).detail));
    QCOMPARE(events.at(2).outcome, Event::Outcome::Refused);
    QCOMPARE(events.at(3).outcome, Event::Outcome::Refused);
    QCOMPARE(events.at(3).kind, u"request"_s);
    QVERIFY(events.at(3).detail.contains(u"Host"_s));
}

void TestHttpService::answersCurl()
{
    const auto program = QStandardPaths::findExecutable(u"curl"_s);
    QVERIFY2(!program.isEmpty(), "curl is one of the packages that tests need");
    const auto content = randomBytes(5'000'000);
    HttpTestServer server;
    server.publish("/images/a/a b.img", content);
    const auto url = u"http://127.0.0.1:%1/images/a/a%20b.img"_s.arg(server.port());
    const auto output = server.filePath(u"output"_s);
    server.write(u"output"_s, content.first(1'000'000));
    const auto curl = [&](const QStringList &arguments) {
        QProcess process;
        process.start(program,
                      QStringList{u"--silent"_s, u"--show-error"_s, u"--fail"_s, u"--noproxy"_s, u"*"_s} + arguments);
        const bool done = process.waitForFinished() && process.exitCode() == 0;
        return done ? process.readAllStandardOutput() : "failed: " + process.readAllStandardError();
    };
    QCOMPARE(curl({u"--continue-at"_s, u"-"_s, u"--output"_s, output, url}), ""); // resumes at byte 1,000,000
    QFile file(output);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == content);
    QVERIFY(curl({u"--head"_s, url}).contains("\r\nContent-Length: 5000000\r\n"));
    QCOMPARE(curl({u"--write-out"_s, u"%{num_connects} "_s, u"--output"_s, output, url, u"--output"_s, output, url}),
             "1 0 "); // kept alive
}

QTEST_GUILESS_MAIN(TestHttpService)
#include "tst_httpservice.moc"
