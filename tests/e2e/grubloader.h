// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Benchboot::E2e {

/// Makes a GRUB for \a platform ("x86_64-efi") with \a modules and \a configuration inside.
[[nodiscard]] Result<void> makeGrub(const QString &path, const QString &platform, const QStringList &modules,
                                    const QByteArray &configuration);

/// Makes a GRUB for 32-bit UEFI with \a configuration inside, as somebody does who has no iPXE for such a PC. GRUB
/// takes its server from the site's DHCP server, which names none: so \a configuration has to name it.
[[nodiscard]] Result<void> makeIa32Grub(const QString &path, const QByteArray &configuration);

} // namespace Benchboot::E2e
