// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/portbinder/portsockets.h"

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Benchboot::PortBinder {
namespace {

bool switchOn(int socket, int level, int option)
{
    const int on = 1;
    return ::setsockopt(socket, level, option, &on, sizeof on) == 0;
}

bool bindTo(int socket, std::uint16_t port)
{
    const sockaddr_in local{
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {.s_addr = INADDR_ANY}, .sin_zero = {}};
    return ::bind(socket, reinterpret_cast<const sockaddr *>(&local), sizeof local) == 0;
}

bool prepare(int socket, Port port)
{
    if (port.tcp)
        return switchOn(socket, SOL_SOCKET, SO_REUSEADDR) && bindTo(socket, port.number)
            && ::listen(socket, SOMAXCONN) == 0;
    return switchOn(socket, IPPROTO_IP, IP_PKTINFO) && switchOn(socket, SOL_SOCKET, SO_BROADCAST)
        && bindTo(socket, port.number);
}

} // namespace

int openPort(Port port)
{
    const int type = (port.tcp ? SOCK_STREAM : SOCK_DGRAM) | SOCK_NONBLOCK | SOCK_CLOEXEC;
    const int socket = ::socket(AF_INET, type, 0);
    if (socket < 0 || prepare(socket, port))
        return socket;
    const int reason = errno;
    ::close(socket);
    errno = reason;
    return -1;
}

} // namespace Benchboot::PortBinder
