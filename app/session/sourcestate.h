// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "lab/lab.h"

#include <optional>

namespace Benchboot {

/// What is wrong with the image file that a linked image is served out of: NotFound (it was moved or deleted, or its drive is not connected) or
/// Mismatch (its size or its time of change is not that of the import), with a sentence that names it. None where all is well, and of extracted
/// images. Asks the file system, which may take its time where that is a network drive. Any thread.
[[nodiscard]] std::optional<Error> sourceTrouble(const LabImage &image);

} // namespace Benchboot
