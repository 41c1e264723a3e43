// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KCompressionDevice>
#include <KTar>

#include <QBuffer>
#include <QByteArray>
#include <QtEndian>

#include <utility>

namespace Benchboot {

/// The least that counts as an EFI program of \a machine: headers, and \a text behind them.
inline QByteArray efiProgram(quint16 machine, const QByteArray &text = {})
{
    QByteArray file(0x40, '\0');
    file.replace(0, 2, "MZ");
    file[0x3c] = 0x40;
    file.append("PE\0\0", 4);
    QByteArray coff(20, '\0');
    qToLittleEndian(machine, coff.data());
    return file + coff + text;
}

/// The layout of iPXE's release archive: one folder, a folder for each processor, links between them.
inline QList<std::pair<QString, QByteArray>> releaseMembers()
{
    using namespace Qt::StringLiterals;
    constexpr quint16 ia32 = 0x14c;
    constexpr quint16 x64 = 0x8664;
    constexpr quint16 arm64 = 0xaa64;
    return {
        {u"ipxeboot/arm32/ipxe.efi"_s, efiProgram(0x1c2, "iPXE")},
        {u"ipxeboot/arm64/ipxe.efi"_s, efiProgram(arm64, "iPXE arm")},
        {u"ipxeboot/arm64/snponly.efi"_s, efiProgram(arm64, "iPXE arm snp")},
        {u"ipxeboot/arm64-sb/shimaa64.efi"_s, efiProgram(arm64, "shim")},
        {u"ipxeboot/arm64-sb/ipxe.efi"_s, efiProgram(arm64, "iPXE arm signed")},
        {u"ipxeboot/arm64-sb/snponly.efi"_s, efiProgram(arm64, "iPXE arm snp signed")},
        {u"ipxeboot/i386/undionly.kpxe"_s, "\xea code for BIOS"_ba},
        {u"ipxeboot/i386/ipxe.pxe"_s, "\xea more code for BIOS"_ba},
        {u"ipxeboot/i386/ipxe-legacy.pxe"_s, "\xea old code for BIOS"_ba},
        {u"ipxeboot/i386/ipxe.efi"_s, efiProgram(ia32, "iPXE")},
        {u"ipxeboot/i386/snponly.efi"_s, efiProgram(ia32, "iPXE snp")},
        {u"ipxeboot/x86_64/ipxe.efi"_s, efiProgram(x64, "iPXE")},
        {u"ipxeboot/x86_64/snponly.efi"_s, efiProgram(x64, "iPXE snp HTTP/1.1 \0keymap\0"_ba)},
        {u"ipxeboot/x86_64-sb/shimx64.efi"_s, efiProgram(x64, "UEFI SHIM\n$Version: 16.1 $\n")},
        {u"ipxeboot/x86_64-sb/ipxe.efi"_s, efiProgram(x64, "iPXE signed")},
        {u"ipxeboot/x86_64-sb/snponly.efi"_s, efiProgram(x64, "iPXE snp signed")},
    };
}

/// A tar archive of \a members, with the release's links where \a links.
inline QByteArray tarOf(const QList<std::pair<QString, QByteArray>> &members, bool links = false)
{
    using namespace Qt::StringLiterals;
    QBuffer buffer;
    {
        KTar tar(&buffer);
        (void)tar.open(QIODevice::WriteOnly);
        for (const auto &[name, bytes] : members)
            tar.writeFile(name, bytes);
        if (links) {
            tar.writeSymLink(u"ipxeboot/ipxe.efi"_s, u"x86_64/ipxe.efi"_s);
            tar.writeSymLink(u"ipxeboot/x86_64-sb/snponly-shim.efi"_s, u"shimx64.efi"_s);
        }
        tar.close();
    }
    return buffer.data() + QByteArray(1024, '\0'); // the end, which KTar leaves out and tar programs write
}

inline QByteArray gzipped(const QByteArray &bytes)
{
    QBuffer buffer;
    KCompressionDevice device(&buffer, false, KCompressionDevice::GZip);
    (void)device.open(QIODevice::WriteOnly);
    device.write(bytes);
    device.close();
    return buffer.data();
}

} // namespace Benchboot
