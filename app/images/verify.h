// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageimport.h"

#include <stop_token>

namespace Benchboot {

/// Where the bytes of an image's files are.
struct FilePlaces
{
    QString folder; ///< of those without extents
    QString image; ///< the image file that holds those with extents; empty: there are none
};

/// Reads all of \a file and compares it with the SHA-256 that it has, and with every checksum that is expected of it.
/// \param read  called with the number of bytes of each step (1 MiB at most).
/// \return its SHA-256 in lower-case hex; Mismatch where size or contents differ, NotFound, Io; Cancelled soon after \a stop was requested.
/// Any thread.
[[nodiscard]] Result<QString> checkFile(const FilePlaces &places, const ImageFile &file,
                                        const std::function<void(qint64)> &read = {}, const std::stop_token &stop = {});

/// The image file \a path as a whole as a file of its own, of which \a sums are expected. NotFound, AccessDenied, Io.
[[nodiscard]] Result<ImageFile> wholeImage(const QString &path, const QList<ExpectedSum> &sums);

} // namespace Benchboot
