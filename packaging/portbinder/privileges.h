// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <sys/types.h>

namespace Benchboot::PortBinder {

/// The user on whose behalf this process runs: the real user; where that is root, the one that pkexec (PKEXEC_UID) or sudo (SUDO_UID) names.
/// Those variables mean nothing from anybody else, who could set them at will. Nothing if root's variable is no user id.
[[nodiscard]] std::optional<uid_t> invokingUser();

/// Gives up all that binding a port below 1024 does not need: the environment, descriptors but 0–2, root's user and groups (\a user is what
/// remains), every capability but CAP_NET_BIND_SERVICE, and gaining any by execve(2). \return false, with errno, if something stayed.
[[nodiscard]] bool keepOnlyTheRightToBind(uid_t user);

} // namespace Benchboot::PortBinder
