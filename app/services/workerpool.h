// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace Benchboot {

/// Runs tasks in the order they come on a bounded number of threads. Unlike QThreadPool's, its locks are the standard library's, which the thread
/// sanitizer understands, and its threads have no event dispatcher.
class WorkerPool
{
public:
    explicit WorkerPool(std::size_t maxThreads) : m_maxThreads(maxThreads) { }
    ~WorkerPool() { stop(); }
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// Any thread. A thread is made when all others are busy; it inherits the caller's signal mask.
    void start(std::function<void()> task);
    void stop(); ///< drops what waits, lets what runs end, joins all threads; tasks that come later are dropped

private:
    void run();

    const std::size_t m_maxThreads;
    std::mutex m_mutex;
    std::condition_variable m_taskCame;
    std::deque<std::function<void()>> m_tasks; // this and all below are guarded by m_mutex
    std::vector<std::thread> m_threads;
    std::size_t m_idleThreads = 0;
    bool m_stopping = false;
};

} // namespace Benchboot
