// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Benchboot::Http {

/// What a request line asks for, taken apart.
struct RequestTarget
{
    QByteArray rawPath; ///< as sent
    QByteArray path; ///< of decodePath()
    QByteArray query; ///< after '?', as sent

    friend bool operator==(const RequestTarget &, const RequestTarget &) = default;
};

/// Reads a target in origin form ("/path?query") or absolute form ("http://host/path"; RFC 9112 §3.2.1, §3.2.2). Malformed otherwise, and for
/// every path that decodePath() refuses.
[[nodiscard]] Result<RequestTarget> parseRequestTarget(QByteArrayView target);

/// Decodes %XX exactly once (so "%252e" becomes "%2e", which names nothing). Malformed for a path that does not start with '/', for half an
/// escape, and for a decoded path with a control character, a backslash or a ".." component: no published file has such a name.
[[nodiscard]] Result<QByteArray> decodePath(QByteArrayView rawPath);

} // namespace Benchboot::Http
