// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace Benchboot::E2e {

/// A hard disk of 16 MiB that a BIOS can start: its boot sector reads a sector near the end through the BIOS, and
/// says what stands there on the serial line.
struct SanDisk
{
    QString path; ///< of an ISO with disk.img in it
    QByteArray nonce;
};

/// A user's recipe for the disc of makeSanDisk().
[[nodiscard]] QByteArray sanDiskRecipe();
[[nodiscard]] Result<SanDisk> makeSanDisk(const QString &folder);

} // namespace Benchboot::E2e
