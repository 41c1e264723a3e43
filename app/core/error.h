// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

class QFileDevice;

namespace Benchboot {

/// Why something expected to fail sometimes did fail. A value; never thrown.
struct Error
{
    enum class Code {
        Truncated, ///< input ends before its own lengths say so
        Malformed, ///< input breaks the rules of its format
        Unsupported, ///< valid, but nothing this program can work with
        NotRecognised, ///< an image that no recipe and no fallback fits (exit status 3)
        NotFound, ///< file, image, interface or key that does not exist
        AlreadyExists,
        AccessDenied, ///< the operating system or the publishing rules say no
        AddressInUse, ///< a port is taken by another program
        NoSpace,
        LimitExceeded, ///< a ceiling of ours was met (size, count, time, memory)
        Mismatch, ///< a checksum or a size differs from what it should be
        Cancelled,
        InvalidArgument, ///< wrong usage (exit status 2)
        Busy, ///< locked by another process
        Io, ///< any other failure of the operating system
    };

    Code code = Code::Io;
    /// One or two English sentences without a final stop's worth of internals: what happened, with names and numbers,
    /// and what to do where that is known. The command line prints it as it is.
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// `return fail(Error::Code::NotFound, u"…"_s);`
[[nodiscard]] inline std::unexpected<Error> fail(Error::Code code, QString detail)
{
    return std::unexpected(Error{code, std::move(detail)});
}

/// The operating system's reason as a sentence part ("No such file or directory") with the code that fits \a systemError (an errno value); of a
/// full disk, ours.
[[nodiscard]] Error systemError(int systemError, const QString &what);

/// Why \a file, which has just failed, could not be written: NoSpace or Io.
[[nodiscard]] Error writeError(const QFileDevice &file);

/// Stable lower-case name of \a code for JSON, e.g. "not-recognised".
[[nodiscard]] QString codeName(Error::Code code);
[[nodiscard]] Error::Code codeFromName(const QString &name);

} // namespace Benchboot
