// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/networkchoice.h"

#include "lab/settings.h"
#include "services/networkcard.h"

using namespace Qt::StringLiterals;

namespace Benchboot {

Result<NetworkChoice> networkChoice(const Lab &lab)
{
    NetworkChoice choice{.cards = listOf(lab.setting(u"network.interface"_s)), .subnet = {}, .relayed = {}};
    if (const auto text = lab.setting(u"network.subnet"_s); !text.isEmpty()) {
        const auto subnet = Subnet::parse(text);
        if (!subnet)
            return std::unexpected(subnet.error());
        choice.subnet = *subnet;
    }
    for (const auto &text : listOf(lab.setting(u"network.subnets"_s))) {
        const auto subnet = Subnet::parse(text);
        if (!subnet)
            return std::unexpected(subnet.error());
        choice.relayed.append(*subnet);
    }
    return choice;
}

FoundNetwork findNetwork(const NetworkChoice &choice)
{
    FoundNetwork found;
    QList<NetworkCard> cards;
    for (const auto &name : choice.cards) {
        auto card = findNetworkCard(name, choice.subnet ? &*choice.subnet : nullptr);
        if (!card)
            found.missing.append(card.error());
        else if (!cards.contains(*card))
            cards.append(*std::move(card));
    }
    const auto subnets = choice.subnet ? QList<Subnet>{*choice.subnet} : QList<Subnet>{};
    found.network = servedNetwork(cards, subnets, choice.relayed);
    return found;
}

} // namespace Benchboot
