// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "session/loaderkind.h"

#include <QByteArrayView>
#include <QStringList>

#include <optional>

namespace Benchboot {

/// What the bytes of a boot loader tell about it. Builds that are compressed (all of iPXE's for BIOS) keep most of it to themselves.
struct LoaderFacts
{
    enum class Program { Other, Ipxe, Grub, Shim, Memdisk };
    LoaderKind kind = LoaderKind::Unknown;
    Program program = Program::Other;
    QString version; ///< empty: it does not say
    QString sha256; ///< lower-case hex
    qint64 size = 0; ///< bytes
    std::optional<bool> http; ///< can load over HTTP; nothing: cannot be seen
    std::optional<bool> keyboard; ///< iPXE with the setting `keymap`, so that a script can choose the layout; nothing: cannot be seen
    QStringList signers; ///< issuers of its Secure Boot signatures; not verified

    friend bool operator==(const LoaderFacts &, const LoaderFacts &) = default;
};

/// More than any loader has, in bytes: larger files are not read.
inline constexpr qint64 largestLoader = 64LL << 20;

/// Reads all of \a file, hashes it, looks for the texts that give things away. Any bytes will do.
[[nodiscard]] LoaderFacts scanLoader(QByteArrayView file);

/// scanLoader() of a file on disk, remembered by path, time and size. Reads the whole file (milliseconds; as long as the disk takes): not for
/// the GUI thread. Any thread.
/// \return NotFound, AccessDenied or Io where it cannot be read, LimitExceeded above `largestLoader`.
[[nodiscard]] Result<LoaderFacts> loaderFacts(const QString &path);

} // namespace Benchboot
