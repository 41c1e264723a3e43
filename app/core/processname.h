// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Benchboot {

/// The program that runs as process \a id, for people: "dnsmasq (process 812)", or "process 812" where it has ended or hides its name.
[[nodiscard]] QString processName(qint64 id);

} // namespace Benchboot
