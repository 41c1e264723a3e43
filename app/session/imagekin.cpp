// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/imagekin.h"

#include "session/sourcestate.h"
#include "session/versionorder.h"

#include <algorithm>

namespace Benchboot {
namespace {

bool isSameLine(const ImageFacts &one, const ImageFacts &other)
{
    return one.recipe == other.recipe && one.name == other.name && one.edition == other.edition
        && one.architecture == other.architecture && one.language == other.language;
}

/// Whether both versions are known, and \a one comes before \a other.
bool isBefore(const ImageFacts &one, const ImageFacts &other)
{
    return !one.version.isEmpty() && !other.version.isEmpty() && compareVersions(one.version, other.version) < 0;
}

} // namespace

bool isSameSystem(const ImageFacts &one, const ImageFacts &other)
{
    const auto isSameFile = [](const ImageFile &a, const ImageFile &b) { return a.path == b.path && a.size == b.size; };
    return isSameLine(one, other) && one.version == other.version && one.label == other.label
        && std::ranges::equal(one.files, other.files, isSameFile);
}

std::optional<ImageKin> kinOf(const Lab &lab, const ImageFacts &facts, bool link)
{
    const LabImage *older = nullptr;
    for (const auto &image : lab.images()) {
        if (isSameSystem(image.facts, facts) && !(link && sourceTrouble(image)))
            return ImageKin{ImageKin::Kind::Same, image};
        if (isSameLine(image.facts, facts) && isBefore(image.facts, facts)
            && (!older || !isBefore(image.facts, older->facts)))
            older = &image;
    }
    return older ? std::optional(ImageKin{ImageKin::Kind::Older, *older}) : std::nullopt;
}

} // namespace Benchboot
