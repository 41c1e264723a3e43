// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"
#include "services/networkcard.h"

namespace Benchboot {

/// The card that this lab would be served on: the setting's, else the best of cardChoices(), else loopback.
/// Makes a few system calls.
[[nodiscard]] NetworkCard likelyCard(const Lab &lab);

} // namespace Benchboot
