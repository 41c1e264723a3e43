// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Benchboot {

struct ImageTask;

/// What the kernel has (or left) of the means that the importer's sandbox is made of.
struct SandboxMeans
{
    int landlock = 0; ///< version of Landlock's interface; 0: none, so files are not fenced off
    bool seccomp = false; ///< system calls can be filtered; else sockets and programs are not fenced off

    [[nodiscard]] bool isWhole() const { return landlock > 0 && seccomp; }
    bool operator==(const SandboxMeans &) const = default;
};

/// What there is on this computer, asked without entering anything. Any thread.
[[nodiscard]] SandboxMeans sandboxMeans();

/// Gives up, for the rest of this process's life, everything but what \a task needs: it reads the image file and the folders of recipes, writes
/// below the staging folder and the one for unpacking, and uses the descriptors that are open already; no other file, no socket, no program, no other process, no new
/// executable memory. README.md of this folder says what is left to somebody who takes the process over.
///
/// Call it before one byte of the image is read, while the process has one thread: Landlock binds the thread that calls and those that it
/// starts. Sets no_new_privs. What the kernel does not have is left out.
/// \return what was entered.
SandboxMeans enterSandbox(const ImageTask &task);

} // namespace Benchboot
