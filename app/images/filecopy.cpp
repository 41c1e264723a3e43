// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/filecopy.h"

#include "images/diskspace.h"
#include "images/filehasher.h"

#include <QDir>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 copyChunk
    = 8 * 1024 * 1024; // per system call: large enough for speed, small enough for smooth progress
constexpr qint64 diskBlock = 4096; // what a small file takes on disk
constexpr std::chrono::milliseconds reportInterval{100};

/// Moves bytes between two descriptors; the destination's offset moves, the source's does not.
class Pump
{
public:
    /// \return bytes moved; 0 at the end of \a from; −1 with errno, and readFailed() tells which side it was.
    qint64 move(int from, qint64 offset, int to, qint64 length)
    {
        if (m_inKernel) {
            off64_t at = offset;
            const auto moved = ::copy_file_range(from, &at, to, nullptr, size_t(length), 0);
            if (moved > 0 || (moved < 0 && isFinal(errno)))
                return moved;
            m_inKernel = false; // two file systems, or one that cannot; what else is wrong shows below
        }
        m_buffer.resize(size_t(std::min<qint64>(length, 1024 * 1024)));
        const auto got = ::pread(from, m_buffer.data(), m_buffer.size(), offset);
        m_readFailed = got < 0;
        for (ssize_t done = 0; done < got;) {
            const auto written = ::write(to, m_buffer.data() + done, size_t(got - done));
            if (written < 0 && errno != EINTR)
                return -1;
            done += std::max<ssize_t>(written, 0);
        }
        return got;
    }
    [[nodiscard]] bool readFailed() const { return m_readFailed; }

private:
    static bool isFinal(int error) { return error == EINTR || error == ENOSPC || error == EDQUOT || error == EFBIG; }

    bool m_inKernel = true;
    bool m_readFailed = false;
    std::vector<char> m_buffer;
};

class Copying
{
public:
    Copying(int image, ImagePlan &plan, const QString &folder, const QString &imageName, ProgressPacer &pacer)
        : m_image(image), m_plan(plan), m_folder(folder), m_imageName(imageName), m_pacer(pacer), m_hasher(plan.checks)
    {
        for (const auto &file : std::as_const(plan.facts.files)) {
            m_total += file.size;
            m_needed += (file.size + diskBlock - 1) / diskBlock * diskBlock;
        }
    }

    [[nodiscard]] Result<void> run();

private:
    [[nodiscard]] Result<void> checkSpace() const;
    [[nodiscard]] Result<void> copy(const ImageFile &file);
    [[nodiscard]] Result<void> writeOwn(const ImageFile &file, const std::shared_ptr<const FileDescriptor> &to);
    [[nodiscard]] Result<void> copyExtents(const ImageFile &file, const std::shared_ptr<const FileDescriptor> &to);
    [[nodiscard]] Result<void> waitForHashes();
    [[nodiscard]] Result<void> flushFolders() const;
    [[nodiscard]] Error writeError(int error, const QString &path) const;
    [[nodiscard]] Error noSpace(int error) const;

    int m_image;
    ImagePlan &m_plan;
    QString m_folder;
    QString m_imageName;
    ProgressPacer &m_pacer;
    FileHasher m_hasher;
    Pump m_pump;
    QSet<QString> m_folders; ///< made below m_folder, relative
    qint64 m_total = 0;
    qint64 m_needed = 0; ///< on disk
};

Result<void> Copying::run()
{
    if (const auto space = checkSpace(); !space)
        return space;
    for (const auto &file : std::as_const(m_plan.facts.files)) {
        if (const auto copied = copy(file); !copied)
            return copied;
    }
    if (const auto hashed = waitForHashes(); !hashed)
        return hashed;
    for (auto &file : m_plan.facts.files)
        file.sha256 = m_hasher.sha256(file.path);
    return flushFolders();
}

Error Copying::noSpace(int error) const { return noSpaceError(m_imageName, m_needed, freeSpace(m_folder), error); }

Result<void> Copying::checkSpace() const
{
    const auto space = freeSpace(m_folder);
    if (space < 0)
        return std::unexpected(systemError(errno, u"%1 cannot be used"_s.arg(m_folder)));
    if (space < m_needed)
        return std::unexpected(noSpace(ENOSPC));
    return {};
}

