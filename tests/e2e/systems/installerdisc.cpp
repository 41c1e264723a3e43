// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

const QString netboot = u"/usr/lib/debian-installer/images/13/amd64/text/debian-installer/amd64/"_s;

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
Result<void> makeInitrd(const QString &folder, const QByteArray &nonce, const QString &file)
{
    const auto tree = folder + u"/answers"_s;
    const auto archive = folder + u"/answers.gz"_s;
    QDir().mkpath(tree);
    return writeFile(tree + u"/preseed.cfg"_s, answers(nonce))
        .and_then([&] { return packInitramfs(tree, archive); })
        .and_then([&] { return copyFile(netboot + u"initrd.gz"_s, file); })
        .and_then([&] { return appendFile(archive, file); });
}

} // namespace

Result<SystemDisc> makeDebianMiniIso(const QString &folder)
{
    const auto nonce = newNonce();
    const auto disc = folder + u"/disc"_s;
    QDir().mkpath(disc + u"/boot/grub"_s);
    return makeInitrd(folder, nonce, disc + u"/initrd.gz"_s)
        .and_then([&] { return copyFile(netboot + u"linux"_s, disc + u"/linux"_s); })
        .and_then([&] {
            return addIsolinux(disc,
                               "default install\nlabel install\n\tkernel linux\n"
                               "\tappend vga=788 initrd=initrd.gz --- quiet\n",
                               QString());
        })
        .and_then([&] {
            return writeFile(disc + u"/boot/grub/grub.cfg"_s,
                             "menuentry 'Install' {\n  linux /linux vga=788 --- quiet\n  initrd /initrd.gz\n}\n");
        })
        .and_then([&] { return writeIso(folder + u"/mini.iso"_s, disc, u"ISOIMAGE"_s, isolinuxWords(QString())); })
        .transform([&] {
            return SystemDisc{
                .path = folder + u"/mini.iso"_s, .proof = nonce, .delivered = {u"/linux"_s, u"/initrd.gz"_s}};
        });
}

} // namespace Benchboot::E2e
