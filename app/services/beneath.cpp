// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/beneath.h"

#include <QList>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

#include <cerrno>

namespace Benchboot {
namespace {

constexpr int folderFlags = O_PATH | O_DIRECTORY | O_CLOEXEC;
constexpr int fileFlags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;

FileDescriptor failed(int error)
{
    errno = error;
    return {};
}

/// Kernels before 5.6 do not know openat2(2), those before 5.12 not RESOLVE_CACHED (EINVAL); some sandboxes forbid what they do not know.
bool isUnknownCall(int error) { return error == ENOSYS || error == EPERM; }

FileDescriptor callOpenat2(int start, const QByteArray &path, int flags, quint64 resolve)
{
    const open_how how{.flags = quint64(flags), .mode = 0, .resolve = resolve};
    return FileDescriptor(int(::syscall(SYS_openat2, start, path.constData(), &how, sizeof how)));
}

quint64 resolveFlags(Patience patience)
{
    constexpr quint64 noLinks = RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    return patience == Patience::CachedOnly ? noLinks | RESOLVE_CACHED : noLinks;
}

/// Component by component, each of which must be a folder itself, the last one opened with \a flags. Names without "..", so it only leads down.
FileDescriptor walk(FileDescriptor from, const QList<QByteArray> &names, int flags)
{
    for (qsizetype i = 0; from.isValid() && i < names.size(); ++i) {
        const bool last = i == names.size() - 1;
        from = FileDescriptor(::openat(from.get(), names.at(i).constData(), last ? flags : folderFlags | O_NOFOLLOW));
    }
    return from;
}

QList<QByteArray> componentsOf(const QByteArray &path)
{
    auto names = path.split('/');
    names.removeIf([](const QByteArray &name) { return name.isEmpty() || name == "."; });
    return names;
}

} // namespace

FileDescriptor openFolder(const QByteArray &folder, Patience patience)
{
    const auto names = componentsOf(folder);
    if (!folder.startsWith('/') || names.contains(".."))
        return failed(EXDEV);
    auto opened = callOpenat2(AT_FDCWD, folder, folderFlags, resolveFlags(patience));
    if (opened.isValid() || !isUnknownCall(errno) || patience == Patience::CachedOnly)
        return opened;
    return walk(FileDescriptor(::open("/", folderFlags)), names, folderFlags | O_NOFOLLOW);
}

FileDescriptor openBeneath(const FileDescriptor &folder, const QByteArray &name, Patience patience)
{
    const auto names = componentsOf(name);
    if (name.startsWith('/') || names.isEmpty() || names.contains(".."))
        return failed(EXDEV);
    const quint64 oneMount = patience == Patience::CachedOnly ? RESOLVE_NO_XDEV : 0;
    auto opened = callOpenat2(folder.get(), name, fileFlags, resolveFlags(patience) | RESOLVE_BENEATH | oneMount);
    if (opened.isValid() || !isUnknownCall(errno) || patience == Patience::CachedOnly)
        return opened;
    return walk(FileDescriptor(::openat(folder.get(), ".", folderFlags)), names, fileFlags);
}

} // namespace Benchboot
