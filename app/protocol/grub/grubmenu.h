// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/servedlab.h"

#include <QByteArray>

namespace Benchboot::Grub {

/// The boot menu as a `grub.cfg` for signed GRUB on UEFI: the items that GRUB can start (kernels and EFI programs), for each of its processors.
/// Every file is named with our address, because GRUB's own idea of the server comes from the site's DHCP server. Titles, paths and options are
/// data: none of them can end a quotation or add a command.
/// \param origin  "http://A.B.C.D:PORT" of this server as the client reached it, no closing slash.
[[nodiscard]] QByteArray menuConfig(const ServedLab &lab, const QByteArray &origin);

/// \a text as one word of a GRUB script, in single quotes (GRUB manual §6.2: within them nothing is special). Control characters become spaces.
[[nodiscard]] QByteArray quoted(const QString &text);

} // namespace Benchboot::Grub
