// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/discreader.h"

#include "images/isocount.h"
#include "images/isoreader.h"
#include "images/udfreader.h"

namespace Benchboot {

Result<ImageTree> readDisc(int descriptor, const QString &name, const TreeLimits &limits)
{
    if (!isUdf(descriptor))
        return readIso(descriptor, name, limits);
    if (!isIso(descriptor))
        return readUdf(descriptor, name, limits);
    // Counting costs a tenth of reading, so only one side is read.
    const auto udfFiles = countUdfFiles(descriptor, name, limits);
    const auto isoFiles = countIsoFiles(descriptor, name, limits);
    const bool hasAsMany = udfFiles && isoFiles && *isoFiles == *udfFiles;
    const bool showsIso = !udfFiles || (hasAsMany ? hasLongIsoNames(descriptor) : isoFiles && *isoFiles > *udfFiles);
    // Windows's ISO side is whole where the disc is not.
    if (!udfFiles && udfFiles.error().code == Error::Code::Truncated)
        return std::unexpected(udfFiles.error());
    auto chosen = showsIso ? readIso(descriptor, name, limits) : readUdf(descriptor, name, limits);
    if (chosen || (!showsIso && chosen.error().code == Error::Code::Truncated))
        return chosen;
    auto other = showsIso ? readUdf(descriptor, name, limits) : readIso(descriptor, name, limits);
    return other ? other : chosen;
}

} // namespace Benchboot
