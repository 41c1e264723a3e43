// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opens the ports of DHCP, TFTP and HTTP for a user without that right, and hands the sockets over. It may run as root for anybody, so it takes
// nothing but a set of four known ports, believes nobody but the kernel, and waits for nobody. See portbinderprotocol.h.

#include "packaging/portbinder/portbinderprotocol.h"
#include "packaging/portbinder/portsockets.h"
#include "packaging/portbinder/privileges.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>

#include <sys/socket.h>
#include <unistd.h>

namespace Benchboot::PortBinder {
namespace {

constexpr int caller = STDIN_FILENO;

std::optional<int> socketOption(int option)
{
    int value = 0;
    socklen_t length = sizeof value;
    if (::getsockopt(caller, SOL_SOCKET, option, &value, &length) != 0)
        return std::nullopt;
    return value;
}

bool isSocketOf(uid_t user)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    return socketOption(SO_DOMAIN) == AF_UNIX && socketOption(SO_TYPE) == SOCK_SEQPACKET
        && ::getsockopt(caller, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.uid == user;
}

/// The set that is asked for; nothing for whatever is not exactly a request. One byte more is read, so that a longer message shows; there is no
/// room for control data, so the kernel drops descriptors and says so.
std::optional<std::uint8_t> readRequest()
{
    struct
    {
        Request request;
        char more;
    } buffer{};
    iovec part{.iov_base = &buffer, .iov_len = sizeof(Request) + 1};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    const auto length = ::recvmsg(caller, &message, MSG_DONTWAIT);
    const auto &request = buffer.request;
    const bool whole = length == ssize_t(sizeof(Request)) && (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) == 0;
    if (!whole || request.magic != requestMagic || request.zero != decltype(request.zero){} || request.ports == 0
        || (request.ports & ~allPorts) != 0) {
        return std::nullopt;
    }
    return request.ports;
}

bool send(Answer answer, const int *sockets, std::size_t count)
{
    iovec part{.iov_base = &answer, .iov_len = sizeof answer};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * ports.size())> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (count > 0) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(sizeof(int) * count);
        auto *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * count);
        std::memcpy(CMSG_DATA(header), sockets, sizeof(int) * count);
    }
    return ::sendmsg(caller, &message, MSG_DONTWAIT | MSG_NOSIGNAL) == ssize_t(sizeof answer);
}

ExitStatus refuse(std::uint8_t port, int reason)
{
    (void)send({.ports = port, .error = reason}, nullptr, 0); // the caller sees the end of the conversation in any case
    return Refused;
}

/// The sockets are closed by the end of the process.
ExitStatus openAndHandOver(std::uint8_t wanted)
{
    std::array<int, ports.size()> sockets{};
    std::size_t count = 0;
    for (std::size_t row = 0; row < ports.size(); ++row) {
        const auto bit = std::uint8_t(1U << row);
        if ((wanted & bit) == 0)
            continue;
        sockets.at(count) = openPort(ports.at(row));
        if (sockets.at(count) < 0)
            return refuse(bit, errno);
        ++count;
    }
    return send({.ports = wanted}, sockets.data(), count) ? HandedOver : Refused;
}

ExitStatus run(int argumentCount)
{
    const auto user = invokingUser();
    if (argumentCount != 1 || !user || !isSocketOf(*user)) {
        std::fputs("benchboot-portbinder: Benchboot starts this program by itself; it cannot be used by hand\n",
                   stderr);
        return WrongUse;
    }
    if (!keepOnlyTheRightToBind(*user))
        return refuse(0, errno);
    const auto wanted = readRequest();
    return wanted ? openAndHandOver(*wanted) : refuse(0, EPROTO);
}

} // namespace
} // namespace Benchboot::PortBinder

int main(int argumentCount, char **) { return Benchboot::PortBinder::run(argumentCount); }
