// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workerpool.h"

#include <utility>

namespace Benchboot {

void WorkerPool::start(std::function<void()> task)
{
    const std::scoped_lock lock(m_mutex);
    if (m_stopping)
        return;
    m_tasks.push_back(std::move(task));
    if (m_tasks.size() > m_idleThreads && m_threads.size() < m_maxThreads)
        m_threads.emplace_back([this] { run(); });
    else
        m_taskCame.notify_one();
}

void WorkerPool::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idleThreads;
        m_taskCame.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
        --m_idleThreads;
        if (m_stopping)
            return;
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        task = nullptr; // what it holds goes before the lock is taken again
        lock.lock();
    }
}

void WorkerPool::stop()
{
    std::deque<std::function<void()>> dropped;
    std::vector<std::thread> threads;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_tasks);
        threads.swap(m_threads);
    }
    m_taskCame.notify_all();
    for (auto &thread : threads)
        thread.join();
}

} // namespace Benchboot
