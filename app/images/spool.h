// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/extentdevice.h"
#include "core/error.h"

namespace Benchboot {

/// How much may come out of a packed image, over all its layers. Far above what real images hold.
struct UnpackLimits
{
    qint64 bytes = qint64(64) << 30;
    qint64 anyRatio = qint64(8) << 30; ///< so many bytes may come out of however few
    qint64 ratio
        = 4000; ///< beyond that, so many for each byte of the packed file: an empty disk in an xz file has 7000
    int levels = 4; ///< containers inside each other
};

/// Where a packed image is unpacked to: keeps account of what may still be written, over all of its spools. One thread.
class SpoolSpace
{
public:
    /// \param folder      where the spools are made.
    /// \param inLab       the folder lies in the lab: what error sentences advise.
    /// \param image       what error sentences call the image.
    /// \param packedSize  in bytes, of the packed file.
    SpoolSpace(QString folder, bool inLab, QString image, qint64 packedSize, const UnpackLimits &limits = {});

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QString &image() const { return m_image; }
    /// Looks whether \a bytes more will fit, before they are unpacked. \return NoSpace or LimitExceeded.
    [[nodiscard]] Result<void> expect(qint64 bytes);
    /// Likewise at once before \a bytes are written, and counts them.
    [[nodiscard]] Result<void> take(qint64 bytes);
    [[nodiscard]] Error writeError(int systemError) const; ///< for an errno value

private:
    [[nodiscard]] Error noSpace(qint64 needed, qint64 free) const;

    QString m_folder;
    bool m_inLab;
    QString m_image;
    qint64 m_most; ///< bytes in total
    qint64 m_written = 0;
    qint64 m_unlooked = 0; ///< bytes that may be written before the file system is asked again
};

/// Bytes that were unpacked: a file without a name, which goes when it is closed, however this process ends. Movable; \a space must outlive it.
class Spool
{
public:
    /// \return AccessDenied, NoSpace or Io where no file can be made in the folder of \a space.
    [[nodiscard]] static Result<Spool> create(SpoolSpace &space);

    /// \return NoSpace, LimitExceeded or Io.
    [[nodiscard]] Result<void> append(QByteArrayView bytes);
    /// Appends all bytes of \a other. Errors as above.
    [[nodiscard]] Result<void> append(const Spool &other);
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] const SharedDescriptor &descriptor() const { return m_descriptor; }

private:
    Spool(SpoolSpace &space, SharedDescriptor descriptor) : m_space(&space), m_descriptor(std::move(descriptor)) { }

    SpoolSpace *m_space;
    SharedDescriptor m_descriptor;
    qint64 m_size = 0;
};

/// Makes the files in \a folder that the next \a count spools of this process take, for one that may make none later. Where that fails, they try
/// again, and say why. Not thread-safe.
void prepareSpools(const QString &folder, int count);

/// For large files that live as short as a command: $TMPDIR, or else /var/tmp, since /tmp is in memory on many systems.
[[nodiscard]] QString temporarySpoolFolder();

} // namespace Benchboot
