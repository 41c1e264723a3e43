// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

#include <compare>

namespace Benchboot {

/// An IPv4 address as a number in host byte order. 0 (0.0.0.0) means "none".
struct Ipv4
{
    quint32 value = 0;

    [[nodiscard]] bool isNull() const { return value == 0; }
    [[nodiscard]] QString toString() const;
    /// Four decimal numbers of 0–255 with dots between; anything else is Malformed.
    [[nodiscard]] static Result<Ipv4> parse(QStringView text);

    friend auto operator<=>(const Ipv4 &, const Ipv4 &) = default;
};

/// An IPv4 subnet, e.g. 172.16.0.0/16. The host bits of `network` are always 0.
struct Subnet
{
    Ipv4 network;
    int prefix = 0; ///< 0–32; a default-made subnet (0.0.0.0/0) holds every address

    [[nodiscard]] static Subnet of(Ipv4 anyAddressInIt, int prefix);
    /// "A.B.C.D/N" with N of 1–32; host bits may be set and are cleared.
    [[nodiscard]] static Result<Subnet> parse(QStringView text);
    [[nodiscard]] bool contains(Ipv4 address) const;
    /// In the subnet, and neither its network nor its broadcast address (both are hosts where the prefix is 31 or 32).
    [[nodiscard]] bool isHost(Ipv4 address) const;
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Subnet &, const Subnet &) = default;
};

} // namespace Benchboot
