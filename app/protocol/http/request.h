// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Benchboot::Http {

enum class Method { Get, Head };

/// The head of a request that may be answered: only RequestParser makes one, so everything in it has been checked.
/// Field values are as sent, without white space around them; a field that came several times is joined with ", " (RFC 9110 §5.2), which
/// makes a second value of a field that allows only one malformed, hence ignored. Empty: absent.
struct Request
{
    Method method = Method::Get;
    QByteArray rawPath; ///< path of the request target as sent, with percent signs
    QByteArray path; ///< decoded once; starts with '/', has no "..", backslash or control character
    QByteArray query; ///< after '?', as sent
    int versionMinor = 1; ///< 0 or 1, of HTTP/1.x
    int hostCount = 0; ///< 0 (HTTP/1.0 only) or 1
    bool keepAlive = true; ///< the client wants to send more requests, and this one leaves nothing unread behind
    std::optional<qint64> contentLength; ///< bytes of a body that is announced and never read
    QByteArray range;
    QByteArray ifMatch;
    QByteArray ifNoneMatch;
    QByteArray ifModifiedSince;
    QByteArray ifUnmodifiedSince;
    QByteArray ifRange;

    friend bool operator==(const Request &, const Request &) = default;
};

/// Why a request is not answered as asked. The connection is closed after the answer.
struct Refusal
{
    int status = 400; ///< HTTP status code, 400–599
    QString reason; ///< for people, without a final stop

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

} // namespace Benchboot::Http
