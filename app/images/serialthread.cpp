// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/serialthread.h"

#include <utility>

namespace Benchboot {

void SerialThread::post(Work work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_posted.notify_one();
}

void SerialThread::run(const std::stop_token &stop)
{
    for (;;) {
        Work work;
        {
            std::unique_lock lock(m_mutex);
            m_posted.wait(lock, stop, [this] { return !m_waiting.empty(); });
            if (stop.stop_requested())
                return;
            work = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        work();
    }
}

} // namespace Benchboot
