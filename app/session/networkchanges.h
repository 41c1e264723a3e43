// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "protocol/servednetwork.h"

#include <QList>

namespace Benchboot {

/// What happened to one network card that is served, in words for an event of the session.
struct NetworkChange
{
    QString kind; ///< card-lost, card-back, address-changed, link-lost or link-back
    Event::Outcome outcome = Event::Outcome::Info;
    QString sentence;

    friend bool operator==(const NetworkChange &, const NetworkChange &) = default;
};

/// How \a after differs from \a before, card by card. Cards are told apart by name: one that was unplugged and comes back has another index.
[[nodiscard]] QList<NetworkChange> networkChanges(const ServedNetwork &before, const ServedNetwork &after);

} // namespace Benchboot
