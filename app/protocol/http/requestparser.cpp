// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http/requestparser.h"

#include "protocol/http/requesttarget.h"

#include <llhttp.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot::Http {
namespace {

constexpr std::array<std::pair<QByteArrayView, QByteArray Request::*>, 6> keptFields{{
    {"range", &Request::range},
    {"if-match", &Request::ifMatch},
    {"if-none-match", &Request::ifNoneMatch},
    {"if-modified-since", &Request::ifModifiedSince},
    {"if-unmodified-since", &Request::ifUnmodifiedSince},
    {"if-range", &Request::ifRange},
}};

/// RFC 9110 §5.6.2.
bool isTokenCharacter(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(character));
}

/// Characters of "uri-host [: port]" (RFC 9110 §7.2); an empty value is what a client without an authority has to send.
bool isHostCharacter(char character)
{
    return (isTokenCharacter(character) && !QByteArrayView("#^`|").contains(character))
        || QByteArrayView("[]:();=,").contains(character);
}

} // namespace

struct RequestParser::Private
{
    using DataHandler = void (Private::*)(QByteArrayView);

    template <DataHandler handler>
    static int onData(llhttp_t *parser, const char *at, std::size_t length)
    {
        auto *self = static_cast<Private *>(parser->data);
        (self->*handler)(QByteArrayView(at, qsizetype(length)));
        return self->state == State::Refused ? HPE_USER : HPE_OK;
    }
    static int onFieldEnd(llhttp_t *parser);
    static int onHeadEnd(llhttp_t *parser);
    static const llhttp_settings_t *settings();

    void reset();
    qsizetype feed(QByteArrayView bytes);
    void addTarget(QByteArrayView part);
    void addFieldName(QByteArrayView part);
    void addFieldValue(QByteArrayView part);
    void finishField();
    void finishHead();
    void refuse(int status, QString reason);
    void refuse(llhttp_errno_t error, QByteArrayView rest);

    llhttp_t parser{};
    State state = State::Incomplete;
    Request request;
    Refusal refusal;
    qsizetype headBytes = 0;
    QByteArray target;
    QByteArray fieldName;
    QByteArray fieldValue;
    int fieldCount = 0;
    bool validHost = true;
};

int RequestParser::Private::onFieldEnd(llhttp_t *parser)
{
    auto *self = static_cast<Private *>(parser->data);
    self->finishField();
    return self->state == State::Refused ? HPE_USER : HPE_OK;
}

int RequestParser::Private::onHeadEnd(llhttp_t *parser)
{
    static_cast<Private *>(parser->data)->finishHead();
    return HPE_PAUSED; // right behind the empty line: what follows is the next request's
}

const llhttp_settings_t *RequestParser::Private::settings()
{
    static const llhttp_settings_t table = [] {
        llhttp_settings_t made{};
        llhttp_settings_init(&made);
        made.on_url = onData<&Private::addTarget>;
        made.on_header_field = onData<&Private::addFieldName>;
        made.on_header_value = onData<&Private::addFieldValue>;
        made.on_header_value_complete = onFieldEnd;
        made.on_headers_complete = onHeadEnd;
        return made;
    }();
    return &table;
}

void RequestParser::Private::reset()
{
    llhttp_init(&parser, HTTP_REQUEST, settings());
    parser.data = this;
    state = State::Incomplete;
    request = {};
    refusal = {};
    headBytes = 0;
    target.clear();
    fieldName.clear();
    fieldValue.clear();
    fieldCount = 0;
    validHost = true;
}

qsizetype RequestParser::Private::feed(QByteArrayView bytes)
{
    if (state != State::Incomplete || bytes.isEmpty())
        return 0;
    const auto part = bytes.first(std::min(bytes.size(), MaxHeadBytes - headBytes));
    const auto error = llhttp_execute(&parser, part.data(), std::size_t(part.size()));
    const qsizetype taken = error == HPE_OK ? part.size() : llhttp_get_error_pos(&parser) - part.data();
    headBytes += taken;
    if (state == State::Incomplete && error != HPE_OK)
        refuse(error, part.sliced(taken));
    else if (state == State::Incomplete && headBytes == MaxHeadBytes)
        refuse(431, u"The request head is larger than %1 bytes"_s.arg(MaxHeadBytes));
    return taken;
}

