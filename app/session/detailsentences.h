// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qttranslation.h>

#include <array>

namespace Benchboot {

/// What detailText() knows, as it is written where it comes from, with places in rising order; tst_detailtext looks there. The first that fits counts.
inline constexpr std::array knownSentences{
    // ports and rights
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is in use by %2; %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is in use by a program of another user, which “%2” names; %3"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "%1 needs a right that this user does not have, as do all ports below 1024; allow it with “sudo sysctl "
        "net.ipv4.ip_unprivileged_port_start=%2”, or run this as root"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The ports below 1024 were not opened, because the right to do so was not given; %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "UDP port %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "TCP port %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "stop that program, then start again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "stop that program, or choose another port"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "press Start to be asked again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The helper %1 is not installed; install Benchboot again, or start it as root"),
    // network cards
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "There is no network card named “%1”; choose one of %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The network card %1 is switched off; switch it on or choose another"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The network card %1 has no IPv4 address; check the cable to the router"),
    // imports and images
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "There is no file %1; check its name"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The import was cancelled"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The import of %1 was cancelled"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The import of %1 broke off while its files were copied. Start it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 could not be read: its file system is damaged. Download it again"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "%1 made its reader try what only an attack does, so the reader was stopped. Get the image from its makers"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 could not be read in time: its file system is damaged, or its disk does not answer"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 needs %2, %3 are free. Free some space, or keep the web root on another disk"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 needs %2, which is more than your quota on this disk has left. Delete files there, or keep the web root on another disk"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 needs %2, and the disk takes no more, although %3 are free. Delete files there, or keep the web root on another disk"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "is a data disc: it has no boot record, so there is nothing that a PC could boot. "
                      "Choose the image of a bootable system"),
    // packed images
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 could not be unpacked: it is damaged. Download it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is damaged: what it packs cannot be unpacked. Download it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is cut short: what it packs ends too early. Download it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is empty: there is no file in it. Download it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 is protected with a password. Unpack it yourself, and import what is in it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 is one part of several. Unpack them together, and import what is in them"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 is packed in a way that Benchboot cannot read. Unpack it yourself, and import what is in it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 is packed more than %2 times over. Unpack it yourself, and import what is in it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 needs more memory to be unpacked than an import may take. Unpack it yourself, and "
                      "import what is in it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 would become larger than %2 when unpacked, which no boot image is. It is damaged or "
                      "made to fill disks"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 holds %2 images (%3). Unpack it, and import the one you need"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 is packed, so nothing can be served out of it as it lies there. Import it by copying "
                      "(--mode extract)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "holds no image, and no recipe knows the files in it. Choose the image of a bootable system"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 is neither an image of a disc (ISO), disk or floppy nor a kernel or EFI program, and "
                      "not packed in a way that Benchboot knows"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The image file %1 is not there any more. Connect its drive, or import it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The image file %1 has changed since it was linked. Import it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The image file %1 is there again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "All files of %1 were read and are whole"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 is damaged: its %2 checksum is not the one in %3. Download the image again"),
    // the lab
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Another Benchboot is changing the lab %1; try again when it is done"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 could not be written: %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the disk has no room for more. Delete files there, then try again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot be “%2”: %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 cannot be “%2”: $, || and && as words, words that begin with #, and control characters would "
                      "be taken for iPXE commands"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 cannot be “%2”: it is one word, without spaces. What else the kernel shall get goes into the "
                      "option arguments"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "it must be one line of at most 255 characters"),
    // what happens
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The lab has %1 images now"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The loader %1 for %2 is not on this computer. Install the package %3 (sudo apt install %3)."),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "The loader %1 for %2 is not on this computer, and Debian has no package with it. Put the file "
        "into %3, import iPXE's release (benchboot loaders import ipxeboot.tar.gz), or choose another loader "
        "(benchboot loaders use)."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The loader wimboot for %1 is not on this computer. Download it from "
                      "github.com/ipxe/wimboot/releases and put it into %2, or import it (benchboot loaders import "
                      "wimboot)."),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "%1: GRUB looks for its menu on the server that the site's DHCP server names, not on the one that "
        "ProxyDHCP names. If PCs stop at GRUB's prompt, let the DHCP server name this computer (next-server, "
        "siaddr), or import iPXE's signed release (benchboot loaders import ipxeboot.tar.gz)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the client gave up with error %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "no answer from the client for %1 s"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "too many blocks had to be sent again; the network loses packets"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The client closed the connection before the end"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The client took nothing for %1 seconds"),
    // the network changes, and other servers
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
    // what PCs do
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "it asked four times and took no address, although a DHCP server is there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "it took its address from %1 and asked us for nothing within %2 s"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1: %2 failed, but worked before; it is tried once more"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1: %2 failed; it stays, because nothing else is to be tried"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1: %2 failed; next is %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "it boots from %1; this is remembered"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the %1 offer of %2"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "GRUB (%1) was loaded, but has not asked this computer for its menu. It asks the server that the site's DHCP "
        "server names: let that name this computer (next-server, siaddr), or use iPXE's signed release"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The firmware took the loader %1 and did not start it; Secure Boot is probably on. Use a signed "
                      "loader for such PCs, or switch Secure Boot off there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 requests within a second were not answered, because there were too many"),
    // requests
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The published file %1 cannot be read"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The published file %1 is not a regular file"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The boot file %1 cannot be read"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The boot file %1 became shorter while it was served"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The image %1 has changed: it is shorter than when it was imported. Import it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 has %2 bytes now, %3 when it was imported"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The lab publishes no such file"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The file could not be read to its announced end; the connection was closed"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The client closed the connection in the middle of a request"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The client did not complete its request in time"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The server was stopped"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Not answered: the client is not in a subnet that is served (%1), or asked another address"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Not answered: %1 connections are open"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Not answered: %1 connections of this client are open"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "not found; %1 asks for it, this is normal"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "there is no such boot file; put it into the lab's loader folder if this PC needs it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the client wanted to write"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "the client did not ask for binary (octet) mode; test programs need their option for it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "too many transfers at the same time"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the client is not in a subnet that is served (%1)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the client started anew from the same port"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the TFTP server was stopped"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the network card took no packets for %1 s"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the disk did not deliver the file within %1 s"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The services have stopped"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 details were not recorded: more arrived than can be kept"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The activity log in %1 cannot be written; is the disk full?"),
    // network cards, further
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "This computer has no network card, so also no “%1”; connect one, e.g. a USB network adapter"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "The network card %1 has no IPv4 address in %2; check the cable to the router, or serve another subnet"),
    // what doctor finds
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
    // what fits much comes last
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1: %2"), // what failed, and the reason
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1. %2"), // what, and what to do
};

} // namespace Benchboot
