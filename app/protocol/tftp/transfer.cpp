// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/tftp/transfer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Tftp {
namespace {

constexpr qint64 firstIntervalMs = 1000;
constexpr qint64 maxIntervalMs = 8000; // with the doubling from 1 s: sent at 0, 1, 3, 7, 15 and 23 s
constexpr qint64 patienceMs = 30'000;
// Many clients never acknowledge the last block (dnsmasq sees the same): they have closed their port and boot already.
constexpr int retriesOfLastBlock = 2;
// A window of 64 blocks at 20 % loss sends every block about thirteen times. More is a broken network, or somebody who uses us to flood one.
constexpr qint64 resendsPerByte = 16;
constexpr qint64 freeResendBytes = 1024 * 1024;

} // namespace

Transfer::Transfer(const Parameters &parameters, qint64 size)
    : m_parameters(parameters), m_size(size), m_blocks(size / parameters.blockSize + 1),
      m_resendBudget(resendsPerByte * size + freeResendBytes),
      m_firstIntervalMs(parameters.timeoutSeconds > 0 ? parameters.timeoutSeconds * qint64(1000) : firstIntervalMs),
      m_maxIntervalMs(std::max(maxIntervalMs, m_firstIntervalMs)),
      m_patienceMs(std::max(patienceMs, 2 * m_firstIntervalMs))
{
}

Actions Transfer::start()
{
    Q_ASSERT(m_state == State::Idle);
    m_state = m_parameters.accepted.isEmpty() ? State::Sending : State::AwaitingOptionAck;
    m_intervalMs = m_firstIntervalMs;
    if (m_state == State::AwaitingOptionAck)
        return {SendPacket{serialise(OptionAck{m_parameters.accepted})}, ArmTimer{m_intervalMs}};
    const auto blocks = window();
    m_sent = blocks.count;
    return {blocks, ArmTimer{m_intervalMs}};
}

Actions Transfer::onDatagram(QByteArrayView datagram)
{
    if (m_state == State::Idle || m_state == State::Finished)
        return {};
    const auto packet = parse(datagram);
    if (!packet)
        return {};
    if (const auto *ack = std::get_if<Ack>(&*packet))
        return onAck(ack->block);
    if (const auto *error = std::get_if<ErrorPacket>(&*packet))
        return onError(*error);
    return {};
}

Actions Transfer::onAck(quint16 block)
{
    if (m_state == State::AwaitingOptionAck) {
        if (block != 0)
            return {};
        m_state = State::Sending;
        return progress();
    }
    // RFC 1123 §4.2.3.1, the Sorcerer's Apprentice: an acknowledgement that brings nothing new must not be answered, or every duplicate on
    // the way would double the traffic from there on. The timer deals with real loss.
    const auto news = quint16(block - quint16(m_acknowledged));
    if (news == 0 || news > m_sent - m_acknowledged) {
        m_clientWaits = m_clientWaits || news == 0;
        return {};
    }
    m_acknowledged += news;
    if (m_acknowledged == m_blocks) {
        m_answered = true;
        return finish(Event::Outcome::Ok, {});
    }
    return progress();
}

Actions Transfer::progress()
{
    m_answered = true;
    m_retries = 0;
    m_waitedMs = 0;
    m_clientWaits = false;
    m_intervalMs = m_firstIntervalMs;
    // RFC 7440 §4: after the acknowledgement of a block inside the window a new window starts with the block after it.
    const auto blocks = window();
    const qint64 again = std::max<qint64>(m_sent - m_acknowledged, 0);
    m_resendBudget -= std::min<qint64>(again, blocks.count) * m_parameters.blockSize;
    if (m_resendBudget < 0)
        return finish(Event::Outcome::Aborted, u"too many blocks had to be sent again; the network loses packets"_s);
    m_sent = std::max(m_sent, blocks.first + blocks.count - 1);
    return {blocks, ArmTimer{m_intervalMs}};
}

Actions Transfer::onError(const ErrorPacket &error)
{
    // EDK2 asks for the size, refuses the OACK with ERROR 8 and comes back; others do so with ERROR 0.
    const bool refused = error.code == ErrorCode::OptionsRefused || error.code == ErrorCode::NotDefined;
    if (m_state == State::AwaitingOptionAck && refused)
        return finish(Event::Outcome::Probe, u"the client only asked for the size"_s);
    const auto reason = u"the client gave up with error %1"_s.arg(int(error.code));
    constexpr qsizetype longestMessage = 128;
    const auto message = QString::fromLatin1(error.message.first(std::min(error.message.size(), longestMessage)));
    return finish(Event::Outcome::Aborted, message.isEmpty() ? reason : u"%1: %2"_s.arg(reason, message));
}

Actions Transfer::onTimeout()
{
    if (m_state == State::Idle || m_state == State::Finished)
        return {};
    m_waitedMs += m_intervalMs;
    const bool onlyLastBlocksOpen = m_state == State::Sending && m_sent == m_blocks;
    if (onlyLastBlocksOpen && m_answered && !m_clientWaits && m_retries >= retriesOfLastBlock) {
        m_acknowledged = m_blocks;
        return finish(Event::Outcome::Ok, u"the client did not confirm the last block"_s);
    }
    if (m_waitedMs >= m_patienceMs)
        return finish(Event::Outcome::Aborted, u"no answer from the client for %1 s"_s.arg(m_waitedMs / 1000));
    return sendAgain();
}

Actions Transfer::sendAgain()
{
    ++m_retries;
    m_intervalMs = std::min({m_intervalMs * 2, m_maxIntervalMs, m_patienceMs - m_waitedMs});
    if (m_state == State::AwaitingOptionAck)
        return {SendPacket{serialise(OptionAck{m_parameters.accepted})}, ArmTimer{m_intervalMs}};
    const auto blocks = window();
    m_resendBudget -= qint64(blocks.count) * m_parameters.blockSize;
    if (m_resendBudget < 0)
        return finish(Event::Outcome::Aborted, u"too many blocks had to be sent again; the network loses packets"_s);
    return {blocks, ArmTimer{m_intervalMs}};
}

Actions Transfer::onFailure(const QString &reason)
{
    if (m_state == State::Finished)
        return {};
    m_state = State::Finished;
    return {SendPacket{serialise(ErrorPacket{ErrorCode::NotDefined, "The server cannot send the file"})},
            Finish{Event::Outcome::Failed, reason}};
}

Actions Transfer::finish(Event::Outcome outcome, const QString &detail)
{
    m_state = State::Finished;
    return {Finish{outcome, detail}};
}

SendBlocks Transfer::window() const
{
    return {m_acknowledged + 1, int(std::min<qint64>(m_parameters.windowSize, m_blocks - m_acknowledged))};
}

int Transfer::lengthOf(qint64 number) const
{
    return int(std::clamp<qint64>(m_size - offsetOf(number), 0, m_parameters.blockSize));
}

qint64 Transfer::bytesDelivered() const { return std::min(m_acknowledged * m_parameters.blockSize, m_size); }

} // namespace Benchboot::Tftp
