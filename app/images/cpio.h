// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Benchboot {

/// A file of an initramfs.
struct CpioFile
{
    QString path; ///< relative, '/' between components
    quint32 mode = 0644; ///< permission bits
    QByteArray content;

    friend bool operator==(const CpioFile &, const CpioFile &) = default;
};

/// Whether \a path can stand in an archive: one that is, or lies in, the name that marks an archive's end would end it.
[[nodiscard]] bool isPackable(QStringView path);

/// \a files, and the folders that they lie in, as a cpio archive in the form that Linux unpacks ("newc", Documentation/driver-api/early-userspace/
/// buffer-format.rst). All belongs to root and has no time, so equal files make equal archives. Its length is a multiple of 512 bytes, so that
/// other archives can follow. Their paths must be packable.
[[nodiscard]] QByteArray cpioArchive(const QList<CpioFile> &files);

/// The files below \a folder, sorted by path: with mode 0755 if they begin with "#!", else 0644.
/// \return NotFound where the folder is missing or empty; LimitExceeded above 1 MiB; InvalidArgument for a path that is not packable; Io.
[[nodiscard]] Result<QList<CpioFile>> overlayFiles(const QString &folder);

} // namespace Benchboot
