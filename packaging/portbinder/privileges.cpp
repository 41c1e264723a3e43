// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/portbinder/privileges.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <string_view>

#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Benchboot::PortBinder {
namespace {

constexpr gid_t nobodysGroup = 65534;

std::optional<uid_t> userId(std::string_view text)
{
    uid_t user = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), user);
    // The last number means "no change" to setresuid(2).
    if (error != std::errc() || end != text.end() || user == std::numeric_limits<uid_t>::max())
        return std::nullopt;
    return user;
}

using CapabilitySets = std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3>;

bool keepCapability(unsigned int capability)
{
    __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    CapabilitySets sets{};
    if (::syscall(SYS_capget, &header, sets.data()) != 0)
        return false;
    const auto kept = sets.at(CAP_TO_INDEX(capability)).permitted & CAP_TO_MASK(capability);
    sets = {};
    sets.at(CAP_TO_INDEX(capability)) = {.effective = kept, .permitted = kept, .inheritable = 0};
    return ::syscall(SYS_capset, &header, sets.data()) == 0;
}

bool leaveRoot(uid_t user)
{
    return ::prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) == 0 && ::setgroups(0, nullptr) == 0
        && ::setresgid(nobodysGroup, nobodysGroup, nobodysGroup) == 0 && ::setresuid(user, user, user) == 0;
}

} // namespace

std::optional<uid_t> invokingUser()
{
    const auto user = ::getuid();
    if (user != 0)
        return user;
    for (const auto *name : {"PKEXEC_UID", "SUDO_UID"}) {
        if (const char *value = std::getenv(name))
            return userId(value);
    }
    return user;
}

bool keepOnlyTheRightToBind(uid_t user)
{
    if (::clearenv() != 0 || ::syscall(SYS_close_range, 3U, ~0U, 0U) != 0)
        return false;
    if (user != 0 && ::geteuid() == 0 && !leaveRoot(user))
        return false;
    return keepCapability(CAP_NET_BIND_SERVICE) && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

} // namespace Benchboot::PortBinder
