// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dhcp/message.h"
#include "protocol/dhcp/options.h"

#include <QString>

#include <optional>

namespace Benchboot::Dhcp {

/// What a message tells about the machine that sent it.
struct Client
{
    VendorClass::Kind kind = VendorClass::Kind::Other; ///< Other: no network boot client, or none of ours
    /// The first registered architecture of option 93 that fits the kind; without option 93 that of the vendor class;
    /// unregistered ones only where nothing else is there.
    std::optional<quint16> architecture;
    std::optional<quint32> undi; ///< version of the firmware's network interface: major × 1000 + minor (RFC 4578 §2.2)
    bool ipxe = false; ///< iPXE is running, from a ROM or loaded by us
    bool loadsHttp = false; ///< iPXE only: it can load over HTTP
    bool raspberryPi = false; ///< claims to be a BIOS PC, but its hardware address is a Raspberry Pi's
    std::optional<BootItem> bootItem; ///< it asks for one item of a PXE boot menu (option 43, sub-option 71)

    friend bool operator==(const Client &, const Client &) = default;
};

[[nodiscard]] Client describeClient(const Message &message);

/// "UEFI x64 (7), PXEClient"; "BIOS (0), iPXE".
[[nodiscard]] QString toString(const Client &client);

/// What tells sorts of firmware apart: "PXEClient:Arch:00007:UNDI:003016", with "(iPXE)" behind it where iPXE asks.
[[nodiscard]] QString firmwareName(const Client &client);

/// What firmwareName() says. Fields as in Client.
struct FirmwareFacts
{
    quint16 architecture = 0;
    std::optional<quint32> undi;
    bool ipxe = false;
};
/// \return nothing for a name without an architecture
[[nodiscard]] std::optional<FirmwareFacts> factsOfFirmware(const QString &name);

/// Lower case with colons; empty unless the hardware address is one of Ethernet's six bytes.
[[nodiscard]] QString macOf(const Message &message);
/// What tells clients apart, whatever their hardware is: the bytes of the hardware address that are in use.
[[nodiscard]] QByteArray hardwareKey(const Message &message);

[[nodiscard]] bool isDiscover(const Message &message);
/// Whether a client takes the address that some DHCP server offered: a REQUEST that names the server (RFC 2131 §4.3.2).
[[nodiscard]] bool takesAddress(const Message &message);
/// The address that option \a code holds; null where it is absent or too short.
[[nodiscard]] Ipv4 addressOption(const Message &message, quint8 code);

} // namespace Benchboot::Dhcp
