// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Benchboot {

/// What is known of this computer's packet filter.
struct FirewallState
{
    bool firewalld = false; ///< runs
    bool ufw = false; ///< is switched on
    std::optional<QByteArray> rules; ///< `nft list ruleset`; none: not allowed to read them, or no nft(8)
};

/// Reads it; blocks for nft(8), two seconds at most.
[[nodiscard]] FirewallState readFirewall();

/// Whether \a rules (`nft list ruleset`, which shows those of iptables-nft too) drop what comes in by default.
[[nodiscard]] bool dropsByDefault(const QByteArray &rules);
/// Whether some rule accepts \a port of \a transport ("udp" or "tcp") by its number, alone, in a set or in a range. The words of a rule set are
/// not a proof: conditions beside the port are not looked at.
[[nodiscard]] bool mentionsPort(const QByteArray &rules, const QByteArray &transport, quint16 port);

} // namespace Benchboot
