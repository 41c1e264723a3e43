// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http/requestparser.h"
#include "protocol/http/requesttarget.h"

#include <QtTest>

#include <vector>

using namespace Benchboot;
using namespace Qt::StringLiterals;
using State = Http::RequestParser::State;

class TestHttpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void keepsAlive_data();
    void keepsAlive();
    void refuses_data();
    void refuses();
    void limits_data();
    void limits();
    void splitsAnywhere();
    void leavesTheNextRequest();
    void survivesEveryPrefix();
    void targets_data();
    void targets();
};

namespace {

/// "1.1 request with one Host" around \a fields, each with its line end.
QByteArray get(const QByteArray &fields, const QByteArray &path = "/")
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray manyFields(int count)
{
    QByteArray fields;
    for (int i = 0; i < count; ++i)
        fields += "X-" + QByteArray::number(i) + ": 1\r\n";
    return fields;
}

} // namespace

void TestHttpRequest::readsEveryField()
{
    Http::RequestParser parser;
    const QByteArray head = "HEAD /images/a%20b+c.iso?x=1%20+2 HTTP/1.1\r\n"
                            "Host: 172.16.0.1:8080\r\n"
                            "RANGE:bytes=0-1 \r\n"
                            "If-Match: \"a\"\r\n"
                            "If-match: \"b\"\r\n"
                            "If-None-Match: W/\"c\"\r\n"
                            "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                            "If-Unmodified-Since: x\r\n"
                            "If-Range: \"d\"\r\n"
                            "User-Agent: iPXE/1.21.1+\r\n"
                            "Content-Length: 0\r\n\r\n";
    QCOMPARE(parser.feed(head), head.size());
    QCOMPARE(parser.state(), State::Complete);
    Http::Request expected;
    expected.method = Http::Method::Head;
    expected.rawPath = "/images/a%20b+c.iso";
    expected.path = "/images/a b+c.iso";
    expected.query = "x=1%20+2";
    expected.versionMinor = 1;
    expected.hostCount = 1;
    expected.keepAlive = true;
    expected.contentLength = 0;
    expected.range = "bytes=0-1";
    expected.ifMatch = "\"a\", \"b\"";
    expected.ifNoneMatch = "W/\"c\"";
    expected.ifModifiedSince = "Sun, 06 Nov 1994 08:49:37 GMT";
    expected.ifUnmodifiedSince = "x";
    expected.ifRange = "\"d\"";
    QVERIFY(parser.request() == expected);
}

void TestHttpRequest::keepsAlive_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << get("") << true;
    QTest::newRow("1.1 close") << get("Connection: close\r\n") << false;
    QTest::newRow("1.1 close in a list") << get("Connection: TE, Close\r\n") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
    QTest::newRow("body announced") << get("Content-Length: 5\r\n") << false;
    QTest::newRow("empty body") << get("Content-Length: 0\r\n") << true;
    QTest::newRow("chunked body") << get("Transfer-Encoding: chunked\r\n") << false;
    QTest::newRow("upgrade is ignored") << get("Connection: upgrade\r\nUpgrade: h2c\r\n") << true;
    QTest::newRow("empty lines first") << "\r\n\r\n" + get("") << true;
    QTest::newRow("empty Host") << QByteArray("GET / HTTP/1.1\r\nHost:\r\n\r\n") << true;
    QTest::newRow("IPv6 host") << QByteArray("GET / HTTP/1.1\r\nHost: [fe80::1]:80\r\n\r\n") << true;
}

void TestHttpRequest::keepsAlive()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, keepAlive);
    Http::RequestParser parser;
    QCOMPARE(parser.feed(head), head.size());
    QVERIFY2(parser.state() == State::Complete, qPrintable(parser.refusal().reason));
    QCOMPARE(parser.request().keepAlive, keepAlive);
}

