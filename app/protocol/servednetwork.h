// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networkcard.h"

#include <QList>
#include <QString>

namespace Benchboot {

/// Where PCs are served: the cards that they may come in on, and the subnets that they may belong to. A value; the services find the current
/// one in each snapshot, so that a card that is unplugged or gets another address changes what they do from the next packet on.
struct ServedNetwork
{
    QList<NetworkCard> cards; ///< in the order in which they were asked for; each has an address
    QList<Subnet> subnets; ///< the cards' own and those of relayed clients

    /// The card that a packet came in on; null where it is not served. \param index  the kernel's
    [[nodiscard]] const NetworkCard *cardAt(int index) const;
    /// The card that has \a local as one of its addresses; null where none that is served has.
    [[nodiscard]] const NetworkCard *cardOf(Ipv4 local) const;
    /// Whether \a client lies in one of the subnets, and is neither network nor broadcast address of any.
    [[nodiscard]] bool serves(Ipv4 client) const;
    [[nodiscard]] QString subnetsText() const; ///< "172.16.0.0/16, 10.1.0.0/24"

    friend bool operator==(const ServedNetwork &, const ServedNetwork &) = default;
};

/// \param cards  that PCs are served on.
/// \param subnets  whose PCs are served; none: all that the cards have an address in.
/// \param relayed  further ones, which relay agents forward requests from.
[[nodiscard]] ServedNetwork servedNetwork(const QList<NetworkCard> &cards, const QList<Subnet> &subnets = {},
                                          const QList<Subnet> &relayed = {});

} // namespace Benchboot
