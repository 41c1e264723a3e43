// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzedimage.h"
#include "images/diskreader.h"

using namespace Benchboot;
using namespace Qt::StringLiterals;

/// Partition tables and FAT volumes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const int image = Fuzz::sparseImage({data, size});
    (void)isDisk(image);
    Fuzz::check(readDisk(image, u"x.img"_s, Fuzz::limits()), image);
    return 0;
}