void TestHttpRequest::refuses_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    // RFC 9112 §3.2
    QTest::newRow("vector 51: no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("vector 51: two Hosts") << get("Host: a\r\n") << 400;
    QTest::newRow("two Hosts in 1.0") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n") << 400;
    QTest::newRow("Host with a path") << QByteArray("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n") << 400;
    QTest::newRow("Host with user") << QByteArray("GET / HTTP/1.1\r\nHost: u@a\r\n\r\n") << 400;
    QTest::newRow("Host with a space") << QByteArray("GET / HTTP/1.1\r\nHost: a b\r\n\r\n") << 400;
    // RFC 9112 §6.3, §11.2
    QTest::newRow("vector 55: length and coding") << get("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("coding and length") << get("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") << 400;
    QTest::newRow("vector 55: length list") << get("Content-Length: 5, 6\r\n") << 400;
    QTest::newRow("two lengths") << get("Content-Length: 5\r\nContent-Length: 6\r\n") << 400;
    QTest::newRow("length with sign") << get("Content-Length: +5\r\n") << 400;
    QTest::newRow("length past 64 bits") << get("Content-Length: 99999999999999999999\r\n") << 400;
    QTest::newRow("no length") << get("Content-Length:\r\n") << 400;
    QTest::newRow("coding not chunked") << get("Transfer-Encoding: gzip\r\n") << 400;
    QTest::newRow("chunked not last") << get("Transfer-Encoding: chunked, gzip\r\n") << 400;
    // RFC 9112 §5.1, §5.2, §2.2
    QTest::newRow("vector 55: space before colon") << get("Content-Length : 5\r\n") << 400;
    QTest::newRow("vector 55: folded field") << get("A: b\r\n c\r\n") << 400;
    QTest::newRow("space after request line") << QByteArray("GET / HTTP/1.1\r\n Host: a\r\n\r\n") << 400;
    QTest::newRow("field without name") << get(": b\r\n") << 400;
    QTest::newRow("bare CR") << get("A: b\rc\r\n") << 400;
    QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\nHost: a\n\n") << 400;
    QTest::newRow("NUL in a value") << get(QByteArray("A: b\0c\r\n", 8)) << 400;
    QTest::newRow("control in a value") << get("A: b\1c\r\n") << 400;
    // request line
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7) << 400;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("no method") << QByteArray(" / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\n\r\n") << 501;
    QTest::newRow("method in lower case") << QByteArray("get / HTTP/1.1\r\n\r\n") << 501;
    QTest::newRow("POST") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
    QTest::newRow("OPTIONS *") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
    QTest::newRow("CONNECT") << QByteArray("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
    QTest::newRow("HTTP/2.0") << QByteArray("GET / HTTP/2.0\r\nHost: a\r\n\r\n") << 505;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    QTest::newRow("HTTP/1.2") << QByteArray("GET / HTTP/1.2\r\nHost: a\r\n\r\n") << 505;
    QTest::newRow("HTTP/x.1") << QByteArray("GET / HTTP/x.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("other protocol") << QByteArray("GET / FTP/1.1\r\nHost: a\r\n\r\n") << 400;
    // target
    QTest::newRow("vector 56: path climbs") << get("", "/%2e%2e/%2e%2e/etc/passwd") << 400;
    QTest::newRow("vector 56: path with NUL") << get("", "/a%00b") << 400;
    QTest::newRow("vector 56: path with backslash") << get("", "/a\\..\\b") << 400;
    QTest::newRow("fragment") << get("", "/a#b") << 400;
    QTest::newRow("raw 8-bit byte") << get("", "/\xff") << 400;
}

void TestHttpRequest::refuses()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    Http::RequestParser parser;
    (void)parser.feed(head);
    QCOMPARE(parser.state(), State::Refused);
    QCOMPARE(parser.refusal().status, status);
    QVERIFY(!parser.refusal().reason.isEmpty());
    QCOMPARE(parser.feed(get("")), 0); // nothing is read behind a refused head
}

void TestHttpRequest::limits_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status"); // 0: accepted
    const QByteArray longest = '/' + QByteArray(Http::MaxTargetBytes - 1, 'a');
    QTest::newRow("longest target") << get("", longest) << 0;
    QTest::newRow("target one too long") << get("", longest + 'a') << 414;
    QTest::newRow("target without end") << "GET /" + QByteArray(100'000, 'a') << 414;
    QTest::newRow("most fields") << get(manyFields(Http::MaxFields - 1)) << 0;
    QTest::newRow("one field too many") << get(manyFields(Http::MaxFields)) << 431;
    const auto room = Http::MaxHeadBytes - get("A: \r\n").size();
    QTest::newRow("largest head") << get("A: " + QByteArray(room, 'a') + "\r\n") << 0;
    QTest::newRow("head one byte too large") << get("A: " + QByteArray(room + 1, 'a') + "\r\n") << 431;
    QTest::newRow("field without end") << "GET / HTTP/1.1\r\nA: " + QByteArray(100'000, 'a') << 431;
    QTest::newRow("name without end") << "GET / HTTP/1.1\r\n" + QByteArray(100'000, 'a') << 431;
    QTest::newRow("empty lines without end") << QByteArray("\r\n").repeated(50'000) << 431;
}

void TestHttpRequest::limits()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    Http::RequestParser parser;
    QVERIFY(parser.feed(head) <= Http::MaxHeadBytes);
    QCOMPARE(parser.state() == State::Complete ? 0 : parser.refusal().status, status);
}

void TestHttpRequest::splitsAnywhere()
{
    const auto head = get("Range: bytes=1-2\r\nConnection: close\r\n", "/a%20b?c");
    Http::RequestParser whole;
    QCOMPARE(whole.feed(head), head.size());
    for (qsizetype cut = 1; cut < head.size(); ++cut) {
        Http::RequestParser parser;
        QVERIFY(!parser.started());
        QCOMPARE(parser.feed(QByteArrayView(head).first(cut)), cut);
        QCOMPARE(parser.state(), State::Incomplete);
        QVERIFY(parser.started());
        QCOMPARE(parser.feed(QByteArrayView(head).sliced(cut)), head.size() - cut);
        QVERIFY(parser.state() == State::Complete && parser.request() == whole.request());
    }
}

void TestHttpRequest::leavesTheNextRequest()
{
    const auto first = get("", "/1");
    const auto second = get("Content-Length: 3\r\n", "/2");
    const auto both = first + second + "abc";
    Http::RequestParser parser;
    QCOMPARE(parser.feed(both), first.size());
    QCOMPARE(parser.request().path, "/1");
    QCOMPARE(parser.feed(QByteArrayView(both).sliced(first.size())), 0); // not before reset()
    parser.reset();
    QCOMPARE(parser.feed(QByteArrayView(both).sliced(first.size())), second.size());
    QCOMPARE(parser.request().path, "/2");
    QVERIFY(!parser.request().keepAlive); // its body is still unread
}

void TestHttpRequest::survivesEveryPrefix()
{
    const auto whole = get("Range: bytes=1-2\r\nIf-Match: \"a\"\r\n", "/a%20b?c");
    for (qsizetype n = 0; n < whole.size(); ++n) {
        const std::vector<char> cut(whole.cbegin(),
                                    whole.cbegin() + n); // an allocation of exactly n: ASan sees any over-read
        Http::RequestParser parser;
        QCOMPARE(parser.feed(QByteArrayView(cut.data(), n)), n);
        QCOMPARE(parser.state(), State::Incomplete);
    }
}

void TestHttpRequest::targets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path"); // null: refused
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("plain") << QByteArray("/a/b.efi") << QByteArray("/a/b.efi") << QByteArray();
    QTest::newRow("query") << QByteArray("/a?b?c%20") << QByteArray("/a") << QByteArray("b?c%20");
    QTest::newRow("decoded once") << QByteArray("/%252e%252e/%2520") << QByteArray("/%2e%2e/%20") << QByteArray();
    QTest::newRow("plus stays") << QByteArray("/a+b%2Bc") << QByteArray("/a+b+c") << QByteArray();
    QTest::newRow("UTF-8") << QByteArray("/%C3%A4") << QByteArray("/\xc3\xa4") << QByteArray();
    QTest::newRow("dots in a name") << QByteArray("/a..b/...") << QByteArray("/a..b/...") << QByteArray();
    QTest::newRow("encoded slash") << QByteArray("/a%2fb") << QByteArray("/a/b") << QByteArray();
    QTest::newRow("absolute form") << QByteArray("HTTP://h:80/a?b") << QByteArray("/a") << QByteArray("b");
    QTest::newRow("absolute form without path") << QByteArray("http://h") << QByteArray("/") << QByteArray();
    QTest::newRow("climbs") << QByteArray("/a/../b") << QByteArray() << QByteArray();
    QTest::newRow("climbs at the end") << QByteArray("/..") << QByteArray() << QByteArray();
    QTest::newRow("climbs, encoded") << QByteArray("/%2E%2e%2Fetc/passwd") << QByteArray() << QByteArray();
    QTest::newRow("climbs, absolute form") << QByteArray("http://h/../b") << QByteArray() << QByteArray();
    QTest::newRow("NUL") << QByteArray("/a%00b") << QByteArray() << QByteArray();
    QTest::newRow("line feed") << QByteArray("/a%0ab") << QByteArray() << QByteArray();
    QTest::newRow("delete") << QByteArray("/a%7f") << QByteArray() << QByteArray();
    QTest::newRow("backslash") << QByteArray("/a%5c..%5cb") << QByteArray() << QByteArray();
    QTest::newRow("half an escape") << QByteArray("/a%2") << QByteArray() << QByteArray();
    QTest::newRow("percent at the end") << QByteArray("/a%") << QByteArray() << QByteArray();
    QTest::newRow("no hexadecimal digits") << QByteArray("/a%g0") << QByteArray() << QByteArray();
    QTest::newRow("digit with sign") << QByteArray("/a%-1") << QByteArray() << QByteArray();
    QTest::newRow("relative") << QByteArray("a/b") << QByteArray() << QByteArray();
    QTest::newRow("asterisk") << QByteArray("*") << QByteArray() << QByteArray();
    QTest::newRow("empty") << QByteArray("") << QByteArray() << QByteArray();
}

void TestHttpRequest::targets()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    const auto parsed = Http::parseRequestTarget(target);
    QCOMPARE(parsed.has_value(), !path.isNull());
    if (parsed) {
        QCOMPARE(parsed->path, path);
        QCOMPARE(parsed->query, query);
    } else {
        QCOMPARE(parsed.error().code, Error::Code::Malformed);
    }
}

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_httprequest.moc"
