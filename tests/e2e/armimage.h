// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/rescueimage.h"

namespace Benchboot::E2e {

/// A user's recipe for the disc of makeArmImage().
[[nodiscard]] QByteArray armRecipe();

/// Makes a disc for 64-bit ARM in \a folder: kernel and initrd of Debian's installer, another initrd behind them that
/// takes over (arm-init.sh), and payload.dat of \a payloadBytes, which it fetches.
[[nodiscard]] Result<RescueImage> makeArmImage(const QString &folder, qint64 payloadBytes);

} // namespace Benchboot::E2e
