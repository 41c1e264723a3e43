// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace Benchboot::E2e {

/// A disc laid out as SystemRescueCD 5 lays out its own, made for one run: nothing in it can be left over from an
/// earlier one.
struct RescueImage
{
    QString path; ///< of the ISO
    QByteArray payload; ///< SHA-256 of sysrcd.dat, lower-case hex
    QByteArray nonce; ///< what the initramfs says on the console
};

/// Makes the disc in \a folder: Debian's own kernel, an initramfs that fetches sysrcd.dat as the real one does
/// (rescue-init.sh), and sysrcd.dat of \a payloadBytes, of which the first 32 MiB are random the rest zero.
[[nodiscard]] Result<RescueImage> makeRescueImage(const QString &folder, qint64 payloadBytes);

} // namespace Benchboot::E2e
