// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/message.h"

#include "core/bytereader.h"
#include "protocol/dhcp/options.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

constexpr quint32 magicCookie = 0x63825363; // RFC 2131 §3
constexpr qsizetype longestValue = 255;

/// Values of option 52 (RFC 2132 §9.3).
enum Overload : quint8 { FileHoldsOptions = 1, ServerNameHoldsOptions = 2 };

void join(QList<Option> &options, quint8 code, QByteArrayView part)
{
    const auto found = std::ranges::find(options, code, &Option::code);
    if (found != options.end())
        found->value.append(part);
    else
        options.append({code, part.toByteArray()});
}

/// Appends the options of one area to \a options. False where one runs past the end of \a area.
bool readOptions(QByteArrayView area, QList<Option> &options)
{
    ByteReader reader(area);
    while (const auto code = reader.u8()) {
        if (*code == OptionCode::End)
            return true;
        if (*code == OptionCode::Pad)
            continue;
        const auto length = reader.u8();
        const auto value = length ? reader.bytes(*length) : std::nullopt;
        if (!value)
            return false;
        join(options, *code, *value);
    }
    return true;
}

void writeOptions(ByteWriter &writer, const QList<Option> &options)
{
    for (const auto &option : options) {
        qsizetype written = 0;
        do {
            const auto length = std::min(option.value.size() - written, longestValue);
            writer.u8(option.code).u8(quint8(length)).bytes(QByteArrayView(option.value).sliced(written, length));
            written += length;
        } while (written < option.value.size());
    }
    writer.u8(OptionCode::End);
}

QByteArray textOf(QByteArrayView field)
{
    const auto end = field.indexOf('\0');
    return (end < 0 ? field : field.first(end)).toByteArray();
}

std::unexpected<Error> cutShort()
{
    return fail(Error::Code::Truncated, u"A DHCP option runs past the end of its field"_s);
}

/// Takes option 52 out of \a options; 0 where it is absent or makes no sense.
quint8 takeOverload(QList<Option> &options)
{
    const auto found = std::ranges::find(options, quint8(OptionCode::Overload), &Option::code);
    if (found == options.end())
        return 0;
    const auto value = found->value;
    options.erase(found);
    const auto overload = value.size() == 1 ? quint8(value.front()) : quint8(0);
    return overload <= (FileHoldsOptions | ServerNameHoldsOptions) ? overload : quint8(0);
}

/// Reads the option area and, in this order, the file and sname fields where the client put options there (RFC 3396
/// §5).
bool readAllOptions(QByteArrayView area, QByteArrayView serverName, QByteArrayView bootFile, Message &message)
{
    if (!readOptions(area, message.options))
        return false;
    const quint8 overload = takeOverload(message.options);
    const bool fileLent = overload & FileHoldsOptions;
    const bool serverNameLent = overload & ServerNameHoldsOptions;
    if ((fileLent && !readOptions(bootFile, message.options))
        || (serverNameLent && !readOptions(serverName, message.options))) {
        return false;
    }
    (void)takeOverload(message.options); // one that stands inside a lent field says nothing
    message.bootFile = fileLent ? QByteArray() : textOf(bootFile);
    message.serverName = serverNameLent ? QByteArray() : textOf(serverName);
    return true;
}

} // namespace

const QByteArray *findOption(const QList<Option> &options, quint8 code)
{
    const auto found = std::ranges::find(options, code, &Option::code);
    return found == options.end() ? nullptr : &found->value;
}

Result<Message> parseMessage(QByteArrayView datagram)
{
    if (datagram.size() < Message::headerSize) {
        return fail(
            Error::Code::Truncated,
            u"A DHCP message has %1 bytes at least, this one %2"_s.arg(Message::headerSize).arg(datagram.size()));
    }
    // The length was checked above, so that none of these reads can fail.
    ByteReader reader(datagram);
    Message message;
    message.op = *reader.u8();
    message.hardwareType = *reader.u8();
    message.hardwareLength = *reader.u8();
    message.hops = *reader.u8();
    message.transaction = *reader.u32();
    message.seconds = *reader.u16();
    message.flags = *reader.u16();
    message.clientAddress = Ipv4{*reader.u32()};
    message.yourAddress = Ipv4{*reader.u32()};
    message.serverAddress = Ipv4{*reader.u32()};
    message.relayAddress = Ipv4{*reader.u32()};
    std::ranges::copy(*reader.bytes(std::ssize(message.hardwareAddress)), message.hardwareAddress.begin());
    const auto serverName = *reader.bytes(Message::snameSize);
    const auto bootFile = *reader.bytes(Message::fileSize);
    if (*reader.u32() != magicCookie)
        return fail(Error::Code::Malformed, u"This is no DHCP message: the magic cookie is missing"_s);
    if (message.hardwareLength > message.hardwareAddress.size())
        return fail(Error::Code::Malformed,
                    u"A hardware address of %1 bytes does not exist"_s.arg(message.hardwareLength));
    if (!readAllOptions(*reader.bytes(reader.remaining()), serverName, bootFile, message))
        return cutShort();
    return message;
}

Result<QByteArray> serialise(const Message &message)
{
    if (message.serverName.size() >= Message::snameSize || message.bootFile.size() >= Message::fileSize) {
        return fail(Error::Code::LimitExceeded,
                    u"“%1” is too long for a DHCP message, which has room for %2 bytes"_s
                        .arg(QString::fromUtf8(message.bootFile))
                        .arg(Message::fileSize - 1));
    }
    ByteWriter writer;
    writer.u8(message.op).u8(message.hardwareType).u8(message.hardwareLength).u8(message.hops);
    writer.u32(message.transaction).u16(message.seconds).u16(message.flags);
    writer.u32(message.clientAddress.value).u32(message.yourAddress.value);
    writer.u32(message.serverAddress.value).u32(message.relayAddress.value);
    writer.bytes(message.hardwareAddress);
    writer.bytes(message.serverName).zeros(Message::snameSize - message.serverName.size());
    writer.bytes(message.bootFile).zeros(Message::fileSize - message.bootFile.size());
    writer.u32(magicCookie);
    writeOptions(writer, message.options);
    writer.zeros(std::max<qsizetype>(0, Message::minimumSize - writer.size()));
    return writer.take();
}

Result<QList<Option>> parseEncapsulated(QByteArrayView value)
{
    QList<Option> options;
    if (!readOptions(value, options))
        return cutShort();
    return options;
}

QByteArray serialiseEncapsulated(const QList<Option> &options)
{
    ByteWriter writer;
    writeOptions(writer, options);
    return writer.take();
}

} // namespace Benchboot::Dhcp
