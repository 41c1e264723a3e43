// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagearchive.h"

#include <memory>
#include <optional>

namespace Benchboot {

/// A file of an image, or the image itself.
struct ContentFile
{
    QString path; ///< relative, as the image spells it
    QList<Extent> extents;

    [[nodiscard]] qint64 size() const { return totalLength(extents); }
    friend bool operator==(const ContentFile &, const ContentFile &) = default;
};

/// A file that a pattern was matched with.
struct GlobMatch
{
    const ContentFile *file = nullptr;
    QStringList captured; ///< what each `*` of the pattern stands for, as the image spells it
};

/// What recipes see of an image: a flat, sorted list of its files, found without regard to case. Symbolic links to files count as files;
/// those that lead nowhere, out of the image or round in circles are left out. Movable; files live as long as it does.
class ImageContents
{
public:
    /// Opens \a file, unpacks it where it is packed, and lists it. Errors as of ImageArchive::error().
    [[nodiscard]] static Result<ImageContents> open(const QString &file, Unpacking unpacking = {});

    [[nodiscard]] const QString &name() const { return m_name; } ///< file name of the image, for sentences
    [[nodiscard]] const QString &label() const { return m_archive->label(); }
    [[nodiscard]] bool isPacked() const { return m_archive->isPacked(); }
    [[nodiscard]] bool isBareProgram() const { return m_archive->isBareProgram(); }
    [[nodiscard]] const std::optional<DiskFacts> &disk() const { return m_archive->disk(); }
    [[nodiscard]] const QList<BootImage> &bootImages() const { return m_archive->bootImages(); }
    [[nodiscard]] int descriptor() const { return m_archive->descriptor()->get(); }
    [[nodiscard]] const QList<ContentFile> &files() const { return m_files; }
    [[nodiscard]] const ContentFile &image() const { return m_image; } ///< the image as a file; path: publishedName(); empty of a tree
    [[nodiscard]] bool isTree() const { return m_archive->isTree(); } ///< an archive of files: there is no image
    [[nodiscard]] qint64 size() const; ///< in bytes, of the image, or of all files of a tree

    /// The file at \a path, which is compared without case; null: none. "@image" is the image itself (of a tree: none), "@boot" what BIOSes start as an emulated
    /// floppy or hard disk (El Torito).
    [[nodiscard]] const ContentFile *find(const QString &path) const;

    /// Files whose whole path fits \a pattern (`*`, `?` and `[…]` within one component, `**` across folders), the highest version first
    /// ("vmlinuz-6.10" before "vmlinuz-6.9"). A pattern without these is a path as of find().
    [[nodiscard]] QList<GlobMatch> glob(const QString &pattern) const;

    /// Where all files lie below one folder: takes it for the root. \return whether there was one.
    bool enterOnlyFolder();

    /// The bytes [0, limit) of \a file.
    [[nodiscard]] QByteArray head(const ContentFile &file, qint64 limit) const;

private:
    explicit ImageContents(std::unique_ptr<ImageArchive> archive) : m_archive(std::move(archive)) { }
    [[nodiscard]] qint64 descriptorSize() const;
    void list(const KArchiveDirectory *folder, const QString &prefix);
    void sortFiles();
    void findEmulatedDisk();

    std::unique_ptr<ImageArchive> m_archive;
    QString m_name;
    ContentFile m_image;
    ContentFile m_boot; ///< without a path: there is none
    QList<ContentFile> m_files; ///< sorted like m_folded
    QList<QString> m_folded; ///< paths in lower case
    QList<qsizetype> m_depths; ///< how many folders each lies in
};

} // namespace Benchboot
