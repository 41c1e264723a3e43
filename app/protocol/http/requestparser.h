// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/http/request.h"

#include <QByteArrayView>

#include <memory>

namespace Benchboot::Http {

/// Ceilings for what a client may send, each for its own part of the head so that the answer names what was too large.
inline constexpr qsizetype MaxTargetBytes = 4 * 1024; ///< menu requests carry a dozen short values; longer ones get 414
inline constexpr qsizetype MaxHeadBytes = 16 * 1024; ///< request line and fields with their line ends; 431
inline constexpr int MaxFields = 64; ///< 431

/// Reads the heads of the requests of one connection, piece by piece, with llhttp in its strict mode; what llhttp leaves to its user (RFC 9112
/// §3.2 Host, §6.1 framing, methods, the target, the ceilings above) is checked here. Bodies are never read: a request that announces one
/// gets `keepAlive` false. Keeps no reference to what it was fed. Not thread-safe.
class RequestParser
{
public:
    enum class State {
        Incomplete, ///< the head goes on
        Complete, ///< request() holds it
        Refused, ///< refusal() says why; the connection cannot go on
    };

    RequestParser();
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    /// Takes bytes up to the end of a head, at most. \return how many were taken; what is left belongs to the next request. Takes nothing
    /// unless the state is Incomplete.
    qsizetype feed(QByteArrayView bytes);

    [[nodiscard]] State state() const;
    [[nodiscard]] bool started() const; ///< a byte of this head has come
    [[nodiscard]] const Request &request() const;
    [[nodiscard]] const Refusal &refusal() const;

    void reset(); ///< gets ready for the next request

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot::Http
