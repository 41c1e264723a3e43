// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using Code = Error::Code;
constexpr std::array<std::pair<Code, const char *>, 15> names{{
    {Code::Truncated, "truncated"},
    {Code::Malformed, "malformed"},
    {Code::Unsupported, "unsupported"},
    {Code::NotRecognised, "not-recognised"},
    {Code::NotFound, "not-found"},
    {Code::AlreadyExists, "already-exists"},
    {Code::AccessDenied, "access-denied"},
    {Code::AddressInUse, "address-in-use"},
    {Code::NoSpace, "no-space"},
    {Code::LimitExceeded, "limit-exceeded"},
    {Code::Mismatch, "mismatch"},
    {Code::Cancelled, "cancelled"},
    {Code::InvalidArgument, "invalid-argument"},
    {Code::Busy, "busy"},
    {Code::Io, "io"},
}};

Code codeOf(int systemError)
{
    switch (systemError) {
    case ENOENT:
    case ENODEV:
    case ENXIO:
        return Code::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
        return Code::AccessDenied;
    case EADDRINUSE:
        return Code::AddressInUse;
    case ENOSPC:
    case EDQUOT:
        return Code::NoSpace;
    case EEXIST:
        return Code::AlreadyExists;
    case EWOULDBLOCK:
        return Code::Busy;
    default:
        return Code::Io;
    }
}

} // namespace

Error systemError(int systemError, const QString &what)
{
    return {codeOf(systemError), u"%1: %2"_s.arg(what, QString::fromLocal8Bit(std::strerror(systemError)))};
}

QString codeName(Error::Code code)
{
    for (const auto &[value, name] : names) {
        if (value == code)
            return QString::fromLatin1(name);
    }
    return u"io"_s;
}

Error::Code codeFromName(const QString &name)
{
    for (const auto &[value, text] : names) {
        if (name == QLatin1StringView(text))
            return value;
    }
    return Code::Io;
}

} // namespace Benchboot
