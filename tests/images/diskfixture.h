// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Benchboot::Tests {

/// A raw image of a floppy, disk or stick, made with sfdisk, mkfs.vfat and mtools.
class DiskFixture
{
public:
    /// \param path  of the image, which is \a kib KiB of zeros then.
    DiskFixture(QString path, qint64 kib);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// \param label  sfdisk's "dos" or "gpt". \param script  its lines; sectors have 512 bytes.
    void partition(const QString &label, const QByteArray &script) const;
    /// Makes a FAT volume of \a bits bits (12, 16, 32) in \a kib KiB from \a start (bytes) on, and copies all that lies in \a folder into it.
    void addVolume(int bits, qint64 start, qint64 kib, const QString &name, const QString &folder) const;
    void makeBootable() const; ///< puts something into the first sector that a BIOS would run

private:
    QString m_path;
};

} // namespace Benchboot::Tests
