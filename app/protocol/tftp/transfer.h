// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "protocol/tftp/negotiation.h"

#include <QVarLengthArray>

#include <variant>

namespace Benchboot::Tftp {

/// Send these bytes to the client.
struct SendPacket
{
    QByteArray packet;

    friend bool operator==(const SendPacket &, const SendPacket &) = default;
};

/// Send DATA for blocks `first` … `first + count − 1`. Replaces a range that has not been sent yet.
struct SendBlocks
{
    qint64 first = 1; ///< counted from 1 without wrapping; the number on the wire is the low 16 bits
    int count = 0; ///< 1 to the window size

    friend bool operator==(const SendBlocks &, const SendBlocks &) = default;
};

/// Call onTimeout() after this time from when everything was sent. Replaces an earlier timer.
struct ArmTimer
{
    qint64 ms = 0;

    friend bool operator==(const ArmTimer &, const ArmTimer &) = default;
};

/// The transfer is over; no further action follows.
struct Finish
{
    Event::Outcome outcome = Event::Outcome::Ok; ///< Ok, Probe, Aborted or Failed
    QString detail; ///< why, for people; empty where there is nothing to say

    friend bool operator==(const Finish &, const Finish &) = default;
};

using Action = std::variant<SendPacket, SendBlocks, ArmTimer, Finish>;
using Actions = QVarLengthArray<Action, 3>;

/// One file on its way to one client: told what arrives, answers what to do. Has neither socket, file nor clock, so that loss, duplicates and
/// time-outs are rows of a test. Windows per RFC 7440; the block number wraps from 65535 to 0. Not thread-safe.
class Transfer
{
public:
    /// \param size  of the file in bytes, as the OACK says where it holds tsize.
    Transfer(const Parameters &parameters, qint64 size);

    /// The first answer to the read request: OACK, or the first window where nothing was agreed on. Call once, first.
    [[nodiscard]] Actions start();
    /// \param datagram  whole UDP payload from the client's address and port. Anything but a fitting ACK or an ERROR is ignored.
    [[nodiscard]] Actions onDatagram(QByteArrayView datagram);
    [[nodiscard]] Actions onTimeout();
    /// Our side cannot go on, e.g. the file cannot be read: tells the client and finishes with Failed and \a reason.
    [[nodiscard]] Actions onFailure(const QString &reason);

    /// Where block \a number (from 1) lies in the file: its length is 0–blksize, the last one's less than blksize.
    [[nodiscard]] qint64 offsetOf(qint64 number) const { return (number - 1) * m_parameters.blockSize; }
    [[nodiscard]] int lengthOf(qint64 number) const;
    [[nodiscard]] qint64 blockCount() const { return m_blocks; }
    [[nodiscard]] const Parameters &parameters() const { return m_parameters; }

    [[nodiscard]] qint64 bytesDelivered() const; ///< acknowledged so far
    [[nodiscard]] bool isAnswered() const { return m_answered; } ///< the client has acknowledged something
    [[nodiscard]] bool isStalled() const
    {
        return m_retries > 0;
    } ///< the client has been silent since something was sent again
    [[nodiscard]] bool isFinished() const { return m_state == State::Finished; }

private:
    enum class State { Idle, AwaitingOptionAck, Sending, Finished };

    Actions onAck(quint16 block);
    Actions onError(const ErrorPacket &error);
    Actions progress(); ///< next window after an acknowledgement
    Actions sendAgain();
    Actions finish(Event::Outcome outcome, const QString &detail);
    [[nodiscard]] SendBlocks window() const;

    Parameters m_parameters;
    qint64 m_size;
    qint64 m_blocks; // in all; at least 1
    qint64 m_acknowledged = 0; // blocks
    qint64 m_sent = 0; // highest block sent so far
    qint64 m_resendBudget; // bytes that may still be sent again
    qint64 m_firstIntervalMs;
    qint64 m_maxIntervalMs;
    qint64 m_patienceMs; // without progress
    qint64 m_intervalMs = 0; // the timer that runs
    qint64 m_waitedMs = 0; // since the last progress
    int m_retries = 0; // since the last progress
    bool m_answered = false;
    bool m_clientWaits
        = false; // it has repeated an acknowledgement since the last progress, so it is there and lacks blocks
    State m_state = State::Idle;
};

} // namespace Benchboot::Tftp
