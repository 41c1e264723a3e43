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

/// Reads on from the disc, as its own menus do, says what it found, and switches the PC off.
constexpr auto menu = "# Super GRUB2 Disk 2.06s4\n"
                      "serial --speed=115200\n"
                      "terminal_output serial\n"
                      "cat /boot/grub/nonce\n"
                      "halt\n";

Result<SystemDisc> makeGrubDisc(const QString &folder, const QStringList &delivered)
{
    const auto words = "BENCHBOOT-GRUB " + newNonce();
    const auto disc = folder + u"/disc"_s;
    const auto file = folder + u"/supergrub2.iso"_s;
    QDir().mkpath(disc + u"/boot/grub"_s);
    return writeFile(disc + u"/boot/grub/grub.cfg"_s, menu)
        .and_then([&] { return writeFile(disc + u"/boot/grub/nonce"_s, words + '\n'); })
        .and_then([&] { return writeFile(disc + u"/boot/grub/main.cfg"_s, {}); })
        .and_then([&] {
            return run({u"grub-mkrescue"_s, u"--locales="_s, u"--themes="_s, u"--fonts="_s,
                        u"--install-modules=normal cat halt serial terminal part_msdos part_gpt iso9660 fat search"_s,
                        u"-o"_s, file, disc, u"-volid"_s, u"SUPERGRUB2"_s},
                       nullptr, {}, 2min);
        })
        .transform([&](const QByteArray &) {
            return SystemDisc{.path = file, .proof = words, .delivered = delivered, .switchesOff = true};
        });
}

} // namespace

Result<SystemDisc> makeGrubDiscForMemdisk(const QString &folder) { return makeGrubDisc(folder, {u".iso"_s}); }

Result<SystemDisc> makeGrubDiscForSanboot(const QString &folder) { return makeGrubDisc(folder, {}); }

} // namespace Benchboot::E2e
