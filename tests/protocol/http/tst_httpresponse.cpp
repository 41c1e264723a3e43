// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http/byterange.h"
#include "protocol/http/httpdate.h"
#include "protocol/http/response.h"

#include <QtTest>

#include <limits>

using namespace Benchboot;
using Kind = Http::RangeAnswer::Kind;

class TestHttpResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data();
    void ranges();
    void dates_data();
    void dates();
    void formatsDates();
    void conditions_data();
    void conditions();
    void entityTagsDiffer();
    void contentTypes_data();
    void contentTypes();
    void serialisesWhole();
    void respondsToRange();
    void respondsToHead();
    void serialisesRefusals_data();
    void serialisesRefusals();
};

namespace {

constexpr qint64 Now = 784'111'777; // Sun, 06 Nov 1994 08:49:37 GMT
const Http::Validators Current{"\"tag\"", Now - 3600};

} // namespace

void TestHttpResponse::ranges_data()
{
    constexpr qint64 large = 6'442'450'944;
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("length");
    const auto row
        = [](const char *name, const char *field, qint64 size, Kind kind, qint64 first = 0, qint64 length = 0) {
              QTest::newRow(name) << QByteArray(field) << size << int(kind) << first << length;
          };
    row("first block", "bytes=0-511", 1024, Kind::Part, 0, 512);
    row("one byte", "bytes=5-5", 1024, Kind::Part, 5, 1);
    row("open", "bytes=1000-", 1024, Kind::Part, 1000, 24);
    row("last byte", "bytes=-1", 1024, Kind::Part, 1023, 1);
    row("suffix longer than the file", "bytes=-5000", 1024, Kind::Part, 0, 1024);
    row("end past the file", "bytes=1000-5000", 1024, Kind::Part, 1000, 24);
    row("end past 64 bits", "bytes=1000-99999999999999999999", 1024, Kind::Part, 1000, 24);
    row("unit in capitals", "Bytes=0-0", 1024, Kind::Part, 0, 1);
    row("past 4 GiB", "bytes=6442450943-", large, Kind::Part, large - 1, 1);
    row("at the end", "bytes=1024-", 1024, Kind::Unsatisfiable);
    row("past the end", "bytes=2000-3000", 1024, Kind::Unsatisfiable);
    row("start past 64 bits", "bytes=99999999999999999999-", 1024, Kind::Unsatisfiable);
    row("empty suffix", "bytes=-0", 1024, Kind::Unsatisfiable);
    row("empty file", "bytes=0-", 0, Kind::Unsatisfiable);
    row("suffix of an empty file", "bytes=-1", 0, Kind::Whole);
    row("no field", "", 1024, Kind::Whole);
    row("end before start", "bytes=5-2", 1024, Kind::Whole);
    row("other unit", "lines=1-2", 1024, Kind::Whole);
    row("two ranges", "bytes=0-1,5-6", 1024, Kind::Whole);
    row("no numbers", "bytes=-", 1024, Kind::Whole);
    row("no dash", "bytes=5", 1024, Kind::Whole);
    row("negative", "bytes=--5", 1024, Kind::Whole);
    row("letters", "bytes=a-b", 1024, Kind::Whole);
    row("space", "bytes= 0-5", 1024, Kind::Whole);
    row("unit only", "bytes=", 1024, Kind::Whole);
}

void TestHttpResponse::ranges()
{
    QFETCH(QByteArray, field);
    QFETCH(qint64, size);
    QFETCH(int, kind);
    QFETCH(qint64, first);
    QFETCH(qint64, length);
    const auto answer = Http::resolveRange(field, size);
    QCOMPARE(int(answer.kind), kind);
    QCOMPARE(answer.first, first);
    QCOMPARE(answer.length, length);
}

void TestHttpResponse::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds"); // lowest: no date
    constexpr auto none = std::numeric_limits<qint64>::min();
    QTest::newRow("IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << Now;
    QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << Now;
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << Now;
    QTest::newRow("epoch") << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT") << qint64(0);
    QTest::newRow("after 2038") << QByteArray("Mon, 01 Jan 2052 00:00:00 GMT") << qint64(2'587'680'000);
    QTest::newRow("other zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 CET") << none;
    QTest::newRow("more behind it") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT, x") << none;
    QTest::newRow("no such day") << QByteArray("Sun, 31 Feb 1994 08:49:37 GMT") << none;
    QTest::newRow("number") << QByteArray("784111777") << none;
    QTest::newRow("empty") << QByteArray() << none;
    QTest::newRow("long") << QByteArray(5000, ' ') << none;
}

void TestHttpResponse::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, seconds);
    QCOMPARE(Http::parseDate(text).value_or(std::numeric_limits<qint64>::min()), seconds);
}

void TestHttpResponse::formatsDates()
{
    QCOMPARE(Http::formatDate(Now), "Sun, 06 Nov 1994 08:49:37 GMT");
    QCOMPARE(Http::formatDate(0), "Thu, 01 Jan 1970 00:00:00 GMT");
}

