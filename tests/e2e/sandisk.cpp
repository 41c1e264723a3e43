// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/sandisk.h"

#include "e2e/testfiles.h"

#include <QDir>
#include <QUuid>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

constexpr qsizetype sectorSize = 512;
constexpr qsizetype sectors = 32768; ///< more than one cylinder of 255 heads and 63 sectors, which BIOS calls count in
constexpr quint64 messageSector = 32000;

/// x86 real mode code, at 0x7c00 as a BIOS loads it, with the drive's number in DL.
constexpr auto code = "fa31c08ed88ec08ed0bc007cfbfc" // cli; ds = es = ss = 0; sp = 0x7c00; sti; cld
                      "be607cb442cd137219" // si = packet; ah = 0x42, extended read; int 13h; jc stop
                      "be0080" // si = message
                      "ac84c07411" // next: lodsb; al == 0 → stop
                      "88c3bafd03" // bl = al; dx = line status of the first serial port
                      "eca82074fb" // wait: in al, dx; transmitter not empty → wait
                      "b2f888d8ee" // dx = its data; al = bl; out dx, al
                      "ebea" // jmp next
                      "f4ebfd"; // stop: hlt; jmp stop
constexpr qsizetype packetPlace = 0x60;

QByteArray diskStart()
{
    QByteArray sector(sectorSize, '\0');
    const auto program = QByteArray::fromHex(code);
    sector.replace(0, program.size(), program);
    // Disk address packet: its size, one sector, to 0000:8000, from …
    sector.replace(packetPlace, 8, QByteArray::fromHex("1000010000800000"));
    qToLittleEndian(messageSector, sector.data() + packetPlace + 8);
    sector.replace(sectorSize - 2, 2, QByteArray::fromHex("55aa"));
    return sector;
}

} // namespace

QByteArray sanDiskRecipe()
{
    return R"(id = "san-test"
name = "Disk Test System"

[[recognise]]
files = ["disk.img"]

[[entries]]
method = "sanboot"
kernel = "disk.img"
when = { firmware = ["bios"] }
)";
}

Result<SanDisk> makeSanDisk(const QString &folder)
{
    SanDisk disk{folder + u"/disk.iso"_s, QUuid::createUuid().toByteArray(QUuid::WithoutBraces)};
    const auto message = "BENCHBOOT-DISK " + disk.nonce + "\r\n";
    auto content = diskStart();
    content.resize(sectors * sectorSize, '\0');
    content.replace(qsizetype(messageSector) * sectorSize, message.size(), message);
    const auto disc = folder + u"/san-disc"_s;
    QDir().mkpath(disc);
    return writeFile(disc + u"/disk.img"_s, content)
        .and_then([&] { return writeIso(disk.path, disc, u"san-test"_s); })
        .transform([&] { return disk; });
}

} // namespace Benchboot::E2e
