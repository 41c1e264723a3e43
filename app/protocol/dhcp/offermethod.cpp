// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/offermethod.h"

#include "protocol/dhcp/architecture.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

using enum OfferForm;

constexpr std::array<const char16_t *, 3> formNames{u"direct", u"bare", u"menu"};
constexpr std::array biosOrder{Direct, Bare, Menu};
constexpr std::array uefiOrder{Bare, Direct, Menu};

const std::array<OfferForm, 3> &orderFor(const Client &client)
{
    const auto *architecture = client.architecture ? findArchitecture(*client.architecture) : nullptr;
    const bool uefi = architecture && architecture->firmware == Architecture::Firmware::Uefi;
    return uefi ? uefiOrder : biosOrder;
}

} // namespace

QString formName(OfferForm form) { return QString(QStringView(formNames.at(std::size_t(form)))); }

std::optional<OfferForm> formFromName(QStringView name)
{
    const auto found = std::ranges::find_if(formNames, [name](const auto *known) { return name == known; });
    return found == formNames.end() ? std::nullopt : std::optional(OfferForm(found - formNames.begin()));
}

QString toString(const OfferMethod &method, const Client &client)
{
    return hasForms(client) ? u"the %1 offer of %2"_s.arg(formName(method.form), method.loader) : method.loader;
}

bool hasForms(const Client &client) { return client.kind == VendorClass::Kind::Pxe && !client.ipxe; }

OfferForm usualForm(const Client &client) { return orderFor(client).front(); }

OfferMethod nextMethod(const OfferMethod &failed, const Client &client, const QStringList &loaders)
{
    Q_ASSERT(!loaders.isEmpty());
    const auto loader = std::max<qsizetype>(0, loaders.indexOf(failed.loader));
    const auto &order = orderFor(client);
    const auto *const form = std::ranges::find(order, failed.form);
    if (hasForms(client) && std::next(form) != order.end())
        return {*std::next(form), loaders.at(loader)};
    return {order.front(), loaders.at((loader + 1) % loaders.size())};
}

} // namespace Benchboot::Dhcp
