// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/tftp/packet.h"

#include "core/bytereader.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot::Tftp {
namespace {

constexpr std::array<std::pair<Mode, const char *>, 3> modeNames{{
    {Mode::Octet, "octet"},
    {Mode::Netascii, "netascii"},
    {Mode::Mail, "mail"},
}};

bool sameName(QByteArrayView left, QByteArrayView right) { return left.compare(right, Qt::CaseInsensitive) == 0; }

Mode modeFrom(QByteArrayView name)
{
    const auto found
        = std::ranges::find_if(modeNames, [name](const auto &mode) { return sameName(name, mode.second); });
    return found == modeNames.end() ? Mode::Unknown : found->first;
}

std::unexpected<Error> unterminated(const QString &what)
{
    return fail(Error::Code::Truncated, u"The TFTP packet ends inside %1"_s.arg(what));
}

Result<QList<Option>> readOptions(ByteReader &reader)
{
    QList<Option> options;
    while (!reader.atEnd()) {
        const auto name = reader.untilNul();
        if (!name)
            return unterminated(u"the name of an option"_s);
        if (name->isEmpty()) // Some ROMs fill their request up with zeros.
            break;
        const auto value = reader.untilNul();
        if (!value)
            return unterminated(u"the value of the option “%1”"_s.arg(QString::fromLatin1(*name)));
        if (std::ranges::none_of(options, [&name](const Option &option) { return sameName(option.name, *name); }))
            options.append({name->toByteArray(), value->toByteArray()});
    }
    return options;
}

Result<Packet> readRequest(ByteReader &reader, bool write)
{
    const auto file = reader.untilNul();
    if (!file)
        return unterminated(u"the file name"_s);
    if (file->isEmpty())
        return fail(Error::Code::Malformed, u"The TFTP request names no file"_s);
    const auto mode = reader.untilNul();
    if (!mode)
        return unterminated(u"the mode"_s);
    auto options = readOptions(reader);
    if (!options)
        return std::unexpected(std::move(options).error());
    return Request{write, file->toByteArray(), modeFrom(*mode), *std::move(options)};
}

Result<Packet> readError(ByteReader &reader)
{
    const auto code = reader.u16();
    if (!code)
        return unterminated(u"the error code"_s);
    const auto message = reader.untilNul();
    const auto rest = message ? *message : *reader.bytes(reader.remaining());
    return ErrorPacket{ErrorCode(*code), rest.toByteArray()};
}

void writeText(ByteWriter &writer, QByteArrayView text) { writer.bytes(text).u8(0); }

void writeOptions(ByteWriter &writer, const QList<Option> &options)
{
    for (const auto &option : options) {
        writeText(writer, option.name);
        writeText(writer, option.value);
    }
}

ByteWriter startOf(Opcode opcode)
{
    ByteWriter writer;
    writer.u16(quint16(opcode));
    return writer;
}

QByteArray bytesOf(const Request &request)
{
    auto writer = startOf(request.write ? Opcode::WriteRequest : Opcode::ReadRequest);
    const auto mode = std::ranges::find(modeNames, request.mode, &std::pair<Mode, const char *>::first);
    writeText(writer, request.file);
    writeText(writer, mode == modeNames.end() ? "unknown" : mode->second);
    writeOptions(writer, request.options);
    return writer.take();
}

QByteArray bytesOf(const Data &data) { return startOf(Opcode::Data).u16(data.block).bytes(data.bytes).take(); }

QByteArray bytesOf(const Ack &ack) { return startOf(Opcode::Ack).u16(ack.block).take(); }

QByteArray bytesOf(const ErrorPacket &error)
{
    return startOf(Opcode::Error).u16(quint16(error.code)).bytes(error.message).u8(0).take();
}

QByteArray bytesOf(const OptionAck &optionAck)
{
    auto writer = startOf(Opcode::OptionAck);
    writeOptions(writer, optionAck.options);
    return writer.take();
}

} // namespace

std::optional<Opcode> opcodeOf(QByteArrayView datagram)
{
    const auto number = ByteReader(datagram).u16();
    if (!number || *number < quint16(Opcode::ReadRequest) || *number > quint16(Opcode::OptionAck))
        return std::nullopt;
    return Opcode(*number);
}

Result<Packet> parse(QByteArrayView datagram)
{
    const auto opcode = opcodeOf(datagram);
    if (!opcode)
        return fail(Error::Code::Unsupported, u"%1 bytes that are no TFTP packet"_s.arg(datagram.size()));
    ByteReader reader(datagram.sliced(sizeof(quint16)));
    switch (*opcode) {
    case Opcode::ReadRequest:
    case Opcode::WriteRequest:
        if (datagram.size() > maxRequestSize) {
            return fail(Error::Code::LimitExceeded,
                        u"The TFTP request has %1 bytes; %2 are allowed"_s.arg(datagram.size()).arg(maxRequestSize));
        }
        return readRequest(reader, *opcode == Opcode::WriteRequest);
    case Opcode::Data:
    case Opcode::Ack: {
        const auto block = reader.u16();
        if (!block)
            return unterminated(u"the block number"_s);
        if (*opcode == Opcode::Ack)
            return Ack{*block};
        return Data{*block, reader.bytes(reader.remaining())->toByteArray()};
    }
    case Opcode::Error:
        return readError(reader);
    case Opcode::OptionAck:
        return readOptions(reader).transform(
            [](QList<Option> &&options) { return Packet(OptionAck{std::move(options)}); });
    }
    Q_UNREACHABLE_RETURN(fail(Error::Code::Unsupported, {}));
}

QByteArray serialise(const Packet &packet)
{
    return std::visit([](const auto &value) { return bytesOf(value); }, packet);
}

std::array<char, dataHeaderSize> dataHeader(quint16 block)
{
    return {0, char(Opcode::Data), char(block >> 8), char(block & 0xff)};
}

} // namespace Benchboot::Tftp
