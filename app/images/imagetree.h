// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"
#include "core/error.h"

#include <QByteArray>
#include <QSet>

#include <chrono>
#include <optional>

namespace Benchboot {

/// Ceilings for reading an image's names. They are far above what real systems hold.
struct TreeLimits
{
    int entries = 200'000;
    int depth = 64; ///< folders inside folders
    qint64 blocks = 2'000'000; ///< 2,048-byte blocks of descriptors and folders that are read
    std::chrono::milliseconds time{20'000};
    qint64 extents = 1'000'000; ///< runs of bytes that all files together consist of
};

/// One name in an image.
struct TreeEntry
{
    enum class Type : quint8 { Folder, File, SymLink };

    QString path; ///< relative, '/' between components; every component is safe as a file name
    Type type = Type::File;
    QList<Extent> extents; ///< File: where its bytes lie in the image
    QString target; ///< SymLink: as recorded, not safe
    qint64 modified = 0; ///< seconds since 1970
};

/// What a raw image of a drive says of itself.
struct DiskFacts
{
    bool isFloppy = false; ///< its size is that of a floppy disk; otherwise it is a hard disk or USB stick
    bool hasBootCode = false; ///< its first sector has what a BIOS starts

    friend bool operator==(const DiskFacts &, const DiskFacts &) = default;
};

/// What a reader of one kind of container finds.
struct ImageTree
{
    QString label;
    QList<TreeEntry> entries; ///< a folder stands before what it holds
    QByteArray bootCatalog; ///< El Torito; empty: none
    std::optional<DiskFacts> disk; ///< raw images of drives only
};

/// Whether \a name can be one component of a path: not empty, not "." or "..", without '/' and NUL.
[[nodiscard]] bool isSafeName(QStringView name);
[[nodiscard]] bool isSafeName(QLatin1StringView name); ///< or bytes in any encoding that has ASCII in it

/// Whether \a path is one of the files by which PCs start a disk or disc, or that tell their boot loaders what to do.
[[nodiscard]] bool isBootFile(const QString &path);

/// Collects the names that a reader finds, and refuses the same for every container: unsafe names, two equal names in one folder, a file that
/// is a folder elsewhere, too many names or extents, too many folders inside each other.
class TreeBuilder
{
public:
    /// \param image  what error sentences call the image.
    TreeBuilder(QString image, const TreeLimits &limits) : m_image(std::move(image)), m_limits(limits) { }

    /// Adds \a entry, and the folders above it that are not there yet. A folder may come more than once.
    /// \return Malformed or LimitExceeded.
    [[nodiscard]] Result<void> add(TreeEntry entry);

    [[nodiscard]] QList<TreeEntry> takeEntries() { return std::move(m_entries); }

private:
    [[nodiscard]] Result<void> addFolders(const QString &path, qint64 modified);
    [[nodiscard]] Result<void> append(TreeEntry entry);
    [[nodiscard]] std::unexpected<Error> twice(const QString &path) const;

    QString m_image;
    TreeLimits m_limits;
    QList<TreeEntry> m_entries;
    QSet<QString> m_folders;
    QString m_lastFolder; ///< of them, the one that was filled last
    QSet<QString> m_files; ///< and links
    qint64 m_extents = 0;
};

/// For an image with a name that is not safe.
[[nodiscard]] Error unsafeNameError(const QString &image, const QString &name);
/// For an image with more names than TreeLimits::entries.
[[nodiscard]] Error tooManyFilesError(const QString &image, const TreeLimits &limits);
/// For an image whose files lie in more pieces than TreeLimits::extents.
[[nodiscard]] Error tooScatteredError(const QString &image, const TreeLimits &limits);
/// For an image with more folders inside each other than TreeLimits::depth.
[[nodiscard]] Error tooDeepError(const QString &image, const TreeLimits &limits);

} // namespace Benchboot
