// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"

#include <QString>

/// How the window writes what it knows: in the user's language and number format.
namespace Benchboot::DisplayText {

[[nodiscard]] QString size(qint64 bytes); ///< "1.1 GB"
[[nodiscard]] QString part(qint64 bytes, qint64 total); ///< "1.9 of 4.1 GB", in the unit of the whole
[[nodiscard]] QString rate(double bytesPerSecond); ///< "61.2 MB/s"
[[nodiscard]] QString timeLeft(qint64 seconds); ///< "7 s left", "2:05 min left"; empty for −1

[[nodiscard]] QString sentence(const QString &detail); ///< \a detail in the user's language, with a full stop

[[nodiscard]] Firmwares firmwareOf(const LabImage &image); ///< what any of its entries boots on
[[nodiscard]] int memoryMiB(const LabImage &image); ///< that the most modest of its entries needs; 0: unknown
[[nodiscard]] QStringList firmwareBadges(Firmwares firmware); ///< "BIOS", "UEFI x64", …
[[nodiscard]] QString bootsOn(Firmwares firmware); ///< "BIOS, UEFI x64", "BIOS only", "All PCs", "No PC"
[[nodiscard]] QString menuIcon(LabMenuItem::Kind kind); ///< name for Icons::get()

} // namespace Benchboot::DisplayText
