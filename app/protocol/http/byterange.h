// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Benchboot::Http {

/// What a Range field means for a representation of a certain size (RFC 9110 §14.2).
struct RangeAnswer
{
    enum class Kind {
        Whole, ///< no range asked for, or one to be ignored: 200
        Part, ///< 206 with `first` and `length`
        Unsatisfiable, ///< 416
    };
    Kind kind = Kind::Whole;
    qint64 first = 0; ///< byte position; Part: less than the size
    qint64 length = 0; ///< bytes; Part: at least 1, never past the end

    friend bool operator==(const RangeAnswer &, const RangeAnswer &) = default;
};

/// Reads \a field, the value of a Range field ("bytes=0-511", "bytes=512-", "bytes=-1"), against \a size bytes. Other units, several ranges
/// and whatever breaks the grammar are ignored, as RFC 9110 §14.2 allows.
[[nodiscard]] RangeAnswer resolveRange(QByteArrayView field, qint64 size);

} // namespace Benchboot::Http
