// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

/// What discs and floppies with HDT are made of.
namespace Benchboot::E2e {

/// What HDT says at its end, with a number of this run in it.
[[nodiscard]] QByteArray newHdtWords();
/// A menu for SYSLINUX that starts HDT by itself. \param moduleNames  the disc's modules.alias; empty: none.
[[nodiscard]] QByteArray hdtMenu(const QByteArray &words, const QByteArray &moduleNames);
/// Copies HDT and its libraries into \a folder.
[[nodiscard]] Result<void> addHdt(const QString &folder);

} // namespace Benchboot::E2e
