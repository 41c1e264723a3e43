// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/networknamespace.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sched.h>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

FileDescriptor openCurrentNamespace()
{
    return FileDescriptor(::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC));
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

} // namespace

Result<void> enterUserNamespace(int others)
{
    const auto uid = ::getuid();
    const auto gid = ::getgid();
    if (::unshare(CLONE_NEWUSER | others) != 0)
        return fail(
            Error::Code::AccessDenied,
            u"This test needs namespaces, and this machine allows them neither to this user nor in a user namespace: "
            "run it as root."_s);
    const bool mapped = write(u"/proc/self/setgroups"_s, "deny")
        && write(u"/proc/self/uid_map"_s, "0 " + QByteArray::number(uid) + " 1")
        && write(u"/proc/self/gid_map"_s, "0 " + QByteArray::number(gid) + " 1");
    if (!mapped)
        return fail(Error::Code::AccessDenied,
                    u"This test could not become root of its user namespace: run it as root."_s);
    return {};
}

Result<void> obtainNetworkRights()
{
    const auto home = openCurrentNamespace();
    if (::unshare(CLONE_NEWNET) == 0) {
        if (::setns(home.get(), CLONE_NEWNET) != 0)
            return std::unexpected(systemError(errno, u"Going back to the network namespace of the test"_s));
        return {};
    }
    // Together with a network namespace: create() could not come back to one that belongs to others.
    return enterUserNamespace(CLONE_NEWNET);
}

Result<NetworkNamespace> NetworkNamespace::create()
{
    const auto home = openCurrentNamespace();
    if (::unshare(CLONE_NEWNET) != 0)
        return std::unexpected(systemError(errno, u"Making a network namespace"_s));
    auto made = openCurrentNamespace();
    if (::setns(home.get(), CLONE_NEWNET) != 0 || !made.isValid())
        return std::unexpected(systemError(errno, u"Coming back from a new network namespace"_s));
    return NetworkNamespace(std::move(made));
}

int NetworkNamespace::enter() const { return ::setns(m_fd.get(), CLONE_NEWNET) == 0 ? 0 : errno; }

QString NetworkNamespace::path() const { return u"/proc/%1/fd/%2"_s.arg(::getpid()).arg(m_fd.get()); }

} // namespace Benchboot::E2e
