// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networkcard.h"
#include "services/servicehost.h"

#include <QString>

#include <functional>
#include <optional>

namespace Benchboot {

/// One step of a rehearsed boot: what the PC asked for, and what it got.
struct RehearsalStep
{
    QString name; ///< offer, boot-server, loader, ipxe-offer, ipxe-loader, boot-script, menu or file
    bool ok = false;
    QString detail; ///< an English sentence without the final full stop
};

/// A PC that does not exist: which firmware it says that it has.
struct RehearsedPc
{
    quint16 architecture = 0; ///< DHCP option 93
    bool http = false; ///< UEFI HTTP Boot instead of PXE
    QByteArray platform; ///< as iPXE says it: "pcbios" or "efi"
    QByteArray buildArchitecture; ///< as iPXE says it: "i386", "x86_64", "arm64"; empty: unknown

    /// By name (bios, efi-ia32, efi-x64, efi-arm64, http-ia32, http-x64, http-arm64) or by number (0–65535).
    [[nodiscard]] static std::optional<RehearsedPc> parse(const QString &text);
};

/// Boots \a pc from the services that run on this computer and serve \a card: asks for an offer, for the boot server if firmware would, loads the
/// whole loader, then asks as iPXE for the scripts, and for the first bytes of the files of the menu's default entry. Sends nothing beyond this
/// computer. Blocks for seconds where nobody answers. Stops at the first step that fails.
/// \param onStep  called after each step.
/// \return whether the PC would boot.
[[nodiscard]] bool rehearse(const RehearsedPc &pc, const NetworkCard &card, const ServicePorts &ports,
                            const std::function<void(const RehearsalStep &)> &onStep);

/// The addresses that the default entry of a menu script makes iPXE load; without a default those of the first entry.
[[nodiscard]] QList<QByteArray> filesOfDefaultEntry(const QByteArray &menuScript);

} // namespace Benchboot
