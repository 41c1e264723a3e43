// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/filedescriptor.h"

#include <fcntl.h>

#include <chrono>

namespace Benchboot {

/// Takes an flock(2) on \a path, which is made where it is missing. Held until the descriptor is closed.
/// \param operation  LOCK_EX, with LOCK_NB not to wait; Busy then where another process holds it
/// \param flags      open(2) flags besides reading and writing; without O_CLOEXEC child processes inherit the lock
[[nodiscard]] Result<FileDescriptor> lockFile(const QString &path, int operation, int flags = O_CLOEXEC);

/// lockFile() to write, for which it waits up to \a wait until other processes have given the lock back. Busy then.
[[nodiscard]] Result<FileDescriptor> awaitLock(const QString &path, std::chrono::milliseconds wait);

/// The program that holds the lock \a path, e.g. "benchboot (process 812)"; empty if unknown: file systems differ in what the kernel lists.
[[nodiscard]] QString lockHolder(const QString &path);

/// Flushes a folder's entries, so that a rename survives a power cut.
void syncFolder(const QString &path);

/// rename(2) on one file system, flushed.
[[nodiscard]] Result<void> moveFolder(const QString &from, const QString &to);

/// The lock file that lies in an image's folder while it is on its way into the lab or out of it. A folder that has it, with nobody holding it,
/// and that the lab does not know, was left by a process that died: sweepIncoming() takes it.
[[nodiscard]] QString importLockPath(const QString &folder);

} // namespace Benchboot
