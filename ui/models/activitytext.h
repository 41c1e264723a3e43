// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QVariant>

/// What the log says about an event, in the user's language. Details that services wrote stay as they are.
namespace Benchboot::ActivityText {

[[nodiscard]] QString service(Event::Service service); ///< "ProxyDHCP", "Boot server", …
[[nodiscard]] QString whatHappened(const Event &event); ///< "Reads snponly.efi"
[[nodiscard]] QString outcome(const Event &event); ///< "Delivered", "61 %", "Not found", …
[[nodiscard]] QString duration(qint64 ms); ///< "104 ms", "2.3 s", "1:05 min"; empty for −1
[[nodiscard]] QVariant mark(Event::Outcome outcome); ///< an icon for what went wrong; else invalid

/// What the filter offers.
enum class OutcomeKind { All, Problems, Delivered, Running };
[[nodiscard]] bool isOf(OutcomeKind kind, Event::Outcome outcome);

} // namespace Benchboot::ActivityText
