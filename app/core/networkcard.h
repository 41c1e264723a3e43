// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ipv4.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace Benchboot {

/// One IPv4 address of a network card.
struct CardAddress
{
    Ipv4 address;
    int prefix = 0;

    [[nodiscard]] Subnet subnet() const { return Subnet::of(address, prefix); }
    friend bool operator==(const CardAddress &, const CardAddress &) = default;
};

/// A network interface as it was when it was looked at.
struct NetworkCard
{
    QString name; ///< "enp0s31f6"
    int index = 0; ///< kernel's interface index
    QString mac; ///< lower case with colons; empty on loopback
    Ipv4 address; ///< the IPv4 address that PCs are told, its primary one as a rule; null if it has none
    int prefix = 0; ///< of `address`
    int mtu = 1500; ///< bytes
    bool up = false; ///< administratively up
    bool running = false; ///< has a link
    bool loopback = false;
    QList<CardAddress> further; ///< its other IPv4 addresses, in the kernel's order

    [[nodiscard]] Subnet subnet() const { return Subnet::of(address, prefix); }
    [[nodiscard]] bool owns(Ipv4 local) const
    {
        const auto isLocal = [local](const CardAddress &one) { return one.address == local; };
        return !local.isNull() && (local == address || std::ranges::any_of(further, isLocal));
    }
    friend bool operator==(const NetworkCard &, const NetworkCard &) = default;
};

} // namespace Benchboot
