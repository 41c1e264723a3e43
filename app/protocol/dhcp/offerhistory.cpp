// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/offerhistory.h"

#include <memory>

namespace Benchboot::Dhcp {

OfferForm OfferHistory::nextForm(const QByteArray &client)
{
    const qint64 now = m_clock.monotonicMs();
    auto *offers = m_clients.object(client);
    if (!offers) {
        auto fresh = std::make_unique<Offers>();
        offers = fresh.get();
        m_clients.insert(client, fresh.release());
    } else if (now - offers->lastMs > forgottenAfterMs) {
        *offers = {};
    }
    const bool alternative = (offers->count / offersPerForm) % 2 == 1;
    offers->count = (offers->count + 1) % (2 * offersPerForm);
    offers->lastMs = now;
    return alternative ? OfferForm::Alternative : OfferForm::Usual;
}

} // namespace Benchboot::Dhcp
