// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/servedopen.h"

#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

OpenedFile openIn(const ServedFile &file, Patience patience, const DiskFacts &disks)
{
    const auto path = file.path.toLocal8Bit();
    const auto folder = folderOf(file);
    if (!path.startsWith(folder)) {
        errno = EXDEV;
        return {};
    }
    const auto root = openFolder(folder, patience);
    if (!root.isValid())
        return {};
    if (patience == Patience::MayBlock)
        disks.learn(folder, root);
    const bool local = disks.isLocal(folder, root);
    if (!local && patience == Patience::CachedOnly) {
        errno = EAGAIN;
        return {};
    }
    return {.descriptor = openBeneath(root, path.sliced(folder.size()), patience), .local = local};
}

/// What \a file consists of, which has \a available bytes on disk.
Result<QList<Extent>> runsOf(const ServedFile &file, qint64 available)
{
    if (file.extents.isEmpty())
        return QList<Extent>{{0, available}};
    for (const auto &[offset, length] : file.extents) {
        if (offset < 0 || length < 0 || offset > available || length > available - offset) {
            return fail(
                Error::Code::Mismatch,
                u"The image %1 has changed: it is shorter than when it was imported. Import it again"_s.arg(file.path));
        }
    }
    return file.extents;
}

} // namespace

QByteArray folderOf(const ServedFile &file)
{
    if (!file.folder.isEmpty())
        return file.folder.toLocal8Bit() + '/';
    const auto path = file.path.toLocal8Bit();
    return path.first(path.lastIndexOf('/') + 1);
}

Result<OpenedFile> openServed(const ServedFile &file, Patience patience, const DiskFacts &disks)
{
    if (!file.trouble.isEmpty())
        return fail(Error::Code::NotFound, file.trouble);
    auto opened = openIn(file, patience, disks);
    if (!opened.descriptor.isValid() || ::fstat(opened.descriptor.get(), &opened.status) != 0) {
        const int reason = errno;
        auto error = systemError(reason, u"The published file %1 cannot be read"_s.arg(file.path));
        if (reason == ELOOP || reason == ENOTDIR || reason == EXDEV)
            error.code = Error::Code::NotFound;
        return std::unexpected(std::move(error));
    }
    if (!S_ISREG(opened.status.st_mode))
        return fail(Error::Code::NotFound, u"The published file %1 is not a regular file"_s.arg(file.path));
    auto runs = runsOf(file, opened.status.st_size);
    if (!runs)
        return std::unexpected(std::move(runs).error());
    opened.runs = *std::move(runs);
    for (const auto &run : std::as_const(opened.runs))
        opened.size += run.length;
    return opened;
}

} // namespace Benchboot
