// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QCache>

namespace Benchboot::Dhcp {

/// A token bucket: `burst` at once, `perSecond` in the long run.
struct Rate
{
    double perSecond = 0;
    double burst = 0;
};

struct RateLimits
{
    /// A PC that boots sends about ten messages, two or three of them at once.
    Rate perClient{.perSecond = 4, .burst = 16};
    /// A bench, or a class room that is switched on at once, stays far below; a flood of broadcasts must not drown the
    /// subnet.
    Rate total{.perSecond = 1000, .burst = 1000};
};

/// Says which clients may have an answer. Remembers the `clientsRemembered` that were seen last, whatever is thrown at
/// it. One thread.
class RateLimiter
{
public:
    static constexpr qsizetype clientsRemembered = 4096;

    explicit RateLimiter(const Clock &clock, RateLimits limits = {});

    /// Takes a token of \a client's (its hardware address) and one of everybody's; false where either has run out.
    [[nodiscard]] bool allow(const QByteArray &client);
    [[nodiscard]] qsizetype clientCount() const { return m_clients.count(); }

private:
    /// Holds `burst` tokens at most and starts full.
    struct Bucket
    {
        double tokens = 0;
        qint64 filledMs = 0;
    };
    void refill(Bucket &bucket, const Rate &rate, qint64 nowMs) const;

    const Clock &m_clock;
    const RateLimits m_limits;
    Bucket m_total;
    QCache<QByteArray, Bucket> m_clients{clientsRemembered};
};

} // namespace Benchboot::Dhcp
