// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/networkchanges.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using Outcome = Event::Outcome;

const NetworkCard *cardNamed(const ServedNetwork &network, const QString &name)
{
    const auto found = std::ranges::find(network.cards, name, &NetworkCard::name);
    return found == network.cards.end() ? nullptr : &*found;
}

NetworkChange linkOf(const NetworkCard &card)
{
    if (card.running)
        return {u"link-back"_s, Outcome::Ok, u"%1 has a link again"_s.arg(card.name)};
    return {u"link-lost"_s, Outcome::Failed, u"%1 has no link, so no PC there is reached; check the cable"_s.arg(card.name)};
}

QList<NetworkChange> changesOf(const NetworkCard &before, const NetworkCard &after)
{
    const auto address = after.address.toString();
    if (before.index != after.index)
        return {{u"card-back"_s, Outcome::Ok, u"Serving on %1 (%2) again"_s.arg(after.name, address)}};
    QList<NetworkChange> changes;
    if (before.address != after.address || before.prefix != after.prefix) {
        changes.append({u"address-changed"_s, Outcome::Info,
                        u"The address of %1 is %2 now, it was %3; a PC that is starting at this moment must be started again"_s.arg(
                            after.name, address, before.address.toString())});
    }
    if (before.running != after.running)
        changes.append(linkOf(after));
    return changes;
}

} // namespace

QList<NetworkChange> networkChanges(const ServedNetwork &before, const ServedNetwork &after)
{
    QList<NetworkChange> changes;
    for (const auto &card : before.cards) {
        if (!cardNamed(after, card.name)) {
            changes.append({u"card-lost"_s, Outcome::Failed,
                            u"The network card %1 is gone or has lost its address; PCs there are served again as soon as it is back"_s
                                .arg(card.name)});
        }
    }
    for (const auto &card : after.cards) {
        if (const auto *known = cardNamed(before, card.name))
            changes += changesOf(*known, card);
        else
            changes.append({u"card-back"_s, Outcome::Ok, u"Serving on %1 (%2)"_s.arg(card.name, card.address.toString())});
    }
    return changes;
}

} // namespace Benchboot
