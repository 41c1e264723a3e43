// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <compare>

namespace Benchboot {

/// Orders versions as projects number their releases: parts of digits by value ("9.1" < "10.0", "3.2.0-5" < "3.2.0-13"), what separates them and
/// words as they are, and what announces a release before it ("1.6-rc1" < "1.6" < "1.6.1").
[[nodiscard]] std::strong_ordering compareVersions(QStringView one, QStringView other);

} // namespace Benchboot
