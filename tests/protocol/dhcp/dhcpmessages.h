// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bytereader.h"
#include "protocol/dhcp/message.h"
#include "protocol/dhcp/options.h"

#include <algorithm>

namespace Benchboot::Dhcp {

inline Ipv4 ip(QStringView text) { return Ipv4::parse(text).value(); }

/// Client messages, put together in the order in which they would be described: `pxeDiscover(7).flags(0x8000).with(…)`.
class ClientMessage
{
public:
    explicit ClientMessage(MessageType type)
    {
        m_message.transaction = 0x12345678;
        std::ranges::copy(QByteArrayView("\x52\x54\x00\x12\x34\x56", 6), m_message.hardwareAddress.begin());
        with(OptionCode::MessageType, QByteArray(1, char(type)));
    }
    /// Sets option \a code; an empty optional value takes it away.
    ClientMessage &with(quint8 code, const QByteArray &value)
    {
        without(code);
        m_message.options.append({code, value});
        return *this;
    }
    ClientMessage &without(quint8 code)
    {
        m_message.options.removeIf([code](const Option &option) { return option.code == code; });
        return *this;
    }
    ClientMessage &architecture(quint16 code)
    {
        return with(OptionCode::ClientArchitecture, serialiseArchitectures({code}));
    }
    ClientMessage &server(QStringView address)
    {
        return with(OptionCode::ServerIdentifier, ByteWriter().u32(ip(address).value).take());
    }
    ClientMessage &bootItem(BootItem item)
    {
        return with(OptionCode::VendorSpecific, serialiseEncapsulated({{PxeCode::BootItem, serialiseBootItem(item)}}));
    }
    ClientMessage &ipxe(const QList<quint8> &features)
    {
        QList<Option> flags;
        for (const auto feature : features)
            flags.append({feature, QByteArray(1, '\1')});
        return with(OptionCode::UserClass, "iPXE").with(OptionCode::Ipxe, serialiseEncapsulated(flags));
    }
    ClientMessage &mac(QByteArrayView bytes)
    {
        std::ranges::copy(bytes, m_message.hardwareAddress.begin());
        return *this;
    }
    ClientMessage &flags(quint16 flags)
    {
        m_message.flags = flags;
        return *this;
    }
    ClientMessage &transaction(quint32 transaction)
    {
        m_message.transaction = transaction;
        return *this;
    }
    ClientMessage &op(quint8 op)
    {
        m_message.op = op;
        return *this;
    }
    ClientMessage &from(QStringView address)
    {
        m_message.clientAddress = ip(address);
        return *this;
    }
    ClientMessage &relayedBy(QStringView address)
    {
        m_message.relayAddress = ip(address);
        return *this;
    }

    operator const Message &() const { return m_message; }
    [[nodiscard]] QByteArray bytes() const { return serialise(m_message).value(); }

private:
    Message m_message;
};

inline QByteArray vendorClass(quint16 architecture)
{
    return "PXEClient:Arch:" + QByteArray::number(architecture).rightJustified(5, '0') + ":UNDI:003016";
}

/// The DISCOVER of PXE firmware.
inline ClientMessage pxeDiscover(quint16 architecture)
{
    return ClientMessage(MessageType::Discover)
        .with(OptionCode::VendorClass, vendorClass(architecture))
        .architecture(architecture);
}

/// The REQUEST that PXE firmware sends to the boot server port once it has the address \a client.
inline ClientMessage bootRequest(quint16 architecture, QStringView client)
{
    return ClientMessage(MessageType::Request)
        .with(OptionCode::VendorClass, vendorClass(architecture))
        .architecture(architecture)
        .from(client);
}

/// The DISCOVER of an iPXE that has all that Debian's has.
inline ClientMessage ipxeDiscover(quint16 architecture)
{
    return pxeDiscover(architecture).with(OptionCode::VendorClass, "PXEClient").ipxe({17, 19, 21, 23, 36, 39});
}

inline ClientMessage httpDiscover(quint16 architecture)
{
    return pxeDiscover(architecture).with(OptionCode::VendorClass, "HTTPClient:Arch:00016:UNDI:003001");
}

} // namespace Benchboot::Dhcp