void TestHttpResponse::conditions_data()
{
    QTest::addColumn<QByteArray>("ifMatch");
    QTest::addColumn<QByteArray>("ifUnmodifiedSince");
    QTest::addColumn<QByteArray>("ifNoneMatch");
    QTest::addColumn<QByteArray>("ifModifiedSince");
    QTest::addColumn<QByteArray>("ifRange");
    QTest::addColumn<int>("status"); // for a request of the first byte
    const QByteArray none;
    const QByteArray same = Http::formatDate(Current.lastModified);
    const QByteArray older = Http::formatDate(Current.lastModified - 1);
    QTest::newRow("none") << none << none << none << none << none << 206;
    QTest::newRow("If-Match current") << QByteArray("\"tag\"") << none << none << none << none << 206;
    QTest::newRow("If-Match any") << QByteArray("*") << none << none << none << none << 206;
    QTest::newRow("If-Match list") << QByteArray("\"x\" , \"tag\"") << none << none << none << none << 206;
    QTest::newRow("vector 54: If-Match stale") << QByteArray("\"x\"") << none << none << none << none << 412;
    QTest::newRow("If-Match weak") << QByteArray("W/\"tag\"") << none << none << none << none << 412;
    QTest::newRow("If-Match without quotes") << QByteArray("tag") << none << none << none << none << 412;
    QTest::newRow("If-Match half a tag") << QByteArray("\"tag") << none << none << none << none << 412;
    QTest::newRow("If-Unmodified-Since same") << none << same << none << none << none << 206;
    QTest::newRow("If-Unmodified-Since older") << none << older << none << none << none << 412;
    QTest::newRow("If-Unmodified-Since no date") << none << QByteArray("yesterday") << none << none << none << 206;
    QTest::newRow("If-Match hides If-Unmodified-Since") << QByteArray("*") << older << none << none << none << 206;
    QTest::newRow("vector 54: If-None-Match current") << none << none << QByteArray("\"tag\"") << none << none << 304;
    QTest::newRow("If-None-Match weak") << none << none << QByteArray("\"x\", W/\"tag\"") << none << none << 304;
    QTest::newRow("If-None-Match any") << none << none << QByteArray("*") << none << none << 304;
    QTest::newRow("If-None-Match stale") << none << none << QByteArray("\"x\"") << none << none << 206;
    QTest::newRow("If-None-Match comma in a tag") << none << none << QByteArray("\"a,\"tag\"") << none << none << 206;
    QTest::newRow("If-Modified-Since same") << none << none << none << same << none << 304;
    QTest::newRow("If-Modified-Since older") << none << none << none << older << none << 206;
    QTest::newRow("If-None-Match hides If-Modified-Since")
        << none << none << QByteArray("\"x\"") << same << none << 206;
    QTest::newRow("412 comes before 304")
        << QByteArray("\"x\"") << none << QByteArray("\"tag\"") << none << none << 412;
    QTest::newRow("If-Range current") << none << none << none << none << QByteArray("\"tag\"") << 206;
    QTest::newRow("vector 54: If-Range stale") << none << none << none << none << QByteArray("\"x\"") << 200;
    QTest::newRow("If-Range weak") << none << none << none << none << QByteArray("W/\"tag\"") << 200;
    QTest::newRow("If-Range date") << none << none << none << none << same << 200;
    QTest::newRow("If-Match holds, If-Range stale")
        << QByteArray("*") << none << none << none << QByteArray("\"x\"") << 200;
}

void TestHttpResponse::conditions()
{
    Http::Request request;
    request.range = "bytes=0-0";
    QFETCH(QByteArray, ifMatch);
    QFETCH(QByteArray, ifUnmodifiedSince);
    QFETCH(QByteArray, ifNoneMatch);
    QFETCH(QByteArray, ifModifiedSince);
    QFETCH(QByteArray, ifRange);
    QFETCH(int, status);
    request.ifMatch = ifMatch;
    request.ifUnmodifiedSince = ifUnmodifiedSince;
    request.ifNoneMatch = ifNoneMatch;
    request.ifModifiedSince = ifModifiedSince;
    request.ifRange = ifRange;
    const auto response = Http::respond(request, {.size = 1024, .validators = Current}, Now);
    QCOMPARE(response.head.status, status);
    QCOMPARE(response.length, status == 206 ? 1 : status == 200 ? 1024 : 0);
    QCOMPARE(response.head.validators, Current);
}

void TestHttpResponse::entityTagsDiffer()
{
    const auto tag = Http::makeEntityTag(1024, 1'700'000'000'000'000'001, 42);
    QVERIFY(tag.startsWith('"') && tag.endsWith('"') && tag.count('"') == 2);
    QCOMPARE(Http::makeEntityTag(1024, 1'700'000'000'000'000'001, 42), tag);
    QVERIFY(Http::makeEntityTag(1025, 1'700'000'000'000'000'001, 42) != tag);
    QVERIFY(Http::makeEntityTag(1024, 1'700'000'000'000'000'002, 42) != tag);
    QVERIFY(Http::makeEntityTag(1024, 1'700'000'000'000'000'001, 43) != tag);
    QVERIFY(Http::makeEntityTag(1024, 1'700'000'000'000'000'001, 42, 2048) != tag);
}

