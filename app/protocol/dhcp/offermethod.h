// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dhcp/client.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Benchboot::Dhcp {

/// How a PXE offer is worded. Some firmware wants the boot file in the offer, some wants to come back on port 4011, some
/// wants a menu, and nothing tells which.
enum class OfferForm : quint8 {
    Direct, ///< option 43 says: boot the file of this offer
    Bare, ///< no option 43: the client asks the boot server port
    Menu, ///< option 43 has a boot menu of which the first item starts at once: the client asks for that item
};

[[nodiscard]] QString formName(OfferForm form); ///< "direct", "bare", "menu"
[[nodiscard]] std::optional<OfferForm> formFromName(QStringView name);

/// What a client is offered.
struct OfferMethod
{
    OfferForm form = OfferForm::Bare;
    QString loader; ///< one of those for the client's architecture; empty or none of them: the first of them

    friend bool operator==(const OfferMethod &, const OfferMethod &) = default;
};

/// "the direct offer of snponly.efi"; iPXE and UEFI HTTP Boot know one form only: "snponly.efi".
[[nodiscard]] QString toString(const OfferMethod &method, const Client &client);

/// Whether the forms of offers make a difference to \a client: PXE firmware only.
[[nodiscard]] bool hasForms(const Client &client);
/// What a client gets of which nothing is known. BIOS: direct. UEFI: bare, after which EDK2 always asks the boot server,
/// and which firmware that ignores offers without that step needs.
[[nodiscard]] OfferForm usualForm(const Client &client);

/// What to try when \a failed did not work: the next form (the usual one, then direct, bare and menu in this order),
/// and after the last form the next loader with the first form. Past the end it begins anew.
/// \param loaders  those for the client's architecture, in their order of preference; at least one.
[[nodiscard]] OfferMethod nextMethod(const OfferMethod &failed, const Client &client, const QStringList &loaders);

} // namespace Benchboot::Dhcp
