// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qttranslation.h>

#include <array>

namespace Benchboot {

/// What is said of how an image boots: of the fallbacks, and of the recipes in resources/recipes. See detailtext.h.
inline constexpr std::array bootSentences{
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "No recipe knows this system, so it starts as its own boot menu says"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Its arguments name a drive, which was left out: the system may look for its disc in vain. Write "
                      "a recipe for it if it does."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Only kernel and initrd are taken, which are a small part of the disc: the system may look for "
                      "the rest in vain. Write a recipe for it if it does."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "No recipe knows this EFI program, so it is started as it is"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "No recipe knows this system, so its own EFI loader is started"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "On UEFI its own loader starts without its disc: programs that are complete in one file work, "
                      "boot menus mostly stop."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "No recipe knows this system, so the disc is loaded whole into memory and started from there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "It cannot be read over the network instead: iPXE starts no hard disk of less than 8.2 MB"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Started by memdisk: BIOS only, and Linux or Windows on the disc lose it as soon as their own "
                      "drivers take over."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "No recipe knows this system, so the disc is read over the network as if it were a drive"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Started as a drive over the network: slow, and Linux or Windows on the disc lose it as soon as "
                      "their own drivers take over."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "is a kernel, but no recipe knows it: alone it would find no system. Import the disc that it "
                      "comes from, or write a recipe"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "is a hard disk of %1, and iPXE starts none of less than 8.2 MB over the network. Load it whole "
                      "into memory: leave the recipe open, or choose fallback-memdisk"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "is bootable, but no recipe knows it, and at %1 it is too large to be loaded whole into a PC's "
                      "memory. Write a recipe for it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "boots on UEFI only, from a hidden loader, and no recipe knows it. Write a recipe for it"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 has %2, and Linux takes no file of 2 GiB or more out of an initramfs. Start it from a USB "
                      "stick, or take a smaller edition"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "BIOS has no room for its initrds of %1 in low memory"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Start it from a USB stick, or take a smaller edition"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "No recipe knows this very system; it has the files of its family, and is started like the others"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 is not a kernel that iPXE can start, so its menu entry is left out."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1, so a menu entry is left out."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "disc images"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Keyboard layout"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Console (such as ttyS0,115200)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Basic graphics"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "More kernel arguments"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Entry of its boot menu"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Start by"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Kernel"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Repository to install from (URL)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Copy to RAM"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Copy to RAM (fetch), or read over the network (httpfs)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The initramfs of this disc has no network part. Alpine has files for network boot (the archive "
                      "alpine-netboot of the same release), which Benchboot does not import yet"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Its initrd gets the system from an NFS share or a drive only, and Benchboot serves no NFS. "
                      "Start it from a USB stick, or use a scanner that is still updated, e.g. Kaspersky Rescue Disk"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Its initrd gets the system from an NFS share only, and Benchboot serves none. Take a newer "
                      "release, or start it from a USB stick"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "The initrd of this disc installs from a CD drive and has no downloader. Import mini.iso of the same release "
        "instead (on Debian's mirrors in dists/CODENAME/main/installer-amd64/current/images/netboot/)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Its boot.cfg names paths of a CD and would have to be rewritten for the network, which "
                      "Benchboot does not do yet. Start it from a USB stick"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "Its initrd has no network part, and finds its file system on drives only. Start it from a USB stick"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The initrd of this disc looks for its store on drives only. NixOS has files for network boot "
                      "(netboot in its release builds), which Benchboot does not import yet"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "It gets its files from an NFS share, a drive, or its own network boot server, and Benchboot "
                      "serves no NFS. Start one PC from a USB stick and use its own server for the others"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Started by wimboot (github.com/ipxe/wimboot/releases), which has to be in the folder loaders of "
                      "the lab (its build for ARM64)"),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "Started by wimboot (github.com/ipxe/wimboot/releases), which has to be in the folder loaders of the lab"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "DOS does not see the packages on the disc, which its own drivers would have to find."),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "Discs made before September 2019 cannot fetch themselves. Download the current one if it stops."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "PassMark documents network boot for its Site Edition only; the free edition may refuse."),
    QT_TRANSLATE_NOOP(
        "Benchboot::DetailText",
        "Rescuezilla 2.6 and newer was reported not to fetch itself over HTTP. Use 2.5, or Clonezilla, if it stops."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Its extensions (the desktop, too) stay on the disc: what starts is the text console."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Tools on it that are Linux systems of their own (Parted Magic) lose the disc when they start; "
                      "those for DOS work."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Windows needs the loader wimboot, which is no part of Debian: download it from "
                      "github.com/ipxe/wimboot/releases and put it into the lab's folder loaders."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Only Windows PE starts over the network. To install Windows from it, connect to a share with "
                      "the disc's files and run setup.exe there."),
};

} // namespace Benchboot
