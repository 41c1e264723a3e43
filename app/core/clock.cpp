// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

#include <chrono>
#include <ctime>

namespace Benchboot {

qint64 SystemClock::monotonicMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

qint64 SystemClock::wallMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

qint64 SystemClock::sleptMs() const
{
    timespec withSleep{};
    timespec without{};
    ::clock_gettime(CLOCK_BOOTTIME, &withSleep);
    ::clock_gettime(CLOCK_MONOTONIC, &without);
    return (withSleep.tv_sec - without.tv_sec) * 1000 + (withSleep.tv_nsec - without.tv_nsec) / 1'000'000;
}

} // namespace Benchboot
