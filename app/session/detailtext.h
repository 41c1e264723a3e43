// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Benchboot {

/// Error::detail and Event::detail are English: they go to logs, to scripts and over the network. This says \a detail in the language of the
/// program, as far as that has the sentence; what stands in it (names, numbers, reasons) is kept or said in turn. Any thread.
[[nodiscard]] QString detailText(const QString &detail);

/// The sentences that detailText() knows, in English, with %1, %2 … for what stands in them.
[[nodiscard]] QList<const char *> knownDetails();

} // namespace Benchboot
