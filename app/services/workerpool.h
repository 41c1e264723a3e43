// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace Benchboot {

/// Runs tasks that may wait for disks on a bounded number of threads. Each disk is a lane: its tasks begin in the order they come, only so many
/// threads at once wait for it, and lanes take turns, so that a disk that answers nothing leaves threads to the others. Unlike QThreadPool's, its
/// locks are the standard library's, which the thread sanitizer understands, and its threads have no event dispatcher.
class WorkerPool
{
public:
    using Lane = quint64;

    WorkerPool(std::size_t maxThreads, std::size_t maxPerLane) : m_maxThreads(maxThreads), m_maxPerLane(maxPerLane) { }
    ~WorkerPool() { stop(); }
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// Any thread. A thread is made when all others are busy; all inherit the first caller's signal mask.
    void start(Lane lane, std::function<void()> task);
    void stop(); ///< drops what waits, lets what runs end, joins all threads; tasks that come later are dropped

private:
    struct Queue
    {
        std::deque<std::function<void()>> tasks;
        std::size_t running = 0;
        bool ready = false; // is in m_ready
    };

    void run();
    void makeReady(Lane lane, Queue &queue);
    void callThread();

    const std::size_t m_maxThreads;
    const std::size_t m_maxPerLane;
    std::mutex m_mutex;
    std::condition_variable m_taskCame;
    std::unordered_map<Lane, Queue> m_lanes; // those with tasks; this and all below are guarded by m_mutex
    std::deque<Lane> m_ready; // those of which a task may begin, in turn
    std::vector<std::thread> m_threads;
    std::size_t m_idleThreads = 0;
    bool m_stopping = false;
};

} // namespace Benchboot
