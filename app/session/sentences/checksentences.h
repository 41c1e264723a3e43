// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qttranslation.h>

#include <array>

namespace Benchboot {

/// What doctor finds. See detailtext.h.
inline constexpr std::array checkSentences{
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is free"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is served by %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is in use by another program"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is in use by %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Stop that program, or change its port"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 may not be opened by this user"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Start the services in the window, which asks for the right, or as root"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot be opened: %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Look at the reason"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Allow UDP %1, %2 and %3 and TCP %4 in it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Ask again as root (sudo benchboot doctor)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Rules of iptables-legacy may keep PCs out; they may not be read by this user"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Rules of iptables-legacy probably block %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "firewalld runs and may keep PCs out; its rules may not be read by this user"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "ufw is switched on and may keep PCs out; its rules may not be read by this user"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "No firewall was found; the rules of the kernel may not be read by this user"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "No firewall keeps PCs out"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The firewall lets PCs in"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The firewall of this computer probably blocks %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "No network card is chosen"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Name it: --interface IF, or the setting network.interface"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 has a link"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 has no link"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Check the cable"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Connect the card, or choose another one"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Other DHCP and PXE servers were not looked for: %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "DHCP servers answer only to UDP 67"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Look into the log of the running services, which look themselves, or ask again as root while "
                      "they are stopped"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Get it if such PCs are to boot"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "No boot loader is on this computer, so no PC could start"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Install the package ipxe (sudo apt install ipxe)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The disk of %1 is not there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Connect it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 are free in %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot be written, so nothing can be imported"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Make it writable"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Free some space before the next import"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Free some space"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Restore lab.json, or name another folder with --lab"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The lab in %1 has no image yet, so the menu offers nothing"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Import one: benchboot import FILE"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The lab in %1 has %2 images"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Images are read in a sandbox (Landlock %1 and seccomp)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The importer's sandbox is weaker: this kernel does not fence files off (Landlock)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The importer's sandbox is weaker: system calls cannot be filtered here (seccomp)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The importer has no sandbox: neither Landlock nor seccomp can be used here"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Import only images whose makers you trust, or allow seccomp in this container"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Import only images whose makers you trust, or use a kernel of 5.13 or newer that starts with "
                      "Landlock (lsm=landlock,…)"),
};

} // namespace Benchboot
