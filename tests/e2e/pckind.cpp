// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/pckind.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

const QStringList oldBoard{u"qemu-system-x86_64"_s, u"-machine"_s, u"pc"_s, u"-m"_s, u"1024"_s};
/// With system management mode, behind which firmware that can do Secure Boot keeps its variables.
const QStringList newBoard{u"qemu-system-x86_64"_s,
                           u"-machine"_s,
                           u"q35,smm=on"_s,
                           u"-global"_s,
                           u"driver=cfi.pflash01,property=secure,value=on"_s,
                           u"-global"_s,
                           u"ICH9-LPC.disable_s3=1"_s,
                           u"-m"_s,
                           u"768"_s};
/// EDK2 has a network only where there is a source of random numbers: the processor's own (FEAT_RNG), which "max" has.
const QStringList armBoard{u"qemu-system-aarch64"_s,    u"-machine"_s, u"virt"_s, u"-cpu"_s,
                           u"max,pauth-impdef=on"_s, u"-m"_s,       u"1024"_s};
const QStringList noPxe{u"-fw_cfg"_s, u"name=opt/org.tianocore/IPv4PXESupport,string=n"_s};

/// A card with iPXE as its option ROM.
const QString ipxeCard = u"e1000"_s;
/// romfile=: without it QEMU plugs in an iPXE driver, and the firmware's own PXE client is never seen.
const QString plainCard = u"virtio-net-pci,romfile="_s;

QString ovmf(const QString &file) { return u"/usr/share/OVMF/"_s + file; }

} // namespace

const QList<PcKind> &pcKinds()
{
    static const QList<PcKind> kinds{
        // SeaBIOS; the card's option ROM is iPXE, and says so
        {.name = u"bios-ipxe"_s,
         .machine = oldBoard,
         .firmware = {},
         .variables = {},
         .card = ipxeCard,
         .way = PcKind::Way::AsksForScript},
        // the same behind a wire that hides the ROM's marks: it passes for a plain PXE ROM (architecture 0)
        {.name = u"bios-pxe"_s,
         .machine = oldBoard,
         .firmware = {},
         .variables = {},
         .card = ipxeCard,
         .way = PcKind::Way::LoadsByTftp,
         .hidesMarks = true},
        // EDK2 with its own PXE client (architecture 7)
        {.name = u"uefi-x64"_s,
         .machine = oldBoard,
         .firmware = ovmf(u"OVMF_CODE_4M.fd"_s),
         .variables = ovmf(u"OVMF_VARS_4M.fd"_s),
         .card = plainCard},
        // The same as other firmware, which never comes back to port 4011
        {.name = u"uefi-x64-direct"_s,
         .machine = oldBoard,
         .firmware = ovmf(u"OVMF_CODE_4M.fd"_s),
         .variables = ovmf(u"OVMF_VARS_4M.fd"_s),
         .card = plainCard,
         .way = PcKind::Way::LoadsByTftp,
         .pinnedForm = u"direct"_s},
        // EDK2 for 32-bit processors (architecture 6); Debian has no iPXE for it
        {.name = u"uefi-ia32"_s,
         .machine = newBoard,
         .firmware = ovmf(u"OVMF32_CODE_4M.secboot.fd"_s),
         .variables = ovmf(u"OVMF32_VARS_4M.fd"_s),
         .card = plainCard,
         .loader = PcKind::Loader::OwnGrub},
        // EDK2 that starts only what Microsoft's keys vouch for
        {.name = u"uefi-x64-sb"_s,
         .machine = newBoard,
         .firmware = ovmf(u"OVMF_CODE_4M.ms.fd"_s),
         .variables = ovmf(u"OVMF_VARS_4M.ms.fd"_s),
         .card = plainCard,
         .loader = PcKind::Loader::SignedChain},
        // EDK2 for 64-bit ARM (architecture 11)
        {.name = u"uefi-arm64"_s,
         .machine = armBoard,
         .firmware = u"/usr/share/AAVMF/AAVMF_CODE.fd"_s,
         .variables = u"/usr/share/AAVMF/AAVMF_VARS.fd"_s,
         .card = plainCard,
         .console = u"ttyAMA0"_s},
        // EDK2 that loads by HTTP (architecture 16)
        {.name = u"http-x64"_s,
         .machine = oldBoard + noPxe,
         .firmware = ovmf(u"OVMF_CODE_4M.fd"_s),
         .variables = ovmf(u"OVMF_VARS_4M.fd"_s),
         .card = plainCard,
         .way = PcKind::Way::LoadsByHttp},
    };
    return kinds;
}

const PcKind &pcKind(QStringView name)
{
    const auto &kinds = pcKinds();
    const auto found = std::ranges::find(kinds, name, &PcKind::name);
    Q_ASSERT(found != kinds.end());
    return *found;
}

} // namespace Benchboot::E2e
