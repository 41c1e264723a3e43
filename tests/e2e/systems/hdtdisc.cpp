// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

/// What HDT's own disc does, but with commands in place of its menu: the BIOS repeats the screen on the serial line,
/// where a menu would be hard to read.
QByteArray menu(const QByteArray &words)
{
    return "DEFAULT hdt\nPROMPT 0\nLABEL hdt\n  COM32 hdt.c32\n"
           "  APPEND modules_alias=/isolinux/modules.alias nomenu auto='show cpu;say `"
        + words + "`%0'\n";
}

Result<SystemDisc> makeHdtDisc(const QString &folder, const QStringList &delivered)
{
    const auto version = kernelVersion();
    if (!version)
        return std::unexpected(version.error());
    const auto words = "BENCHBOOT-HDT " + newNonce();
    const auto disc = folder + u"/disc"_s;
    auto made = addIsolinux(disc, menu(words)).and_then([&] {
        return copyFile(u"/lib/modules/%1/modules.alias"_s.arg(*version), disc + u"/isolinux/modules.alias"_s);
    });
    for (const auto &name : {u"hdt"_s, u"libcom32"_s, u"libgpl"_s, u"libmenu"_s, u"libutil"_s})
        made = made.and_then([&] {
            return copyFile(u"/usr/lib/syslinux/modules/bios/%1.c32"_s.arg(name),
                            disc + u"/isolinux/%1.c32"_s.arg(name));
        });
    return made.and_then([&] { return writeIso(folder + u"/hdt.iso"_s, disc, u"HDT 0.5.2"_s, isolinuxWords()); })
        .transform([&] { return SystemDisc{.path = folder + u"/hdt.iso"_s, .proof = words, .delivered = delivered}; });
}

} // namespace

Result<SystemDisc> makeHdtDiscForMemdisk(const QString &folder) { return makeHdtDisc(folder, {u".iso"_s}); }

Result<SystemDisc> makeHdtDiscForSanboot(const QString &folder) { return makeHdtDisc(folder, {}); }

} // namespace Benchboot::E2e
