// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Benchboot::Http {

/// "Sun, 06 Nov 1994 08:49:37 GMT" (IMF-fixdate, RFC 9110 §5.6.7) for \a seconds since 1970-01-01 UTC.
[[nodiscard]] QByteArray formatDate(qint64 seconds);

/// Seconds since 1970-01-01 UTC of a date in one of the three forms that RFC 9110 §5.6.7 has a recipient accept; nothing for other text.
[[nodiscard]] std::optional<qint64> parseDate(QByteArrayView text);

} // namespace Benchboot::Http
