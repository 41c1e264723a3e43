// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace Benchboot {
struct ImageTree;
}

namespace Benchboot::Tests {

/// Path and content of every file of an image; links and folders are left out.
using Files = QMap<QString, QByteArray>;

[[nodiscard]] Files filesOf(const QString &image, const ImageTree &tree); ///< as our readers found them

// The same by the programs that everybody unpacks with. An El Torito catalog, which some call a file and some do not, is none here.
[[nodiscard]] Files filesOfBsdtar(const QString &image);
[[nodiscard]] Files filesOfTar(const QString &archive); ///< GNU tar; not a packed one
[[nodiscard]] Files filesOfXorriso(const QString &image);
/// \param type  "iso", "udf", "fat", or an archive's kind as of pack(): what a stream packs is unpacked, too, where it is a tar archive.
[[nodiscard]] Files filesOfSevenZip(const QString &image, const QString &type);
[[nodiscard]] QByteArray streamOfSevenZip(const QString &packed); ///< what a stream packs, or an archive's one file
/// Of the FAT volume at \a start, in bytes.
[[nodiscard]] Files filesOfMtools(const QString &image, qint64 start = 0);
/// Paths as mdir lists them.
[[nodiscard]] QStringList pathsOfMdir(const QString &image, qint64 start = 0);

} // namespace Benchboot::Tests
