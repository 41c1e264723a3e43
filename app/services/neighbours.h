// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ipv4.h"

#include <QHash>
#include <QString>

namespace Benchboot {

/// The kernel's neighbour table of IPv4 (RTM_GETNEIGH): which MAC address (lower case with colons) answers for which address on the card
/// with \a interfaceIndex. Entries that failed to resolve are left out. Blocks for one netlink exchange; empty on any failure.
[[nodiscard]] QHash<quint32, QString> neighbours(int interfaceIndex);

} // namespace Benchboot
