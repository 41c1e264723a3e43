// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QList>

#include <mutex>

namespace Benchboot {

/// What services append to and the session empties in batches. Bounded: when it is full, details (packets seen, progress, probes) are dropped
/// and counted; the ends of transfers are only when four times as much has come together, state changes never. Any thread.
class EventQueue final : public EventSink
{
public:
    explicit EventQueue(qsizetype capacity = 65'536) : m_capacity(capacity) { }

    void append(Event event) override;

    struct Batch
    {
        QList<Event> events;
        qint64 dropped = 0; ///< events that found no room since the last take()
    };
    [[nodiscard]] Batch take();

private:
    const qsizetype m_capacity;
    std::mutex m_mutex;
    Batch m_batch; // guarded by m_mutex
};

} // namespace Benchboot
