// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourcestate.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Benchboot {

std::optional<Error> sourceTrouble(const LabImage &image)
{
    if (!image.linked)
        return std::nullopt;
    const QFileInfo source(image.sourceFile);
    if (!source.exists()) {
        return Error{
            Error::Code::NotFound,
            u"The image file %1 is not there any more. Connect its drive, or import it again"_s.arg(image.sourceFile)};
    }
    if (source.size() != image.sourceSize || source.lastModified().toMSecsSinceEpoch() != image.sourceModifiedMs) {
        return Error{Error::Code::Mismatch,
                     u"The image file %1 has changed since it was linked. Import it again"_s.arg(image.sourceFile)};
    }
    return std::nullopt;
}

} // namespace Benchboot
