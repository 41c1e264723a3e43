// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/verify.h"

#include "images/digest.h"
#include "images/extentdevice.h"
#include "images/progresspacer.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 verifyChunk = 1024 * 1024;

class Hashing
{
public:
    Hashing(const QString &place, const QList<ImageFile> &files, const ProgressCallback &progress, std::stop_token stop)
        : m_place(place), m_files(files), m_pacer(progress), m_stop(std::move(stop))
    {
        for (const auto &file : files)
            m_total += file.size;
    }

    [[nodiscard]] Result<QList<ImageFile>> run()
    {
        for (auto &file : m_files) {
            auto hash = hashOf(file);
            if (!hash)
                return std::unexpected(hash.error());
            file.sha256 = std::move(*hash);
        }
        return std::move(m_files);
    }

private:
    [[nodiscard]] Result<QString> hashOf(const ImageFile &file)
    {
        const auto path = file.extents.isEmpty() ? m_place + u'/' + file.path : m_place;
        const FileDescriptor descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
        struct stat status{};
        if (!descriptor.isValid() || ::fstat(descriptor.get(), &status) != 0)
            return std::unexpected(systemError(errno, u"reading %1"_s.arg(path)));
        const auto extents = file.extents.isEmpty() ? QList<Extent>{{0, status.st_size}} : file.extents;
        Digest digest(u"sha256"_s);
        qint64 done = 0;
        while (done < file.size) {
            if (m_stop.stop_requested())
                return fail(Error::Code::Cancelled, u"The check was cancelled"_s);
            const auto bytes = readExtents(descriptor.get(), extents, done, std::min(verifyChunk, file.size - done));
            if (bytes.isEmpty())
                break;
            digest.add(bytes);
            done += bytes.size();
            m_done += bytes.size();
            m_pacer.report({u"checking"_s, file.path, m_done, m_total});
        }
        if (done != file.size || totalLength(extents) != file.size) {
            return fail(Error::Code::Mismatch,
                        u"%1 has changed since its import: it had %2 bytes. Import the image again"_s.arg(
                            path, QString::number(file.size)));
        }
        return digest.finish();
    }

    QString m_place;
    QList<ImageFile> m_files;
    ProgressPacer m_pacer;
    std::stop_token m_stop;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace

Result<QList<ImageFile>> hashFiles(const QString &place, const QList<ImageFile> &files,
                                   const ProgressCallback &progress, const std::stop_token &stop)
{
    return Hashing(place, files, progress, stop).run();
}

Result<void> verifyFiles(const QString &place, const QList<ImageFile> &files, const ProgressCallback &progress,
                         const std::stop_token &stop)
{
    const auto hashed = hashFiles(place, files, progress, stop);
    if (!hashed)
        return std::unexpected(hashed.error());
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (files[i].sha256 != hashed->at(i).sha256) {
            return fail(
                Error::Code::Mismatch,
                u"%1 has changed since its import: its contents differ. Import the image again"_s.arg(files[i].path));
        }
    }
    return {};
}

} // namespace Benchboot
