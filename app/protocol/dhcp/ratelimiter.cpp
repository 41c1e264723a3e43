// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/ratelimiter.h"

#include <algorithm>
#include <memory>

namespace Benchboot::Dhcp {

RateLimiter::RateLimiter(const Clock &clock, RateLimits limits)
    : m_clock(clock), m_limits(limits), m_total{limits.total.burst, clock.monotonicMs()}
{
}

bool RateLimiter::allow(const QByteArray &client)
{
    const qint64 now = m_clock.monotonicMs();
    refill(m_total, m_limits.total, now);
    if (m_total.tokens < 1)
        return false;
    auto *bucket = m_clients.object(client); // makes it the youngest
    if (bucket) {
        refill(*bucket, m_limits.perClient, now);
    } else {
        auto fresh = std::make_unique<Bucket>(m_limits.perClient.burst, now);
        bucket = fresh.get();
        m_clients.insert(client, fresh.release());
    }
    if (bucket->tokens < 1)
        return false;
    bucket->tokens -= 1;
    m_total.tokens -= 1;
    return true;
}

void RateLimiter::refill(Bucket &bucket, const Rate &rate, qint64 nowMs) const
{
    const double seconds = double(nowMs - bucket.filledMs) / 1000;
    bucket.tokens = std::min(rate.burst, bucket.tokens + seconds * rate.perSecond);
    bucket.filledMs = nowMs;
}

} // namespace Benchboot::Dhcp
