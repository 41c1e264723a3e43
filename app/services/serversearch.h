// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dhcp/serverprobe.h"
#include "services/eventloop.h"

#include <functional>

namespace Benchboot {

/// Looks for other DHCP and PXE servers on some cards, through a socket on port 67. Belongs to the loop's thread.
class ServerSearch
{
public:
    /// Ends a search of one card.
    using Found = std::function<void(const NetworkCard &, const QList<Dhcp::NetworkFinding> &)>;

    /// How long servers have, in milliseconds: those that first look whether an address is free need three seconds; the second question is for
    /// lost packets.
    struct Times
    {
        qint64 repeatMs = 4000; ///< until the question is asked once more
        qint64 restMs = 6000; ///< from then to the end
    };

    ServerSearch(EventLoop &loop, Found found, Times times) : m_loop(loop), m_found(std::move(found)), m_times(times) { }
    ServerSearch(EventLoop &loop, Found found) : ServerSearch(loop, std::move(found), Times()) { }
    ~ServerSearch() { stop(); }
    Q_DISABLE_COPY_MOVE(ServerSearch)

    /// Asks on all \a cards but loopback, twice within a few seconds, and tells of each after ten. A search that is under way is begun anew.
    /// \param socket  from openUdpSocket(67); stays open until the end.
    void start(int socket, const QList<NetworkCard> &cards);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_timer != 0; }

    /// Takes a message that came in on the socket. \return whether it was part of the search: our own probe too comes back to us, as
    /// broadcasts do, and must not be answered.
    bool take(const Dhcp::Message &message, Ipv4 source);

private:
    struct Probe
    {
        NetworkCard card;
        quint32 transaction = 0;
        QList<Dhcp::ServerSighting> sightings;
    };
    void ask();
    void finish();

    EventLoop &m_loop;
    Found m_found;
    const Times m_times;
    int m_socket = -1;
    QList<Probe> m_probes;
    EventLoop::TimerId m_timer = 0;
};

} // namespace Benchboot
