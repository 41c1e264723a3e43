// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/event.h"

#include <QList>

namespace Benchboot {

enum class ExportFormat {
    Csv, ///< RFC 4180, UTF-8, a head line with the keys of `serve --json`, times in ISO 8601 UTC
    JsonLines, ///< one object a line, as `serve --json` prints them
};

/// Writes \a events to \a file, whole or not at all. Takes about a second for 200,000 events. Any thread.
[[nodiscard]] Result<void> exportEvents(const QList<Event> &events, ExportFormat format, const QString &file);

} // namespace Benchboot
