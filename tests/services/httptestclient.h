// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <QByteArray>

/// What came back for one request.
struct HttpTestResponse
{
    QByteArray head; ///< with the empty line; empty: the connection was closed before its end
    QByteArray body;

    [[nodiscard]] int status() const; ///< 0 unless the status line is as it has to be
    [[nodiscard]] QByteArray
    field(const QByteArray &name) const; ///< compares case, and wants exactly one space: some clients do
};

/// A blocking TCP client on loopback that sends whatever a test wants. Gives up reading after 10 s.
class HttpTestClient
{
public:
    /// \param source  the client's own address, in 127.0.0.0/8.
    explicit HttpTestClient(quint16 port, const char *source = "127.0.0.1", const char *server = "127.0.0.1");

    [[nodiscard]] bool isConnected() const { return m_socket.isValid(); }
    void setReceiveBuffer(int bytes); ///< small: the server meets a slow client early
    bool send(const QByteArray &bytes); ///< false if the server has closed the connection
    [[nodiscard]] QByteArray read(qsizetype bytes); ///< up to so many; fewer only at the end of the connection
    [[nodiscard]] HttpTestResponse response(bool withBody = true);
    [[nodiscard]] HttpTestResponse get(const QByteArray &path, const QByteArray &fields = {});
    [[nodiscard]] bool
    waitForClose(int milliseconds); ///< the server has ended the connection, and nothing more was to be read
    void close();

private:
    [[nodiscard]] bool fill();

    Benchboot::FileDescriptor m_socket;
    QByteArray m_buffer; // received, not yet asked for
};
