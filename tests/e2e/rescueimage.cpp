// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/rescueimage.h"

#include "e2e/childprocess.h"
#include "e2e/testfiles.h"

#include <QDir>
#include <QFile>
#include <QUuid>

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

/// The version whose kernel and modules are both there, e.g. "6.12.117+deb13-amd64".
Result<QString> kernelVersion()
{
    const auto kernels = QDir(u"/boot"_s).entryList({u"vmlinuz-*"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const auto &kernel : kernels) {
        const auto version = kernel.sliced(QStringView(u"vmlinuz-").size());
        if (QFile::exists(u"/lib/modules/%1/kernel/drivers/net/virtio_net.ko.xz"_s.arg(version)))
            return version;
    }
    return fail(Error::Code::NotFound, u"No kernel with its modules lies in /boot: install linux-image-amd64."_s);
}

Result<void> makeInitramfs(const QString &tree, const QString &archive, const QString &version, const QByteArray &nonce)
{
    const auto sources = QStringLiteral(BENCHBOOT_SOURCE_DIR "/tests/e2e/");
    QDir().mkpath(tree + u"/bin"_s);
    QDir().mkpath(tree + u"/modules"_s);
    auto made = copyFile(u"/usr/bin/busybox"_s, tree + u"/bin/busybox"_s)
                    .and_then([&] { return copyProgram(sources + u"rescue-init.sh"_s, tree + u"/init"_s); })
                    .and_then([&] { return copyProgram(sources + u"rescue-udhcpc.sh"_s, tree + u"/udhcpc.sh"_s); })
                    .and_then([&] { return writeFile(tree + u"/nonce"_s, nonce + '\n'); });
    for (const auto &module : {u"net/core/failover"_s, u"drivers/net/net_failover"_s, u"drivers/net/virtio_net"_s,
                               u"drivers/net/ethernet/intel/e1000/e1000"_s}) {
        made = made.and_then([&] {
                       return run({u"xz"_s, u"-dc"_s, u"/lib/modules/%1/kernel/%2.ko.xz"_s.arg(version, module)});
                   })
                   .and_then([&](const QByteArray &plain) {
                       return writeFile(tree + u"/modules/%1.ko"_s.arg(module.section(u'/', -1)), plain);
                   });
    }
    return made.and_then([&] { return packInitramfs(tree, archive); });
}

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

const QStringList bootableFromDisc{u"-b"_s, u"isolinux/isolinux.bin"_s, u"-c"_s,
                                   u"isolinux/boot.cat"_s, u"-no-emul-boot"_s, u"-boot-load-size"_s,
                                   u"4"_s, u"-boot-info-table"_s};

} // namespace

Result<RescueImage> makeRescueImage(const QString &folder, qint64 payloadBytes)
{
    const auto version = kernelVersion();
    if (!version)
        return std::unexpected(version.error());
    const auto disc = folder + u"/disc/"_s;
    RescueImage image{folder + u"/rescue.iso"_s, {}, QUuid::createUuid().toByteArray(QUuid::WithoutBraces)};
    const auto made = makeDisc(disc, u"/boot/vmlinuz-"_s + *version, payloadBytes)
                          .and_then([&] {
                              return makeInitramfs(folder + u"/initramfs"_s, disc + u"isolinux/initram.igz"_s, *version,
                                                   image.nonce);
                          })
                          .and_then([&] { return checksumLine(u"sha256sum"_s, disc); })
                          .and_then([&](const QByteArray &line) {
                              image.checksumLine = line.trimmed();
                              return writeIso(image.path, disc, u"sysrcd-5.3.2"_s, bootableFromDisc);
                          });
    if (!made)
        return std::unexpected(made.error());
    QDir(disc).removeRecursively();
    return image;
}

} // namespace Benchboot::E2e
