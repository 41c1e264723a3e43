// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http/response.h"

#include "protocol/http/byterange.h"
#include "protocol/http/httpdate.h"

#include <array>
#include <utility>

namespace Benchboot::Http {
namespace {

constexpr std::array<std::pair<int, QByteArrayView>, 15> reasons{{
    {200, "OK"},
    {206, "Partial Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {412, "Precondition Failed"},
    {414, "URI Too Long"},
    {416, "Range Not Satisfiable"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

constexpr std::array<std::pair<QByteArrayView, QByteArrayView>, 8> types{{
    {".efi", "application/efi"},
    {".iso", "application/vnd.efi-iso"},
    {".img", "application/vnd.efi-img"},
    {".ipxe", "text/plain; charset=utf-8"},
    {".cfg", "text/plain; charset=utf-8"},
    {".conf", "text/plain; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".sh", "text/plain; charset=utf-8"},
}};

void addField(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    if (!value.isEmpty())
        head.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

QByteArrayView reasonPhrase(int status)
{
    for (const auto &[code, reason] : reasons) {
        if (code == status)
            return reason;
    }
    return {};
}

QByteArray contentTypeFor(QByteArrayView path)
{
    for (const auto &[suffix, type] : types) {
        if (path.size() >= suffix.size() && path.last(suffix.size()).compare(suffix, Qt::CaseInsensitive) == 0)
            return type.toByteArray();
    }
    return QByteArrayLiteral("application/octet-stream");
}

QByteArray serialise(const ResponseHead &head)
{
    QByteArray bytes;
    bytes.reserve(384);
    bytes.append("HTTP/1.1 ")
        .append(QByteArray::number(head.status))
        .append(' ')
        .append(reasonPhrase(head.status))
        .append("\r\n");
    addField(bytes, "Date", formatDate(head.date));
    addField(bytes, "Content-Type", head.contentType);
    if (head.contentLength >= 0)
        addField(bytes, "Content-Length", QByteArray::number(head.contentLength));
    addField(bytes, "Content-Range", head.contentRange);
    if (head.acceptRanges)
        addField(bytes, "Accept-Ranges", "bytes");
    if (head.validators.lastModified >= 0)
        addField(bytes, "Last-Modified", formatDate(head.validators.lastModified));
    addField(bytes, "ETag", head.validators.entityTag);
    if (head.noStore)
        addField(bytes, "Cache-Control", "no-store");
    addField(bytes, "Allow", head.allow);
    addField(bytes, "Connection", head.keepAlive ? "keep-alive" : "close");
    return bytes.append("\r\n");
}

Response respond(const Request &request, const Representation &representation, qint64 now)
{
    const qint64 size = representation.size;
    Response response;
    auto &head = response.head;
    head = {.date = now,
            .contentType = representation.contentType,
            .contentLength = size,
            .validators = representation.validators,
            .acceptRanges = true,
            .noStore = representation.noStore,
            .keepAlive = request.keepAlive};

    switch (checkPreconditions(request, representation.validators)) {
    case Precondition::NotModified:
        head.status = 304;
        head.contentType.clear();
        head.contentLength = -1; // a 304 has no body, and its length would be that of the file (RFC 9110 §8.6)
        return response;
    case Precondition::Failed:
        head.status = 412;
        head.contentType.clear();
        head.contentLength = 0;
        return response;
    case Precondition::Proceed:
        break;
    }

    // RFC 9110 §14.2: Range means nothing for HEAD.
    RangeAnswer range;
    if (request.method == Method::Get && rangeApplies(request, representation.validators))
        range = resolveRange(request.range, size);
    switch (range.kind) {
    case RangeAnswer::Kind::Whole:
        response.length = request.method == Method::Get ? size : 0;
        break;
    case RangeAnswer::Kind::Part:
        head.status = 206;
        head.contentLength = range.length;
        head.contentRange = "bytes " + QByteArray::number(range.first) + '-'
            + QByteArray::number(range.first + range.length - 1) + '/' + QByteArray::number(size);
        response.first = range.first;
        response.length = range.length;
        break;
    case RangeAnswer::Kind::Unsatisfiable:
        head.status = 416;
        head.contentType.clear();
        head.contentLength = 0;
        head.contentRange = "bytes */" + QByteArray::number(size);
        break;
    }
    return response;
}

ResponseHead errorHead(int status, qint64 now, bool keepAlive)
{
    return {.status = status,
            .date = now,
            .contentType = QByteArrayLiteral("text/plain; charset=utf-8"),
            .contentLength = errorBody(status).size(),
            .allow = status == 405 ? QByteArrayLiteral("GET, HEAD") : QByteArray(),
            .keepAlive = keepAlive};
}

QByteArray errorBody(int status)
{
    return QByteArray::number(status).append(' ').append(reasonPhrase(status)).append('\n');
}

} // namespace Benchboot::Http
