// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/eventloop.h"

#include <functional>
#include <semaphore>
#include <thread>

namespace Benchboot {

/// Runs an event loop in a thread of its own from construction to destruction.
class LoopThread
{
public:
    LoopThread() : m_thread([this] { m_loop.run(); }) { }
    ~LoopThread()
    {
        m_loop.stop();
        m_thread.join();
    }
    LoopThread(const LoopThread &) = delete;
    LoopThread &operator=(const LoopThread &) = delete;

    [[nodiscard]] EventLoop &loop() { return m_loop; }
    /// Runs \a task in the loop's thread and waits until it has run.
    void call(const std::function<void()> &task)
    {
        std::binary_semaphore done(0);
        m_loop.post([&] {
            task();
            done.release();
        });
        done.acquire();
    }
    /// Returns when everything that was readable on a watched descriptor has had its callback once.
    void settle()
    {
        // The loop polls between two rounds of posted tasks, so a second round means that it has polled since the
        // first.
        call([] { });
        call([] { });
        call([] { });
    }

private:
    EventLoop m_loop;
    std::thread m_thread;
};

} // namespace Benchboot
