// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Benchboot {

/// Lets all threads of this process make only the system calls that reading and copying an image takes (seccomp, through libseccomp). Needs
/// no_new_privs.
///
/// What only an attack would do (start a program, trace, signal or map another process, load code into the kernel, mount) kills the process with
/// SIGSYS. Sockets and executable memory, which innocent libraries try, too, answer EACCES. Everything else answers ENOSYS, as from an older
/// kernel, so that a C library falls back to what it did there.
/// \return whether the filter is in force; false where the kernel, or a container's own filter, does not let it.
[[nodiscard]] bool filterSyscalls();

} // namespace Benchboot
