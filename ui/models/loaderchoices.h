// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/servedlab.h"
#include "session/loaderkind.h"

#include <QHash>
#include <QStringList>

/// Which loaders a kind of PC can be given, and how the window names them.
namespace Benchboot::LoaderChoices {

/// The names of those of \a found that PCs of \a kind can run, sorted; without those that are only ever loaded by another one. Reads the first
/// bytes of each file.
[[nodiscard]] QStringList fitting(const QHash<QString, ServedFile> &found, LoaderKind kind);

[[nodiscard]] QString shownName(const QString &loader); ///< "x64-sb/snponly.efi (Secure Boot)"
[[nodiscard]] QString kindText(LoaderKind kind); ///< "UEFI x64"; empty: Unknown

} // namespace Benchboot::LoaderChoices
