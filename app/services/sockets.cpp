// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sockets.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// The lowest port of this program; opening the range from here up makes all of them usable.
constexpr quint16 lowestPort = 67;

QString portName(Transport transport, quint16 port)
{
    return (transport == Transport::Udp ? u"UDP port %1"_s : u"TCP port %1"_s).arg(port);
}

Error portTaken(Transport transport, quint16 port)
{
    const auto holder = portHolder(transport, port);
    const auto remedy = transport == Transport::Udp ? u"stop that program, then start again"_s
                                                    : u"stop that program, or choose another port"_s;
    if (!holder.isEmpty())
        return {Error::Code::AddressInUse, u"%1 is in use by %2; %3"_s.arg(portName(transport, port), holder, remedy)};
    const auto list = transport == Transport::Udp ? u"sudo ss -lunp"_s : u"sudo ss -ltnp"_s;
    return {Error::Code::AddressInUse,
            u"%1 is in use by a program of another user, which “%2” names; %3"_s.arg(portName(transport, port), list,
                                                                                     remedy)};
}

Error portDenied(Transport transport, quint16 port)
{
    return {Error::Code::AccessDenied,
            u"%1 needs a right that this user does not have, as do all ports below 1024; allow it with “sudo sysctl "
            "net.ipv4.ip_unprivileged_port_start=%2”, or run this as root"_s.arg(portName(transport, port))
                .arg(std::min(port, lowestPort))};
}

bool switchOn(int socket, int level, int option)
{
    const int on = 1;
    return ::setsockopt(socket, level, option, &on, sizeof on) == 0;
}

bool bindTo(int socket, Ipv4 address, quint16 port)
{
    const sockaddr_in local{
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {.s_addr = htonl(address.value)}, .sin_zero = {}};
    return ::bind(socket, reinterpret_cast<const sockaddr *>(&local), sizeof local) == 0;
}

} // namespace

Error portError(int reason, Transport transport, quint16 port)
{
    if (reason == EADDRINUSE)
        return portTaken(transport, port);
    if (reason == EACCES || reason == EPERM)
        return portDenied(transport, port);
    return systemError(reason, u"Opening %1"_s.arg(portName(transport, port)));
}

Result<FileDescriptor> openUdpSocket(quint16 port)
{
    FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket.isValid() || !switchOn(socket.get(), IPPROTO_IP, IP_PKTINFO)
        || !switchOn(socket.get(), SOL_SOCKET, SO_BROADCAST) || !bindTo(socket.get(), {}, port)) {
        return std::unexpected(portError(errno, Transport::Udp, port));
    }
    return socket;
}

Result<FileDescriptor> openTcpListener(Ipv4 address, quint16 port)
{
    FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    // SO_REUSEADDR: connections of the last run that are still in TIME_WAIT must not keep us from starting again.
    if (!socket.isValid() || !switchOn(socket.get(), SOL_SOCKET, SO_REUSEADDR) || !bindTo(socket.get(), address, port)
        || ::listen(socket.get(), SOMAXCONN) != 0) {
        return std::unexpected(portError(errno, Transport::Tcp, port));
    }
    return socket;
}

quint16 localPort(int socket)
{
    sockaddr_in local{};
    socklen_t length = sizeof local;
    if (::getsockname(socket, reinterpret_cast<sockaddr *>(&local), &length) != 0 || local.sin_family != AF_INET)
        return 0;
    return ntohs(local.sin_port);
}

} // namespace Benchboot
