// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/diskspace.h"

#include "images/sizetext.h"

#include <QFile>

#include <algorithm>
#include <cerrno>

#include <sys/statvfs.h>

using namespace Qt::StringLiterals;

namespace Benchboot {

qint64 freeSpace(const QString &folder)
{
    struct statvfs status{};
    if (::statvfs(QFile::encodeName(folder).constData(), &status) != 0)
        return -1;
    return qint64(status.f_bavail) * qint64(status.f_frsize);
}

Error noSpaceError(const QString &image, qint64 needed, qint64 free, int error)
{
    if (error == EDQUOT) {
        return {Error::Code::NoSpace,
                u"%1 needs %2, which is more than your quota on this disk has left. Delete files there, or keep the web root on "
                "another disk"_s.arg(image, sizeText(needed))};
    }
    if (free >= needed) { // the blocks are there, but the table of files is full, or what is left is root's
        return {Error::Code::NoSpace,
                u"%1 needs %2, and the disk takes no more, although %3 are free. Delete files there, or keep the web root on "
                "another disk"_s.arg(image, sizeText(needed), sizeText(free))};
    }
    return {Error::Code::NoSpace,
            u"%1 needs %2, %3 are free. Free some space, or keep the web root on another disk"_s.arg(
                image, sizeText(needed), sizeText(std::max<qint64>(free, 0)))};
}

Error tooLargeFileError(const QString &file)
{
    return {Error::Code::NoSpace,
            u"The web root's file system cannot hold a file as large as %1. Keep the web root on "
            u"another disk (ext4, XFS or Btrfs)"_s.arg(file)};
}

} // namespace Benchboot
