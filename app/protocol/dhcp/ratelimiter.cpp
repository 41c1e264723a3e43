// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/ratelimiter.h"

#include <algorithm>
#include <array>

namespace Benchboot::Dhcp {

RateLimiter::RateLimiter(const Clock &clock, RateLimits limits)
    : m_clock(clock), m_limits(limits), m_newClients{limits.newClients.burst, clock.monotonicMs()}
{
}

bool RateLimiter::allow(const Requester &requester)
{
    const bool known = m_clients.contains(requester.client);
    refill(m_newClients, m_limits.newClients);
    if (!known && m_newClients.tokens < 1)
        return false; // before anything is remembered of it
    std::array<Bucket *, 3> buckets{bucketOf(m_clients, requester.client, m_limits.perClient)};
    if (!requester.relay.isNull()) {
        // The source is the relay too, and a forged request could name another relay each time.
        buckets[1] = bucketOf(m_relays, requester.relay.value, m_limits.perRelay);
        buckets[2] = requester.source.isNull() || requester.source == requester.relay
            ? nullptr
            : bucketOf(m_sources, requester.source.value, m_limits.perRelay);
    } else if (!requester.source.isNull()) {
        buckets[1] = bucketOf(m_sources, requester.source.value, m_limits.perClient);
    }
    const auto empty = [](const Bucket *bucket) { return bucket && bucket->tokens < 1; };
    if (std::ranges::any_of(buckets, empty))
        return false;
    for (auto *bucket : buckets) {
        if (bucket)
            bucket->tokens -= 1;
    }
    m_newClients.tokens -= known ? 0 : 1;
    return true;
}

/// The bucket of \a key, filled up; full where there was none.
template <typename Key>
RateLimiter::Bucket *RateLimiter::bucketOf(QCache<Key, Bucket> &buckets, const Key &key, const Rate &rate) const
{
    auto *bucket = buckets.object(key); // makes it the youngest
    if (!bucket) {
        bucket = new Bucket{rate.burst, m_clock.monotonicMs()};
        buckets.insert(key, bucket);
    }
    refill(*bucket, rate);
    return bucket;
}

void RateLimiter::refill(Bucket &bucket, const Rate &rate) const
{
    const qint64 now = m_clock.monotonicMs();
    const double seconds = double(now - bucket.filledMs) / 1000;
    bucket.tokens = std::min(rate.burst, bucket.tokens + seconds * rate.perSecond);
    bucket.filledMs = now;
}

} // namespace Benchboot::Dhcp
