// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dhcp/client.h"
#include "protocol/dhcp/message.h"
#include "protocol/dhcp/policy.h"

namespace Benchboot::Dhcp {

/// A reply fits into the 576 bytes of IP packet that every host must take (RFC 2131 §2), less 28 of IP and UDP header.
inline constexpr qsizetype maximumReplySize = 548;

/// The DHCPOFFER of a proxy: no address, no lease, our identity, and \a bootFile in the file field. For PXE firmware \a
/// form says which option 43 it has, if any.
[[nodiscard]] Message makeOffer(const Message &request, const Client &client, Ipv4 ourAddress,
                                const QByteArray &bootFile, OfferForm form);

/// The DHCPACK to a request to the boot server, with \a bootFile and the boot item that was asked for, if one was.
[[nodiscard]] Message makeAcknowledgement(const Message &request, const Client &client, Ipv4 ourAddress,
                                          const QByteArray &bootFile);

} // namespace Benchboot::Dhcp
