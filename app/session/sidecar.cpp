// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sidecar.h"

#include "images/sums.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 largestSidecar = 1024 * 1024;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) // a FIFO would let us wait
        return {};
    return file.read(largestSidecar);
}

/// The checksum of \a image in a file that is there for it alone.
std::optional<ExpectedSum> ownSum(const QFileInfo &image, const QString &type)
{
    for (const auto &base : {image.fileName(), image.completeBaseName()}) {
        for (const auto &suffix : {u'.' + type, u'.' + type + u"sum"_s}) {
            const auto name = base + suffix;
            const auto sums = contentOf(image.dir().filePath(name));
            auto hash = checksumFor(sums, type, image.fileName());
            if (!hash) // "X.iso.sha256" may hold nothing but the hash, or name the image as it was called before
                hash = base == image.fileName() ? onlyChecksum(sums, type) : std::nullopt;
            if (hash)
                return ExpectedSum{type, *hash, name};
        }
    }
    return std::nullopt;
}

/// The checksum of \a image in a list of all files of a folder.
std::optional<ExpectedSum> listedSum(const QFileInfo &image, const QString &type)
{
    const auto upper = type.toUpper();
    for (const auto &name : {upper + u"SUMS"_s, upper + u"SUMS.txt"_s, upper + u"SUM"_s, type + u"sums.txt"_s,
                             type + u"sum.txt"_s, upper, type + u"sum"_s}) {
        if (const auto hash = checksumFor(contentOf(image.dir().filePath(name)), type, image.fileName()))
            return ExpectedSum{type, *hash, name};
    }
    return std::nullopt;
}

} // namespace

QList<ExpectedSum> sumsBeside(const QString &image)
{
    const QFileInfo file(image);
    for (const auto &type : {u"sha512"_s, u"sha256"_s, u"md5"_s}) {
        if (const auto sum = ownSum(file, type))
            return {*sum};
        if (const auto sum = listedSum(file, type))
            return {*sum};
    }
    return {};
}

} // namespace Benchboot
