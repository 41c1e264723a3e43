// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ipv4.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

quint32 maskOf(int prefix) { return prefix <= 0 ? 0U : ~quint32(0) << (32 - prefix); }

} // namespace

QString Ipv4::toString() const
{
    return u"%1.%2.%3.%4"_s.arg(value >> 24).arg((value >> 16) & 0xff).arg((value >> 8) & 0xff).arg(value & 0xff);
}

Result<Ipv4> Ipv4::parse(QStringView text)
{
    const auto malformed = [text] {
        return fail(Error::Code::Malformed, u"“%1” is not an IPv4 address such as 172.16.0.5"_s.arg(text));
    };
    const auto parts = text.split(u'.');
    if (parts.size() != 4)
        return malformed();
    quint32 value = 0;
    for (const auto part : parts) {
        const bool digits = std::ranges::all_of(part, [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (part.isEmpty() || part.size() > 3 || !digits || part.toUInt() > 255)
            return malformed();
        value = value << 8 | part.toUInt();
    }
    return Ipv4{value};
}

Subnet Subnet::of(Ipv4 anyAddressInIt, int prefix)
{
    const int bounded = std::clamp(prefix, 0, 32);
    return {Ipv4{anyAddressInIt.value & maskOf(bounded)}, bounded};
}

Result<Subnet> Subnet::parse(QStringView text)
{
    const auto malformed
        = [text] { return fail(Error::Code::Malformed, u"“%1” is not a subnet such as 172.16.0.0/16"_s.arg(text)); };
    const auto slash = text.indexOf(u'/');
    if (slash < 0)
        return malformed();
    const auto address = Ipv4::parse(text.first(slash));
    bool ok = false;
    const int prefix = text.sliced(slash + 1).toInt(&ok);
    if (!address || !ok || prefix < 1 || prefix > 32)
        return malformed();
    return of(*address, prefix);
}

bool Subnet::contains(Ipv4 address) const { return (address.value & maskOf(prefix)) == network.value; }

bool Subnet::isHost(Ipv4 address) const
{
    const quint32 hostBits = prefix >= 31 ? 0U : ~quint32(0) >> prefix;
    const quint32 host = address.value & hostBits;
    return contains(address) && (hostBits == 0 || (host != 0 && host != hostBits));
}

QString Subnet::toString() const { return u"%1/%2"_s.arg(network.toString()).arg(prefix); }

} // namespace Benchboot
