// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/event.h"
#include "core/ipv4.h"
#include "protocol/dhcp/knownclients.h"

#include <QHash>
#include <QList>

#include <mutex>

namespace Benchboot {

/// What the threads tell each other about clients: TFTP and HTTP tell ProxyDHCP who came for files, ProxyDHCP tells the session what it learnt
/// of that. Any thread; bounded, and what does not fit is forgotten.
class ClientNotes
{
public:
    static constexpr qsizetype mostFollowUps = 4096; ///< addresses
    static constexpr qsizetype mostLessons = 4096;

    /// A client asked for a file.
    struct FollowUp
    {
        Ipv4 address;
        QString mac; ///< empty: unknown
        qint64 timeMs = 0; ///< of its last request, Clock::monotonicMs()
    };
    void noteFollowUp(const QString &address, const QString &mac, qint64 timeMs);
    [[nodiscard]] QList<FollowUp> takeFollowUps(); ///< since the last call, one for each address

    void noteLesson(const Dhcp::Lesson &lesson);
    [[nodiscard]] QList<Dhcp::Lesson> takeLessons(); ///< since the last call

private:
    struct LastRequest
    {
        QString mac;
        qint64 timeMs = 0;
    };
    std::mutex m_mutex;
    QHash<QString, LastRequest> m_followUps; // by address; guarded by m_mutex
    QList<Dhcp::Lesson> m_lessons; // guarded by m_mutex
};

/// Hands events on and notes who asks for files over TFTP or HTTP. Any thread.
class FollowUpSink final : public EventSink
{
public:
    FollowUpSink(ClientNotes &notes, EventSink &next, const Clock &clock) : m_notes(notes), m_next(next), m_clock(clock)
    {
    }
    void append(Event event) override;

private:
    ClientNotes &m_notes;
    EventSink &m_next;
    const Clock &m_clock;
};

} // namespace Benchboot
