// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagetree.h"
#include "images/spool.h"

#include <functional>

namespace Benchboot {

/// How a packed image is to be unpacked.
struct Unpacking
{
    QString folder; ///< where it goes to, as a file without a name; empty: temporarySpoolFolder()
    bool inLab = false; ///< that folder lies in the lab
    bool refuse = false; ///< not at all: the image is to be served out of its file
    std::function<void(qint64, qint64)> progress; ///< packed bytes that were read, and all of them; called often
    UnpackLimits limits;
};

/// An image file, unpacked where it was packed.
struct OpenedImage
{
    SharedDescriptor descriptor; ///< to read from
    QString name; ///< of the image itself
    bool isPacked = false;
    std::optional<ImageTree>
        tree; ///< of an archive that is no image's packing, but the system itself; extents of `descriptor`
};

/// Unpacks \a file until there is an image, or a tree of files, at most UnpackLimits::levels times.
/// \param name  of the file.
/// \return as of unpackArchive(); Unsupported where \a unpacking refuses; LimitExceeded.
[[nodiscard]] Result<OpenedImage> openImage(const SharedDescriptor &file, const QString &name,
                                            const Unpacking &unpacking, const TreeLimits &limits);

} // namespace Benchboot
