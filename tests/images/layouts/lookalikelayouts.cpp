// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/layouts/systemlayout.h"

using namespace Qt::StringLiterals;

namespace Benchboot::Tests {

QList<SystemLayout> lookAlikeLayouts()
{
    return {
        {
            .name = "Debian Live carries the installer, too",
            .label = u"d-live 12.5.0 gn amd64"_s,
            .files
            = {u"live/filesystem.squashfs"_s, u"live/initrd.img"_s, u"live/vmlinuz :k64e"_s, u"install/vmlinuz :k64e"_s,
               u"install/initrd.gz"_s, u".disk/info=Official Debian GNU/Linux Live 12.5.0"_s},
            .recipe = u"debian-live"_s,
            .title = u"Debian Live 12.5.0"_s,
            .architecture = u"x86-64"_s,
            .entries = {u"kernel bios+efi-x64 live/vmlinuz +live/initrd.img cpu64"_s},
            .words = u"fetch=${base}live/filesystem.squashfs"_s,
            .boot = {},
        },
        {
            .name = "Arch carries Memtest86+",
            .label = u"ARCH_202409"_s,
            .files = {u"arch/boot/x86_64/vmlinuz-linux :k64e"_s, u"arch/boot/x86_64/initramfs-linux.img"_s,
                      u"arch/x86_64/airootfs.sfs"_s, u"boot/memtest86+/memtest=Memtest86+ v7.00"_s},
            .recipe = u"arch"_s,
            .title = u"Arch Linux 2024.09"_s,
            .architecture = u"x86-64"_s,
            .entries
            = {u"kernel bios+efi-x64 arch/boot/x86_64/vmlinuz-linux +arch/boot/x86_64/initramfs-linux.img cpu64"_s},
            .words = u""_s,
            .boot = {},
        },
        {
            .name = "SystemRescueCD carries HDT",
            .label = u"sysrcd-5.3.2"_s,
            .files = {u"sysrcd.dat"_s, u"isolinux/initram.igz"_s, u"isolinux/rescue64 :k64e"_s, u"isolinux/hdt.c32"_s,
                      u"isolinux/pci.ids"_s},
            .recipe = u"systemrescuecd"_s,
            .title = u"SystemRescueCD 5.3.2"_s,
            .architecture = u"x86-64"_s,
            .entries = {u"kernel bios+efi-x64 isolinux/rescue64 +isolinux/initram.igz cpu64"_s},
            .words = u""_s,
            .boot = {},
        },
        {
            .name = "Kaspersky is no other GRUB disc",
            .label = u"KRD18"_s,
            .files = {u"boot/grub/k-x86_64 :k64e"_s, u"boot/grub/initrd.xz"_s, u"data/000-core.srm"_s,
                      u"boot/grub/grub.cfg=# grub"_s},
            .recipe = u"kaspersky"_s,
            .title = u"Kaspersky Rescue Disk 18"_s,
            .architecture = u"x86-64"_s,
            .entries = {u"kernel bios+efi-x64 boot/grub/k-x86_64 +boot/grub/initrd.xz cpu64"_s},
            .words = u""_s,
            .boot = {},
        },
        {
            .name = "a Mint label on an Ubuntu disc",
            .label = u"Linux Mint 21.3"_s,
            .files = {u"casper/vmlinuz :k64e"_s, u"casper/initrd"_s, u"casper/filesystem.squashfs"_s,
                      u".disk/info=Ubuntu 22.04 LTS \"Jammy\""_s},
            .recipe = u"ubuntu"_s,
            .title = u"Ubuntu 22.04"_s,
            .architecture = u"x86-64"_s,
            .entries = {u"kernel bios+efi-x64 casper/vmlinuz +casper/initrd cpu64"_s},
            .words = u""_s,
            .boot = {},
        },
        {
            .name = "a data disc",
            .label = u"HOLIDAY"_s,
            .files = {u"photos/1.jpg"_s, u"live/notes.txt"_s, u"vmlinuz.txt"_s},
            .recipe = u""_s,
            .title = u"is a data disc: it has no boot record"_s,
            .architecture = u""_s,
            .entries = {},
            .words = u""_s,
            .boot = {},
        },
        {
            .name = "a disc of packages",
            .label = u"Debian 12 amd64 2"_s,
            .files = {u"pool/main/a/x.deb"_s, u"dists/bookworm/Release"_s},
            .recipe = u""_s,
            .title = u"is a data disc: it has no boot record"_s,
            .architecture = u""_s,
            .entries = {},
            .words = u""_s,
            .boot = {},
        },
    };
}

} // namespace Benchboot::Tests
