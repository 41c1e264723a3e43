// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Benchboot::Tests {

/// Puts the name \a to in the place of each \a from in \a archive, which no packer would do, and makes its checksums right again.
/// \param kind  as of pack(): "zip", "7z, plain list", "tar" or "cab".
/// \param from  '/' between components.
/// \param to    as long as \a from; likewise.
[[nodiscard]] QByteArray renamedMember(const QString &kind, QByteArray archive, QByteArray from, QByteArray to);

} // namespace Benchboot::Tests
