// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/verify.h"
#include "lab/labstore.h"

namespace Benchboot {

/// Whether files of \a image were not read yet: true of a linked image until its check is through.
[[nodiscard]] bool isUnchecked(const LabImage &image);
[[nodiscard]] qint64 uncheckedBytes(const LabImage &image); ///< how much is to be read for that

/// Which files checkImage() reads.
enum class CheckScope {
    Everything,
    Unchecked, ///< those that have no checksum yet
};

/// Reads files of \a image, minutes on slow disks, and compares them with their SHA-256 taken at import. Files of a linked image have none at
/// first: these are compared with the system's own checksums, as is the image file with the one that lay beside it, and what is found goes into
/// the lab now and then, so that a check that was broken off goes on where it was. Any thread.
/// \return Mismatch, NotFound or Io with a sentence that names the file; what else LabStore::change() says; Cancelled after \a stop.
[[nodiscard]] Result<void> checkImage(const LabStore &store, const LabImage &image, CheckScope scope,
                                      const ProgressCallback &progress = {}, const std::stop_token &stop = {});

} // namespace Benchboot
