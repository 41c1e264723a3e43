// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/bootcatalog.h"
#include "images/extentdevice.h"
#include "images/imageopener.h"
#include "images/isoreader.h"

#include <KArchive>
#include <KArchiveFile>

namespace Benchboot {

/// A file whose bytes lie unpacked inside the image.
class ImageArchiveFile final : public KArchiveFile
{
public:
    ImageArchiveFile(KArchive *archive, const QString &name, const QDateTime &date, SharedDescriptor image,
                     const QList<Extent> &extents);

    [[nodiscard]] const QList<Extent> &extents() const { return m_extents; }
    [[nodiscard]] QByteArray data() const override;
    [[nodiscard]] QIODevice *createDevice() const override; ///< an ExtentDevice; the caller owns it

private:
    SharedDescriptor m_image;
    QList<Extent> m_extents;
};

/// An image as a read-only KArchive: an ISO 9660 image as one tree of names (Rock Ridge where there is one, else Joliet, else the plain names
/// without `;1`), a UDF image, of a bridge disc the side with more files, a raw image of a drive (diskreader.h), or a single bare program (kernel, EFI program) as a tree with one file. A packed
/// image is unpacked first (imageopener.h); an archive that packs no image, but a system's files, is a tree itself.
///
/// Images are hostile: names that are empty, ".", ".." or hold '/', and two equal names in one folder, make open() fail, as do images that
/// are cut short, and images beyond the limits. Damage can still send libisofs astray: read foreign images in a worker (imageworker.h).
class ImageArchive final : public KArchive
{
public:
    explicit ImageArchive(const QString &fileName, const TreeLimits &limits = {}, Unpacking unpacking = {});
    ~ImageArchive() override;

    /// Why the last open() failed: Truncated, Malformed, LimitExceeded, NotRecognised (neither disc nor program), Unsupported (open for
    /// writing; what cannot be unpacked, or shall not be), NoSpace, NotFound, AccessDenied, Io.
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const QString &label() const { return m_label; } ///< volume label; empty for a bare program
    [[nodiscard]] const QList<BootImage> &bootImages() const { return m_bootImages; }
    [[nodiscard]] const SharedDescriptor &descriptor() const { return m_descriptor; } ///< of the image, unpacked; null until open
    [[nodiscard]] const QString &imageName() const { return m_imageName; } ///< file name of the image itself, e.g. within an archive
    [[nodiscard]] bool isPacked() const { return m_packed; }
    [[nodiscard]] bool isTree() const { return m_tree; } ///< an archive whose files are the system: there is no image
    [[nodiscard]] bool isBareProgram() const { return m_bare; }
    [[nodiscard]] const std::optional<DiskFacts> &disk() const { return m_disk; } ///< raw images of drives only

protected:
    bool createDevice(QIODevice::OpenMode mode) override;
    bool openArchive(QIODevice::OpenMode mode) override;
    bool closeArchive() override;
    // An image is never written; KArchive wants these all the same.
    bool doWriteDir(const QString &, const QString &, const QString &, mode_t, const QDateTime &, const QDateTime &,
                    const QDateTime &) override
    {
        return false;
    }
    bool doWriteSymLink(const QString &, const QString &, const QString &, const QString &, mode_t, const QDateTime &,
                        const QDateTime &, const QDateTime &) override
    {
        return false;
    }
    bool doPrepareWriting(const QString &, const QString &, const QString &, qint64, mode_t, const QDateTime &,
                          const QDateTime &, const QDateTime &) override
    {
        return false;
    }
    bool doFinishWriting(qint64) override { return false; }

private:
    bool refuse(Error error);
    bool openDisc(const QString &name);
    bool openProgram(const QString &name);
    bool openDisk(const QString &name);
    void addEntries(const QList<TreeEntry> &entries);
    void nameBootImages(const QList<TreeEntry> &entries);

    TreeLimits m_limits;
    Unpacking m_unpacking;
    Error m_error;
    QString m_label;
    QList<BootImage> m_bootImages;
    SharedDescriptor m_descriptor;
    QString m_imageName;
    bool m_packed = false;
    bool m_tree = false;
    bool m_bare = false;
    std::optional<DiskFacts> m_disk;
};

/// The name under which an image, or a bare program, is itself published: \a fileName's last component with every character but letters,
/// digits, '.', '_' and '-' replaced by '-'. Never empty, never starting with '.'.
[[nodiscard]] QString publishedName(const QString &fileName);

} // namespace Benchboot
