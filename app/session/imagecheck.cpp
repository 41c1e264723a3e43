// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/imagecheck.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Benchboot {

Result<void> checkImage(const LabStore &store, const LabImage &image, const ProgressCallback &progress,
                        const std::stop_token &stop)
{
    if (!image.linked)
        return verifyFiles(store.imageFolder(image.id), image.facts.files, progress, stop);
    const QFileInfo source(image.sourceFile);
    if (!source.exists()) {
        return fail(
            Error::Code::NotFound,
            u"The image file %1 is not there any more. Connect its drive, or import it again"_s.arg(image.sourceFile));
    }
    if (source.size() != image.sourceSize || source.lastModified().toMSecsSinceEpoch() != image.sourceModifiedMs)
        return fail(Error::Code::Mismatch,
                    u"The image file %1 has changed since it was linked. Import it again"_s.arg(image.sourceFile));
    // Linking reads nothing of the image, so there are no checksums: that it is unchanged is all that can be said.
    return {};
}

} // namespace Benchboot
