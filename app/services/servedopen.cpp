// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/servedopen.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

#include <cerrno>

namespace Benchboot {

FileDescriptor openServed(const QString &path, Patience patience)
{
    const auto bytes = path.toLocal8Bit();
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const open_how how{.flags = flags,
                       .mode = 0,
                       .resolve = RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS
                           | (patience == Patience::CachedOnly ? quint64(RESOLVE_CACHED) : 0)};
    const int descriptor = int(::syscall(SYS_openat2, AT_FDCWD, bytes.constData(), &how, sizeof how));
    // Kernels before 5.6 do not know the call, those before 5.12 not RESOLVE_CACHED: then the last component at least must be no link.
    if (descriptor < 0 && errno == ENOSYS && patience == Patience::MayBlock)
        return FileDescriptor(::open(bytes.constData(), flags));
    return FileDescriptor(descriptor);
}

} // namespace Benchboot
