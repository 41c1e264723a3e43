// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http/httpdate.h"

#include <chrono>
#include <format>
#include <sstream>
#include <string>

namespace Benchboot::Http {

QByteArray formatDate(qint64 seconds)
{
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    return QByteArray::fromStdString(
        std::format("{:%a, %d %b %Y %T} GMT", time)); // the C locale, whatever the program's is
}

std::optional<qint64> parseDate(QByteArrayView text)
{
    constexpr qsizetype longest = 40; // "Wednesday, 06-Nov-94 08:49:37 GMT" has 33 characters
    if (text.size() > longest)
        return std::nullopt;
    for (const char *form : {"%a, %d %b %Y %T GMT", "%A, %d-%b-%y %T GMT", "%a %b %e %T %Y"}) {
        std::istringstream stream(std::string(text.data(), std::size_t(text.size())));
        stream.imbue(std::locale::classic());
        std::chrono::sys_seconds time;
        if (std::chrono::from_stream(stream, form, time) && stream.peek() == std::istringstream::traits_type::eof())
            return time.time_since_epoch().count();
    }
    return std::nullopt;
}

} // namespace Benchboot::Http
