// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "lab/lab.h"
#include "protocol/servednetwork.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Benchboot {

/// Which network is wanted, whether or not its cards are there.
struct NetworkChoice
{
    QStringList cards; ///< names of network cards, the most important one first
    std::optional<Subnet> subnet; ///< whose PCs are served; none: all that the cards have an address in
    QList<Subnet> relayed; ///< further ones, which a DHCP relay forwards from

    friend bool operator==(const NetworkChoice &, const NetworkChoice &) = default;
};

/// The lab's settings network.interface, network.subnet and network.subnets.
[[nodiscard]] Result<NetworkChoice> networkChoice(const Lab &lab);

/// What a choice comes to with the cards as they are now.
struct FoundNetwork
{
    ServedNetwork network; ///< with the cards that can be served on; may have none
    QList<Error> missing; ///< a sentence for each card that cannot
};
/// Makes a few system calls.
[[nodiscard]] FoundNetwork findNetwork(const NetworkChoice &choice);

} // namespace Benchboot
