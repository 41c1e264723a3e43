// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/tftp/transfer.h"

#include <map>
#include <random>

namespace Benchboot::Tftp {

/// What a simulated network does to packets, in percent, in both directions.
struct Weather
{
    int loss = 0;
    int duplication = 0;
    int reordering = 0; ///< packets that take several times as long as the others
};

/// One transfer between the state machine under test and a client written from the RFCs, over a network with weather, in simulated time. The
/// same seed gives the same run.
class Simulation
{
public:
    Simulation(const QByteArray &file, const Parameters &parameters, const Weather &weather, unsigned seed);

    void run(); ///< until the transfer has finished and nothing is on its way

    bool clientHasAll = false;
    QByteArray received; ///< by the client
    std::optional<Finish> finish; ///< of the server
    qint64 blocksSent = 0; ///< DATA that left the server
    qint64 nowMs = 0;

private:
    struct InFlight
    {
        bool toClient = false;
        QByteArray packet;
    };

    void perform(const Actions &actions);
    void post(bool toClient, const QByteArray &packet);
    void clientReceives(const QByteArray &packet);
    void acknowledge();
    [[nodiscard]] bool happens(int percent) { return int(m_random() % 100) < percent; }

    QByteArray m_file;
    Transfer m_transfer;
    Weather m_weather;
    std::mt19937 m_random;
    std::multimap<qint64, InFlight> m_network; // by arrival
    qint64 m_serverTimer = -1; // absolute; −1: none
    qint64 m_clientTimer = -1;
    qint64 m_clientBlocks = 0; // received in order
    int m_sinceAck = 0;
};

} // namespace Benchboot::Tftp
