// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qttranslation.h>

#include <array>

namespace Benchboot {

/// What is said of ports, rights, network cards and the servers on the network. See detailtext.h.
inline constexpr std::array networkSentences{
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is in use by %2; %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is in use by a program of another user, which “%2” names; %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 needs a right that this user does not have, as do all ports below 1024; allow it with “sudo "
                      "sysctl net.ipv4.ip_unprivileged_port_start=%2”, or run this as root"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The ports below 1024 were not opened, because the right to do so was not given; %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "UDP port %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "TCP port %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "stop that program, then start again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "stop that program, or choose another port"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "press Start to be asked again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The helper %1 is not installed; install Benchboot again, or start it as root"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "There is no network card named “%1”; choose one of %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The network card %1 is switched off; switch it on or choose another"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The network card %1 has no IPv4 address; check the cable to the router"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Serving %1 on %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Serving on %1 (%2)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Serving on %1 (%2) again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 has a link again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 has no link, so no PC there is reached; check the cable"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "The address of %1 is %2 now, it was %3; a PC that is starting at this moment must be started again"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "The network card %1 is gone or has lost its address; PCs there are served again as soon as it is back"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "This computer has slept for %1 s"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The DHCP server on %1 is %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "No DHCP server answered on %1, so PCs get no address"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Check the cable to the router"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Several DHCP servers answer on %1: %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Let only one of them hand out addresses there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Another ProxyDHCP server answers on %1: %2; PCs take one or the other"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Stop the other one, or serve on another network card"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "The DHCP server %1 itself answers as a boot server (option 60), so UEFI PCs ask it instead of Benchboot"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Remove option 60 “PXEClient” there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The DHCP server %1 tells iPXE not to wait for Benchboot (option 175.176, no-pxedhcp)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Remove ipxe.no-pxedhcp there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The DHCP server %1 names a boot file of its own (“%2”), which some PCs and signed loaders take "
                      "instead of Benchboot's"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Remove the boot file (filename, option 67) there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The DHCP server %1 names %2 as boot server, from which signed GRUB loads its files"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Remove the boot server (next-server, option 66) there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "This computer has no network card, so also no “%1”; connect one, e.g. a USB network adapter"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "The network card %1 has no IPv4 address in %2; check the cable to the router, or serve another subnet"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 (process %2)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "process %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The ports were not opened, because that was cancelled"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The helper %1 gave an answer that makes no sense; install Benchboot again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Talking to the helper that opens the ports"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "this program was started in a way that rules out every right; start it otherwise"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "install the package pkexec (sudo apt install pkexec), or give the helper the right (sudo setcap "
                      "cap_net_bind_service=ep %1)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "no password was accepted, or no program of this desktop asks for it (a polkit agent). Press "
                      "Start to be asked again, or give the helper the right (sudo setcap cap_net_bind_service=ep %1)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot be started: %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Opening %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Opening a port for a TFTP transfer"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Sending to %1:%2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Receiving sockets"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The message with the sockets holds something else"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The socket name %1 is too long"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Asking for the ports below 1024 through %1"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "No boot loader is on this computer, so no PC could start. Install the package ipxe (sudo apt install ipxe)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "“%1” is not an IPv4 address such as 172.16.0.5"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "“%1” is not a subnet such as 172.16.0.0/16"),
};

} // namespace Benchboot
