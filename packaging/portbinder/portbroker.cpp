// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// benchboot-portbroker SOCKET COMMAND…: for packaging/dev on a machine where Benchboot runs inside bwrap, which takes from it every way to gain a
// right. This program stays outside. Benchboot connects to SOCKET (in a folder that only this user can enter) and sends one byte with a
// descriptor: the helper's end of a socketpair. COMMAND, which asks for the right and runs benchboot-portbinder, is started with it as standard
// input; the two then talk without us. One request at a time. Needs no rights itself, is never installed, and ends with the process that started
// it.

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string_view>

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

int listenOn(std::string_view path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    std::memcpy(address.sun_path, path.data(), path.size());
    ::umask(0077);
    const int listener = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    const bool ready = listener >= 0
        && ::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        && ::listen(listener, 1) == 0;
    return ready ? listener : -1;
}

bool isOurUser(int connection)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    return ::getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.uid == ::geteuid();
}

/// The one descriptor that comes with the one byte; −1 for anything else.
int receiveDescriptor(int connection)
{
    char byte = 0;
    iovec part{.iov_base = &byte, .iov_len = 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{}; // the kernel closes what does not fit
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    if (::recvmsg(connection, &message, MSG_CMSG_CLOEXEC) != 1)
        return -1;
    const auto *header = CMSG_FIRSTHDR(&message);
    if (!header || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS
        || header->cmsg_len != CMSG_LEN(sizeof(int)))
        return -1;
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
    return descriptor;
}

void runWith(int descriptor, char *const *command)
{
    const auto child = ::fork();
    if (child == 0) {
        if (::dup2(descriptor, STDIN_FILENO) == STDIN_FILENO)
            ::execvp(*command, command);
        ::_exit(127);
    }
    ::close(
        descriptor); // ours must be gone when the command ends: Benchboot takes the end of the conversation for a refusal
    if (child > 0)
        ::waitpid(child, nullptr, 0);
}

} // namespace

int main(int argumentCount, char **arguments)
{
    if (argumentCount < 3) {
        std::fputs("Usage: benchboot-portbroker SOCKET COMMAND…\n", stderr);
        return 2;
    }
    const auto parent = ::getppid();
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int listener = listenOn(arguments[1]);
    if (listener < 0 || ::getppid() != parent) {
        std::perror("benchboot-portbroker");
        return 1;
    }
    for (;;) {
        const int connection = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0 && errno != EINTR && errno != ECONNABORTED) {
            std::perror("benchboot-portbroker");
            return 1;
        }
        const int descriptor = isOurUser(connection) ? receiveDescriptor(connection) : -1;
        ::close(connection);
        if (descriptor >= 0)
            runWith(descriptor, &arguments[2]);
    }
}
