// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Benchboot {

/// The MAC address of PCs that are only played by the self-check, by which nobody takes one for a real PC or learns from it. Locally administered.
inline constexpr char rehearsalMac[] = "02:42:65:6e:63:68";

} // namespace Benchboot
