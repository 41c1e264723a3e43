// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

Result<SystemDisc> makeUbuntuDisc(const QString &folder)
{
    const auto version = kernelVersion();
    if (!version)
        return std::unexpected(version.error());
    const auto nonce = newNonce();
    const auto root = folder + u"/root"_s;
    const auto disc = folder + u"/disc"_s;
    QDir().mkpath(disc + u"/casper"_s);
    QDir().mkpath(disc + u"/.disk"_s);
    return makeRootTree(root, nonce)
        .and_then([&] { return packSquashfs(root, disc + u"/casper/filesystem.squashfs"_s); })
        .and_then([&] { return copyFile(kernelFile(*version), disc + u"/casper/vmlinuz"_s); })
        .and_then([&] {
            return makeInitramfs(folder + u"/initramfs"_s, u"casper-init.sh"_s, nonce,
                                 networkModules() + overlayModules()
                                     + QStringList{u"drivers/cdrom/cdrom"_s, u"fs/isofs/isofs"_s},
                                 disc + u"/casper/initrd"_s);
        })
        .and_then([&] {
            return writeFile(disc + u"/.disk/info"_s,
                             "Ubuntu 24.04.3 LTS \"Noble Numbat\" - Release amd64 (20250805.1)");
        })
        .and_then([&] { return writeIso(folder + u"/ubuntu.iso"_s, disc, u"Ubuntu 24.04.3 LTS amd64"_s); })
        .transform([&] {
            return SystemDisc{.path = folder + u"/ubuntu.iso"_s,
                              .proof = rootProof(nonce),
                              .delivered = {u"/casper/vmlinuz"_s, u"/casper/initrd"_s, u".iso"_s},
                              .switchesOff = true};
        });
}

} // namespace Benchboot::E2e
