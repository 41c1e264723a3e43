// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tftpclient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace Benchboot {

TftpClient::TftpClient(quint16 port) : m_socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)), m_port(port)
{
    const sockaddr_in any{
        .sin_family = AF_INET, .sin_port = 0, .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
    if (::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&any), sizeof any) != 0)
        qFatal("no socket on loopback");
}

void TftpClient::sendTo(quint16 port, const QByteArray &datagram) const
{
    const sockaddr_in to{
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
    if (::sendto(m_socket.get(), datagram.data(), std::size_t(datagram.size()), 0,
                 reinterpret_cast<const sockaddr *>(&to), sizeof to)
        < 0)
        qFatal("cannot send on loopback");
}

void TftpClient::sendToServer(const QByteArray &datagram) const { sendTo(m_port, datagram); }

void TftpClient::sendToTransfer(const QByteArray &datagram) const { sendTo(peerPort, datagram); }

std::optional<Tftp::Packet> TftpClient::receive(int milliseconds)
{
    std::array<char, 65536> buffer;
    sockaddr_in from{};
    socklen_t length = sizeof from;
    const auto read = [&](int flags) {
        return ::recvfrom(m_socket.get(), buffer.data(), buffer.size(), flags, reinterpret_cast<sockaddr *>(&from),
                          &length);
    };
    auto size = read(MSG_DONTWAIT);
    if (size < 0) {
        pollfd ready{.fd = m_socket.get(), .events = POLLIN, .revents = 0};
        if (::poll(&ready, 1, milliseconds) != 1)
            return std::nullopt;
        size = read(0);
    }
    peerPort = ntohs(from.sin_port);
    peerAddress = ntohl(from.sin_addr.s_addr);
    auto packet = Tftp::parse(QByteArrayView(buffer.data(), std::max<qsizetype>(size, 0)));
    if (!packet)
        qFatal("the server sent something that is no TFTP packet");
    return *std::move(packet);
}

int TftpClient::acceptedNumber(const QByteArray &name, int otherwise) const
{
    const auto found = std::ranges::find(accepted, name, &Tftp::Option::name);
    return found == accepted.end() ? otherwise : found->value.toInt();
}

std::optional<QByteArray> TftpClient::fetch(const QByteArray &file, const QList<Tftp::Option> &options)
{
    sendToServer(Tftp::serialise(Tftp::Request{.file = file, .options = options}));
    accepted.clear();
    largestWindow = 0;
    QByteArray received;
    qint64 blocks = 0;
    qsizetype sinceAck = 0;
    for (;;) {
        const auto packet = receive();
        if (!packet)
            return std::nullopt;
        if (const auto *optionAck = std::get_if<Tftp::OptionAck>(&*packet)) {
            accepted = optionAck->options;
            sendToTransfer(Tftp::serialise(Tftp::Ack{0}));
            continue;
        }
        const auto *data = std::get_if<Tftp::Data>(&*packet);
        if (!data)
            return std::nullopt;
        if (data->block != quint16(blocks + 1))
            continue;
        ++blocks;
        received += data->bytes;
        largestWindow = std::max(largestWindow, ++sinceAck);
        const bool last = data->bytes.size() < acceptedNumber("blksize", 512);
        if (last || sinceAck == acceptedNumber("windowsize", 1)) {
            sendToTransfer(Tftp::serialise(Tftp::Ack{quint16(blocks)}));
            sinceAck = 0;
        }
        if (last)
            return received;
    }
}

} // namespace Benchboot
