// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/architecture.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

using enum Architecture::Firmware;
constexpr bool overHttp = true;
// clang-format off
constexpr std::array table{
    Architecture{0, u"BIOS", u"x86 BIOS", Bios},
    Architecture{1, u"NEC PC-98", u"NEC/PC98 (DEPRECATED)"},
    Architecture{2, u"EFI Itanium", u"Itanium", Uefi},
    Architecture{3, u"DEC Alpha", u"DEC Alpha (DEPRECATED)"},
    Architecture{4, u"ARC x86", u"Arc x86 (DEPRECATED)"},
    Architecture{5, u"Intel Lean Client", u"Intel Lean Client (DEPRECATED)"},
    Architecture{6, u"UEFI IA32", u"x86 UEFI", Uefi},
    Architecture{7, u"UEFI x64", u"x64 UEFI", Uefi},
    Architecture{8, u"EFI XScale", u"EFI Xscale (DEPRECATED)", Uefi},
    Architecture{9, u"UEFI EBC", u"EBC", Uefi},
    Architecture{10, u"UEFI ARM 32 bit", u"ARM 32-bit UEFI", Uefi},
    Architecture{11, u"UEFI ARM64", u"ARM 64-bit UEFI", Uefi},
    Architecture{12, u"PowerPC Open Firmware", u"PowerPC Open Firmware"},
    Architecture{13, u"PowerPC ePAPR", u"PowerPC ePAPR"},
    Architecture{14, u"POWER OPAL", u"POWER OPAL v3"},
    Architecture{15, u"UEFI IA32 HTTP", u"x86 uefi boot from http", Uefi, overHttp},
    Architecture{16, u"UEFI x64 HTTP", u"x64 uefi boot from http", Uefi, overHttp},
    Architecture{17, u"UEFI EBC HTTP", u"ebc boot from http", Uefi, overHttp},
    Architecture{18, u"UEFI ARM 32 bit HTTP", u"arm uefi 32 boot from http", Uefi, overHttp},
    Architecture{19, u"UEFI ARM64 HTTP", u"arm uefi 64 boot from http", Uefi, overHttp},
    Architecture{20, u"BIOS HTTP", u"pc/at bios boot from http", Bios, overHttp},
    Architecture{21, u"U-Boot ARM 32 bit", u"arm 32 uboot"},
    Architecture{22, u"U-Boot ARM64", u"arm 64 uboot"},
    Architecture{23, u"U-Boot ARM 32 bit HTTP", u"arm uboot 32 boot from http", Other, overHttp},
    Architecture{24, u"U-Boot ARM64 HTTP", u"arm uboot 64 boot from http", Other, overHttp},
    Architecture{25, u"UEFI RISC-V 32 bit", u"RISC-V 32-bit UEFI", Uefi},
    Architecture{26, u"UEFI RISC-V 32 bit HTTP", u"RISC-V 32-bit UEFI boot from http", Uefi, overHttp},
    Architecture{27, u"UEFI RISC-V 64 bit", u"RISC-V 64-bit UEFI", Uefi},
    Architecture{28, u"UEFI RISC-V 64 bit HTTP", u"RISC-V 64-bit UEFI boot from http", Uefi, overHttp},
    Architecture{29, u"UEFI RISC-V 128 bit", u"RISC-V 128-bit UEFI", Uefi},
    Architecture{30, u"UEFI RISC-V 128 bit HTTP", u"RISC-V 128-bit UEFI boot from http", Uefi, overHttp},
    Architecture{31, u"s390 basic", u"s390 Basic"},
    Architecture{32, u"s390 extended", u"s390 Extended"},
    Architecture{33, u"UEFI MIPS 32 bit", u"MIPS 32-bit UEFI", Uefi},
    Architecture{34, u"UEFI MIPS 64 bit", u"MIPS 64-bit UEFI", Uefi},
    Architecture{35, u"UEFI Sunway 32 bit", u"Sunway 32-bit UEFI", Uefi},
    Architecture{36, u"UEFI Sunway 64 bit", u"Sunway 64-bit UEFI", Uefi},
    Architecture{37, u"UEFI LoongArch 32 bit", u"LoongArch 32-bit UEFI", Uefi},
    Architecture{38, u"UEFI LoongArch 32 bit HTTP", u"LoongArch 32-bit UEFI boot from http", Uefi, overHttp},
    Architecture{39, u"UEFI LoongArch 64 bit", u"LoongArch 64-bit UEFI", Uefi},
    Architecture{40, u"UEFI LoongArch 64 bit HTTP", u"LoongArch 64-bit UEFI boot from http", Uefi, overHttp},
    Architecture{41, u"ARM rpiboot", u"arm rpiboot"},
};
// clang-format on

} // namespace

std::span<const Architecture> architectures() { return table; }

const Architecture *findArchitecture(quint16 code)
{
    const auto found = std::ranges::find(table, code, &Architecture::code);
    return found == table.end() ? nullptr : &*found;
}

QString architectureName(quint16 code)
{
    if (const auto *known = findArchitecture(code))
        return QString(QStringView(known->name));
    return u"Architecture %1"_s.arg(code);
}

quint16 architectureAlias(quint16 code)
{
    constexpr quint16 ebc = 9;
    constexpr quint16 ebcHttp = 17;
    if (code == ebc)
        return 7;
    return code == ebcHttp ? quint16(16) : code;
}

} // namespace Benchboot::Dhcp
