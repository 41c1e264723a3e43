// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace Benchboot::E2e {

/// Makes the file \a path, or replaces it.
[[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &content);
/// \a to must not exist.
[[nodiscard]] Result<void> copyFile(const QString &from, const QString &to);
/// The same, for everyone to run.
[[nodiscard]] Result<void> copyProgram(const QString &from, const QString &to);
/// Puts the file \a from behind what \a to holds.
[[nodiscard]] Result<void> appendFile(const QString &from, const QString &to);
/// \a size bytes; random ones in the first 32 MiB, a hole behind.
[[nodiscard]] Result<void> writeRandomFile(const QString &path, qint64 size);
/// Packs the folder \a tree as an initramfs, everything owned by root (cpio, gzip).
[[nodiscard]] Result<void> packInitramfs(const QString &tree, const QString &archive);
/// Makes the ISO \a path of the folder \a tree. \param more  further words for xorriso's mkisofs.
[[nodiscard]] Result<void> writeIso(const QString &path, const QString &tree, const QString &label,
                                    const QStringList &more = {});

} // namespace Benchboot::E2e
