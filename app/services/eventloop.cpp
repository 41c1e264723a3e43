// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventloop.h"

#include "core/clock.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

namespace Benchboot {
namespace {

constexpr std::chrono::microseconds LingerTime{50}; // about what a sleeping processor takes to wake
constexpr int MostSleeps = 1024; // a look in vain for so many sleeps costs nothing that could be measured

} // namespace

struct EventLoop::Watch
{
    std::function<void(quint32)> onReady;
};

EventLoop::EventLoop() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    Q_ASSERT(m_epoll.isValid() && m_wake.isValid());
    epoll_event event{.events = EPOLLIN, .data = {.fd = m_wake.get()}};
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_wake.get(), &event);
}

EventLoop::~EventLoop() = default;

void EventLoop::watch(int fd, quint32 events, std::function<void(quint32)> onReady)
{
    epoll_event event{.events = events, .data = {.fd = fd}};
    ::epoll_ctl(m_epoll.get(), m_watches.contains(fd) ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event);
    m_watches[fd] = std::make_shared<Watch>(std::move(onReady));
}

void EventLoop::rewatch(int fd, quint32 events)
{
    epoll_event event{.events = events, .data = {.fd = fd}};
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, fd, &event);
}

void EventLoop::unwatch(int fd)
{
    if (m_watches.erase(fd) > 0)
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr);
}

EventLoop::TimerId EventLoop::startTimer(qint64 delayMs, std::function<void()> onTimeout)
{
    const TimerId id = ++m_lastTimer;
    const qint64 deadline = SystemClock().monotonicMs() + std::max<qint64>(delayMs, 0);
    m_timers.emplace(std::pair{deadline, id}, std::move(onTimeout));
    m_deadlines.emplace(id, deadline);
    return id;
}

void EventLoop::cancelTimer(TimerId id)
{
    if (const auto found = m_deadlines.find(id); found != m_deadlines.end()) {
        m_timers.erase({found->second, id});
        m_deadlines.erase(found);
    }
}

void EventLoop::post(std::function<void()> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
        if (m_tasks.size() > 1 || m_thread == std::this_thread::get_id())
            return; // the loop looks for tasks before it waits, and for the first of others it has been woken
    }
    wake();
}

void EventLoop::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    wake();
}

void EventLoop::wake()
{
    const quint64 one = 1;
    // A full counter (EAGAIN) means that a wake-up is pending already.
    [[maybe_unused]] const auto written = ::write(m_wake.get(), &one, sizeof one);
}

int EventLoop::runTimers()
{
    const qint64 now = SystemClock().monotonicMs();
    while (!m_timers.empty()) {
        const auto first = m_timers.begin();
        const auto [deadline, id] = first->first;
        if (deadline > now)
            return int(std::min<qint64>(deadline - now, 60'000));
        const auto onTimeout = std::move(first->second);
        m_timers.erase(first);
        m_deadlines.erase(id);
        onTimeout();
    }
    return -1;
}

void EventLoop::runTasks()
{
    std::vector<std::function<void()>> tasks;
    {
        const std::scoped_lock lock(m_mutex);
        tasks.swap(m_tasks);
    }
    for (const auto &task : tasks)
        task();
}

bool EventLoop::hasTasks()
{
    const std::scoped_lock lock(m_mutex);
    return !m_tasks.empty();
}

/// \return whether the loop is to go on.
bool EventLoop::goOn()
{
    const std::scoped_lock lock(m_mutex);
    const bool stopping = std::exchange(m_stopping, false);
    m_thread = stopping ? std::thread::id() : std::this_thread::get_id();
    return !stopping;
}

/// \param timeout  as of epoll_wait(2).
int EventLoop::waitForEvents(std::span<epoll_event> ready, int timeout)
{
    const auto wait = [&](int ms) { return ::epoll_wait(m_epoll.get(), ready.data(), int(ready.size()), ms); };
    if (timeout == 0 || !m_lingers || m_sleeps > 0) {
        m_sleeps -= m_sleeps > 0;
        return wait(timeout);
    }
    const auto end = std::chrono::steady_clock::now() + LingerTime;
    do {
        if (const int count = wait(0); count != 0) {
            m_sleepsAfterMiss = 1;
            return count;
        }
    } while (std::chrono::steady_clock::now() < end);
    m_sleeps = m_sleepsAfterMiss;
    m_sleepsAfterMiss = std::min(2 * m_sleepsAfterMiss, MostSleeps);
    return wait(timeout);
}

void EventLoop::run()
{
    std::array<epoll_event, 64> ready{};
    for (;;) {
        runTasks();
        if (!goOn())
            return;
        int timeout = runTimers();
        if (hasTasks())
            timeout = 0;
        const int count = waitForEvents(ready, timeout);
        for (int i = 0; i < count; ++i) {
            const auto &event = ready.at(std::size_t(i));
            if (event.data.fd == m_wake.get()) {
                quint64 counter = 0;
                [[maybe_unused]] const auto read = ::read(m_wake.get(), &counter, sizeof counter);
                continue;
            }
            // An earlier callback of this round may have unwatched the descriptor; the shared pointer keeps this one alive while it runs.
            if (const auto found = m_watches.find(event.data.fd); found != m_watches.end()) {
                const auto watch = found->second;
                watch->onReady(event.events);
            }
        }
    }
}

} // namespace Benchboot
