// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/http/conditional.h"
#include "protocol/http/request.h"

#include <QStringView>

namespace Benchboot::Http {

/// The head of a response. Fields that are empty or −1 are not written.
struct ResponseHead
{
    int status = 200;
    qint64 date = 0; ///< now, seconds since 1970-01-01 UTC
    QByteArray contentType;
    qint64 contentLength = -1; ///< bytes of the body; for HEAD what GET would have sent
    QByteArray contentRange; ///< "bytes 0-511/1024"
    Validators validators;
    QByteArray allow; ///< for 405
    bool acceptRanges = false;
    bool noStore = false; ///< made for this one request: nobody may keep it
    bool keepAlive = true;

    friend bool operator==(const ResponseHead &, const ResponseHead &) = default;
};

/// Bytes up to and including the empty line. The status line is always that of HTTP/1.1, with a reason phrase, and every field has canonical
/// case and one space after the colon: GRUB, dracut's livenet and iPXE compare them literally.
[[nodiscard]] QByteArray serialise(const ResponseHead &head);

/// "Not Found" for 404; empty for codes that this server never sends.
[[nodiscard]] QByteArrayView reasonPhrase(int status);

/// The media type for a file name or path. UEFI HTTP boot looks at it before it looks at the name (UEFI 2.10 §24.7).
[[nodiscard]] QByteArray contentTypeFor(QByteArrayView path);

/// What a path stands for at this moment.
struct Representation
{
    qint64 size = 0; ///< bytes
    QByteArray contentType;
    Validators validators;
    bool noStore = false;
};

/// An answer to a request: the head, and which bytes of the representation follow it.
struct Response
{
    ResponseHead head;
    qint64 first = 0;
    qint64 length = 0; ///< bytes of the representation to send; 0 for HEAD and for refusals

    friend bool operator==(const Response &, const Response &) = default;
};

/// Decides between 200, 206, 304, 412 and 416 (RFC 9110 §13.2.2, §14.2). For 412 and 416 no bytes follow the head.
/// \param now  seconds since 1970-01-01 UTC.
[[nodiscard]] Response respond(const Request &request, const Representation &representation, qint64 now);

/// The head of an error answer; `contentLength` is that of errorBody().
[[nodiscard]] ResponseHead errorHead(int status, qint64 now, bool keepAlive);
/// One line of text: code and reason phrase. Nothing of the request comes back in it.
[[nodiscard]] QByteArray errorBody(int status);

} // namespace Benchboot::Http
