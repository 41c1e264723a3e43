// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzedimage.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot::Fuzz {
namespace {

constexpr size_t sectorSize = 512;
constexpr uint32_t maxSectors = (1 << 18) - 1;

uint32_t number(Input bytes)
{
    return uint32_t(bytes[0]) | uint32_t(bytes[1]) << 8 | uint32_t(bytes[2]) << 16 | uint32_t(bytes[3]) << 24;
}

} // namespace

TreeLimits limits()
{
    return {.entries = 1000, .depth = 16, .blocks = 5000, .time = std::chrono::milliseconds(2000), .extents = 20'000};
}

int imageOfSize(qint64 size)
{
    static const int descriptor = ::memfd_create("image", 0);
    if (descriptor < 0 || ::ftruncate(descriptor, 0) != 0 || ::ftruncate(descriptor, size) != 0)
        std::abort();
    return descriptor;
}

void put(int image, qint64 offset, Input bytes)
{
    if (::pwrite(image, bytes.data(), bytes.size(), offset) != ssize_t(bytes.size()))
        std::abort();
}

int sparseImage(Input input, void (*fix)(std::span<uint8_t>))
{
    if (input.size() < 4)
        return imageOfSize(0);
    const auto sectors = number(input) & maxSectors;
    const int image = imageOfSize(qint64(sectors * sectorSize));
    for (auto rest = input.subspan(4); rest.size() >= 4 + sectorSize; rest = rest.subspan(4 + sectorSize)) {
        std::array<uint8_t, sectorSize> sector{};
        std::ranges::copy(rest.subspan(4, sectorSize), sector.begin());
        if (fix)
            fix(sector);
        if (const auto at = number(rest); at < sectors)
            put(image, qint64(at * sectorSize), sector);
    }
    return image;
}

void check(const Result<ImageTree> &tree, int image)
{
    if (!tree) {
        if (tree.error().detail.isEmpty())
            std::abort();
        return;
    }
    struct stat status{};
    ::fstat(image, &status);
    qint64 extents = 0;
    for (const auto &entry : tree->entries) {
        const auto parts = entry.path.split(u'/');
        if (!std::ranges::all_of(parts, [](const QString &part) { return isSafeName(part); }))
            std::abort();
        for (const auto &extent : entry.extents) {
            if (extent.offset < 0 || extent.length <= 0 || extent.offset > status.st_size
                || extent.length > status.st_size - extent.offset)
                std::abort();
        }
        extents += entry.extents.size();
    }
    if (tree->entries.size() > limits().entries || extents > limits().extents)
        std::abort();
}

} // namespace Benchboot::Fuzz
