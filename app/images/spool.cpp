// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/spool.h"

#include "images/diskspace.h"
#include "images/sizetext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 spare = 64 * 1024 * 1024; // left free for everybody else on that file system
constexpr qint64 lookInterval = 32 * 1024 * 1024; // bytes between two questions to the file system
constexpr qint64 appendChunk = 1024 * 1024;

/// Made by prepareSpools(), and not taken yet.
std::vector<FileDescriptor> &preparedFiles()
{
    static std::vector<FileDescriptor> files;
    return files;
}

/// A file without a name. Not every file system can make one: there it loses its name at once.
FileDescriptor namelessFile(const QString &folder)
{
    FileDescriptor file(::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (file.isValid() || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT && errno != EINVAL))
        return file;
    auto name = QFile::encodeName(folder + u"/.benchboot-spool-XXXXXX"_s);
    file = FileDescriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (file.isValid())
        ::unlink(name.constData());
    return file;
}

} // namespace

SpoolSpace::SpoolSpace(QString folder, bool inLab, QString image, qint64 packedSize, const UnpackLimits &limits)
    : m_folder(std::move(folder)), m_inLab(inLab), m_image(std::move(image)),
      m_most(std::min(limits.bytes, std::max(limits.anyRatio, std::min(packedSize, limits.bytes) * limits.ratio)))
{
}

Error SpoolSpace::noSpace(qint64 needed, qint64 free) const
{
    if (m_inLab)
        return noSpaceError(m_image, needed, free, ENOSPC);
    return {
        Error::Code::NoSpace,
        u"%1 needs %2 to be unpacked, %3 are free in %4. Free some space, or name a folder on another disk in TMPDIR"_s
            .arg(m_image, sizeText(needed), sizeText(std::max<qint64>(free, 0)), m_folder)};
}

Result<void> SpoolSpace::expect(qint64 bytes)
{
    if (bytes > m_most - m_written) {
        return fail(
            Error::Code::LimitExceeded,
            u"%1 would become larger than %2 when unpacked, which no boot image is. It is damaged or made to fill disks"_s
                .arg(m_image, sizeText(m_most)));
    }
    const auto free = freeSpace(m_folder);
    if (free < 0)
        return std::unexpected(systemError(errno, u"%1 cannot be used"_s.arg(m_folder)));
    if (bytes + spare > free)
        return std::unexpected(noSpace(m_written + bytes + spare, m_written + free));
    return {};
}

Result<void> SpoolSpace::take(qint64 bytes)
{
    if (bytes > m_unlooked || bytes > m_most - m_written) {
        if (auto fits = expect(bytes); !fits)
            return fits;
        m_unlooked = std::max(lookInterval, bytes);
    }
    m_unlooked -= bytes;
    m_written += bytes;
    return {};
}

Error SpoolSpace::writeError(int error) const
{
    if (error == ENOSPC || error == EDQUOT)
        return noSpace(m_written, freeSpace(m_folder));
    if (error == EFBIG && m_inLab)
        return tooLargeFileError(m_image);
    return systemError(error, u"unpacking %1 to %2"_s.arg(m_image, m_folder));
}

Result<Spool> Spool::create(SpoolSpace &space)
{
    auto &prepared = preparedFiles();
    auto file = prepared.empty() ? namelessFile(space.folder()) : std::move(prepared.back());
    if (!prepared.empty())
        prepared.pop_back();
    if (!file.isValid())
        return std::unexpected(space.writeError(errno));
    return Spool(space, std::make_shared<const FileDescriptor>(std::move(file)));
}

Result<void> Spool::append(QByteArrayView bytes)
{
    if (auto fits = m_space->take(bytes.size()); !fits)
        return fits;
    while (!bytes.isEmpty()) {
        const auto written = ::write(m_descriptor->get(), bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno != EINTR)
            return std::unexpected(m_space->writeError(errno));
        m_size += std::max<ssize_t>(written, 0);
        bytes = bytes.sliced(std::max<ssize_t>(written, 0));
    }
    return {};
}

Result<void> Spool::append(const Spool &other)
{
    for (qint64 done = 0; done < other.size();) {
        const auto bytes = readExtents(other.descriptor()->get(), {{0, other.size()}}, done, appendChunk);
        if (bytes.isEmpty())
            return std::unexpected(m_space->writeError(EIO));
        if (auto added = append(bytes); !added)
            return added;
        done += bytes.size();
    }
    return {};
}

void prepareSpools(const QString &folder, int count)
{
    for (int i = 0; i < count; ++i) {
        if (auto file = namelessFile(folder); file.isValid())
            preparedFiles().push_back(std::move(file));
    }
}

QString temporarySpoolFolder()
{
    if (!qEnvironmentVariableIsEmpty("TMPDIR"))
        return QDir::tempPath();
    const QFileInfo large(u"/var/tmp"_s);
    return large.isDir() && large.isWritable() ? large.filePath() : QDir::tempPath();
}

} // namespace Benchboot
