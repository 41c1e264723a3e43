// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace Benchboot::Dhcp {

/// The options that this program looks at or sends (RFC 2132 where nothing else is said).
struct OptionCode
{
    enum : quint8 {
        Pad = 0,
        VendorSpecific = 43,
        RequestedAddress = 50,
        Overload = 52,
        MessageType = 53,
        ServerIdentifier = 54,
        VendorClass = 60,
        ClientIdentifier = 61,
        UserClass = 77, ///< RFC 3004
        RelayAgent = 82, ///< RFC 3046
        ClientArchitecture = 93, ///< RFC 4578 §2.1
        NetworkInterface = 94, ///< RFC 4578 §2.2
        MachineIdentifier = 97, ///< RFC 4578 §2.3
        Ipxe = 175, ///< iPXE's own encapsulated options
        End = 255,
    };
};

/// Sub-options of option 43 for PXE clients (PXE 2.1, table 2-1).
struct PxeCode
{
    enum : quint8 {
        DiscoveryControl = 6,
        BootServers = 8,
        BootMenu = 9,
        MenuPrompt = 10,
        BootItem = 71,
    };
};
/// PxeCode::DiscoveryControl: take the boot file that is given and skip prompt, menu and discovery.
inline constexpr char useBootFile = 8;
/// PxeCode::DiscoveryControl: no broadcast, no multicast, only the servers of PxeCode::BootServers.
inline constexpr char onlyListedServers = 7;

/// Sub-option of option 175 by which iPXE says that it can load over HTTP.
inline constexpr quint8 ipxeHttpFeature = 19;

enum class MessageType : quint8 { Discover = 1, Offer, Request, Decline, Ack, Nak, Release, Inform };
/// Option 53; nothing unless it is one byte of 1–8.
[[nodiscard]] std::optional<MessageType> parseMessageType(QByteArrayView value);

/// Option 93: the architectures that the client can boot, best first.
/// \return Malformed where the length is no positive multiple of two.
[[nodiscard]] Result<QList<quint16>> parseArchitectures(QByteArrayView value);
[[nodiscard]] QByteArray serialiseArchitectures(const QList<quint16> &architectures);

/// Option 60.
struct VendorClass
{
    enum class Kind {
        Other,
        Pxe,
        Http,
        Apple, ///< BSDP, by which Macs found their NetBoot servers
    };
    Kind kind = Kind::Other;
    std::optional<quint16> architecture; ///< NNNNN of "PXEClient:Arch:NNNNN:UNDI:MMMmmm"
    std::optional<quint32> undi; ///< MMMmmm of it

    friend bool operator==(const VendorClass &, const VendorClass &) = default;
};
/// Never fails: what is none of the known boot clients is Other.
[[nodiscard]] VendorClass parseVendorClass(QByteArrayView value);

/// Option 77 in both forms that are seen: items with a length byte each (RFC 3004), and one bare text (iPXE).
[[nodiscard]] QList<QByteArray> parseUserClasses(QByteArrayView value);
/// The form of RFC 3004. Each item has 1–255 bytes.
[[nodiscard]] QByteArray serialiseUserClasses(const QList<QByteArray> &items);

/// PxeCode::BootItem: which boot server type and layer a client asks for.
struct BootItem
{
    static constexpr quint16 credentialsLayer = 0x8000; ///< layer bit: asks for boot integrity services
    quint16 type = 0;
    quint16 layer = 0;

    friend bool operator==(const BootItem &, const BootItem &) = default;
};
/// \return Malformed unless \a value has four bytes.
[[nodiscard]] Result<BootItem> parseBootItem(QByteArrayView value);
[[nodiscard]] QByteArray serialiseBootItem(BootItem item);

/// Option 94: major × 1000 + minor version of the network interface, as VendorClass::undi has it; nothing unless it is
/// three bytes.
[[nodiscard]] std::optional<quint32> parseInterfaceVersion(QByteArrayView value);

/// Option 97: 17 bytes of which the first is 0.
[[nodiscard]] bool isMachineIdentifier(QByteArrayView value);

} // namespace Benchboot::Dhcp
