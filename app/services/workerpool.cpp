// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workerpool.h"

#include <utility>

namespace Benchboot {

void WorkerPool::start(Lane lane, std::function<void()> task)
{
    const std::scoped_lock lock(m_mutex);
    if (m_stopping)
        return;
    auto &queue = m_lanes[lane];
    queue.tasks.push_back(std::move(task));
    makeReady(lane, queue);
    callThread();
}

/// Sees to it that somebody looks at what is ready. Who takes a task calls the next.
void WorkerPool::callThread()
{
    if (m_ready.size() > m_idleThreads && m_threads.size() < m_maxThreads)
        m_threads.emplace_back([this] { run(); });
    else if (!m_ready.empty())
        m_taskCame.notify_one();
}

/// Puts \a lane in line, once, if one of its tasks may begin.
void WorkerPool::makeReady(Lane lane, Queue &queue)
{
    if (queue.ready || queue.tasks.empty() || queue.running >= m_maxPerLane)
        return;
    queue.ready = true;
    m_ready.push_back(lane);
}

void WorkerPool::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idleThreads;
        m_taskCame.wait(lock, [this] { return m_stopping || !m_ready.empty(); });
        --m_idleThreads;
        if (m_stopping)
            return;
        const auto lane = m_ready.front();
        m_ready.pop_front();
        auto &queue = m_lanes[lane];
        queue.ready = false;
        auto task = std::move(queue.tasks.front());
        queue.tasks.pop_front();
        ++queue.running;
        makeReady(lane, queue);
        callThread();
        lock.unlock();
        task();
        task = nullptr; // what it holds goes before the lock is taken again
        lock.lock();
        --queue.running; // elements of an unordered_map stay where they are
        makeReady(lane, queue);
        if (queue.running == 0 && queue.tasks.empty())
            m_lanes.erase(lane);
    }
}

void WorkerPool::stop()
{
    std::vector<std::thread> threads;
    std::vector<std::deque<std::function<void()>>> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        for (auto &[lane, queue] : m_lanes)
            dropped.push_back(std::exchange(queue.tasks, {}));
        threads.swap(m_threads);
    }
    m_taskCame.notify_all();
    dropped.clear(); // what runs may wait for what they hold
    for (auto &thread : threads)
        thread.join();
}

} // namespace Benchboot
