// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/cardchoice.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Benchboot {

CardLink cardLink(const QString &name, const QString &folder)
{
    const auto place = folder + u'/' + name + u'/';
    CardLink link;
    if (QFileInfo::exists(place + u"wireless"_s) || QFileInfo::exists(place + u"phy80211"_s))
        link.kind = CardLink::Kind::Wireless;
    else if (QFileInfo::exists(place + u"device"_s))
        link.kind = CardLink::Kind::Wired;
    QFile speed(place + u"speed"_s); // unreadable, or −1, while there is no link
    if (speed.open(QIODevice::ReadOnly))
        link.megabits = std::max(0, speed.readAll().trimmed().toInt());
    return link;
}

QList<CardChoice> rankedCards(QList<CardChoice> cards)
{
    cards.removeIf([](const CardChoice &choice) { return choice.card.loopback; });
    std::ranges::stable_sort(cards, {}, [](const CardChoice &choice) {
        return std::tuple(!choice.isUsable(), !choice.card.running, choice.link.kind);
    });
    return cards;
}

QList<CardChoice> cardChoices()
{
    QList<CardChoice> choices;
    for (const auto &card : networkCards())
        choices.append({card, cardLink(card.name)});
    return rankedCards(std::move(choices));
}

} // namespace Benchboot
