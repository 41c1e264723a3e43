// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "protocol/dhcp/policy.h"

#include <QByteArray>
#include <QCache>

namespace Benchboot::Dhcp {

/// Notices firmware that makes nothing of our offers, so that it gets the other form. Firmware repeats its DISCOVER until
/// an address is offered, which takes many DHCP servers some seconds: two or three offers in one boot are usual and prove
/// nothing. So the form changes after `offersPerForm` offers in a row. One thread.
class OfferHistory
{
public:
    static constexpr qsizetype clientsRemembered = 4096;
    static constexpr int offersPerForm = 3;
    /// The longest pause between two DISCOVERs is 32 s (PXE 2.1); somebody who restarts a PC by hand needs a minute.
    static constexpr qint64 forgottenAfterMs = 120'000;

    explicit OfferHistory(const Clock &clock) : m_clock(clock) { }

    /// The form for one more offer to \a client (its hardware address).
    [[nodiscard]] OfferForm nextForm(const QByteArray &client);
    /// \a client came back, as a request to the boot server or as iPXE: what it was offered works.
    void followedUp(const QByteArray &client) { m_clients.remove(client); }
    [[nodiscard]] qsizetype clientCount() const { return m_clients.count(); }

private:
    struct Offers
    {
        int count = 0;
        qint64 lastMs = 0;
    };

    const Clock &m_clock;
    QCache<QByteArray, Offers> m_clients{clientsRemembered};
};

} // namespace Benchboot::Dhcp
