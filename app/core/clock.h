// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Benchboot {

/// Where time comes from, so that tests can move it. Both calls may be made from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds that only grow, from an arbitrary start: for durations and time-outs.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
    /// Milliseconds since 1970-01-01 UTC: for what people read.
    [[nodiscard]] virtual qint64 wallMs() const = 0;
    /// Milliseconds that the machine has been suspended for since it was started, within a few: monotonicMs() leaves them out.
    [[nodiscard]] virtual qint64 sleptMs() const { return 0; }
};

/// The machine's own clock (CLOCK_MONOTONIC and the system time).
class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 monotonicMs() const override;
    [[nodiscard]] qint64 wallMs() const override;
    [[nodiscard]] qint64 sleptMs() const override;
};

} // namespace Benchboot
