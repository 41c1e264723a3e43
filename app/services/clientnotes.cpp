// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/clientnotes.h"

#include <utility>

namespace Benchboot {

void ClientNotes::noteFollowUp(const QString &address, const QString &mac, qint64 timeMs)
{
    const std::scoped_lock lock(m_mutex);
    if (m_followUps.size() >= mostFollowUps && !m_followUps.contains(address))
        return;
    auto &last = m_followUps[address];
    last.timeMs = timeMs;
    if (!mac.isEmpty())
        last.mac = mac;
}

QList<ClientNotes::FollowUp> ClientNotes::takeFollowUps()
{
    QHash<QString, LastRequest> taken;
    {
        const std::scoped_lock lock(m_mutex);
        taken = std::exchange(m_followUps, {});
    }
    QList<FollowUp> list;
    for (const auto &[text, last] : std::as_const(taken).asKeyValueRange()) {
        if (const auto address = Ipv4::parse(text))
            list.append({*address, last.mac, last.timeMs});
    }
    return list;
}

void ClientNotes::noteLesson(const Dhcp::Lesson &lesson)
{
    const std::scoped_lock lock(m_mutex);
    if (m_lessons.size() < mostLessons)
        m_lessons.append(lesson);
}

QList<Dhcp::Lesson> ClientNotes::takeLessons()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_lessons, {});
}

void FollowUpSink::append(Event event)
{
    const bool asksForFile = event.service == Event::Service::Tftp || event.service == Event::Service::Http;
    if (asksForFile && event.outcome != Event::Outcome::Ignored && !event.address.isEmpty())
        m_notes.noteFollowUp(event.address, event.mac, m_clock.monotonicMs());
    m_next.append(std::move(event));
}

} // namespace Benchboot
