// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/childprocess.h"
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

struct ArchisoLayout
{
    QString label;
    QString base; ///< the folder that everything lies in
    QString kernel; ///< in its boot/x86_64
    QString initrd;
    QString versionFile; ///< with \a version
    QByteArray version;
};

Result<SystemDisc> makeArchisoDisc(const QString &folder, const ArchisoLayout &layout)
{
    const auto version = kernelVersion();
    if (!version)
        return std::unexpected(version.error());
    const auto nonce = newNonce();
    const auto root = folder + u"/root"_s;
    const auto disc = folder + u"/disc/"_s;
    const auto files = layout.base + u"/x86_64/"_s;
    const auto boot = layout.base + u"/boot/x86_64/"_s;
    QDir().mkpath(disc + files);
    QDir().mkpath(disc + boot);
    return makeRootTree(root, nonce)
        .and_then([&] { return packSquashfs(root, disc + files + u"airootfs.sfs"_s); })
        .and_then([&] { return run({u"env"_s, u"--chdir="_s + disc + files, u"sha512sum"_s, u"airootfs.sfs"_s}); })
        .and_then([&](const QByteArray &line) { return writeFile(disc + files + u"airootfs.sha512"_s, line); })
        .and_then([&] { return copyFile(kernelFile(*version), disc + boot + layout.kernel); })
        .and_then([&] {
            return makeInitramfs(folder + u"/initramfs"_s, u"archiso-init.sh"_s, nonce,
                                 networkModules() + overlayModules(), disc + boot + layout.initrd);
        })
        .and_then([&] { return writeFile(disc + layout.versionFile, layout.version); })
        .and_then([&] { return writeIso(folder + u"/archiso.iso"_s, disc, layout.label); })
        .transform([&] {
            return SystemDisc{.path = folder + u"/archiso.iso"_s,
                              .proof = rootProof(nonce),
                              .delivered = {u'/' + boot + layout.kernel, u'/' + boot + layout.initrd,
                                            u'/' + files + u"airootfs.sfs"_s, u'/' + files + u"airootfs.sha512"_s},
                              .switchesOff = true};
        });
}

} // namespace

Result<SystemDisc> makeArchDisc(const QString &folder)
{
    return makeArchisoDisc(folder,
                           {.label = u"ARCH_202509"_s,
                            .base = u"arch"_s,
                            .kernel = u"vmlinuz-linux"_s,
                            .initrd = u"initramfs-linux.img"_s,
                            .versionFile = u"arch/version"_s,
                            .version = "2025.09.01\n"});
}

Result<SystemDisc> makeSystemRescueDisc(const QString &folder)
{
    return makeArchisoDisc(folder,
                           {.label = u"RESCUE1202"_s,
                            .base = u"sysresccd"_s,
                            .kernel = u"vmlinuz"_s,
                            .initrd = u"sysresccd.img"_s,
                            .versionFile = u"sysresccd/VERSION"_s,
                            .version = "12.02\n"});
}

} // namespace Benchboot::E2e
