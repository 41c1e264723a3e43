// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/isofixture.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Benchboot::Tests {

/// Packs the file or folder \a name of the folder \a folder with the tool that people use for it, into a file beside it.
/// \param kind  "gz", "bz2", "xz", "zst", "zip", "7z", "7z, plain list" (of names), "tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "cab" or "rar".
/// \return the path of what was made.
[[nodiscard]] QString pack(const QString &kind, const QString &folder, const QStringList &names);

/// A RAR 5 archive that stores \a files, name and content, since there is no free program that makes one.
[[nodiscard]] QByteArray rarArchive(const QList<std::pair<QString, QByteArray>> &files, bool isVolume = false);

/// The CRC-32 of \a bytes as it stands in archives: four bytes, little-endian.
[[nodiscard]] QByteArray checksum(QByteArrayView bytes);

/// A floppy image with a FAT file system and \a file in it.
void makeFloppy(const QString &image, const QString &file);

} // namespace Benchboot::Tests
