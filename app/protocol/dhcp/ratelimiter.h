// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ipv4.h"

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
    /// A PC that boots sends about ten messages, two or three of them at once. Holds for a hardware address, and for an
    /// IP address whatever hardware addresses it names: nobody can have us answer a third party with more than this.
    Rate perClient{.perSecond = 4, .burst = 16};
    /// Behind a relay is a class room that is switched on at once. Replies go to the address that the request names as
    /// the relay's, which can be forged.
    Rate perRelay{.perSecond = 100, .burst = 400};
    /// Hardware addresses that were not seen lately. A site's worth of PCs may all come at once; a flood of invented
    /// ones must not drown the subnet in broadcasts.
    Rate newClients{.perSecond = 1000, .burst = 12'000};
};

/// Who sent a request.
struct Requester
{
    QByteArray client; ///< hardware address
    Ipv4 source; ///< of the IP packet; null while the client has no address
    Ipv4 relay; ///< null: none
};

/// Says which requests may have an answer. Remembers the `clientsRemembered` clients and the `addressesRemembered`
/// addresses that were seen last, whatever is thrown at it. One thread.
class RateLimiter
{
public:
    static constexpr qsizetype clientsRemembered = 16'384;
    static constexpr qsizetype addressesRemembered = 4096;

    explicit RateLimiter(const Clock &clock, RateLimits limits = {});

    /// Takes a token of each limit that holds for \a requester; false, and takes none, where one of them has run out.
    [[nodiscard]] bool allow(const Requester &requester);
    [[nodiscard]] qsizetype clientCount() const { return m_clients.count(); }

private:
    /// Holds `burst` tokens at most and starts full.
    struct Bucket
    {
        double tokens = 0;
        qint64 filledMs = 0;
    };
    void refill(Bucket &bucket, const Rate &rate) const;
    template <typename Key>
    Bucket *bucketOf(QCache<Key, Bucket> &buckets, const Key &key, const Rate &rate) const;

    const Clock &m_clock;
    const RateLimits m_limits;
    Bucket m_newClients;
    QCache<QByteArray, Bucket> m_clients{clientsRemembered};
    QCache<quint32, Bucket> m_sources{addressesRemembered};
    QCache<quint32, Bucket> m_relays{addressesRemembered};
};

} // namespace Benchboot::Dhcp
