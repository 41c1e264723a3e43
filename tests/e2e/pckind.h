// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Benchboot::E2e {

/// A kind of PC that the boot tests turn on, and what its way to a system looks like from the server.
struct PcKind
{
    enum class Way {
        AsksForScript, ///< has iPXE already
        LoadsByTftp, ///< the boot file of the offer
        AsksBootServer, ///< comes back on port 4011, then loads by TFTP
        LoadsByHttp, ///< UEFI HTTP Boot
    };

    enum class Loader {
        Ipxe, ///< of Debian
        OwnGrub, ///< made for the run, for a single system (grubloader.h)
        SignedChain, ///< Debian's shim and GRUB, which shows the lab's menu
    };

    QString name;
    QStringList machine; ///< the emulator and its words for processor, board and memory
    QString firmware; ///< file of an UEFI; empty: SeaBIOS of QEMU itself
    QString variables; ///< file that its variables start from
    QString card; ///< network device, without what joins it to the network
    QString console = QStringLiteral("ttyS0,115200"); ///< the serial line, as Linux calls it
    Way way = Way::AsksBootServer;
    bool hidesMarks = false; ///< behind the wire of marks.h
    Loader loader = Loader::Ipxe;
    QString pinnedForm = {}; ///< of the offers that it gets; empty: as the server sees fit
};

[[nodiscard]] const QList<PcKind> &pcKinds();
/// The kind \a name, which must be one of pcKinds().
[[nodiscard]] const PcKind &pcKind(QStringView name);

} // namespace Benchboot::E2e
