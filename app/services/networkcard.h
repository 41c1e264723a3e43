// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/ipv4.h"

#include <QList>
#include <QString>

namespace Benchboot {

/// A network interface as it is now.
struct NetworkCard
{
    QString name; ///< "enp0s31f6"
    int index = 0; ///< kernel's interface index
    QString mac; ///< lower case with colons; empty on loopback
    Ipv4 address; ///< primary IPv4 address; null if it has none
    int prefix = 0; ///< of the primary address
    int mtu = 1500;
    bool up = false; ///< administratively up
    bool running = false; ///< has a link
    bool loopback = false;

    [[nodiscard]] Subnet subnet() const { return Subnet::of(address, prefix); }
    friend bool operator==(const NetworkCard &, const NetworkCard &) = default;
};

/// All interfaces, loopback included, in the kernel's order. Blocks for a few system calls.
[[nodiscard]] QList<NetworkCard> networkCards();

/// The card that serves \a subnet on \a name: it exists, is up and has an IPv4 address in the subnet (which becomes `address`; without
/// \a subnet the primary one). NotFound with a sentence that lists the cards otherwise.
[[nodiscard]] Result<NetworkCard> findNetworkCard(const QString &name, const Subnet *subnet = nullptr);

} // namespace Benchboot