Error Copying::writeError(int error, const QString &path) const
{
    if (error == ENOSPC || error == EDQUOT)
        return noSpace(error);
    if (error == EFBIG)
        return tooLargeFileError(path);
    return systemError(error, u"writing %1"_s.arg(m_folder + u'/' + path));
}

Result<void> Copying::copy(const ImageFile &file)
{
    const auto slash = file.path.lastIndexOf(u'/');
    if (slash > 0 && !m_folders.contains(file.path.left(slash))) {
        if (!QDir(m_folder).mkpath(file.path.left(slash)))
            return std::unexpected(writeError(errno, file.path));
        for (auto at = slash; at > 0; at = file.path.lastIndexOf(u'/', at - 1))
            m_folders.insert(file.path.left(at));
    }
    const auto path = QFile::encodeName(m_folder + u'/' + file.path);
    auto to = std::make_shared<const FileDescriptor>(
        ::open(path.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (!to->isValid())
        return std::unexpected(writeError(errno, file.path));
    return file.own ? writeOwn(file, to) : copyExtents(file, to);
}

/// A small file that the recipe made.
Result<void> Copying::writeOwn(const ImageFile &file, const std::shared_ptr<const FileDescriptor> &to)
{
    const auto content = m_plan.ownFiles.value(file.path);
    for (qsizetype done = 0; done < content.size();) {
        const auto written = ::write(to->get(), content.data() + done, size_t(content.size() - done));
        if (written < 0 && errno != EINTR)
            return std::unexpected(writeError(errno, file.path));
        done += std::max<ssize_t>(written, 0);
    }
    m_hasher.follow(to, file.path, content.size(), true);
    return {};
}

Result<void> Copying::copyExtents(const ImageFile &file, const std::shared_ptr<const FileDescriptor> &to)
{
    qint64 written = 0;
    for (const auto &extent : file.extents) {
        for (qint64 done = 0; done < extent.length;) {
            // Hashing holds this thread up, which need not hold the image's disk up.
            ::posix_fadvise(m_image, extent.offset + done + copyChunk, copyChunk, POSIX_FADV_WILLNEED);
            const auto moved
                = m_pump.move(m_image, extent.offset + done, to->get(), std::min(copyChunk, extent.length - done));
            if (moved < 0 && errno == EINTR)
                continue;
            if (moved < 0 && m_pump.readFailed())
                return std::unexpected(systemError(errno, u"reading %1 from %2"_s.arg(file.path, m_imageName)));
            if (moved < 0)
                return std::unexpected(writeError(errno, file.path));
            if (moved == 0)
                return fail(Error::Code::Truncated,
                            u"%1 became shorter while it was read. Import it again"_s.arg(m_imageName));
            done += moved;
            written += moved;
            m_hasher.follow(to, file.path, written, false);
            if (const auto error = m_hasher.error())
                return std::unexpected(*error);
            m_pacer.report({u"copying"_s, file.path, m_hasher.hashedBytes(), m_total});
        }
    }
    m_hasher.follow(to, file.path, written, true);
    return {};
}

Result<void> Copying::waitForHashes()
{
    while (!m_hasher.waitUntilIdle(reportInterval))
        m_pacer.report({u"checking"_s, {}, m_hasher.hashedBytes(), m_total});
    if (const auto error = m_hasher.error())
        return std::unexpected(*error);
    m_pacer.report({u"checking"_s, {}, m_total, m_total});
    return {};
}

/// A file survives a power cut only once the folders that name it are on disk, too.
Result<void> Copying::flushFolders() const
{
    auto folders = m_folders;
    folders.insert(u"."_s);
    for (const auto &folder : std::as_const(folders)) {
        const auto path = m_folder + u'/' + folder;
        const FileDescriptor descriptor(
            ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!descriptor.isValid() || (::fsync(descriptor.get()) != 0 && errno != EINVAL))
            return std::unexpected(systemError(errno, u"writing %1"_s.arg(path)));
    }
    return {};
}

} // namespace

Result<void> copyFiles(int image, ImagePlan &plan, const QString &folder, const QString &imageName,
                       ProgressPacer &pacer)
{
    return Copying(image, plan, folder, imageName, pacer).run();
}

} // namespace Benchboot
