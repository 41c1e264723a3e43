// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageworker.h"
#include "images/recipebook.h"

namespace Benchboot {

/// Called now and then (at most every 100 ms) from the thread that called.
using ProgressCallback = std::function<void(const ImageProgress &)>;

/// Called once, when it is known what will be copied (facts without hashes and extents). \return whether to go on.
using RecognisedCallback = std::function<bool(const ImageFacts &)>;

/// Says what is in \a task.file. Reads hostile data: use ImageWorker, unless this *is* the worker.
/// \return facts without hashes and extents; or NotRecognised, Truncated, Malformed, LimitExceeded, NotFound, AccessDenied, Io;
/// of packed images also Unsupported and NoSpace.
[[nodiscard]] Result<ImageFacts> inspectImage(const ImageTask &task, const RecipeBook &book,
                                              const ProgressCallback &progress = {});

/// Compares the image with \a task.sums, copies the files that the recipe takes to \a task.stagingFolder, hashes them, compares the system's
/// own checksums, and flushes all to disk. Of a linked image nothing is copied or hashed: the facts tell the files' extents and what is to be
/// compared instead. It cannot be stopped but by ending the process.
/// \return as inspectImage(), with hashes; Unsupported for a packed image that shall be linked, before anything is unpacked; or NoSpace (found before, or while copying), Mismatch (a checksum), AlreadyExists; Cancelled where
/// \a recognised said no.
[[nodiscard]] Result<ImageFacts> importImage(const ImageTask &task, const RecipeBook &book,
                                             const ProgressCallback &progress = {},
                                             const RecognisedCallback &recognised = {});

} // namespace Benchboot
