// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/ipv4.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <array>

namespace Benchboot::Dhcp {

/// One option, or one sub-option of an encapsulated option, with the parts of a split value joined (RFC 3396).
struct Option
{
    quint8 code = 0; ///< 1–254
    QByteArray value;

    friend bool operator==(const Option &, const Option &) = default;
};

/// The value of the first option \a code, or null where there is none. Points into \a options.
[[nodiscard]] const QByteArray *findOption(const QList<Option> &options, quint8 code);

/// A BOOTP/DHCP message (RFC 2131 §2). Numbers are in host byte order.
struct Message
{
    static constexpr quint8 requestOp = 1; ///< from a client
    static constexpr quint8 replyOp = 2; ///< from a server
    static constexpr quint16 broadcastFlag = 0x8000;
    static constexpr qsizetype snameSize = 64; ///< bytes of the sname field, closing NUL included
    static constexpr qsizetype fileSize = 128; ///< bytes of the file field, closing NUL included
    static constexpr qsizetype headerSize = 240; ///< fixed fields and magic cookie
    /// Replies shorter than a BOOTP message are dropped by old relays and ROMs (RFC 1542 §2.1).
    static constexpr qsizetype minimumSize = 300;

    quint8 op = requestOp;
    quint8 hardwareType = 1; ///< 1: Ethernet
    quint8 hardwareLength = 6; ///< bytes of `hardwareAddress` in use, 0–16
    quint8 hops = 0;
    quint32 transaction = 0;
    quint16 seconds = 0;
    quint16 flags = 0;
    Ipv4 clientAddress; ///< ciaddr
    Ipv4 yourAddress; ///< yiaddr
    Ipv4 serverAddress; ///< siaddr
    Ipv4 relayAddress; ///< giaddr
    std::array<char, 16> hardwareAddress{}; ///< chaddr
    QByteArray serverName; ///< sname up to its first NUL; empty where option 52 lent the field to options
    QByteArray bootFile; ///< file up to its first NUL; empty where option 52 lent the field to options
    /// In the order of first appearance, known or not. Never holds 0 (pad), 52 (overload) or 255 (end).
    QList<Option> options;

    [[nodiscard]] const QByteArray *option(quint8 code) const { return findOption(options, code); }
    friend bool operator==(const Message &, const Message &) = default;
};

/// Reads one datagram. Options of the file and sname fields are merged in (RFC 2132 §9.3); a missing End option is
/// forgiven.
/// \return Truncated where the header or an option ends beyond its field, Malformed for a wrong cookie or hardware
///   address length.
[[nodiscard]] Result<Message> parseMessage(QByteArrayView datagram);

/// The datagram for \a message, padded to `Message::minimumSize`. Values above 255 bytes are split (RFC 3396); overload
/// is never used.
/// \return LimitExceeded where sname or file does not fit its field with a closing NUL. Nothing is ever cut short.
[[nodiscard]] Result<QByteArray> serialise(const Message &message);

/// Reads the sub-options of an encapsulated option such as 43 or 175 (RFC 2132 §8.4). A missing End is forgiven; parts
/// are joined.
/// \return Truncated where a sub-option runs past the end.
[[nodiscard]] Result<QList<Option>> parseEncapsulated(QByteArrayView value);
/// Sub-options, each of at most 255 bytes or split, and a closing End.
[[nodiscard]] QByteArray serialiseEncapsulated(const QList<Option> &options);

} // namespace Benchboot::Dhcp
