// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/descriptormessage.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::size_t ceiling = 16;
template <std::size_t count>
using ControlBuffer = std::array<char, CMSG_SPACE(sizeof(int) * count)>;

/// Takes hold of every descriptor first, so that none leaks whatever is wrong with the message.
std::vector<FileDescriptor> takeDescriptors(const cmsghdr &header)
{
    std::vector<FileDescriptor> descriptors;
    const auto count = (header.cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
        int descriptor = -1;
        std::memcpy(&descriptor, CMSG_DATA(&header) + i * sizeof(int), sizeof descriptor);
        descriptors.emplace_back(descriptor);
    }
    return descriptors;
}

} // namespace

Result<DescriptorMessage> receiveDescriptors(int socket, void *data, std::size_t size, std::size_t maximum)
{
    Q_ASSERT(maximum <= ceiling);
    iovec part{.iov_base = data, .iov_len = size};
    alignas(cmsghdr) ControlBuffer<ceiling> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const auto length = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (length < 0)
        return std::unexpected(systemError(errno, u"Receiving sockets"_s));
    DescriptorMessage received{.length = std::size_t(length), .descriptors = {}};
    bool foreign = (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0;
    for (auto *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) {
            foreign = true;
            continue;
        }
        for (auto &descriptor : takeDescriptors(*header))
            received.descriptors.push_back(std::move(descriptor));
    }
    if (foreign || received.descriptors.size() > maximum)
        return fail(Error::Code::Malformed, u"The message with the sockets holds something else"_s);
    return received;
}

Result<void> sendDescriptor(const QString &path, const FileDescriptor &descriptor)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto name = QFile::encodeName(path);
    if (std::size_t(name.size()) >= sizeof address.sun_path)
        return fail(Error::Code::InvalidArgument, u"The socket name %1 is too long"_s.arg(path));
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    const FileDescriptor socket(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));

    char byte = 0;
    iovec part{.iov_base = &byte, .iov_len = 1};
    alignas(cmsghdr) ControlBuffer<1> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    auto *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    const int fd = descriptor.get();
    std::memcpy(CMSG_DATA(header), &fd, sizeof fd);
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::sendmsg(socket.get(), &message, MSG_NOSIGNAL) != 1) {
        return std::unexpected(systemError(errno, u"Asking for the ports below 1024 through %1"_s.arg(path)));
    }
    return {};
}

} // namespace Benchboot
