// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagetree.h"

#include <cstdint>
#include <span>

namespace Benchboot::Fuzz {

using Input = std::span<const uint8_t>;

/// What a reader is given: smaller than in earnest, so that an endless input is found out within the fuzzer's own limits.
[[nodiscard]] TreeLimits limits();

/// An empty file of \a size bytes in memory, so that no disk slows the fuzzer down. The same each time.
[[nodiscard]] int imageOfSize(qint64 size);

/// Writes \a bytes at \a offset.
void put(int image, qint64 offset, Input bytes);

/// An image that is mostly zeros. \a input: its size in sectors of 512 bytes (4 bytes, little-endian, 2^18 − 1 at most), then any number of
/// sectors, each a number (4 bytes) and 512 bytes. sparse.py makes such inputs of images.
/// \param fix  is called with each sector before it is written.
[[nodiscard]] int sparseImage(Input input, void (*fix)(std::span<uint8_t> sector) = nullptr);

/// Aborts where \a tree has unsafe names, a file outside of \a image, or more than limits() allows.
void check(const Result<ImageTree> &tree, int image);

} // namespace Benchboot::Fuzz
