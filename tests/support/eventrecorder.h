// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QList>
#include <QStringList>

#include <mutex>

namespace Benchboot {

/// Keeps every event. Any thread.
class EventRecorder final : public EventSink
{
public:
    void append(Event event) override
    {
        const std::scoped_lock lock(m_mutex);
        m_events.append(std::move(event));
    }
    [[nodiscard]] QList<Event> all() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_events;
    }
    /// The kinds of all events in their order.
    [[nodiscard]] QStringList kinds() const
    {
        QStringList kinds;
        for (const auto &event : all())
            kinds.append(event.kind);
        return kinds;
    }

private:
    mutable std::mutex m_mutex;
    QList<Event> m_events;
};

} // namespace Benchboot
