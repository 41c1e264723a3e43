// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/filelock.h"

#include "core/processname.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

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

Result<FileDescriptor> awaitLock(const QString &path, std::chrono::milliseconds wait)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        auto locked = lockFile(path, LOCK_EX | LOCK_NB);
        if (locked || locked.error().code != Error::Code::Busy || timer.durationElapsed() > wait)
            return locked;
        QThread::msleep(10); // flock(2) has no time-out, and a holder keeps the lock for milliseconds
    }
}

QString lockHolder(const QString &path)
{
    struct stat status{};
    QFile locks(u"/proc/locks"_s);
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || !locks.open(QIODevice::ReadOnly))
        return {};
    const auto place = QString::asprintf("%02x:%02x:%llu", major(status.st_dev), minor(status.st_dev),
                                         static_cast<unsigned long long>(status.st_ino)).toLatin1();
    for (const auto &line : locks.readAll().split('\n')) {
        const auto words = line.simplified().split(' '); // "1: FLOCK ADVISORY WRITE 812 fd:01:4711 0 EOF", see proc_locks(5)
        if (words.value(1) == "FLOCK" && words.value(5) == place && words.value(4).toLongLong() > 0)
            return processName(words.at(4).toLongLong());
    }
    return {};
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
