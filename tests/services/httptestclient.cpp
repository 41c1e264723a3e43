// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptestclient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <array>

namespace {

sockaddr_in addressOf(const char *text, quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::inet_pton(AF_INET, text, &address.sin_addr);
    return address;
}

} // namespace

int HttpTestResponse::status() const
{
    constexpr QByteArrayView version("HTTP/1.1 ");
    return head.startsWith(version) && head.size() > 13 && head.at(12) == ' ' ? head.sliced(version.size(), 3).toInt()
                                                                              : 0;
}

QByteArray HttpTestResponse::field(const QByteArray &name) const
{
    const QByteArray start = "\r\n" + name + ": ";
    const auto found = head.indexOf(start);
    if (found < 0)
        return {};
    const auto value = found + start.size();
    return head.sliced(value, head.indexOf("\r\n", value) - value);
}

HttpTestClient::HttpTestClient(quint16 port, const char *source, const char *server)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const auto own = addressOf(source, 0);
    const auto other = addressOf(server, port);
    const timeval patience{.tv_sec = 10};
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0
        || ::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&other), sizeof other) != 0)
        m_socket.reset();
}

void HttpTestClient::setReceiveBuffer(int bytes)
{
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

bool HttpTestClient::send(const QByteArray &bytes)
{
    return ::send(m_socket.get(), bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

bool HttpTestClient::fill()
{
    std::array<char, 256 * 1024> part;
    const auto count = ::recv(m_socket.get(), part.data(), part.size(), 0);
    if (count > 0)
        m_buffer.append(part.data(), count);
    return count > 0;
}

QByteArray HttpTestClient::read(qsizetype bytes)
{
    while (m_buffer.size() < bytes && fill()) { }
    const auto part = m_buffer.first(std::min(bytes, m_buffer.size()));
    m_buffer.remove(0, part.size());
    return part;
}

HttpTestResponse HttpTestClient::response(bool withBody)
{
    HttpTestResponse response;
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return response;
    }
    response.head = read(end + 4);
    if (withBody)
        response.body = read(response.field("Content-Length").toLongLong());
    return response;
}

HttpTestResponse HttpTestClient::get(const QByteArray &path, const QByteArray &fields)
{
    return send("GET " + path + " HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n") ? response() : HttpTestResponse{};
}

bool HttpTestClient::waitForClose(int milliseconds)
{
    pollfd waiting{.fd = m_socket.get(), .events = POLLIN};
    return m_buffer.isEmpty() && ::poll(&waiting, 1, milliseconds) == 1 && !fill();
}

void HttpTestClient::close() { m_socket.reset(); }
