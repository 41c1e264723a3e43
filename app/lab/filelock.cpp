// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/filelock.h"

#include <QFile>
#include <QFileInfo>

#include <sys/file.h>

#include <cerrno>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Benchboot {

Result<FileDescriptor> lockFile(const QString &path, int operation, int flags)
{
    FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | flags, 0644));
    if (!file.isValid())
        return std::unexpected(systemError(errno, u"The lock file %1 could not be opened"_s.arg(path)));
    if (::flock(file.get(), operation) != 0)
        return std::unexpected(systemError(errno, u"%1 is locked"_s.arg(path)));
    return file;
}

void syncFolder(const QString &path)
{
    const FileDescriptor folder(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isValid())
        ::fsync(folder.get());
}

Result<void> moveFolder(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return std::unexpected(systemError(errno, u"The folder %1 could not be moved to %2"_s.arg(from, to)));
    syncFolder(QFileInfo(from).path());
    syncFolder(QFileInfo(to).path());
    return {};
}

QString importLockPath(const QString &folder) { return folder + u"/.import.lock"_s; }

} // namespace Benchboot
