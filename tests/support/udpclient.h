// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/datagrams.h"
#include "services/sockets.h"

#include <QByteArray>

#include <poll.h>

#include <array>
#include <optional>

namespace Benchboot {

/// A UDP socket of a test's that stands for a client.
class UdpClient
{
public:
    struct Answer
    {
        QByteArray payload;
        Ipv4 source;
        quint16 sourcePort = 0;
        Ipv4 destination;
    };

    /// \param interface  kernel's index of the card that it sends from.
    explicit UdpClient(FileDescriptor socket, int interface) : m_socket(std::move(socket)), m_interface(interface) { }

    [[nodiscard]] int socket() const { return m_socket.get(); }
    [[nodiscard]] quint16 port() const { return localPort(m_socket.get()); }
    [[nodiscard]] Result<void> send(Ipv4 source, Ipv4 destination, quint16 port, const QByteArray &payload) const
    {
        return sendDatagram(m_socket.get(), {m_interface, source, destination, port}, payload);
    }
    /// The next datagram, or nothing within \a timeoutMs.
    [[nodiscard]] std::optional<Answer> receive(int timeoutMs = 5000) const
    {
        pollfd wanted{.fd = m_socket.get(), .events = POLLIN, .revents = 0};
        if (::poll(&wanted, 1, timeoutMs) <= 0)
            return std::nullopt;
        std::array<char, 2048> buffer{};
        const auto datagram = receiveDatagram(m_socket.get(), buffer);
        if (!datagram)
            return std::nullopt;
        return Answer{datagram->payload.toByteArray(), datagram->source, datagram->sourcePort, datagram->destination};
    }

private:
    FileDescriptor m_socket;
    int m_interface;
};

} // namespace Benchboot
