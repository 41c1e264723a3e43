// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>
#include <shared_mutex>

namespace Benchboot {

/// Runs tasks that may wait for disks on a bounded number of threads. Each disk is a lane: its tasks begin in the order they come, only so many
/// threads at once wait for it, and lanes take turns, so that a disk that answers nothing leaves threads to the others. A thread that the kernel
/// does not give back, as one that waits for a dead network drive, is left behind when the pool stops; see Gate. Unlike QThreadPool's, its locks are
/// the standard library's, which the thread sanitizer understands, and its threads have no event dispatcher.
class WorkerPool
{
public:
    using Lane = quint64;

    /// The way from a task to what may be gone when the disk answers at last. All else that a task uses it owns.
    class Gate
    {
    public:
        /// Calls \a deed, which must not wait for anything, unless the pool has left this thread behind. stop() does not return meanwhile.
        void pass(const std::function<void()> &deed) const;

    private:
        friend class WorkerPool;
        mutable std::shared_mutex m_mutex;
        bool m_shut = false; // guarded by m_mutex
    };
    using Task = std::function<void(const Gate &)>;

    WorkerPool(std::size_t maxThreads, std::size_t maxPerLane);
    ~WorkerPool(); ///< stops
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// Any thread. A thread is made when all others are busy; all inherit the first caller's signal mask.
    void start(Lane lane, Task task);
    /// Drops what waits, and waits up to \a patience for what runs. Tasks that come later are dropped. A second call does nothing.
    /// \return whether all threads have ended; the others are left behind, and what their tasks own goes when they end.
    bool stop(std::chrono::milliseconds patience = std::chrono::milliseconds(250));

private:
    struct State;
    std::shared_ptr<State> m_state; // of the threads, too
};

} // namespace Benchboot
