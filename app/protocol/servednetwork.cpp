// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/servednetwork.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

const NetworkCard *ServedNetwork::cardAt(int index) const
{
    const auto found = std::ranges::find(cards, index, &NetworkCard::index);
    return found == cards.end() ? nullptr : &*found;
}

const NetworkCard *ServedNetwork::cardOf(Ipv4 local) const
{
    const auto found = std::ranges::find_if(cards, [local](const NetworkCard &card) { return card.owns(local); });
    return found == cards.end() ? nullptr : &*found;
}

bool ServedNetwork::serves(Ipv4 client) const
{
    bool inside = false;
    for (const auto &subnet : subnets) {
        if (!subnet.contains(client))
            continue;
        if (!subnet.isHost(client))
            return false;
        inside = true;
    }
    return inside;
}

QString ServedNetwork::subnetsText() const
{
    QStringList texts;
    for (const auto &subnet : subnets)
        texts.append(subnet.toString());
    return texts.join(u", "_s);
}

ServedNetwork servedNetwork(const QList<NetworkCard> &cards, const QList<Subnet> &subnets,
                            const QList<Subnet> &relayed)
{
    ServedNetwork network{.cards = cards, .subnets = {}};
    const auto add = [&network](const QList<Subnet> &further) {
        for (const auto &subnet : further) {
            if (!network.subnets.contains(subnet))
                network.subnets.append(subnet);
        }
    };
    add(subnets);
    if (subnets.isEmpty()) {
        for (const auto &card : cards) {
            add({card.subnet()});
            for (const auto &address : card.further)
                add({address.subnet()});
        }
    }
    add(relayed);
    return network;
}

} // namespace Benchboot
