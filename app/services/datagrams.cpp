// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/datagrams.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// Room for one IP_PKTINFO, aligned as a control message must be.
union Control {
    cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(in_pktinfo))];
};

in_pktinfo packetInfoOf(msghdr &message)
{
    in_pktinfo info{};
    for (auto *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level == IPPROTO_IP && part->cmsg_type == IP_PKTINFO)
            std::memcpy(&info, CMSG_DATA(part), sizeof info);
    }
    return info;
}

} // namespace

std::optional<Datagram> receiveDatagram(int socket, std::span<char> buffer)
{
    sockaddr_in source{};
    iovec part{.iov_base = buffer.data(), .iov_len = buffer.size()};
    Control control{};
    msghdr message{};
    message.msg_name = &source;
    message.msg_namelen = sizeof source;
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    const auto length = ::recvmsg(socket, &message, MSG_DONTWAIT);
    if (length < 0)
        return std::nullopt;
    const auto info = packetInfoOf(message);
    return Datagram{.payload = QByteArrayView(buffer.data(), length),
                    .source = Ipv4{ntohl(source.sin_addr.s_addr)},
                    .sourcePort = ntohs(source.sin_port),
                    .destination = Ipv4{ntohl(info.ipi_addr.s_addr)},
                    .interface = info.ipi_ifindex,
                    .truncated = (message.msg_flags & MSG_TRUNC) != 0};
}

Result<void> sendDatagram(int socket, const Route &route, QByteArrayView payload)
{
    sockaddr_in destination{.sin_family = AF_INET,
                            .sin_port = htons(route.port),
                            .sin_addr = {.s_addr = htonl(route.destination.value)},
                            .sin_zero = {}};
    iovec part{.iov_base = const_cast<char *>(payload.data()), .iov_len = std::size_t(payload.size())};
    Control control{};
    msghdr message{};
    message.msg_name = &destination;
    message.msg_namelen = sizeof destination;
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    const in_pktinfo info{
        .ipi_ifindex = route.interface, .ipi_spec_dst = {.s_addr = htonl(route.source.value)}, .ipi_addr = {}};
    auto *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = IPPROTO_IP;
    header->cmsg_type = IP_PKTINFO;
    header->cmsg_len = CMSG_LEN(sizeof info);
    std::memcpy(CMSG_DATA(header), &info, sizeof info);
    if (::sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
        return std::unexpected(
            systemError(errno, u"Sending to %1:%2"_s.arg(route.destination.toString()).arg(route.port)));
    }
    return {};
}

} // namespace Benchboot