void RequestParser::Private::addTarget(QByteArrayView part)
{
    target.append(part);
    if (target.size() > MaxTargetBytes)
        refuse(414, u"The request target is longer than %1 bytes"_s.arg(MaxTargetBytes));
}

void RequestParser::Private::addFieldName(QByteArrayView part) { fieldName.append(part); }

void RequestParser::Private::addFieldValue(QByteArrayView part) { fieldValue.append(part); }

void RequestParser::Private::finishField()
{
    const auto name = std::exchange(fieldName, {}).toLower();
    const auto value = std::exchange(fieldValue, {}).trimmed();
    if (++fieldCount > MaxFields)
        return refuse(431, u"The request has more than %1 fields"_s.arg(MaxFields));
    if (name == "host") {
        ++request.hostCount;
        validHost = validHost && std::ranges::all_of(value, isHostCharacter);
    }
    for (const auto &[kept, member] : keptFields) {
        if (name == kept) {
            auto &field = request.*member;
            field = field.isEmpty() ? value : field + ", " + value;
        }
    }
}

void RequestParser::Private::finishHead()
{
    if (parser.http_major == 0) // "GET /" and nothing more: HTTP/0.9
        return refuse(400, u"The request line names no HTTP version"_s);
    if (parser.http_major != 1)
        return refuse(505, u"HTTP/%1 is not spoken here"_s.arg(parser.http_major));
    request.versionMinor = parser.http_minor;
    if (request.hostCount > 1 || !validHost || (request.hostCount == 0 && request.versionMinor >= 1))
        return refuse(400, u"The request needs exactly one valid Host field"_s);
    const bool encoded = (parser.flags & F_TRANSFER_ENCODING) != 0;
    if (encoded && (parser.flags & F_CHUNKED) == 0)
        return refuse(400, u"The request body has a transfer coding other than chunked"_s);
    if (parser.method != HTTP_GET && parser.method != HTTP_HEAD)
        return refuse(405, u"Only GET and HEAD are served"_s);
    request.method = parser.method == HTTP_HEAD ? Method::Head : Method::Get;
    auto parsed = parseRequestTarget(target);
    if (!parsed)
        return refuse(400, std::move(parsed.error().detail));
    request.rawPath = std::move(parsed->rawPath);
    request.path = std::move(parsed->path);
    request.query = std::move(parsed->query);
    if ((parser.flags & F_CONTENT_LENGTH) != 0)
        request.contentLength = qint64(std::min<quint64>(parser.content_length, std::numeric_limits<qint64>::max()));
    request.keepAlive = request.versionMinor >= 1 && (parser.flags & F_CONNECTION_CLOSE) == 0 && !encoded
        && request.contentLength.value_or(0) == 0;
    state = State::Complete;
}

void RequestParser::Private::refuse(int status, QString reason)
{
    refusal = {status, std::move(reason)};
    state = State::Refused;
}

/// \param rest  what begins with the byte that llhttp stumbled over.
void RequestParser::Private::refuse(llhttp_errno_t error, QByteArrayView rest)
{
    const auto reason = QString::fromLatin1(llhttp_get_error_reason(&parser));
    if (error == HPE_PAUSED_H2_UPGRADE)
        return refuse(505, u"HTTP/2 is not spoken here"_s);
    if (error == HPE_INVALID_METHOD && !rest.isEmpty() && isTokenCharacter(rest.front()))
        return refuse(501, u"The request method is unknown"_s); // well-formed, but no method that exists (RFC 9112 §3)
    if (error == HPE_INVALID_VERSION && (parser.http_major > 1 || (parser.http_major == 1 && parser.http_minor > 1)))
        return refuse(505, u"HTTP/%1.%2 is not spoken here"_s.arg(parser.http_major).arg(parser.http_minor));
    refuse(400, reason);
}

RequestParser::RequestParser() : d(std::make_unique<Private>()) { d->reset(); }

RequestParser::~RequestParser() = default;

qsizetype RequestParser::feed(QByteArrayView bytes) { return d->feed(bytes); }

RequestParser::State RequestParser::state() const { return d->state; }

bool RequestParser::started() const { return d->headBytes > 0; }

const Request &RequestParser::request() const { return d->request; }

const Refusal &RequestParser::refusal() const { return d->refusal; }

void RequestParser::reset() { d->reset(); }

} // namespace Benchboot::Http
