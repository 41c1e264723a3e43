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

/// dracut with livenet, as Fedora's live discs have it, without what the emulated PC has no use for.
Result<void> makeDracutInitrd(const QString &temporary, const QString &version, const QString &file)
{
    return run({u"dracut"_s, u"--quiet"_s, u"--no-hostonly"_s, u"--no-hostonly-cmdline"_s, u"--no-early-microcode"_s,
                u"--tmpdir"_s, temporary, u"--kver"_s, version, u"--gzip"_s, u"--add"_s, u"livenet"_s, u"--omit"_s,
                u"kernel-modules kernel-modules-extra nvdimm qemu qemu-net hwdb plymouth crypt lvm mdraid multipath"_s,
                u"--add-drivers"_s, u"virtio_net e1000 ext4 isofs"_s, file},
               nullptr, {}, 5min)
        .transform([](const QByteArray &) { });
}

struct DracutLayout
{
    QString label;
    QString kernel;
    QString initrd;
    bool nested = false; ///< the root file system is an ext4 image in the squashfs
    QString fetched = u"/LiveOS/squashfs.img"_s; ///< end of the URL that the initrd gets its root file system by
};

Result<void> makeLiveImage(const QString &folder, const QByteArray &nonce, bool nested, const QString &file)
{
    const auto root = folder + u"/root"_s;
    if (!nested)
        return makeRootTree(root, nonce).and_then([&] { return packSquashfs(root, file); });
    const auto outer = folder + u"/outer"_s;
    QDir().mkpath(outer + u"/LiveOS"_s);
    return makeRootTree(root, nonce)
        .and_then([&] {
            return run(
                {u"mke2fs"_s, u"-q"_s, u"-t"_s, u"ext4"_s, u"-d"_s, root, outer + u"/LiveOS/rootfs.img"_s, u"16m"_s});
        })
        .and_then([&](const QByteArray &) { return packSquashfs(outer, file); });
}

Result<SystemDisc> makeDracutDisc(const QString &folder, const DracutLayout &layout)
{
    const auto version = kernelVersion();
    if (!version)
        return std::unexpected(version.error());
    const auto nonce = newNonce();
    const auto disc = folder + u"/disc"_s;
    for (const auto &file : {layout.kernel, u"/LiveOS/squashfs.img"_s})
        QDir().mkpath(disc + file.section(u'/', 0, -2));
    return makeLiveImage(folder, nonce, layout.nested, disc + u"/LiveOS/squashfs.img"_s)
        .and_then([&] { return copyFile(kernelFile(*version), disc + layout.kernel); })
        .and_then([&] { return makeDracutInitrd(folder, *version, disc + layout.initrd); })
        .and_then([&] { return writeIso(folder + u"/dracut.iso"_s, disc, layout.label); })
        .transform([&] {
            return SystemDisc{.path = folder + u"/dracut.iso"_s,
                              .proof = rootProof(nonce),
                              .delivered = {layout.kernel, layout.initrd, layout.fetched},
                              .switchesOff = true};
        });
}

} // namespace

Result<SystemDisc> makeFedora40Disc(const QString &folder)
{
    return makeDracutDisc(folder,
                          {.label = u"Fedora-KDE-Live-40-1-14"_s,
                           .kernel = u"/images/pxeboot/vmlinuz"_s,
                           .initrd = u"/images/pxeboot/initrd.img"_s,
                           .nested = true});
}

Result<SystemDisc> makeFedora42Disc(const QString &folder)
{
    return makeDracutDisc(folder,
                          {.label = u"Fedora-WS-Live-42"_s,
                           .kernel = u"/boot/x86_64/loader/linux"_s,
                           .initrd = u"/boot/x86_64/loader/initrd"_s});
}

Result<SystemDisc> makeAgamaDisc(const QString &folder)
{
    return makeDracutDisc(folder,
                          {.label = u"Install-Leap-16.0-x86_64"_s,
                           .kernel = u"/boot/x86_64/loader/linux"_s,
                           .initrd = u"/boot/x86_64/loader/initrd"_s,
                           .fetched = u".iso"_s});
}

} // namespace Benchboot::E2e
