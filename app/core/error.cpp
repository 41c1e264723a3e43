// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <QFileDevice>

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

/// In English, whatever the language of the user, as all details are.
QString reasonOf(int systemError)
{
    const auto *reason = strerrordesc_np(systemError);
    return reason ? QString::fromLatin1(reason) : u"error %1"_s.arg(systemError);
}

QString fullDisk() { return u"the disk has no room for more. Delete files there, then try again"_s; }

} // namespace

Error systemError(int systemError, const QString &what)
{
    if (codeOf(systemError) == Code::NoSpace)
        return {Code::NoSpace, u"%1: %2"_s.arg(what, fullDisk())};
    return {codeOf(systemError), u"%1: %2"_s.arg(what, reasonOf(systemError))};
}

Error writeError(const QFileDevice &file)
{
    // Where no new file can be made, Qt tells in words only.
    const auto reason = file.errorString();
    const bool full = file.error() == QFileDevice::ResourceError || reason == qt_error_string(ENOSPC) || reason == qt_error_string(EDQUOT);
    return {full ? Code::NoSpace : Code::Io,
            u"%1 could not be written: %2"_s.arg(file.fileName(), full ? fullDisk() : reason)};
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
