// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/networkcard.h"

#include <QList>

namespace Benchboot {

/// How a network card is connected, as the kernel tells in /sys/class/net.
struct CardLink
{
    enum class Kind { Wired, Wireless, Virtual };
    Kind kind = Kind::Virtual;
    int megabits = 0; ///< a second; 0: unknown, or no link
    friend bool operator==(const CardLink &, const CardLink &) = default;
};
[[nodiscard]] CardLink cardLink(const QString &name, const QString &folder = QStringLiteral("/sys/class/net"));

struct CardChoice
{
    NetworkCard card;
    CardLink link;

    [[nodiscard]] bool isUsable() const { return card.up && !card.address.isNull(); } ///< PCs can be served there
    friend bool operator==(const CardChoice &, const CardChoice &) = default;
};

/// The cards that PCs may be connected to, best first: usable, with a link, wired before Wi-Fi before virtual. Loopback is left out.
[[nodiscard]] QList<CardChoice> rankedCards(QList<CardChoice> cards);
[[nodiscard]] QList<CardChoice> cardChoices(); ///< rankedCards() of this computer; blocks for a few system calls

} // namespace Benchboot
