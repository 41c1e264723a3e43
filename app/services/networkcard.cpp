// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/networkcard.h"

#include <QNetworkInterface>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

NetworkCard cardFrom(const QNetworkInterface &interface)
{
    NetworkCard card;
    card.name = interface.name();
    card.index = interface.index();
    card.mac = interface.hardwareAddress().toLower();
    card.mtu = interface.maximumTransmissionUnit();
    card.up = interface.flags().testFlag(QNetworkInterface::IsUp);
    card.running = interface.flags().testFlag(QNetworkInterface::IsRunning);
    card.loopback = interface.flags().testFlag(QNetworkInterface::IsLoopBack);
    return card;
}

QList<CardAddress> addressesOf(const QNetworkInterface &interface)
{
    QList<CardAddress> addresses;
    for (const auto &entry : interface.addressEntries()) {
        if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
            addresses.append({Ipv4{entry.ip().toIPv4Address()}, entry.prefixLength()});
    }
    return addresses;
}

/// Makes \a chosen of \a addresses the one that PCs are told.
void setAddresses(NetworkCard &card, QList<CardAddress> addresses, qsizetype chosen)
{
    const auto own = addresses.takeAt(chosen);
    card.address = own.address;
    card.prefix = own.prefix;
    card.further = std::move(addresses);
}

} // namespace

QList<NetworkCard> networkCards()
{
    QList<NetworkCard> cards;
    for (const auto &interface : QNetworkInterface::allInterfaces()) {
        auto card = cardFrom(interface);
        if (const auto addresses = addressesOf(interface); !addresses.isEmpty())
            setAddresses(card, addresses, 0);
        cards.append(card);
    }
    return cards;
}

Result<NetworkCard> findNetworkCard(const QString &name, const Subnet *subnet)
{
    const auto interface = QNetworkInterface::interfaceFromName(name);
    if (!interface.isValid()) {
        auto cards = networkCards();
        cards.removeIf([](const NetworkCard &card) { return card.loopback; });
        if (cards.isEmpty()) {
            return fail(
                Error::Code::NotFound,
                u"This computer has no network card, so also no “%1”; connect one, e.g. a USB network adapter"_s.arg(
                    name));
        }
        QStringList names;
        for (const auto &card : cards)
            names.append(card.name);
        return fail(Error::Code::NotFound,
                    u"There is no network card named “%1”; choose one of %2"_s.arg(name, names.join(u", "_s)));
    }
    auto card = cardFrom(interface);
    if (!card.up)
        return fail(Error::Code::NotFound,
                    u"The network card %1 is switched off; switch it on or choose another"_s.arg(name));
    const auto addresses = addressesOf(interface);
    const auto fits = [subnet](const CardAddress &one) { return !subnet || subnet->contains(one.address); };
    if (const auto found = std::ranges::find_if(addresses, fits); found != addresses.end()) {
        setAddresses(card, addresses, found - addresses.begin());
        return card;
    }
    if (subnet) {
        return fail(
            Error::Code::NotFound,
            u"The network card %1 has no IPv4 address in %2; check the cable to the router, or serve another subnet"_s
                .arg(name, subnet->toString()));
    }
    return fail(Error::Code::NotFound,
                u"The network card %1 has no IPv4 address; check the cable to the router"_s.arg(name));
}

} // namespace Benchboot
