// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/grubloader.h"
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

/// A GRUB that is complete in one file, as rescue tools come: it says \a words and switches the PC off.
Result<void> makeProgram(const QString &path, const QByteArray &words)
{
    return makeGrub(path, u"x86_64-efi"_s, {u"echo"_s, u"halt"_s}, "echo " + words + "\nhalt\n");
}

SystemDisc disc(const QString &path, const QByteArray &words, const QString &program)
{
    return {.path = path, .proof = words, .delivered = {program}, .switchesOff = true};
}

QByteArray newWords() { return "BENCHBOOT-EFI-PROGRAM " + newNonce(); }

} // namespace

Result<SystemDisc> makeBareEfiProgram(const QString &folder)
{
    const auto words = newWords();
    const auto path = folder + u"/rescue-grub.efi"_s;
    return makeProgram(path, words).transform([&] { return disc(path, words, u"/rescue-grub.efi"_s); });
}

Result<SystemDisc> makeEfiProgramDisc(const QString &folder)
{
    const auto words = newWords();
    const auto path = folder + u"/rescue-grub.iso"_s;
    const auto tree = folder + u"/disc"_s;
    QDir().mkpath(tree + u"/EFI/BOOT"_s);
    return makeProgram(tree + u"/EFI/BOOT/BOOTX64.EFI"_s, words)
        .and_then([&] { return writeIso(path, tree, u"RESCUE_GRUB"_s); })
        .transform([&] { return disc(path, words, u"/EFI/BOOT/BOOTX64.EFI"_s); });
}

} // namespace Benchboot::E2e
