// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <atomic>

namespace Benchboot {

/// A clock that stands still until a test moves it. Starts in November 2023.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] qint64 monotonicMs() const override { return m_elapsedMs; }
    [[nodiscard]] qint64 wallMs() const override { return 1'700'000'000'000 + m_elapsedMs; }
    [[nodiscard]] qint64 sleptMs() const override { return m_sleptMs; }
    void advance(qint64 ms) { m_elapsedMs += ms; }
    void sleep(qint64 ms) { m_sleptMs += ms; } ///< of the whole machine

private:
    std::atomic<qint64> m_elapsedMs = 0;
    std::atomic<qint64> m_sleptMs = 0;
};

} // namespace Benchboot
