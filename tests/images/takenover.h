// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/breakouts.h"

#include <optional>

namespace Benchboot::Tests {

namespace TakenOver {
constexpr int denied = 1; ///< exit status
constexpr int odd = 2; ///< the sandbox was not entered, or not whole
} // namespace TakenOver

[[nodiscard]] const Breakout *findAttempt(QByteArrayView name); ///< null: there is none

/// What the test binary does when it is started as
///   --image-worker                            the importer;
///   --import-without MEANS                    the importer on a kernel that lacks "landlock", "seccomp" or both;
///   --means-without MEANS                     says what sandboxMeans() finds there;
///   --try NAME FENCE USER FOLDER              one attempt, by USER, in the sandbox for an import on FOLDER ("fenced"), for an inspection
///                                             ("inspecting"), or in none ("free").
/// \return its exit status; none: it is started as itself.
[[nodiscard]] std::optional<int> actAsImporter(int argc, char **argv);

} // namespace Benchboot::Tests
