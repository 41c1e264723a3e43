// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace Benchboot {

/// How fast bytes come, smoothed over the last two seconds. A value; time comes from outside.
class RateMeter
{
public:
    /// \param ms     monotonic time
    /// \param bytes  done so far, over all; fewer than before: a new count begins
    void add(qint64 ms, qint64 bytes)
    {
        if (!m_samples.empty() && bytes < m_samples.back().bytes)
            m_samples.clear();
        m_samples.push_back({ms, bytes});
        // One sample stays that is older than the window, so that the rate covers all of it.
        while (m_samples.size() > 2 && ms - m_samples[1].ms >= windowMs)
            m_samples.pop_front();
    }

    /// \return 0 until half a second is known
    [[nodiscard]] double bytesPerSecond() const
    {
        if (m_samples.empty())
            return 0;
        const auto ms = m_samples.back().ms - m_samples.front().ms;
        const auto bytes = m_samples.back().bytes - m_samples.front().bytes;
        return ms < shortestMs ? 0 : double(bytes) * 1000 / double(ms);
    }

    /// Seconds until \a total is reached, rounded up; −1 while unknown.
    [[nodiscard]] qint64 secondsLeft(qint64 total) const
    {
        const auto rate = bytesPerSecond();
        if (rate <= 0 || total <= 0)
            return -1;
        return ceiling(double(total - m_samples.back().bytes) / rate);
    }

private:
    static constexpr qint64 windowMs = 2000;
    static constexpr qint64 shortestMs = 500;

    struct Sample
    {
        qint64 ms;
        qint64 bytes;
    };

    static qint64 ceiling(double value)
    {
        const auto whole = qint64(value);
        return double(whole) < value ? whole + 1 : whole;
    }

    std::deque<Sample> m_samples;
};

} // namespace Benchboot
