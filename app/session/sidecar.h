// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"

namespace Benchboot {

/// Checksums of the image file \a image that lie beside it: `X.iso.sha256` (or .sha512, .md5, after the whole name or instead of its suffix), and
/// files such as SHA256SUMS or md5sum.txt that name it. Reads 1 MiB of each at most; any thread.
/// \return the strongest one; empty: there is none.
[[nodiscard]] QList<ExpectedSum> sumsBeside(const QString &image);

} // namespace Benchboot
