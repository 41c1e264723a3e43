// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networkcard.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace Benchboot {

enum class NeighbourDump { GoesOn, Ended };

/// Adds to \a table what one datagram of an answer to RTM_GETNEIGH (rtnetlink(7)) says of the card with \a interfaceIndex; answers whether
/// more datagrams follow. What is cut short or no neighbour with a 6-byte MAC address is left out.
[[nodiscard]] NeighbourDump readNeighbours(QByteArrayView messages, int interfaceIndex, QHash<quint32, QString> &table);

/// The kernel's neighbour table of IPv4 (RTM_GETNEIGH): which MAC address (lower case with colons) answers for which address on the card
/// with \a interfaceIndex. Entries that failed to resolve are left out. Blocks for one netlink exchange; empty on any failure.
[[nodiscard]] QHash<quint32, QString> neighbours(int interfaceIndex);

/// Of all \a cards together.
[[nodiscard]] QHash<quint32, QString> neighboursOf(const QList<NetworkCard> &cards);

} // namespace Benchboot
