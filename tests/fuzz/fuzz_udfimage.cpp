// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzedimage.h"
#include "images/bootcatalog.h"
#include "images/udfreader.h"

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

/// Each descriptor tag begins with its kind and has a checksum of itself (ECMA-167 3/7.2), which mutations would seldom hit: it is put right, so
/// that what lies behind it is read. Tags stand at the beginning of a block, and those of names anywhere in a folder.
void fixTags(std::span<uint8_t> sector)
{
    constexpr size_t tagSize = 16;
    for (size_t at = 0; at + tagSize <= sector.size(); at += 4) {
        const auto tag = sector.subspan(at, tagSize);
        const auto kind = tag[0] | tag[1] << 8;
        const bool isTag = at == 0 ? (kind >= 1 && kind <= 9) || (kind >= 256 && kind <= 266)
                                   : kind == 257 && (tag[2] == 2 || tag[2] == 3) && tag[3] == 0;
        if (!isTag)
            continue;
        uint8_t sum = 0;
        for (size_t i = 0; i < tagSize; ++i)
            sum = uint8_t(sum + (i == 4 ? 0 : tag[i]));
        tag[4] = sum;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const int image = Fuzz::sparseImage({data, size}, fixTags);
    (void)isUdf(image);
    (void)countUdfFiles(image, u"x.udf"_s, Fuzz::limits());
    const auto tree = readUdf(image, u"x.udf"_s, Fuzz::limits());
    Fuzz::check(tree, image);
    if (tree)
        (void)parseBootCatalog(tree->bootCatalog);
    return 0;
}
