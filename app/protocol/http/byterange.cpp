// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http/byterange.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace Benchboot::Http {
namespace {

/// One or more decimal digits; a number too large for 64 bits becomes the largest, which lies past the end of every file.
std::optional<qint64> position(QByteArrayView digits)
{
    if (digits.isEmpty())
        return std::nullopt;
    constexpr auto largest = std::numeric_limits<qint64>::max();
    qint64 value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        value = value > (largest - 9) / 10 ? largest : value * 10 + (digit - '0');
    }
    return value;
}

RangeAnswer suffix(qint64 wanted, qint64 size)
{
    if (wanted == 0)
        return {RangeAnswer::Kind::Unsatisfiable};
    if (size == 0) // the last bytes of nothing are all of it, and Content-Range cannot say so
        return {};
    const qint64 length = std::min(wanted, size);
    return {RangeAnswer::Kind::Part, size - length, length};
}

} // namespace

RangeAnswer resolveRange(QByteArrayView field, qint64 size)
{
    constexpr QByteArrayView unit("bytes=");
    if (field.first(std::min(field.size(), unit.size())).compare(unit, Qt::CaseInsensitive) != 0)
        return {};
    const auto range = field.sliced(unit.size());
    const auto dash = range.indexOf('-');
    if (dash < 0)
        return {};
    const auto last = position(range.sliced(dash + 1));
    if (dash == 0)
        return last ? suffix(*last, size) : RangeAnswer{};
    const auto first = position(range.first(dash));
    const bool open = dash + 1 == range.size();
    if (!first || (!open && (!last || *last < *first)))
        return {};
    if (*first >= size)
        return {RangeAnswer::Kind::Unsatisfiable};
    const qint64 end = open ? size : std::min(*last, size - 1) + 1;
    return {RangeAnswer::Kind::Part, *first, end - *first};
}

} // namespace Benchboot::Http
