// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/verify.h"

#include "images/digest.h"
#include "images/extentdevice.h"
#include "images/sums.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <map>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 verifyChunk = 1024 * 1024;
const auto ownType = u"sha256"_s;

Error changedError(const QString &path, const QString &how)
{
    return {Error::Code::Mismatch, u"%1 has changed since its import: %2. Import the image again"_s.arg(path, how)};
}

/// The checksums of a file by type, taken in one go.
class Digests
{
public:
    explicit Digests(const ImageFile &file)
    {
        m_digests.emplace(ownType, Digest(ownType));
        for (const auto &sum : file.expected)
            m_digests.try_emplace(sum.type, sum.type);
    }

    void add(QByteArrayView bytes)
    {
        for (auto &[type, digest] : m_digests)
            digest.add(bytes);
    }

    [[nodiscard]] Result<QString> compare(const ImageFile &file)
    {
        std::map<QString, QString> hashes;
        for (auto &[type, digest] : m_digests)
            hashes.emplace(type, digest.finish());
        for (const auto &sum : file.expected) {
            if (const auto &hash = hashes[sum.type]; !hash.isEmpty() && hash != sum.hex)
                return std::unexpected(damagedError(file.path, sum));
        }
        if (!file.sha256.isEmpty() && file.sha256 != hashes[ownType])
            return std::unexpected(changedError(file.path, u"its contents differ"_s));
        return hashes[ownType];
    }

private:
    std::map<QString, Digest> m_digests;
};

} // namespace

Result<QString> checkFile(const FilePlaces &places, const ImageFile &file, const std::function<void(qint64)> &read,
                          const std::stop_token &stop)
{
    const auto path = file.extents.isEmpty() ? places.folder + u'/' + file.path : places.image;
    const FileDescriptor descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    struct stat status{};
    if (!descriptor.isValid() || ::fstat(descriptor.get(), &status) != 0)
        return std::unexpected(systemError(errno, u"reading %1"_s.arg(path)));
    const auto extents = file.extents.isEmpty() ? QList<Extent>{{0, status.st_size}} : file.extents;
    Digests digests(file);
    qint64 done = 0;
    while (done < file.size) {
        if (stop.stop_requested())
            return fail(Error::Code::Cancelled, u"The check was cancelled"_s);
        const auto bytes = readExtents(descriptor.get(), extents, done, std::min(verifyChunk, file.size - done));
        if (bytes.isEmpty())
            break;
        digests.add(bytes);
        done += bytes.size();
        if (read)
            read(bytes.size());
    }
    if (done != file.size || totalLength(extents) != file.size)
        return std::unexpected(changedError(path, u"it had %1 bytes"_s.arg(file.size)));
    return digests.compare(file);
}

Result<ImageFile> wholeImage(const QString &path, const QList<ExpectedSum> &sums)
{
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::unexpected(systemError(errno, u"reading %1"_s.arg(path)));
    return ImageFile{.path = QFileInfo(path).fileName(),
                     .size = status.st_size,
                     .sha256 = {},
                     .extents = {{0, status.st_size}},
                     .expected = sums};
}

} // namespace Benchboot
