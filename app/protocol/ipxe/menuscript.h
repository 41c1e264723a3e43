// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/servedlab.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Benchboot::Ipxe {

/// What iPXE tells of the machine in the query of `/menu.ipxe`. Every value comes from the network and is only data.
struct MenuClient
{
    QString platform; ///< ${platform}: "pcbios" or "efi"; empty: unknown, everything is shown
    QString architecture; ///< ${buildarch}: "i386", "x86_64", "arm64", …; empty: unknown
    QString mac; ///< lower case with colons; empty unless it is a MAC address
    QString uuid;
    QString manufacturer;
    QString product;
    QString serial;
    int memoryMiB = 0; ///< 0: unknown
};

/// Reads the part of the URL after '?'. Values are percent-decoded once ('+' stays '+': iPXE's :uristring leaves it), control characters are
/// removed, and each value is cut at 128 characters. Unknown keys are ignored.
[[nodiscard]] MenuClient menuClientFromQuery(QByteArrayView query);

/// \a text in lower case if it is a MAC address with colons, else nothing.
[[nodiscard]] QString macAddress(const QString &text);

/// The firmware that such a client boots with; no flags where it said too little to know.
[[nodiscard]] Firmwares firmwareOf(const MenuClient &client);

/// `GET /boot.ipxe`: chains /menu.ipxe with what iPXE knows of the machine.
/// \param origin  "http://A.B.C.D:PORT" of this server as the client reached it, no closing slash.
[[nodiscard]] QByteArray bootScript(const QByteArray &origin);

/// autoexec.ipxe: what a signed iPXE runs instead of asking DHCP for a file name. Chains /boot.ipxe.
[[nodiscard]] QByteArray autoexecScript(const QByteArray &origin);

/// `GET /menu.ipxe?…`: the boot menu for \a client. Titles, paths and options are data: none of them can add a token, an expansion or a
/// command to the script. Entries that the client's firmware cannot boot are left out of the menu.
[[nodiscard]] QByteArray menuScript(const ServedLab &lab, const MenuClient &client, const QByteArray &origin);

} // namespace Benchboot::Ipxe
