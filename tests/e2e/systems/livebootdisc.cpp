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

struct LiveBootLayout
{
    QString label;
    QString marker; ///< the file that tells the system
    QByteArray content; ///< of \a marker
    QByteArray arguments; ///< in its own menu
};

Result<SystemDisc> makeLiveBootDisc(const QString &folder, const LiveBootLayout &layout)
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
        .and_then([&] { return writeFile(disc + layout.marker, layout.content); })
        .and_then([&] {
            return addIsolinux(disc,
                               "DEFAULT live\nLABEL live\n  KERNEL /live/vmlinuz\n  APPEND initrd=/live/initrd.img "
                                   + layout.arguments + '\n');
        })
        .and_then([&] { return writeIso(folder + u"/live.iso"_s, disc, layout.label, isolinuxWords()); })
        .transform([&] {
            return SystemDisc{.path = folder + u"/live.iso"_s,
                              .proof = rootProof(nonce),
                              .delivered = {u"/live/vmlinuz"_s, u"/live/initrd.img"_s, u"/live/filesystem.squashfs"_s},
                              .switchesOff = true};
        });
}

} // namespace

Result<SystemDisc> makeDebianLiveDisc(const QString &folder)
{
    return makeLiveBootDisc(folder,
                            {.label = u"d-live 13.1.0 st amd64"_s,
                             .marker = u"/.disk/info"_s,
                             .content = "Official Debian GNU/Linux Live 13.1.0 standard 2025-09-06T10:19",
                             .arguments = "boot=live components"});
}

Result<SystemDisc> makeClonezillaDisc(const QString &folder)
{
    return makeLiveBootDisc(folder,
                            {.label = u"3.2.0-5-amd64"_s,
                             .marker = u"/Clonezilla-Live-Version"_s,
                             .content = "clonezilla-live-3.2.0-5-amd64\n",
                             .arguments = "boot=live union=overlay config components"});
}

Result<SystemDisc> makeGpartedDisc(const QString &folder)
{
    return makeLiveBootDisc(folder,
                            {.label = u"GParted-live"_s,
                             .marker = u"/GParted-Live-Version"_s,
                             .content = "gparted-live-1.7.0-1-amd64\n",
                             .arguments = "boot=live union=overlay config components"});
}

} // namespace Benchboot::E2e
