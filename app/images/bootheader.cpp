// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/bootheader.h"

#include <QtEndian>

namespace Benchboot {
namespace {

constexpr quint16 protocolWithLoadFlags = 0x020c;
constexpr quint16 has64BitEntry = 1; // XLF_KERNEL_64

bool holds(QByteArrayView head, qsizetype offset, QByteArrayView magic)
{
    return offset >= 0 && head.size() - offset >= magic.size() && head.sliced(offset, magic.size()) == magic;
}

quint16 number16(QByteArrayView head, qsizetype offset) { return qFromLittleEndian<quint16>(head.data() + offset); }

void readLinuxHeader(QByteArrayView head, BootHeader &header)
{
    if (head.size() < 0x238 || !holds(head, 0x202, "HdrS"))
        return;
    header.firmware |= Firmware::Bios;
    header.is64Bit = number16(head, 0x206) >= protocolWithLoadFlags && (number16(head, 0x236) & has64BitEntry);
}

void readPeHeader(QByteArrayView head, BootHeader &header)
{
    if (head.size() < 0x40 || !holds(head, 0, "MZ"))
        return;
    const auto at = qsizetype(qFromLittleEndian<quint32>(head.data() + 0x3c));
    if (at > head.size() - 6 || !holds(head, at, QByteArrayView("PE\0\0", 4)))
        return;
    switch (number16(head, at + 4)) {
    case 0x8664:
        header.firmware |= Firmware::EfiX64;
        header.is64Bit = true;
        break;
    case 0x014c:
        header.firmware |= Firmware::EfiIa32;
        break;
    case 0xaa64:
        header.firmware |= Firmware::EfiArm64;
        header.is64Bit = true;
        break;
    default:
        break;
    }
}

} // namespace

std::optional<BootHeader> parseBootHeader(QByteArrayView head)
{
    BootHeader header;
    readLinuxHeader(head, header);
    readPeHeader(head, header);
    if (!header.firmware)
        return std::nullopt;
    return header;
}

} // namespace Benchboot