void TestHttpResponse::contentTypes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("vector 58: efi") << QByteArray("/loaders/ipxe.efi") << QByteArray("application/efi");
    QTest::newRow("capitals") << QByteArray("/EFI/BOOT/BOOTX64.EFI") << QByteArray("application/efi");
    QTest::newRow("vector 58: iso") << QByteArray("/images/a/a.iso") << QByteArray("application/vnd.efi-iso");
    QTest::newRow("vector 58: img") << QByteArray("/images/a/a.img") << QByteArray("application/vnd.efi-img");
    QTest::newRow("vector 58: script") << QByteArray("/boot.ipxe") << QByteArray("text/plain; charset=utf-8");
    QTest::newRow("GRUB configuration") << QByteArray("/boot/grub/grub.cfg") << QByteArray("text/plain; charset=utf-8");
    QTest::newRow("no suffix") << QByteArray("/images/a/vmlinuz") << QByteArray("application/octet-stream");
    QTest::newRow("suffix only") << QByteArray("/") << QByteArray("application/octet-stream");
    QTest::newRow("suffix inside") << QByteArray("/a.efi.gz") << QByteArray("application/octet-stream");
}

void TestHttpResponse::contentTypes()
{
    QFETCH(QByteArray, path);
    QTEST(Http::contentTypeFor(path), "type");
}

void TestHttpResponse::serialisesWhole()
{
    const auto response
        = Http::respond({}, {.size = 6'442'450'944, .contentType = "application/efi", .validators = Current}, Now);
    QCOMPARE(response.first, 0);
    QCOMPARE(response.length, 6'442'450'944);
    QCOMPARE(Http::serialise(response.head),
             "HTTP/1.1 200 OK\r\n"
             "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
             "Content-Type: application/efi\r\n"
             "Content-Length: 6442450944\r\n"
             "Accept-Ranges: bytes\r\n"
             "Last-Modified: Sun, 06 Nov 1994 07:49:37 GMT\r\n"
             "ETag: \"tag\"\r\n"
             "Connection: keep-alive\r\n\r\n");
}

void TestHttpResponse::respondsToRange()
{
    Http::Request request;
    request.range = "bytes=512-";
    request.keepAlive = false;
    const auto response = Http::respond(request, {.size = 1024, .noStore = true}, Now);
    QCOMPARE(response.first, 512);
    QCOMPARE(response.length, 512);
    QCOMPARE(Http::serialise(response.head),
             "HTTP/1.1 206 Partial Content\r\n"
             "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
             "Content-Length: 512\r\n"
             "Content-Range: bytes 512-1023/1024\r\n"
             "Accept-Ranges: bytes\r\n"
             "Cache-Control: no-store\r\n"
             "Connection: close\r\n\r\n");
    request.range = "bytes=1024-";
    const auto refused = Http::respond(request, {.size = 1024}, Now);
    QCOMPARE(refused.head.status, 416);
    QCOMPARE(refused.head.contentRange, "bytes */1024");
    QCOMPARE(refused.head.contentLength, 0);
    QCOMPARE(refused.length, 0);
}

void TestHttpResponse::respondsToHead()
{
    Http::Request request;
    request.method = Http::Method::Head;
    request.range = "bytes=0-0"; // means nothing for HEAD
    const auto response = Http::respond(request, {.size = 6'442'450'944, .validators = Current}, Now);
    QCOMPARE(response.head.status, 200);
    QCOMPARE(response.head.contentLength, 6'442'450'944);
    QCOMPARE(response.length, 0);
}

void TestHttpResponse::serialisesRefusals_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 403, 404, 405, 414, 431, 500, 501, 505})
        QTest::addRow("%d", status) << status;
}

void TestHttpResponse::serialisesRefusals()
{
    QFETCH(int, status);
    const auto body = Http::errorBody(status);
    QVERIFY(body.startsWith(QByteArray::number(status) + ' ' + Http::reasonPhrase(status).toByteArray()));
    QVERIFY(body.size() > 5); // the reason is there
    const auto head = Http::serialise(Http::errorHead(status, Now, false));
    QVERIFY(head.startsWith("HTTP/1.1 " + body.chopped(1) + "\r\n"));
    QVERIFY(head.contains("\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"));
    QVERIFY(head.endsWith("\r\nConnection: close\r\n\r\n"));
    QCOMPARE(head.contains("\r\nAllow: GET, HEAD\r\n"), status == 405);
}

QTEST_GUILESS_MAIN(TestHttpResponse)
#include "tst_httpresponse.moc"
