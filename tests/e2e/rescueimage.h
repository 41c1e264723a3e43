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
    QByteArray checksumLine; ///< what sha256sum(1) says of sysrcd.dat, without the line end
    QByteArray nonce; ///< what the initramfs says on the console
};

/// Makes the disc in \a folder: Debian's own kernel, an initramfs that fetches sysrcd.dat as the real one does
/// (rescue-init.sh), and sysrcd.dat of \a payloadBytes, random in its first 32 MiB and zero behind.
[[nodiscard]] Result<RescueImage> makeRescueImage(const QString &folder, qint64 payloadBytes);

} // namespace Benchboot::E2e
