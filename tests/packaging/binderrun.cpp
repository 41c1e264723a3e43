// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/binderrun.h"

#include "session/descriptormessage.h"

#include <QProcess>

#include <array>
#include <cstring>

#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr auto bindCapability = CAP_NET_BIND_SERVICE;

/// Leaves the process with CAP_NET_BIND_SERVICE, over execve(2), or with none. Between fork() and exec().
bool limitCapabilities(bool mayBind)
{
    __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> sets{};
    const auto kept = mayBind ? CAP_TO_MASK(bindCapability) : 0U;
    sets[0] = {.effective = kept, .permitted = kept, .inheritable = kept};
    return ::syscall(SYS_capset, &header, sets.data()) == 0
        && (!mayBind || ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, bindCapability, 0, 0) == 0);
}

} // namespace

void becomeUser(uid_t user, bool mayBind)
{
    if (::seteuid(0) == 0 && user == 0 && mayBind)
        return;
    // Without this root would get every capability back by execve(2).
    const bool done = ::prctl(PR_SET_SECUREBITS, SECBIT_KEEP_CAPS | (user == 0 ? SECBIT_NOROOT : 0), 0, 0, 0) == 0
        && ::setresuid(user, user, user) == 0 && limitCapabilities(mayBind);
    if (!done)
        ::_exit(99);
}

Conversation makeConversation(uid_t user)
{
    std::array<int, 2> ends{-1, -1};
    if (user != 0 && ::seteuid(user) != 0)
        return {};
    const int made = ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data());
    if ((user != 0 && ::seteuid(0) != 0) || made != 0)
        return {};
    return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

bool put(const Conversation &conversation, const QByteArray &message, const FileDescriptor &descriptor)
{
    iovec part{.iov_base = const_cast<char *>(message.constData()), .iov_len = std::size_t(message.size())};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    if (descriptor.isValid()) {
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        auto *rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof(int));
        const int fd = descriptor.get();
        std::memcpy(CMSG_DATA(rights), &fd, sizeof fd);
    }
    return ::sendmsg(conversation.ours.get(), &header, MSG_NOSIGNAL) == message.size();
}

QByteArray requestFor(quint8 ports)
{
    const PortBinder::Request request{.ports = ports};
    return QByteArray(reinterpret_cast<const char *>(&request), sizeof request);
}

std::optional<int> runBinder(const BinderStart &start)
{
    QProcess process;
    process.setProgram(QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot-portbinder"));
    process.setArguments(start.arguments);
    process.setEnvironment(start.environment);
    process.setChildProcessModifier([&start] {
        if (start.standardInput < 0)
            ::close(STDIN_FILENO);
        else
            ::dup2(start.standardInput, STDIN_FILENO);
        becomeUser(start.user, start.mayBind);
    });
    process.start();
    if (!process.waitForFinished(10'000) || process.exitStatus() != QProcess::NormalExit)
        return std::nullopt;
    return process.exitCode();
}

BinderAnswer answerIn(Conversation &conversation)
{
    conversation.helpers.reset();
    BinderAnswer said;
    auto received
        = receiveDescriptors(conversation.ours.get(), &said.answer, sizeof said.answer, PortBinder::ports.size());
    said.spoke = received && received->length == sizeof said.answer;
    if (received)
        said.sockets = std::move(received->descriptors);
    return said;
}

} // namespace Benchboot
