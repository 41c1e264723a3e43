// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/childprocess.h"
#include "e2e/systems/hdtparts.h"
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

/// A floppy as DOS formats it (1.44 MB, FAT12), with SYSLINUX in its boot sector and HDT, which is read through the BIOS's
/// floppy calls only.
/// \param moduleNames  a line of modules.alias, by which HDT's own floppy is recognised; empty: no such file.
Result<void> makeFloppy(const QString &folder, const QByteArray &words, const QString &file,
                        const QByteArray &moduleNames = {})
{
    const auto files = folder + u"/floppy"_s;
    QDir().mkpath(files);
    return run({u"mformat"_s, u"-C"_s, u"-f"_s, u"1440"_s, u"-v"_s, u"HDT"_s, u"-i"_s, file, u"::"_s})
        .and_then([&](const QByteArray &) { return run({u"syslinux"_s, u"--install"_s, file}); })
        .and_then([&](const QByteArray &) { return addHdt(files); })
        .and_then([&]() -> Result<void> {
            return moduleNames.isEmpty() ? Result<void>() : writeFile(files + u"/modules.alias"_s, moduleNames);
        })
        .and_then([&] {
            const auto alias = moduleNames.isEmpty() ? QByteArray() : QByteArray("modules.alias");
            return writeFile(files + u"/syslinux.cfg"_s, hdtMenu(words, alias));
        })
        .and_then([&] {
            QStringList copy{u"mcopy"_s, u"-i"_s, file};
            for (const auto &name : QDir(files).entryList(QDir::Files))
                copy += files + u'/' + name;
            return run(copy + QStringList{u"::"_s});
        })
        .transform([](const QByteArray &) {});
}

} // namespace

Result<SystemDisc> makeFloppyImage(const QString &folder)
{
    const auto words = newHdtWords();
    const auto file = folder + u"/hdt-floppy.img"_s;
    return makeFloppy(folder, words, file).transform([&] {
        return SystemDisc{.path = file, .proof = words, .delivered = {u"/hdt-floppy.img"_s}};
    });
}

Result<SystemDisc> makeHdtFloppy(const QString &folder)
{
    const auto words = newHdtWords();
    const auto file = folder + u"/hdt-0.5.2.img"_s;
    return makeFloppy(folder, words, file, "alias pci:v00008086d0000100Esv*sd*bc*sc*i* e1000\n").transform([&] {
        return SystemDisc{.path = file, .proof = words, .delivered = {u"/hdt-0.5.2.img"_s}};
    });
}

Result<SystemDisc> makePackedFloppy(const QString &folder)
{
    return makeFloppyImage(folder).and_then([](SystemDisc disc) {
        return run({u"gzip"_s, disc.path}).transform([&](const QByteArray &) {
            disc.path += u".gz"_s;
            return disc;
        });
    });
}

Result<SystemDisc> makeFloppyForSanboot(const QString &folder)
{
    return makeFloppyImage(folder).transform([](SystemDisc disc) {
        disc.delivered.clear(); // it is read in pieces
        return disc;
    });
}

Result<SystemDisc> makeDiscWithFloppy(const QString &folder)
{
    const auto words = newHdtWords();
    const auto disc = folder + u"/disc"_s;
    const auto file = folder + u"/hdt-floppy.iso"_s;
    QDir().mkpath(disc);
    return makeFloppy(folder, words, disc + u"/floppy.img"_s)
        .and_then([&] { return writeIso(file, disc, u"FLOPPY"_s, {u"-b"_s, u"floppy.img"_s, u"-c"_s, u"boot.cat"_s}); })
        .transform([&] { return SystemDisc{.path = file, .proof = words, .delivered = {u"/hdt-floppy.iso"_s}}; });
}

} // namespace Benchboot::E2e
