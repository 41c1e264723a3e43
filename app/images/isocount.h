// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagetree.h"

namespace Benchboot {

/// How many files (and links) the ISO 9660 tree of plain names has (ECMA-119 §9.1), by a look at nothing but its folders: much quicker than
/// readIso(), which is asked for everything else.
/// \return Malformed, Truncated, LimitExceeded, Io; an answer says nothing of what readIso() makes of the image.
[[nodiscard]] Result<qint64> countIsoFiles(int descriptor, const QString &name, const TreeLimits &limits = {});

/// Whether names are there as they were given, by Rock Ridge (SUSP 1.12 §5.3) or Joliet, and not only in capitals and cut to eight letters and three.
[[nodiscard]] bool hasLongIsoNames(int descriptor);

} // namespace Benchboot
