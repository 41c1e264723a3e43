// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/eventqueue.h"

#include <utility>

namespace Benchboot {
namespace {

/// Even the ends of transfers stop being kept at this multiple of the capacity: only an attack makes so many in 50 ms.
constexpr qsizetype floodFactor = 4;

bool isDetail(const Event &event)
{
    switch (event.outcome) {
    case Event::Outcome::Info:
    case Event::Outcome::Started:
    case Event::Outcome::Probe:
    case Event::Outcome::Ignored:
    case Event::Outcome::NotFound:
        return event.service != Event::Service::Session;
    case Event::Outcome::Ok:
    case Event::Outcome::Refused:
    case Event::Outcome::Aborted:
    case Event::Outcome::Failed:
        return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace

void EventQueue::append(Event event)
{
    const std::scoped_lock lock(m_mutex);
    const auto waiting = m_batch.events.size();
    const bool isFull = waiting >= m_capacity && isDetail(event);
    const bool isFlooded = waiting >= floodFactor * m_capacity && event.service != Event::Service::Session;
    if (isFull || isFlooded)
        ++m_batch.dropped;
    else
        m_batch.events.append(std::move(event));
}

EventQueue::Batch EventQueue::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_batch, {});
}

} // namespace Benchboot
