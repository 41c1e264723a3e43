// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/servedopen.h"

#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

FileDescriptor openIn(const ServedFile &file, Patience patience)
{
    const auto path = file.path.toLocal8Bit();
    const auto folder = file.folder.isEmpty() ? path.first(path.lastIndexOf('/') + 1) : file.folder.toLocal8Bit() + '/';
    if (!path.startsWith(folder)) {
        errno = EXDEV;
        return {};
    }
    const auto root = openFolder(folder, patience);
    return root.isValid() ? openBeneath(root, path.sliced(folder.size()), patience) : FileDescriptor();
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

Result<OpenedFile> openServed(const ServedFile &file, Patience patience)
{
    if (!file.trouble.isEmpty())
        return fail(Error::Code::NotFound, file.trouble);
    OpenedFile opened{.descriptor = openIn(file, patience)};
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
