// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzedimage.h"
#include "images/bootcatalog.h"
#include "images/isocount.h"
#include "images/isoreader.h"

using namespace Benchboot;
using namespace Qt::StringLiterals;

/// libisofs itself loses a few bytes when it gives a damaged image up half-way. That ends with the import worker's process; what healthy images
/// cost is watched by the unit tests under LeakSanitizer, which has no exception there.
extern "C" const char *__lsan_default_suppressions() { return "leak:libisofs.so\n"; }

/// The input stands for the blocks of an ISO from its volume descriptors on: 16 blocks of zeros come before it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qint64 start = 16 * 2048;
    const int image = Fuzz::imageOfSize(start);
    Fuzz::put(image, start, {data, size});
    (void)countIsoFiles(image, u"x.iso"_s, Fuzz::limits());
    const auto tree = readIso(image, u"x.iso"_s, Fuzz::limits());
    Fuzz::check(tree, image);
    if (tree)
        (void)parseBootCatalog(tree->bootCatalog);
    return 0;
}
