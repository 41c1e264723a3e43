// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imagecontents.h"

#include <KArchiveDirectory>

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int maxLinks = 16; // links that follow each other
constexpr QLatin1StringView imageItself("@image");

/// Follows a link at \a path, whose target is \a target, inside the tree. \return null where it does not end at a file.
const ImageArchiveFile *follow(const KArchiveDirectory *root, QString path, QString target)
{
    for (int links = 0; links < maxLinks; ++links) {
        auto parts = target.startsWith(u'/') ? QStringList() : path.split(u'/').mid(0, path.count(u'/'));
        for (const auto &part : target.split(u'/', Qt::SkipEmptyParts)) {
            if (part == u"..") {
                if (parts.isEmpty())
                    return nullptr;
                parts.removeLast();
            } else if (part != u".") {
                parts.append(part);
            }
        }
        path = parts.join(u'/');
        const auto *entry = path.isEmpty() ? nullptr : root->entry(path);
        if (!entry || !entry->isFile())
            return nullptr;
        if (const auto *file = dynamic_cast<const ImageArchiveFile *>(entry))
            return file;
        target = entry->symLinkTarget();
    }
    return nullptr;
}

/// The anchored regular expression of a wildcard pattern; its first group is what the first `*` stands for.
QRegularExpression expressionOf(const QString &pattern)
{
    auto expression = QRegularExpression::wildcardToRegularExpression(pattern);
    const auto star = expression.indexOf(u"[^/]*"_s);
    if (star >= 0)
        expression.replace(star, 5, u"([^/]*)"_s);
    return QRegularExpression(expression);
}

/// Compares as people order versions: runs of digits by their value, everything else by character.
bool isOlder(QStringView a, QStringView b)
{
    const auto digits = [](QStringView text) {
        const auto end = std::find_if_not(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        return text.first(end - text.begin());
    };
    while (!a.isEmpty() && !b.isEmpty()) {
        auto left = digits(a);
        auto right = digits(b);
        if (left.isEmpty() || right.isEmpty()) {
            if (a.front() != b.front())
                return a.front() < b.front();
            a = a.sliced(1);
            b = b.sliced(1);
            continue;
        }
        a = a.sliced(left.size());
        b = b.sliced(right.size());
        while (left.startsWith(u'0'))
            left = left.sliced(1);
        while (right.startsWith(u'0'))
            right = right.sliced(1);
        if (left != right)
            return std::pair(left.size(), left) < std::pair(right.size(), right);
    }
    return a.size() < b.size();
}

void sortByVersion(QList<GlobMatch> &matches)
{
    std::stable_sort(matches.begin(), matches.end(),
                     [](const GlobMatch &a, const GlobMatch &b) { return isOlder(b.file->path, a.file->path); });
}

} // namespace

Result<ImageContents> ImageContents::open(const QString &file)
{
    ImageContents contents(std::make_unique<ImageArchive>(file));
    if (!contents.m_archive->open(QIODevice::ReadOnly))
        return std::unexpected(contents.m_archive->error());
    contents.m_name = QFileInfo(file).fileName();
    contents.m_image = {publishedName(file), {{0, QFileInfo(file).size()}}};
    contents.list(contents.m_archive->directory(), {});

    QList<qsizetype> order(contents.m_files.size());
    std::iota(order.begin(), order.end(), 0);
    QList<QString> folded;
    for (const auto &item : std::as_const(contents.m_files))
        folded.append(item.path.toCaseFolded());
    std::sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return std::tie(folded[a], contents.m_files[a].path) < std::tie(folded[b], contents.m_files[b].path);
    });
    QList<ContentFile> sorted;
    for (const auto index : std::as_const(order)) {
        sorted.append(contents.m_files[index]);
        contents.m_folded.append(folded[index]);
    }
    contents.m_files = std::move(sorted);
    return contents;
}

void ImageContents::list(const KArchiveDirectory *folder, const QString &prefix)
{
    const auto names = folder->entries();
    for (const auto &name : names) {
        const auto *entry = folder->entry(name);
        const auto path = prefix + name;
        if (entry->isDirectory()) {
            list(static_cast<const KArchiveDirectory *>(entry), path + u'/');
            continue;
        }
        const auto *file = dynamic_cast<const ImageArchiveFile *>(entry);
        if (!file)
            file = follow(m_archive->directory(), path, entry->symLinkTarget());
        if (file)
            m_files.append({path, file->extents()});
    }
}

const ContentFile *ImageContents::find(const QString &path) const
{
    if (path == imageItself)
        return &m_image;
    const auto folded = path.toCaseFolded();
    const auto at = std::lower_bound(m_folded.begin(), m_folded.end(), folded);
    return at != m_folded.end() && *at == folded ? &m_files[at - m_folded.begin()] : nullptr;
}

QList<GlobMatch> ImageContents::glob(const QString &pattern) const
{
    static const QRegularExpression wildcard(u"[*?\\[]"_s);
    const auto fixed = pattern.indexOf(wildcard);
    if (fixed < 0) {
        const auto *file = find(pattern);
        return file ? QList<GlobMatch>{{file, {}}} : QList<GlobMatch>();
    }
    // Only what begins with the pattern's fixed part needs to be looked at.
    const auto prefix = pattern.left(fixed).toCaseFolded();
    const auto expression = expressionOf(pattern.toCaseFolded());
    QList<GlobMatch> matches;
    for (auto at = std::lower_bound(m_folded.begin(), m_folded.end(), prefix);
         at != m_folded.end() && at->startsWith(prefix); ++at) {
        const auto match = expression.match(*at);
        if (match.hasMatch())
            matches.append({&m_files[at - m_folded.begin()], match.captured(1)});
    }
    sortByVersion(matches);
    return matches;
}

QByteArray ImageContents::head(const ContentFile &file, qint64 limit) const
{
    return readExtents(descriptor(), file.extents, 0, limit);
}

} // namespace Benchboot
