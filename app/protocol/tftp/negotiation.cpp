// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/tftp/negotiation.h"

#include <algorithm>

namespace Benchboot::Tftp {
namespace {

// IP header with a few options, UDP header and DATA header, rounded up: the reserve that dnsmasq keeps too.
constexpr int reservedOfMtu = 32;
constexpr int minBlockSize = 8;

/// Decimal digits only: QByteArray::toLongLong() would take signs and blanks too.
std::optional<qint64> number(QByteArrayView text)
{
    constexpr qsizetype maxDigits = 18; // every such number fits 64 bits
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (text.isEmpty() || text.size() > maxDigits || !digits)
        return std::nullopt;
    return text.toLongLong();
}

std::optional<int> numberIn(const QByteArray &text, int lowest, int highest)
{
    const auto value = number(text);
    if (!value || *value < lowest || *value > highest)
        return std::nullopt;
    return int(*value);
}

} // namespace

Parameters negotiate(const Request &request, qint64 fileSize, int mtu)
{
    Parameters parameters;
    const auto is
        = [](const Option &option, const char *name) { return option.name.compare(name, Qt::CaseInsensitive) == 0; };
    const auto accept = [&parameters](const Option &option, qint64 value) {
        parameters.accepted.append({option.name, QByteArray::number(value)});
    };
    for (const auto &option : request.options) {
        if (is(option, "blksize")) {
            if (const auto wanted = numberIn(option.value, minBlockSize, 65464)) {
                const int ceiling = std::clamp(mtu - reservedOfMtu, minBlockSize, maxBlockSize);
                parameters.blockSize = std::min(*wanted, ceiling);
                accept(option, parameters.blockSize);
            }
        } else if (is(option, "windowsize")) {
            if (const auto wanted = numberIn(option.value, 1, 65535)) {
                parameters.windowSize = std::min(*wanted, maxWindowSize);
                accept(option, parameters.windowSize);
            }
        } else if (is(option, "timeout")) {
            if (const auto wanted = numberIn(option.value, 1, 255)) {
                parameters.timeoutSeconds = *wanted;
                parameters.accepted.append(option); // RFC 2349 §2: the OACK must match, to the letter for EDK2
            }
        } else if (is(option, "tsize")) {
            // RFC 2349 §3 asks for 0 in a read request; a client that sends another number wants the size all the same.
            if (request.mode == Mode::Octet && number(option.value))
                accept(option, fileSize);
        }
    }
    return parameters;
}

} // namespace Benchboot::Tftp
