// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Benchboot {

/// Shows the window until it is closed. Needs a QApplication. \return the exit status
[[nodiscard]] int runWindow();

} // namespace Benchboot
