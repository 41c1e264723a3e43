// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qttranslation.h>

#include <array>

namespace Benchboot {

/// What is said of boot loaders. See detailtext.h.
inline constexpr std::array loaderSentences{
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The loader %1 for %2 is not on this computer. Install the package %3 (sudo apt install %3)."),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "The loader %1 for %2 is not on this computer, and Debian has no package with it. Put the file into %3, import "
        "iPXE's release (benchboot loaders import ipxeboot.tar.gz), or choose another loader (benchboot loaders use)."),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "The loader wimboot for %1 is not on this computer. Download it from github.com/ipxe/wimboot/releases and put "
        "it into %2, or import it (benchboot loaders import wimboot)."),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "%1: GRUB looks for its menu on the server that the site's DHCP server names, not on the one that ProxyDHCP "
        "names. If PCs stop at GRUB's prompt, let the DHCP server name this computer (next-server, siaddr), or import "
        "iPXE's signed release (benchboot loaders import ipxeboot.tar.gz)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The loader %1 is not there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The loader %1 cannot be read: %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 has %2 bytes, more than any boot loader"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the archive cannot be unpacked"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the archive is larger than any release of iPXE"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the archive is damaged or cut short; download it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the archive is cut short; download it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the archive holds names that no release of iPXE has; do not use it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "it is no boot loader; take an .efi, .kpxe or .pxe file, or iPXE's ipxeboot.tar.gz"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "there is no such file, or it cannot be read"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "it has %1 bytes, more than any boot loader"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "it is no tar archive"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 in it has %2 bytes"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 in it is not what its name says"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "none of iPXE's loaders is in the archive"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 was changed after it was imported. Import it again if that was not you"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is no program for %2, so such PCs cannot start it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot load over HTTP, so the menu does not come"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 loads %2, which is not on this computer"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Install the package %1"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "%1 is signed for Microsoft's certificate of 2011 only. PCs that hold just the one of 2023 refuse it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "there is no signed loader for %1; switch Secure Boot off on such PCs"),
};

} // namespace Benchboot
