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
constexpr auto menu = "serial --speed=115200\n"
                      "terminal_output serial\n"
                      "cat /boot/grub/nonce\n"
                      "halt\n";

/// \param head   of its configuration.
/// \param words  more of grub-mkrescue's.
Result<SystemDisc> makeGrubDisc(const QString &folder, const QString &label, const QByteArray &head,
                                const QStringList &words, const QStringList &delivered)
{
    const auto proof = "BENCHBOOT-GRUB " + newNonce();
    const auto disc = folder + u"/disc"_s;
    const auto file = folder + u"/grub.iso"_s;
    QDir().mkpath(disc + u"/boot/grub"_s);
    return writeFile(disc + u"/boot/grub/grub.cfg"_s, head + menu)
        .and_then([&] { return writeFile(disc + u"/boot/grub/nonce"_s, proof + '\n'); })
        .and_then([&] {
            return run(
                QStringList{
                    u"grub-mkrescue"_s, u"--locales="_s, u"--themes="_s, u"--fonts="_s,
                    u"--install-modules=normal cat halt serial terminal part_msdos part_gpt iso9660 fat search"_s,
                    u"-o"_s, file, disc, u"-volid"_s, label}
                    + words,
                nullptr, {}, 2min);
        })
        .transform([&](const QByteArray &) {
            return SystemDisc{.path = file, .proof = proof, .delivered = delivered, .switchesOff = true};
        });
}

Result<SystemDisc> makeSuperGrub(const QString &folder, const QStringList &delivered)
{
    return makeGrubDisc(folder, u"SUPERGRUB2"_s, "# Super GRUB2 Disk 2.06s4\n", {}, delivered);
}

} // namespace

Result<SystemDisc> makeGrubDiscForMemdisk(const QString &folder) { return makeSuperGrub(folder, {u".iso"_s}); }

Result<SystemDisc> makeGrubDiscForSanboot(const QString &folder) { return makeSuperGrub(folder, {}); }

Result<SystemDisc> makeUnknownGrubDisc(const QString &folder)
{
    return makeGrubDisc(folder, u"RESCUE_TOOLS"_s, {}, {u"--directory=/usr/lib/grub/x86_64-efi"_s}, {});
}

} // namespace Benchboot::E2e
