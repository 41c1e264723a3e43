// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/likelycard.h"

#include "lab/settings.h"
#include "session/cardchoice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

NetworkCard likelyCard(const Lab &lab)
{
    const auto cards = networkCards();
    for (const auto &wanted : listOf(lab.setting(u"network.interface"_s))) {
        const auto byName = std::ranges::find(cards, wanted, &NetworkCard::name);
        if (byName != cards.end() && !byName->address.isNull())
            return *byName;
    }
    const auto choices = cardChoices();
    if (!choices.isEmpty() && choices.first().isUsable())
        return choices.first().card;
    return {.name = u"lo"_s, .address = Ipv4{0x7f000001}, .prefix = 8, .loopback = true};
}

} // namespace Benchboot
