// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/serversearch.h"

#include "protocol/dhcp/policy.h"
#include "services/datagrams.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Benchboot {
namespace {

constexpr Ipv4 everybody{0xffffffff};
/// Beyond that, somebody plays with us.
constexpr qsizetype mostServers = 16;

} // namespace

void ServerSearch::start(int socket, const QList<NetworkCard> &cards)
{
    stop();
    m_socket = socket;
    for (const auto &card : cards) {
        if (!card.loopback && !card.address.isNull())
            m_probes.append({card, QRandomGenerator::global()->generate(), {}});
    }
    if (m_probes.isEmpty())
        return;
    ask();
    m_timer = m_loop.startTimer(m_times.repeatMs, [this] {
        ask();
        m_timer = m_loop.startTimer(m_times.restMs, [this] { finish(); });
    });
}

void ServerSearch::stop()
{
    m_loop.cancelTimer(std::exchange(m_timer, 0));
    m_probes.clear();
}

void ServerSearch::ask()
{
    for (const auto &probe : std::as_const(m_probes)) {
        const Route route{probe.card.index, probe.card.address, everybody, Dhcp::serverPort};
        // A card that was unplugged a moment ago cannot send; the watcher of the cards says so.
        (void)sendDatagram(m_socket, route, Dhcp::probeDatagram(probe.card, probe.transaction));
    }
}

bool ServerSearch::take(const Dhcp::Message &message, Ipv4 source)
{
    const auto probe = std::ranges::find(m_probes, message.transaction, &Probe::transaction);
    if (probe == m_probes.end())
        return false;
    const auto seen = Dhcp::sightingOf(message, source, probe->transaction);
    if (seen && !probe->sightings.contains(*seen) && probe->sightings.size() < mostServers)
        probe->sightings.append(*seen);
    return true;
}

void ServerSearch::finish()
{
    m_timer = 0;
    const auto probes = std::exchange(m_probes, {});
    for (const auto &probe : probes)
        m_found(probe.card, Dhcp::judge(probe.sightings, probe.card.name));
}

} // namespace Benchboot
