// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Benchboot {

/// A size for a sentence, in decimal units with at most one digit after the point: "512 bytes", "3.1 GB".
[[nodiscard]] QString sizeText(qint64 bytes);

/// Two sizes in the unit of the larger one: "1.9 of 4.1 GB".
[[nodiscard]] QString partText(qint64 part, qint64 whole);

} // namespace Benchboot
