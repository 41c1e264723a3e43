// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/filedescriptor.h"

#include <QString>

namespace Benchboot::E2e {

/// Enters a user namespace as its root, and new ones of the kinds \a others (CLONE_NEW…). To be called while the process has one thread.
[[nodiscard]] Result<void> enterUserNamespace(int others);

/// Makes sure that this process may make network namespaces: it already may (root), or it enters a user namespace of
/// its own, as its root. To be called while the process has one thread, so before QTest::qExec().
[[nodiscard]] Result<void> obtainNetworkRights();

/// A network namespace without a name. The kernel removes it, with the cards in it, as soon as this object and the
/// processes in it are gone: nothing is left behind even if the test is killed.
class NetworkNamespace
{
public:
    /// A new namespace, its loopback card not yet up. Call from the main thread.
    [[nodiscard]] static Result<NetworkNamespace> create();

    /// Moves the calling thread into the namespace; also safe between fork() and exec().
    /// \return 0, or the errno value.
    [[nodiscard]] int enter() const;
    /// What ip(8) takes for NETNS; valid while this object lives.
    [[nodiscard]] QString path() const;

private:
    explicit NetworkNamespace(FileDescriptor fd) : m_fd(std::move(fd)) { }

    FileDescriptor m_fd;
};

} // namespace Benchboot::E2e
