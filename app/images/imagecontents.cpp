// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imagecontents.h"

#include <KArchiveDirectory>

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int maxLinks = 16; // links that follow each other
constexpr QLatin1StringView imageItself("@image");
constexpr QLatin1StringView emulatedDisk("@boot");

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

/// A pattern without `**` as an expression, each `*` of it a group.
QString expressionOfPart(const QString &pattern)
{
    return QRegularExpression::wildcardToRegularExpression(pattern, QRegularExpression::UnanchoredWildcardConversion)
        .replace(u"[^/]*"_s, u"([^/]*)"_s);
}

QRegularExpression expressionOf(const QString &pattern)
{
    QStringList parts;
    for (const auto &part : pattern.split(u"**"_s))
        parts.append(expressionOfPart(part));
    return QRegularExpression(QRegularExpression::anchoredPattern(parts.join(u"(.*)"_s)));
}

/// The longest part of \a pattern without wildcards: what does not hold it cannot fit, which is found out fast.
QString longestLiteral(const QString &pattern)
{
    static const QRegularExpression wildcards(u"\\[[^\\]]*\\]?|[*?]"_s);
    QString longest;
    for (const auto &part : pattern.split(wildcards)) {
        if (part.size() > longest.size())
            longest = part;
    }
    return longest;
}

/// What the groups of \a match stand for in \a path, of which the folded spelling was matched.
QStringList capturedIn(const QRegularExpressionMatch &match, const QString &path, const QString &folded)
{
    QStringList captured;
    for (int group = 1; group <= match.lastCapturedIndex(); ++group) {
        captured.append(path.size() == folded.size() ? path.mid(match.capturedStart(group), match.capturedLength(group))
                                                     : match.captured(group));
    }
    return captured;
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

Result<ImageContents> ImageContents::open(const QString &file, Unpacking unpacking)
{
    ImageContents contents(std::make_unique<ImageArchive>(file, TreeLimits(), std::move(unpacking)));
    if (!contents.m_archive->open(QIODevice::ReadOnly))
        return std::unexpected(contents.m_archive->error());
    contents.m_name = QFileInfo(file).fileName();
    contents.list(contents.m_archive->directory(), {});
    contents.sortFiles();
    if (contents.isTree())
        return contents;
    auto published = publishedName(contents.m_archive->imageName());
    // casper takes a disc only from a URL that ends so, and a downloaded file may have any name.
    if (contents.disk() && !published.endsWith(u".img"_s, Qt::CaseInsensitive))
        published += u".img"_s;
    else if (!contents.disk() && !contents.isBareProgram() && !published.endsWith(u".iso"_s, Qt::CaseInsensitive))
        published += u".iso"_s;
    contents.m_image = {published, {{0, contents.descriptorSize()}}};
    contents.findEmulatedDisk();
    return contents;
}

qint64 ImageContents::descriptorSize() const
{
    struct stat status{};
    return ::fstat(descriptor(), &status) == 0 ? status.st_size : 0;
}

qint64 ImageContents::size() const
{
    if (!isTree())
        return m_image.size();
    return std::accumulate(m_files.begin(), m_files.end(), qint64(0),
                           [](qint64 sum, const ContentFile &file) { return sum + file.size(); });
}

void ImageContents::sortFiles()
{
    QList<qsizetype> order(m_files.size());
    std::iota(order.begin(), order.end(), 0);
    QList<QString> folded;
    for (const auto &item : std::as_const(m_files))
        folded.append(item.path.toCaseFolded());
    std::sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return std::tie(folded[a], m_files[a].path) < std::tie(folded[b], m_files[b].path);
    });
    QList<ContentFile> sorted;
    sorted.reserve(m_files.size());
    m_folded.reserve(m_files.size());
    m_depths.reserve(m_files.size());
    for (const auto index : std::as_const(order)) {
        m_depths.append(folded[index].count(u'/'));
        sorted.append(std::move(m_files[index]));
        m_folded.append(std::move(folded[index]));
    }
    m_files = std::move(sorted);
}

void ImageContents::findEmulatedDisk()
{
    const auto size = m_image.size();
    for (const auto &image : bootImages()) {
        const auto &extent = image.extent;
        const bool isDisk = image.platform == BootImage::Platform::Bios && image.bootable
            && image.media != BootImage::Media::NoEmulation;
        if (!isDisk || extent.offset >= size)
            continue;
        m_boot = {u"benchboot-boot.img"_s, {{extent.offset, std::min(extent.length, size - extent.offset)}}};
        return;
    }
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
        return isTree() ? nullptr : &m_image;
    if (path == emulatedDisk)
        return m_boot.path.isEmpty() ? nullptr : &m_boot;
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
    // Only what begins with the pattern's fixed part, and lies as deep, needs to be looked at.
    const auto prefix = pattern.left(fixed).toCaseFolded();
    const auto expression = expressionOf(pattern.toCaseFolded());
    const auto literal = longestLiteral(pattern.toCaseFolded());
    const auto depth = pattern.contains(u"**"_s) ? -1 : pattern.count(u'/');
    QList<GlobMatch> matches;
    for (auto at = std::lower_bound(m_folded.begin(), m_folded.end(), prefix);
         at != m_folded.end() && at->startsWith(prefix); ++at) {
        const auto index = at - m_folded.begin();
        if ((depth >= 0 && m_depths[index] != depth) || !at->contains(literal))
            continue;
        const auto match = expression.match(*at);
        if (match.hasMatch())
            matches.append({&m_files[index], capturedIn(match, m_files[index].path, *at)});
    }
    sortByVersion(matches);
    return matches;
}

bool ImageContents::enterOnlyFolder()
{
    const auto end = m_files.isEmpty() ? -1 : m_files.first().path.indexOf(u'/');
    const auto prefix = end < 0 ? QString() : m_files.first().path.first(end + 1);
    const bool isOnly
        = std::ranges::all_of(m_files, [&prefix](const ContentFile &file) { return file.path.startsWith(prefix); });
    if (prefix.isEmpty() || !isOnly)
        return false;
    for (auto &file : m_files)
        file.path.remove(0, prefix.size());
    // They stay in order.
    for (auto &folded : m_folded)
        folded.remove(0, prefix.toCaseFolded().size());
    for (auto &depth : m_depths)
        --depth;
    return true;
}

QByteArray ImageContents::head(const ContentFile &file, qint64 limit) const
{
    return readExtents(descriptor(), file.extents, 0, limit);
}

} // namespace Benchboot
