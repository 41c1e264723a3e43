// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageplan.h"
#include "images/progresspacer.h"

namespace Benchboot {

/// Copies files out of an image into an empty folder: the calling thread copies (inside the kernel, where the file systems allow it), a second
/// thread reads what was written, hashes it and flushes it to disk.
/// \param image       descriptor of the image.
/// \param plan        its files get their SHA-256, its checks are compared.
/// \param imageName   what error sentences call the image.
/// \return NoSpace, Mismatch, AlreadyExists, Io.
[[nodiscard]] Result<void> copyFiles(int image, ImagePlan &plan, const QString &folder, const QString &imageName,
                                     ProgressPacer &pacer);

} // namespace Benchboot
