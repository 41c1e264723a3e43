// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageplan.h"
#include "images/progresspacer.h"

namespace Benchboot {

/// Copies files out of an image into an empty folder: the calling thread copies (inside the kernel, where the file systems allow it) and reads back
/// what was written; other threads hash it and flush it to disk (FileHasher).
/// \param image       descriptor of the image.
/// \param plan        its files get their SHA-256, its checks are compared.
/// \param imageName   what error sentences call the image.
/// \return NoSpace, Mismatch, AlreadyExists, Io.
[[nodiscard]] Result<void> copyFiles(int image, ImagePlan &plan, const QString &folder, const QString &imageName,
                                     ProgressPacer &pacer);

} // namespace Benchboot
