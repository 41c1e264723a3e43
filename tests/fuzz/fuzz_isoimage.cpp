// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/bootcatalog.h"
#include "images/isoreader.h"

#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

/// A file in memory, so that no disk slows the fuzzer down.
int memoryFile()
{
    static const int descriptor = ::memfd_create("image", 0);
    if (descriptor < 0)
        std::abort();
    return descriptor;
}

} // namespace

/// libisofs itself loses a few bytes when it gives a damaged image up half-way. That ends with the import worker's process; what healthy images
/// cost is watched by the unit tests under LeakSanitizer, which has no exception there.
extern "C" const char *__lsan_default_suppressions() { return "leak:libisofs.so\n"; }

/// The input stands for the blocks of an ISO from its volume descriptors on: 16 blocks of zeros come before it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr off_t start = 16 * 2048;
    const int descriptor = memoryFile();
    if (::ftruncate(descriptor, 0) != 0 || ::ftruncate(descriptor, start + off_t(size)) != 0
        || ::pwrite(descriptor, data, size, start) != ssize_t(size))
        std::abort();
    const TreeLimits limits{.entries = 1000, .depth = 16, .blocks = 5000, .time = std::chrono::milliseconds(2000)};
    if (const auto contents = readIso(descriptor, u"x.iso"_s, limits)) {
        for (const auto &entry : contents->entries) {
            const auto parts = entry.path.split(u'/');
            if (parts.contains(u".."_s) || parts.contains(QString()) || entry.path.contains(QChar::Null))
                std::abort();
            for (const auto &extent : entry.extents) {
                if (extent.offset < 0 || extent.length <= 0 || extent.offset + extent.length > start + qint64(size))
                    std::abort();
            }
        }
        (void)parseBootCatalog(contents->bootCatalog);
    }
    return 0;
}
