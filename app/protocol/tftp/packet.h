// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <array>
#include <optional>
#include <variant>

/// TFTP (RFC 1350) with options (RFC 2347, 2348, 2349, 7440): what the bytes say. Pure functions on values, any thread.
namespace Benchboot::Tftp {

/// RFC 2347 §3: a request with all its options has at most 512 bytes.
inline constexpr qsizetype maxRequestSize = 512;
/// Opcode and block number in front of a block's bytes.
inline constexpr qsizetype dataHeaderSize = 4;

enum class Opcode : quint16 { ReadRequest = 1, WriteRequest = 2, Data = 3, Ack = 4, Error = 5, OptionAck = 6 };

/// RFC 1350 §5 and RFC 2347 §2. A client may send numbers that are not listed; they are kept.
enum class ErrorCode : quint16 {
    NotDefined = 0,
    FileNotFound = 1,
    AccessViolation = 2,
    DiskFull = 3,
    IllegalOperation = 4,
    UnknownTransferId = 5,
    FileExists = 6,
    NoSuchUser = 7,
    OptionsRefused = 8,
};

enum class Mode { Octet, Netascii, Mail, Unknown };

/// One option as the sender spelled it; names are compared without case (RFC 2347 §2).
struct Option
{
    QByteArray name;
    QByteArray value;

    friend bool operator==(const Option &, const Option &) = default;
};

/// RRQ or WRQ.
struct Request
{
    bool write = false;
    QByteArray file;
    Mode mode = Mode::Octet;
    QList<Option> options; ///< no name twice: the first of equal names wins

    friend bool operator==(const Request &, const Request &) = default;
};

struct Data
{
    quint16 block = 0;
    QByteArray bytes;

    friend bool operator==(const Data &, const Data &) = default;
};

struct Ack
{
    quint16 block = 0;

    friend bool operator==(const Ack &, const Ack &) = default;
};

struct ErrorPacket
{
    ErrorCode code = ErrorCode::NotDefined;
    QByteArray message;

    friend bool operator==(const ErrorPacket &, const ErrorPacket &) = default;
};

struct OptionAck
{
    QList<Option> options;

    friend bool operator==(const OptionAck &, const OptionAck &) = default;
};

using Packet = std::variant<Request, Data, Ack, ErrorPacket, OptionAck>;

/// The opcode of a datagram that has one; nothing where it is too short or unknown.
[[nodiscard]] std::optional<Opcode> opcodeOf(QByteArrayView datagram);

/// Reads one whole UDP payload. Keeps nothing of \a datagram.
/// \return Truncated where a field or the NUL after a text is missing, LimitExceeded for a request of more than 512 bytes, Malformed for an
/// empty file name, Unsupported for an unknown opcode. The NUL of an ERROR's message may be missing, as some clients forget it.
[[nodiscard]] Result<Packet> parse(QByteArrayView datagram);

/// The bytes of \a packet. Texts must hold no NUL.
[[nodiscard]] QByteArray serialise(const Packet &packet);

/// The first four bytes of DATA with block number \a block.
[[nodiscard]] std::array<char, dataHeaderSize> dataHeader(quint16 block);

} // namespace Benchboot::Tftp
