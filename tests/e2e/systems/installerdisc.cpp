// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

#include <functional>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

/// \a file of the installer for \a architecture.
QString netboot(const QString &architecture, const QString &file)
{
    return u"/usr/lib/debian-installer/images/13/%1/text/debian-installer/%1/%2"_s.arg(architecture, file);
}

/// The installer's answers file. What it leaves open is the first question after the network is up: the mirror's name,
/// in whose field \a nonce then stands.
QByteArray answers(const QByteArray &nonce)
{
    return "d-i debian-installer/locale string en_US.UTF-8\n"
           "d-i keyboard-configuration/xkb-keymap select us\n"
           "d-i netcfg/get_hostname string bench\n"
           "d-i netcfg/get_domain string bench\n"
           "d-i mirror/country string manual\n"
           "d-i mirror/protocol string http\n"
           "d-i mirror/http/hostname string "
        + nonce + "\nd-i mirror/http/hostname seen false\n";
}

/// The installer's own initrd, and answers behind it, as its manual says ("preseeding with an initrd").
Result<void> makeInitrd(const QString &folder, const QString &architecture, const QByteArray &nonce,
                        const QString &file)
{
    const auto tree = folder + u"/answers"_s;
    const auto archive = folder + u"/answers.gz"_s;
    QDir().mkpath(tree);
    return writeFile(tree + u"/preseed.cfg"_s, answers(nonce))
        .and_then([&] { return packInitramfs(tree, archive); })
        .and_then([&] { return copyFile(netboot(architecture, u"initrd.gz"_s), file); })
        .and_then([&] { return appendFile(archive, file); });
}

/// What both architectures' discs have; GRUB's menu is that of UEFI.
Result<SystemDisc> makeMiniIso(const QString &folder, const QString &architecture,
                               const std::function<Result<void>(const QString &disc)> &addBootLoader,
                               const QStringList &words)
{
    const auto nonce = newNonce();
    const auto disc = folder + u"/disc"_s;
    QDir().mkpath(disc + u"/boot/grub"_s);
    return makeInitrd(folder, architecture, nonce, disc + u"/initrd.gz"_s)
        .and_then([&] { return copyFile(netboot(architecture, u"linux"_s), disc + u"/linux"_s); })
        .and_then([&] {
            return writeFile(disc + u"/boot/grub/grub.cfg"_s,
                             "menuentry 'Install' {\n  linux /linux vga=788 --- quiet\n  initrd /initrd.gz\n}\n");
        })
        .and_then([&] { return addBootLoader(disc); })
        .and_then([&] { return writeIso(folder + u"/mini.iso"_s, disc, u"ISOIMAGE"_s, words); })
        .transform([&] {
            return SystemDisc{
                .path = folder + u"/mini.iso"_s, .proof = nonce, .delivered = {u"/linux"_s, u"/initrd.gz"_s}};
        });
}

} // namespace

Result<SystemDisc> makeDebianMiniIso(const QString &folder)
{
    const auto addBootLoader = [](const QString &disc) {
        return addIsolinux(disc,
                           "default install\nlabel install\n\tkernel linux\n"
                           "\tappend vga=788 initrd=initrd.gz --- quiet\n",
                           QString());
    };
    return makeMiniIso(folder, u"amd64"_s, addBootLoader, isolinuxWords(QString()));
}

Result<SystemDisc> makeDebianMiniIsoForArm(const QString &folder)
{
    const auto addBootLoader = [](const QString &disc) {
        QDir().mkpath(disc + u"/EFI/boot"_s);
        return copyFile(netboot(u"arm64"_s, u"grubaa64.efi"_s), disc + u"/EFI/boot/bootaa64.efi"_s);
    };
    return makeMiniIso(folder, u"arm64"_s, addBootLoader, {});
}

} // namespace Benchboot::E2e
