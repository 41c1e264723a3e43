// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagetree.h"

namespace Benchboot {

/// Reads the names of a disc: ISO 9660, UDF, or of a bridge disc, which is both, the side with more files; where they have as many, ISO, since
/// it has the links (Rock Ridge), unless its names are cut short. On discs of Windows the ISO side only holds a text that says to look at the other one.
/// \param name  what error sentences call the image.
/// \return as of readIso() and readUdf().
[[nodiscard]] Result<ImageTree> readDisc(int descriptor, const QString &name, const TreeLimits &limits = {});

} // namespace Benchboot
