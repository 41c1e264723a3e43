// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

Result<SystemDisc> makeMenuDisc(const QString &folder)
{
    const auto version = kernelVersion();
    if (!version)
        return std::unexpected(version.error());
    const auto nonce = newNonce();
    const auto disc = folder + u"/disc"_s;
    const auto root = folder + u"/root"_s;
    QDir().mkpath(disc + u"/boot"_s);
    return makeRootTree(root, nonce)
        .and_then([&] { return copyProgram(root + u"/sbin/init"_s, root + u"/init"_s); })
        .and_then([&] { return packInitramfs(root, disc + u"/boot/system.gz"_s); })
        .and_then([&] { return copyFile(kernelFile(*version), disc + u"/boot/kernel"_s); })
        .and_then([&] {
            return addIsolinux(disc,
                               "DEFAULT it\nLABEL it\n  KERNEL /boot/kernel\n  APPEND initrd=/boot/system.gz quiet\n");
        })
        .and_then([&] { return writeIso(folder + u"/tools.iso"_s, disc, u"TOOLS"_s, isolinuxWords()); })
        .transform([&] {
            return SystemDisc{.path = folder + u"/tools.iso"_s,
                              .proof = rootProof(nonce),
                              .delivered = {u"/boot/kernel"_s, u"/boot/system.gz"_s},
                              .switchesOff = true};
        });
}

} // namespace Benchboot::E2e
