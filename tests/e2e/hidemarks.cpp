// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// hidemarks CLIENT-CARD NETWORK-CARD: a wire between two cards that hides the marks of an iPXE ROM (see marks.h).
// Prints "ready" once it carries frames; runs until it is ended.
#include "e2e/marks.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <unistd.h>

#include <net/if.h>
#include <netinet/in.h>
#include <netpacket/packet.h>
#include <sys/socket.h>

namespace {

constexpr int ethertypeAll = 0x0003; // ETH_P_ALL

/// A packet socket that sees every frame on \a card; −1 with errno set.
int openCard(const char *card)
{
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(ethertypeAll);
    address.sll_ifindex = int(::if_nametoindex(card));
    const int fd = address.sll_ifindex == 0 ? -1 : ::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
    packet_mreq promiscuous{};
    promiscuous.mr_ifindex = address.sll_ifindex;
    promiscuous.mr_type = PACKET_MR_PROMISC;
    const int buffer = 4 << 20;
    if (fd < 0 || ::setsockopt(fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &promiscuous, sizeof promiscuous) != 0
        || ::setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &buffer, sizeof buffer) != 0
        || ::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return -1;
    return fd;
}

/// The next frame that came in from outside; empty where it is one that we sent ourselves, or none is left.
std::span<uchar> receive(int fd, std::span<uchar> buffer)
{
    sockaddr_ll from{};
    socklen_t length = sizeof from;
    const auto count = ::recvfrom(fd, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr *>(&from), &length);
    if (count < 0 || from.sll_pkttype == PACKET_OUTGOING)
        return {};
    return buffer.first(size_t(count));
}

/// Frames that cannot be sent now are lost, as on any wire.
void send(int fd, std::span<const uchar> frame)
{
    if (!frame.empty())
        (void)::send(fd, frame.data(), frame.size(), 0);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fputs("usage: hidemarks CLIENT-CARD NETWORK-CARD\n", stderr);
        return 2;
    }
    const int client = openCard(argv[1]);
    const int network = client < 0 ? -1 : openCard(argv[2]);
    if (network < 0) {
        std::fprintf(stderr, "hidemarks: %s: %s\n", argv[client < 0 ? 1 : 2], std::strerror(errno));
        return 1;
    }
    std::puts("ready");
    std::fflush(stdout);

    Benchboot::E2e::MarkHider hider;
    std::array<uchar, 65536> buffer;
    std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{network, POLLIN, 0}};
    while (::poll(ends.data(), ends.size(), -1) > 0) {
        if (ends[0].revents) {
            const auto frame = receive(client, buffer);
            hider.onFrameFromClient(frame);
            send(network, frame);
        }
        if (ends[1].revents)
            send(client, receive(network, buffer));
    }
    return 1;
}
