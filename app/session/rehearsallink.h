// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/networkcard.h"
#include "protocol/tftp/packet.h"

#include <QByteArray>
#include <QList>

namespace Benchboot {

/// The bytes of an HTTP answer, and what its head says.
struct FetchedAnswer
{
    int status = 0;
    qint64 length = -1; ///< Content-Length; −1: none
    QByteArray body; ///< empty after HEAD
};

/// How a rehearsed PC reaches the services of this computer: from the address of the card that is served, by way of that card, so that the
/// services see its packets come in there. Every call blocks, for a few seconds at most where nobody answers.
class RehearsalLink
{
public:
    explicit RehearsalLink(NetworkCard card) : m_card(std::move(card)) { }

    [[nodiscard]] const NetworkCard &card() const { return m_card; }

    /// Sends \a request to \a port and waits for one reply from there. NotFound where none comes.
    [[nodiscard]] Result<QByteArray> exchange(quint16 port, const QByteArray &request) const;

    /// The whole of \a file by TFTP, asked for with \a options. What the server does wrong is Malformed; its ERROR packet NotFound.
    [[nodiscard]] Result<QByteArray> fetchByTftp(quint16 port, const QByteArray &file,
                                                 const QList<Tftp::Option> &options) const;
    /// Only asks for the size and breaks off, as EDK2 does first. \return tsize
    [[nodiscard]] Result<qint64> probeByTftp(quint16 port, const QByteArray &file,
                                             const QList<Tftp::Option> &options) const;

    /// One HTTP request for \a url ("http://A.B.C.D:PORT/path"). \param fields  further head lines, each with its CRLF
    [[nodiscard]] static Result<FetchedAnswer> fetchByHttp(const QByteArray &method, const QByteArray &url,
                                                           const QByteArray &fields = {});

private:
    NetworkCard m_card;
};

} // namespace Benchboot
