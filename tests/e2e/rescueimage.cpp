// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/rescueimage.h"

#include "e2e/childprocess.h"
#include "e2e/systems/linuxparts.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

/// A boot sector in place of ISOLINUX, which goes on to the next boot device: jump over the boot information table;
/// int 18h; stop.
QByteArray bootSector()
{
    QByteArray code(2048, '\0');
    code.replace(0, 2, QByteArray::fromHex("eb3e"));
    code.replace(64, 4, QByteArray::fromHex("cd18ebfe"));
    return code;
}

constexpr auto bootMenu = "DEFAULT rescue64\n"
                          "LABEL rescue64\n  KERNEL rescue64\n  APPEND initrd=initram.igz\n"
                          "LABEL rescue32\n  KERNEL rescue32\n  APPEND initrd=initram.igz\n";

/// What \a program (md5sum, sha256sum) says of sysrcd.dat in \a disc: the hash, two spaces, the name, a line end.
Result<QByteArray> checksumLine(const QString &program, const QString &disc)
{
    return run({u"env"_s, u"--chdir="_s + disc, program, u"sysrcd.dat"_s});
}

Result<void> makeDisc(const QString &disc, const QString &kernel, qint64 payloadBytes)
{
    QDir().mkpath(disc + u"isolinux"_s);
    return writeRandomFile(disc + u"sysrcd.dat"_s, payloadBytes)
        .and_then([&] { return checksumLine(u"md5sum"_s, disc); })
        .and_then([&](const QByteArray &line) { return writeFile(disc + u"sysrcd.md5"_s, line); })
        .and_then([&] { return writeFile(disc + u"version"_s, "5.3.2\n"); })
        .and_then([&] { return copyFile(kernel, disc + u"isolinux/rescue64"_s); })
        .and_then([&] { return copyFile(kernel, disc + u"isolinux/rescue32"_s); })
        .and_then([&] { return writeFile(disc + u"isolinux/isolinux.cfg"_s, bootMenu); })
        .and_then([&] { return writeFile(disc + u"isolinux/isolinux.bin"_s, bootSector()); });
}

} // namespace

Result<RescueImage> makeRescueImage(const QString &folder, qint64 payloadBytes)
{
    const auto version = kernelVersion();
    if (!version)
        return std::unexpected(version.error());
    const auto disc = folder + u"/disc/"_s;
    RescueImage image{folder + u"/rescue.iso"_s, {}, newNonce()};
    const auto made = makeDisc(disc, kernelFile(*version), payloadBytes)
                          .and_then([&] {
                              return makeInitramfs(folder + u"/initramfs"_s, u"rescue-init.sh"_s, image.nonce,
                                                   networkModules(), disc + u"isolinux/initram.igz"_s);
                          })
                          .and_then([&] { return checksumLine(u"sha256sum"_s, disc); })
                          .and_then([&](const QByteArray &line) {
                              image.checksumLine = line.trimmed();
                              return writeIso(image.path, disc, u"sysrcd-5.3.2"_s, isolinuxWords());
                          });
    if (!made)
        return std::unexpected(made.error());
    QDir(disc).removeRecursively();
    return image;
}

} // namespace Benchboot::E2e
