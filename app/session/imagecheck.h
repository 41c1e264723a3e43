// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/verify.h"
#include "lab/labstore.h"

namespace Benchboot {

/// Hashes the files of \a image again and compares them with the checksums taken at import; of a linked image, whose import read nothing, it sees
/// that the image file is unchanged. Reads all of it: minutes on slow disks. Any thread.
/// \return Mismatch, NotFound or Io with a sentence that names the file; Cancelled after \a stop.
[[nodiscard]] Result<void> checkImage(const LabStore &store, const LabImage &image,
                                      const ProgressCallback &progress = {}, const std::stop_token &stop = {});

} // namespace Benchboot
