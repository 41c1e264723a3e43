// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tftpsocket.h"

#include "protocol/tftp/packet.h"

#include <netinet/in.h>
#include <netinet/udp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::size_t maxBatch = 64; // UDP_MAX_SEGMENTS of the kernel
constexpr std::size_t maxUdpPayload = 65507;

sockaddr_in socketAddress(const Endpoint &endpoint)
{
    return {.sin_family = AF_INET,
            .sin_port = htons(endpoint.port),
            .sin_addr = {.s_addr = htonl(endpoint.address.value)},
            .sin_zero = {}};
}

/// Headers and gather lists of up to maxBatch blocks; points into the blocks' bytes, copies none.
struct Batch
{
    explicit Batch(std::span<const TftpBlock> blocks)
    {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            headers[i] = Tftp::dataHeader(blocks[i].number);
            parts[2 * i] = {headers[i].data(), headers[i].size()};
            parts[2 * i + 1] = {const_cast<char *>(blocks[i].bytes.data()), std::size_t(blocks[i].bytes.size())};
        }
    }

    std::array<std::array<char, Tftp::dataHeaderSize>, maxBatch> headers;
    std::array<iovec, 2 * maxBatch> parts;
};

std::size_t packetSize(const TftpBlock &block) { return std::size_t(Tftp::dataHeaderSize + block.bytes.size()); }

/// One call that the kernel cuts into packets of the first block's size.
bool sendSegmented(int socket, sockaddr_in &to, std::span<const TftpBlock> blocks)
{
    Batch batch(blocks);
    union {
        cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(quint16))];
    } control{};
    msghdr message{};
    message.msg_name = &to;
    message.msg_namelen = sizeof to;
    message.msg_iov = batch.parts.data();
    message.msg_iovlen = 2 * blocks.size();
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    auto *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_UDP;
    header->cmsg_type = UDP_SEGMENT;
    header->cmsg_len = CMSG_LEN(sizeof(quint16));
    const auto segment = quint16(packetSize(blocks.front()));
    std::memcpy(CMSG_DATA(header), &segment, sizeof segment);
    return ::sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0;
}

/// One call with a message for each block. \return how many the kernel took; −1 with errno if it took none.
int sendEach(int socket, sockaddr_in &to, std::span<const TftpBlock> blocks)
{
    Batch batch(blocks);
    std::array<mmsghdr, maxBatch> messages; // set as far as they are used
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        messages[i] = {};
        auto &message = messages[i].msg_hdr;
        message.msg_name = &to;
        message.msg_namelen = sizeof to;
        message.msg_iov = &batch.parts[2 * i];
        message.msg_iovlen = 2;
    }
    constexpr int flags = MSG_DONTWAIT | MSG_NOSIGNAL;
    if (blocks.size() == 1) // nearly every call where no window was agreed on; the kernel copies less for this one
        return ::sendmsg(socket, &messages[0].msg_hdr, flags) < 0 ? -1 : 1;
    return ::sendmmsg(socket, messages.data(), unsigned(blocks.size()), flags);
}

bool isFull(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

/// What kernels and cards say that cannot cut a buffer like this one into packets.
bool refusesSegmentation(int error)
{
    return error == EMSGSIZE || error == EIO || error == EINVAL || error == EOPNOTSUPP;
}

} // namespace

Result<TftpSocket> TftpSocket::open(const NetworkCard &card, Ipv4 localAddress)
{
    FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const auto local = socketAddress({localAddress, 0});
    if (!socket.isValid() || ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&local), sizeof local) != 0)
        return std::unexpected(systemError(errno, u"Opening a port for a TFTP transfer"_s));
    // Where the kernel does not allow this (before 5.7 without rights), its routing table chooses the card, which is the same one as a rule.
    const auto name = card.name.toLocal8Bit();
    (void)::setsockopt(socket.get(), SOL_SOCKET, SO_BINDTODEVICE, name.constData(), socklen_t(name.size()));
    return TftpSocket(std::move(socket));
}

void TftpSocket::send(const Endpoint &to, QByteArrayView packet)
{
    const auto address = socketAddress(to);
    (void)::sendto(m_socket.get(), packet.data(), std::size_t(packet.size()), MSG_DONTWAIT | MSG_NOSIGNAL,
                   reinterpret_cast<const sockaddr *>(&address), sizeof address);
}

std::size_t TftpSocket::sendBlocks(const Endpoint &to, std::span<const TftpBlock> blocks)
{
    auto address = socketAddress(to);
    std::size_t sent = 0;
    while (sent < blocks.size()) {
        const auto fitting = std::min(maxBatch, maxUdpPayload / packetSize(blocks[sent]));
        const auto batch = blocks.subspan(sent, std::min(fitting, blocks.size() - sent));
        if (m_segmentation && batch.size() > 1) {
            if (sendSegmented(m_socket.get(), address, batch)) {
                sent += batch.size();
                continue;
            }
            if (isFull(errno))
                return sent;
            if (refusesSegmentation(errno)) {
                m_segmentation = false;
                continue;
            }
        } else if (const int count = sendEach(m_socket.get(), address, batch); count > 0) {
            sent += std::size_t(count);
            continue;
        } else if (isFull(errno)) {
            return sent;
        }
        return blocks.size(); // no route, a firewall, the cable: lost, and sent again by the timer
    }
    return sent;
}

} // namespace Benchboot
