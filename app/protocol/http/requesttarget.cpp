// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http/requesttarget.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Http {
namespace {

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char lower = char(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isForbidden(char character)
{
    const auto byte = uchar(character);
    return byte < 0x20 || byte == 0x7f || byte == '\\';
}

bool hasParentComponent(const QByteArray &path) { return path.endsWith("/..") || path.contains("/../"); }

/// "http://host:port/path" without what stands before the path.
QByteArrayView withoutOrigin(QByteArrayView target)
{
    constexpr QByteArrayView scheme("http://");
    if (target.first(std::min(target.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) != 0)
        return target;
    const auto rest = target.sliced(scheme.size());
    const auto start = rest.indexOf('/');
    return start < 0 ? QByteArrayView("/") : rest.sliced(start);
}

} // namespace

Result<QByteArray> decodePath(QByteArrayView rawPath)
{
    if (!rawPath.startsWith('/'))
        return fail(Error::Code::Malformed, u"The path does not start with '/'"_s);
    QByteArray path;
    path.reserve(rawPath.size());
    for (qsizetype i = 0; i < rawPath.size(); ++i) {
        char character = rawPath.at(i);
        if (character == '%') {
            const int high = i + 2 < rawPath.size() ? hexValue(rawPath.at(i + 1)) : -1;
            const int low = high >= 0 ? hexValue(rawPath.at(i + 2)) : -1;
            if (low < 0)
                return fail(Error::Code::Malformed, u"The path has a '%' without two hexadecimal digits"_s);
            character = char(high * 16 + low);
            i += 2;
        }
        if (isForbidden(character))
            return fail(Error::Code::Malformed, u"The path has a backslash or a control character"_s);
        path.append(character);
    }
    if (hasParentComponent(path))
        return fail(Error::Code::Malformed, u"The path has a '..' component"_s);
    return path;
}

Result<RequestTarget> parseRequestTarget(QByteArrayView target)
{
    if (target.contains('#'))
        return fail(Error::Code::Malformed, u"The request target has a fragment"_s);
    const auto local = withoutOrigin(target);
    const auto mark = local.indexOf('?');
    const auto rawPath = mark < 0 ? local : local.first(mark);
    auto path = decodePath(rawPath);
    if (!path)
        return std::unexpected(std::move(path.error()));
    return RequestTarget{rawPath.toByteArray(), *std::move(path),
                         mark < 0 ? QByteArray() : local.sliced(mark + 1).toByteArray()};
}

} // namespace Benchboot::Http
