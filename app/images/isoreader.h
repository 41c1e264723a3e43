// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagetree.h"

namespace Benchboot {

/// Whether a primary volume descriptor stands where ISO 9660 wants it (ECMA-119 §8.4).
[[nodiscard]] bool isIso(int descriptor);

/// Reads the names of the ISO in \a descriptor with libisofs.
/// \param name  what error sentences call the image.
/// \return Truncated, Malformed (damaged, or a name that is unsafe or twice there), or LimitExceeded.
[[nodiscard]] Result<ImageTree> readIso(int descriptor, const QString &name, const TreeLimits &limits = {});

} // namespace Benchboot
