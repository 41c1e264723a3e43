// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "packaging/portbinder/portbinderprotocol.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace Benchboot {

/// The two ends of a SOCK_SEQPACKET socketpair: ours, and the one that the helper gets as descriptor 0.
struct Conversation
{
    FileDescriptor ours;
    FileDescriptor helpers;
};
/// \param user  whose socketpair it is (SO_PEERCRED); the test must be root for another than its own
[[nodiscard]] Conversation makeConversation(uid_t user = 0);

/// Puts a message in before the helper starts. \a descriptor is attached if it is valid.
[[nodiscard]] bool put(const Conversation &conversation, const QByteArray &message,
                       const FileDescriptor &descriptor = {});
[[nodiscard]] QByteArray requestFor(quint8 ports);

/// How benchboot-portbinder is started: in every respect that an attacker could choose.
struct BinderStart
{
    int standardInput = -1; ///< −1: closed
    QStringList arguments;
    QStringList environment; ///< "NAME=value"
    uid_t user = 0;
    bool mayBind = true; ///< whether it has CAP_NET_BIND_SERVICE; another user than root gets that and no other
};
/// Between fork() and exec() of a child of root: \a user it is then, and CAP_NET_BIND_SERVICE is all it may do, or nothing.
void becomeUser(uid_t user, bool mayBind);
/// Runs it to its end, at most 10 s. \return its exit status; nothing if it crashed, hung or could not be started
[[nodiscard]] std::optional<int> runBinder(const BinderStart &start);

/// What the helper said.
struct BinderAnswer
{
    bool spoke = false;
    PortBinder::Answer answer;
    std::vector<FileDescriptor> sockets;
};
[[nodiscard]] BinderAnswer answerIn(Conversation &conversation);

} // namespace Benchboot
