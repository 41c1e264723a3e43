// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "protocol/tftp/packet.h"

#include <optional>

namespace Benchboot {

/// A small TFTP client over a real socket on loopback, written from the RFCs, that can also misbehave. Waits up to two seconds for an answer.
class TftpClient
{
public:
    /// \param port  of the server on 127.0.0.1.
    explicit TftpClient(quint16 port);

    void sendToServer(const QByteArray &datagram) const; ///< to the well-known port
    void sendToTransfer(const QByteArray &datagram) const; ///< to the port that the last answer came from
    /// The next datagram; nothing if none comes within \a milliseconds.
    [[nodiscard]] std::optional<Tftp::Packet> receive(int milliseconds = 2000);

    /// Asks for \a file and takes part in the transfer to its end. \return what arrived; nothing after an ERROR or silence.
    [[nodiscard]] std::optional<QByteArray> fetch(const QByteArray &file, const QList<Tftp::Option> &options = {});

    quint16 peerPort = 0; ///< that the last answer came from
    quint32 peerAddress = 0;
    QList<Tftp::Option> accepted; ///< by the server in the last fetch()
    qsizetype largestWindow = 0; ///< blocks that came between two acknowledgements of the last fetch()

private:
    void sendTo(quint16 port, const QByteArray &datagram) const;
    [[nodiscard]] int acceptedNumber(const QByteArray &name, int otherwise) const;

    FileDescriptor m_socket;
    quint16 m_port;
};

} // namespace Benchboot
