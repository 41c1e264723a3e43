// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/childprocess.h"
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot::E2e {

namespace {

/// mkinitramfs with its own hooks and those of live-boot; ours is only the configuration.
Result<void> makeLiveBootInitrd(const QString &configuration, const QString &version, const QString &file)
{
    for (const auto *folder : {"conf.d", "hooks", "scripts"})
        QDir().mkpath(u"%1/%2"_s.arg(configuration, QLatin1StringView(folder)));
    return writeFile(configuration + u"/initramfs.conf"_s,
                     "MODULES=list\nBUSYBOX=auto\nKEYMAP=n\nCOMPRESS=gzip\nCOMPRESSLEVEL=1\n")
        .and_then([&] { return writeFile(configuration + u"/modules"_s, "virtio_net\ne1000\n"); })
        .and_then(
            [&] { return run({u"mkinitramfs"_s, u"-d"_s, configuration, u"-o"_s, file, version}, nullptr, {}, 5min); })
        .transform([](const QByteArray &) {});
}

} // namespace

Result<SystemDisc> makeDebianLiveDisc(const QString &folder)
{
    const auto version = kernelVersion();
    if (!version)
        return std::unexpected(version.error());
    const auto nonce = newNonce();
    const auto disc = folder + u"/disc"_s;
    const auto root = folder + u"/root"_s;
    QDir().mkpath(disc + u"/live"_s);
    QDir().mkpath(disc + u"/.disk"_s);
    return makeRootTree(root, nonce)
        .and_then([&] { return packSquashfs(root, disc + u"/live/filesystem.squashfs"_s); })
        .and_then([&] { return copyFile(kernelFile(*version), disc + u"/live/vmlinuz"_s); })
        .and_then([&] { return makeLiveBootInitrd(folder + u"/initramfs"_s, *version, disc + u"/live/initrd.img"_s); })
        .and_then([&] {
            return writeFile(disc + u"/.disk/info"_s,
                             "Official Debian GNU/Linux Live 13.1.0 standard 2025-09-06T10:19");
        })
        .and_then([&] {
            return addIsolinux(disc,
                               "DEFAULT live\nLABEL live\n  KERNEL /live/vmlinuz\n"
                               "  APPEND initrd=/live/initrd.img boot=live components\n");
        })
        .and_then([&] { return writeIso(folder + u"/live.iso"_s, disc, u"d-live 13.1.0 st amd64"_s, isolinuxWords()); })
        .transform([&] {
            return SystemDisc{.path = folder + u"/live.iso"_s,
                              .proof = rootProof(nonce),
                              .delivered = {u"/live/vmlinuz"_s, u"/live/initrd.img"_s, u"/live/filesystem.squashfs"_s},
                              .switchesOff = true};
        });
}

} // namespace Benchboot::E2e
