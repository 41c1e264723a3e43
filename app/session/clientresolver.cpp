// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/clientresolver.h"

#include "core/ipv4.h"

namespace Benchboot {
namespace {

constexpr qint64 neighbourIntervalMs = 500;
constexpr qsizetype mostAddresses = 65'536;

} // namespace

ClientResolver::ClientResolver(NeighbourTable neighbours, const Clock &clock)
    : m_neighbours(std::move(neighbours)), m_clock(clock)
{
}

void ClientResolver::resolve(Event &event)
{
    if (event.address.isEmpty())
        return;
    if (!event.mac.isEmpty()) {
        if (m_macs.size() >= mostAddresses)
            m_macs.clear(); // Only hostile traffic gets here; the neighbour table fills it again.
        m_macs.insert(event.address, event.mac);
        return;
    }
    if (!m_macs.contains(event.address) && (!m_asked || m_clock.monotonicMs() - m_askedMs >= neighbourIntervalMs)) {
        m_asked = true;
        m_askedMs = m_clock.monotonicMs();
        for (const auto &[address, mac] : m_neighbours().asKeyValueRange())
            m_macs.insert(Ipv4{address}.toString(), mac);
    }
    event.mac = m_macs.value(event.address);
}

} // namespace Benchboot
