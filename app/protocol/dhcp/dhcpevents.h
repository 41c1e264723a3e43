// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "protocol/dhcp/policy.h"

#include <QList>

namespace Benchboot::Dhcp {

/// What the log tells of one request and of what came of it: one event for the request (discover, request, inform) with
/// its bytes, and one for the reply (offer, ack) with its bytes. None for plain DHCP traffic. The time is left to the
/// caller.
[[nodiscard]] QList<Event> eventsOf(QByteArrayView datagram, const Message &request, const Client &client,
                                    const Arrival &arrival, const Decision &decision);

} // namespace Benchboot::Dhcp
