// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Benchboot {

/// What a packet filter does with what comes in for this computer, as far as the words of its rules tell. They are not a proof: conditions beside a
/// port are not looked at, and the first rule that names it counts.
struct PacketRules
{
    struct PortRule
    {
        QByteArray transport; ///< "udp", "tcp", or "th" for both
        quint16 first = 0; ///< port
        quint16 last = 0;
        bool accepts = false; ///< otherwise it drops or rejects
    };

    bool dropsByDefault = false;
    QList<PortRule> ports; ///< in the order of the rules

    [[nodiscard]] bool blocks(const QByteArray &transport, quint16 port) const;
};

/// \param rules  `nft list ruleset`, which shows those of iptables-nft too.
[[nodiscard]] PacketRules parseNftables(const QByteArray &rules);
/// \param rules  `iptables-save -t filter`.
[[nodiscard]] PacketRules parseIptables(const QByteArray &rules);

/// What is known of this computer's packet filters. A packet has to pass both kinds of rules.
struct FirewallState
{
    bool firewalld = false; ///< runs
    bool ufw = false; ///< is switched on
    std::optional<PacketRules> rules; ///< of nftables; none: not allowed to read them, or no nft(8)
    bool legacy = false; ///< the kernel has a table of iptables-legacy that filters
    std::optional<PacketRules>
        legacyRules; ///< of that one; none: there is none, not allowed to read it, or no iptables(8)
};

/// Reads it; blocks for nft(8) and iptables-legacy-save(8), two seconds at most for each.
[[nodiscard]] FirewallState readFirewall();

} // namespace Benchboot
