// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/tftp/simulatedclient.h"

#include <algorithm>
#include <limits>

namespace Benchboot::Tftp {
namespace {

constexpr qint64 clientTimeoutMs = 4000; // as EDK2
constexpr qint64 never = std::numeric_limits<qint64>::max();

} // namespace

Simulation::Simulation(const QByteArray &file, const Parameters &parameters, const Weather &weather, unsigned seed)
    : m_file(file), m_transfer(parameters, file.size()), m_weather(weather), m_random(seed)
{
}

void Simulation::run()
{
    perform(m_transfer.start());
    m_clientTimer = clientTimeoutMs;
    while (!m_network.empty() || m_serverTimer >= 0 || m_clientTimer >= 0) {
        const auto at = [](qint64 timer) { return timer < 0 ? never : timer; };
        const qint64 arrival = m_network.empty() ? never : m_network.begin()->first;
        nowMs = std::min({arrival, at(m_serverTimer), at(m_clientTimer)});
        if (nowMs == arrival) {
            const auto next = m_network.begin()->second;
            m_network.erase(m_network.begin());
            if (next.toClient)
                clientReceives(next.packet);
            else
                perform(m_transfer.onDatagram(next.packet));
        } else if (nowMs == m_serverTimer) {
            m_serverTimer = -1;
            perform(m_transfer.onTimeout());
        } else {
            m_clientTimer = -1;
            if (!clientHasAll && !finish)
                acknowledge();
        }
    }
}

void Simulation::perform(const Actions &actions)
{
    for (const auto &action : actions) {
        if (const auto *packet = std::get_if<SendPacket>(&action)) {
            post(true, packet->packet);
        } else if (const auto *blocks = std::get_if<SendBlocks>(&action)) {
            for (qint64 number = blocks->first; number < blocks->first + blocks->count; ++number) {
                ++blocksSent;
                const auto bytes = m_file.sliced(m_transfer.offsetOf(number), m_transfer.lengthOf(number));
                post(true, serialise(Data{quint16(number), bytes}));
            }
        } else if (const auto *timer = std::get_if<ArmTimer>(&action)) {
            m_serverTimer = nowMs + timer->ms;
        } else {
            finish = std::get<Finish>(action);
            m_serverTimer = -1;
        }
    }
}

void Simulation::post(bool toClient, const QByteArray &packet)
{
    for (int copies = happens(m_weather.duplication) ? 2 : 1; copies > 0; --copies) {
        if (happens(m_weather.loss))
            continue;
        const qint64 delay = happens(m_weather.reordering) ? 2 + m_random() % 4 : 1;
        m_network.emplace(nowMs + delay, InFlight{toClient, packet});
    }
}

void Simulation::clientReceives(const QByteArray &packet)
{
    const auto parsed = parse(packet);
    if (!parsed)
        qFatal("the server sent something that is no TFTP packet");
    if (std::holds_alternative<OptionAck>(*parsed)) {
        if (m_clientBlocks == 0)
            acknowledge();
        return;
    }
    const auto *data = std::get_if<Data>(&*parsed);
    if (!data)
        return;
    if (data->block == quint16(m_clientBlocks) && m_sinceAck == 0) {
        acknowledge(); // the last acknowledgement was lost
        return;
    }
    const auto ahead = quint16(data->block - quint16(m_clientBlocks + 1));
    if (clientHasAll || ahead != 0) {
        if (ahead < 0x8000 && m_sinceAck != 0)
            acknowledge(); // RFC 7440 §4: a gap; said once in a window
        return;
    }
    ++m_clientBlocks;
    ++m_sinceAck;
    received += data->bytes;
    clientHasAll = data->bytes.size() < m_transfer.parameters().blockSize;
    if (clientHasAll || m_sinceAck == m_transfer.parameters().windowSize)
        acknowledge();
}

void Simulation::acknowledge()
{
    m_sinceAck = 0;
    m_clientTimer = clientHasAll ? -1 : nowMs + clientTimeoutMs;
    post(false, serialise(Ack{quint16(m_clientBlocks)}));
}

} // namespace Benchboot::Tftp
