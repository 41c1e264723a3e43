// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/peimage.h"
#include "session/loaderfacts.h"
#include "session/loaderimport.h"

#include <cstdlib>

using namespace Benchboot;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

/// What a technician may import: a loader, or iPXE's release as a tar archive.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    if (const auto image = parsePeImage(bytes)) {
        require(image->sections.size() <= 96);
        for (const auto &section : image->sections)
            require(sectionOf(bytes, *image, section.name).size() <= bytes.size());
    }
    const auto facts = scanLoader(bytes);
    require(facts.size == bytes.size() && facts.version.size() <= 60);
    if (const auto loaders = loadersInRelease(bytes.toByteArray())) {
        for (const auto &loader : *loaders)
            require(!loader.name.contains(QStringLiteral("..")) && loader.bytes.size() <= bytes.size());
    }
    return 0;
}
