// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/systems/linuxparts.h"

#include "e2e/childprocess.h"
#include "e2e/testfiles.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

QString moduleFile(const QString &version, const QString &module)
{
    return u"/lib/modules/%1/kernel/%2.ko.xz"_s.arg(version, module);
}

QString scriptFile(const QString &name) { return QStringLiteral(BENCHBOOT_SOURCE_DIR "/tests/e2e/scripts/") + name; }

} // namespace

Result<QString> kernelVersion()
{
    const auto kernels = QDir(u"/boot"_s).entryList({u"vmlinuz-*"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const auto &kernel : kernels) {
        const auto version = kernel.sliced(QStringView(u"vmlinuz-").size());
        if (QFile::exists(moduleFile(version, u"drivers/net/virtio_net"_s)))
            return version;
    }
    return fail(Error::Code::NotFound, u"No kernel with its modules lies in /boot: install linux-image-amd64."_s);
}

QString kernelFile(const QString &version) { return u"/boot/vmlinuz-"_s + version; }

Result<void> copyModules(const QString &version, const QStringList &modules, const QString &folder)
{
    QDir().mkpath(folder);
    for (const auto &module : modules) {
        const auto plain = run({u"xz"_s, u"-dc"_s, moduleFile(version, module)});
        const auto copied = plain.and_then([&](const QByteArray &content) {
            return writeFile(u"%1/%2.ko"_s.arg(folder, module.section(u'/', -1)), content);
        });
        if (!copied)
            return copied;
    }
    return {};
}

QStringList networkModules()
{
    return {u"net/core/failover"_s, u"drivers/net/net_failover"_s, u"drivers/net/virtio_net"_s,
            u"drivers/net/ethernet/intel/e1000/e1000"_s};
}

QStringList overlayModules() { return {u"drivers/block/loop"_s, u"fs/squashfs/squashfs"_s, u"fs/overlayfs/overlay"_s}; }

Result<void> addScripts(const QString &tree, const QString &init, const QByteArray &nonce)
{
    QDir().mkpath(tree);
    return copyProgram(scriptFile(init), tree + u"/init"_s)
        .and_then([&] { return copyProgram(scriptFile(u"functions.sh"_s), tree + u"/functions.sh"_s); })
        .and_then([&] { return copyProgram(scriptFile(u"udhcpc.sh"_s), tree + u"/udhcpc.sh"_s); })
        .and_then([&] { return writeFile(tree + u"/nonce"_s, nonce + '\n'); });
}

Result<void> makeBusyboxTree(const QString &tree, const QString &init, const QByteArray &nonce)
{
    QDir().mkpath(tree + u"/bin"_s);
    return copyProgram(u"/usr/bin/busybox"_s, tree + u"/bin/busybox"_s).and_then([&] {
        return addScripts(tree, init, nonce);
    });
}

Result<void> makeInitramfs(const QString &tree, const QString &init, const QByteArray &nonce,
                           const QStringList &modules, const QString &file)
{
    return kernelVersion()
        .and_then([&](const QString &version) { return copyModules(version, modules, tree + u"/modules"_s); })
        .and_then([&] { return makeBusyboxTree(tree, init, nonce); })
        .and_then([&] { return packInitramfs(tree, file); });
}

Result<void> makeRootTree(const QString &tree, const QByteArray &nonce)
{
    // What live systems expect of a root file system, and write to in its overlay.
    for (const auto *folder : {"bin", "dev", "etc", "lib", "mnt", "proc", "root", "run", "sbin", "sys", "tmp",
                               "usr/lib", "usr/bin", "usr/sbin", "var/log"})
        QDir().mkpath(u"%1/%2"_s.arg(tree, QLatin1StringView(folder)));
    return copyProgram(u"/usr/bin/busybox"_s, tree + u"/bin/busybox"_s)
        .and_then([&] { return copyProgram(scriptFile(u"root-init.sh"_s), tree + u"/sbin/init"_s); })
        .and_then([&] { return writeFile(tree + u"/etc/os-release"_s, "ID=benchboot-test\n"); })
        .and_then([&] { return writeFile(tree + u"/etc/nonce"_s, nonce + '\n'); });
}

Result<void> packSquashfs(const QString &tree, const QString &file)
{
    return run({u"mksquashfs"_s, tree, file, u"-quiet"_s, u"-no-progress"_s, u"-all-root"_s, u"-comp"_s, u"gzip"_s})
        .transform([](const QByteArray &) { });
}

QByteArray rootProof(const QByteArray &nonce) { return "BENCHBOOT-ROOT " + nonce; }

QByteArray newNonce() { return QUuid::createUuid().toByteArray(QUuid::WithoutBraces); }

QStringList isolinuxWords(const QString &place)
{
    return {
        u"-b"_s, place + u"isolinux.bin"_s, u"-c"_s, place + u"boot.cat"_s, u"-no-emul-boot"_s, u"-boot-load-size"_s,
        u"4"_s,  u"-boot-info-table"_s};
}

Result<void> addIsolinux(const QString &disc, const QByteArray &configuration, const QString &place)
{
    const auto folder = disc + u'/' + place;
    QDir().mkpath(folder);
    return copyFile(u"/usr/lib/ISOLINUX/isolinux.bin"_s, folder + u"isolinux.bin"_s)
        .and_then([&] { return copyFile(u"/usr/lib/syslinux/modules/bios/ldlinux.c32"_s, folder + u"ldlinux.c32"_s); })
        .and_then([&] { return writeFile(folder + u"isolinux.cfg"_s, configuration); });
}

} // namespace Benchboot::E2e
