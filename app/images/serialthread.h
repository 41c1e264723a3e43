// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace Benchboot {

/// A thread that does one thing after the other, in the order in which they were posted. What has not begun when it is destroyed is dropped.
class SerialThread
{
public:
    using Work = std::move_only_function<void()>;

    SerialThread() = default;
    SerialThread(const SerialThread &) = delete;
    SerialThread &operator=(const SerialThread &) = delete;
    ~SerialThread() = default;

    void post(Work work); ///< from any thread

private:
    void run(const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_posted;
    std::deque<Work> m_waiting;
    std::jthread m_thread{
        [this](const std::stop_token &stop) { run(stop); }}; ///< last, so that all else is there while it runs
};

} // namespace Benchboot
