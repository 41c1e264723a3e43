// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <QtGlobal>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <unordered_map>
#include <vector>

struct epoll_event;

namespace Benchboot {

/// A small epoll(7) loop with one-shot timers, for sockets of which Qt's notifiers would be too many or too slow (design: thousands of TFTP
/// transfers in one thread). Everything but post() and stop() belongs to the thread that runs it.
class EventLoop
{
public:
    using TimerId = quint64; ///< never 0

    EventLoop();
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    /// Calls \a onReady with the ready EPOLL* bits whenever \a fd has some of \a events. The loop does not own \a fd; unwatch before closing it.
    void watch(int fd, quint32 events, std::function<void(quint32)> onReady);
    void rewatch(int fd, quint32 events); ///< other events for a watched descriptor
    void unwatch(int fd); ///< safe within its own callback; ignored for descriptors that are not watched

    /// Calls \a onTimeout once, \a delayMs from now at the earliest (CLOCK_MONOTONIC).
    TimerId startTimer(qint64 delayMs, std::function<void()> onTimeout);
    void cancelTimer(TimerId id); ///< ignored for 0 and for timers that have fired

    /// Runs \a task soon in the loop's thread. Any thread.
    void post(std::function<void()> task);

    /// Before it sleeps, the loop looks for a moment whether something comes, as long as that is so as a rule: clients that answer each packet
    /// at once are served sooner than a sleeping processor wakes.
    void setLingers(bool on) { m_lingers = on; }

    void run(); ///< until stop()
    void stop(); ///< any thread; run() returns after the callback that is under way

private:
    struct Watch;
    void wake();
    [[nodiscard]] int runTimers();
    void runTasks();
    [[nodiscard]] bool hasTasks();
    [[nodiscard]] bool goOn();
    [[nodiscard]] int waitForEvents(std::span<epoll_event> ready, int timeout);

    FileDescriptor m_epoll;
    FileDescriptor m_wake;
    std::unordered_map<int, std::shared_ptr<Watch>> m_watches;
    std::map<std::pair<qint64, TimerId>, std::function<void()>> m_timers;
    std::unordered_map<TimerId, qint64> m_deadlines;
    TimerId m_lastTimer = 0;
    bool m_lingers = false;
    int m_sleeps = 0; // to come without a look before them
    int m_sleepsAfterMiss = 1; // how many after the next look in vain
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_tasks; // guarded by m_mutex
    std::thread::id m_thread; // that is in run(); guarded by m_mutex
    bool m_stopping = false; // guarded by m_mutex
};

} // namespace Benchboot
