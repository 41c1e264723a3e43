// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"
#include "core/error.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <optional>

namespace Benchboot {

/// Looks up a file in the output of md5sum, sha256sum or sha512sum ("HASH  NAME" or "HASH *NAME", '#' comments), or of the BSD programs
/// ("SHA256 (NAME) = HASH").
/// \param type  "md5", "sha256" or "sha512": other hash lengths do not count.
/// \param path  compared by its last component, without case; of several lines the one whose whole path fits wins.
/// \return the hash in lower-case hex.
[[nodiscard]] std::optional<QString> checksumFor(QByteArrayView sums, const QString &type, const QString &path);

/// Every checksum of \a type in \a sums by the lower-case path that it is said to be of, without a "./" in front.
[[nodiscard]] QHash<QString, QString> allChecksums(QByteArrayView sums, const QString &type);

/// The only checksum in \a sums, whatever file it is said to be of, or with no name at all. None where there are several.
[[nodiscard]] std::optional<QString> onlyChecksum(QByteArrayView sums, const QString &type);

/// Mismatch: \a path has not the checksum that \a sum says.
[[nodiscard]] Error damagedError(const QString &path, const ExpectedSum &sum);

} // namespace Benchboot
