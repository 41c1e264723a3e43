// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/systems/hdtparts.h"
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

Result<SystemDisc> makeHdtDisc(const QString &folder, const QStringList &delivered)
{
    const auto version = kernelVersion();
    if (!version)
        return std::unexpected(version.error());
    const auto words = newHdtWords();
    const auto disc = folder + u"/disc"_s;
    return addIsolinux(disc, hdtMenu(words, "/isolinux/modules.alias"))
        .and_then([&] {
            return copyFile(u"/lib/modules/%1/modules.alias"_s.arg(*version), disc + u"/isolinux/modules.alias"_s);
        })
        .and_then([&] { return addHdt(disc + u"/isolinux"_s); })
        .and_then([&] { return writeIso(folder + u"/hdt.iso"_s, disc, u"HDT 0.5.2"_s, isolinuxWords()); })
        .transform([&] { return SystemDisc{.path = folder + u"/hdt.iso"_s, .proof = words, .delivered = delivered}; });
}

} // namespace

QByteArray newHdtWords() { return "BENCHBOOT-HDT " + newNonce(); }

/// What HDT's own disc does, but with commands in place of its menu: the BIOS repeats the screen on the serial line,
/// where a menu would be hard to read.
QByteArray hdtMenu(const QByteArray &words, const QByteArray &moduleNames)
{
    return "DEFAULT hdt\nPROMPT 0\nLABEL hdt\n  COM32 hdt.c32\n  APPEND "
        + (moduleNames.isEmpty() ? QByteArray() : "modules_alias=" + moduleNames + ' ') + "nomenu auto='show cpu;say `"
        + words + "`%0'\n";
}

Result<void> addHdt(const QString &folder)
{
    QDir().mkpath(folder);
    Result<void> added;
    for (const auto &name : {u"hdt"_s, u"libcom32"_s, u"libgpl"_s, u"libmenu"_s, u"libutil"_s})
        added = added.and_then([&] {
            return copyFile(u"/usr/lib/syslinux/modules/bios/%1.c32"_s.arg(name), u"%1/%2.c32"_s.arg(folder, name));
        });
    return added;
}

Result<SystemDisc> makeHdtDiscForMemdisk(const QString &folder) { return makeHdtDisc(folder, {u".iso"_s}); }

Result<SystemDisc> makeHdtDiscForSanboot(const QString &folder) { return makeHdtDisc(folder, {}); }

} // namespace Benchboot::E2e
