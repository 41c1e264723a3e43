// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/bootcatalog.h"
#include "images/bootheader.h"
#include "images/sums.h"

#include <cstdlib>

using namespace Benchboot;
using namespace Qt::StringLiterals;

/// The small readers of the images part share one target: their formats tell them apart.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    (void)parseBootHeader(bytes);
    for (const auto &image : parseBootCatalog(bytes)) {
        if (image.extent.offset < 0 || image.extent.length < 0)
            std::abort();
    }
    if (const auto hash = checksumFor(bytes, u"md5"_s, u"x.dat"_s); hash && hash->size() != 32)
        std::abort();
    return 0;
}
