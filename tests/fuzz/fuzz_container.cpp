// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzedimage.h"
#include "images/imageopener.h"

#include <cstdlib>

#include <unistd.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;

/// The input is a packed image. Whatever is in it: what comes out is one image with a safe name, or files with safe names that lie in the spool.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto file = std::make_shared<const FileDescriptor>(::dup(Fuzz::imageOfSize(qint64(size))));
    Fuzz::put(file->get(), 0, {data, size});
    const Unpacking unpacking{.folder = u"/dev/shm"_s, .limits = {.bytes = 1 << 22, .anyRatio = 1 << 22}};
    auto image = openImage(file, u"x"_s, unpacking, Fuzz::limits());
    if (!image)
        Fuzz::check(std::unexpected(image.error()), file->get());
    else if (!isSafeName(image->name))
        std::abort();
    else if (image->tree)
        Fuzz::check(*image->tree, image->descriptor->get());
    return 0;
}
