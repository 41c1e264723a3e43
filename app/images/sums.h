// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Benchboot {

/// Looks up a file in the output of md5sum, sha256sum or sha512sum ("HASH  NAME" or "HASH *NAME", '#' comments).
/// \param type  "md5", "sha256" or "sha512": other hash lengths do not count.
/// \param path  compared by its last component, without case; of several lines the one whose whole path fits wins.
/// \return the hash in lower-case hex.
[[nodiscard]] std::optional<QString> checksumFor(QByteArrayView sums, const QString &type, const QString &path);

} // namespace Benchboot
