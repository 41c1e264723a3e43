// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageplan.h"

namespace Benchboot {

/// Adds to \a plan what the lists in the image's own root (sha512sum.txt, sha256sum.txt, md5sum.txt and the like) say of the files that are
/// taken: of each file the strongest checksum. Files that the plan has a check of already are left as they are.
void addDiskSums(const ImageContents &contents, ImagePlan &plan);

} // namespace Benchboot
