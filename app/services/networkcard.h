// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/networkcard.h"

#include <QList>
#include <QString>

namespace Benchboot {

/// All interfaces, loopback included, in the kernel's order. Blocks for a few system calls.
[[nodiscard]] QList<NetworkCard> networkCards();

/// The card that serves \a subnet on \a name: it exists, is up and has an IPv4 address in the subnet (which becomes `address`; without
/// \a subnet the primary one). NotFound with a sentence that lists the cards otherwise.
[[nodiscard]] Result<NetworkCard> findNetworkCard(const QString &name, const Subnet *subnet = nullptr);

} // namespace Benchboot
