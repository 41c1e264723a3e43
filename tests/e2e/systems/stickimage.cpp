// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/childprocess.h"
#include "e2e/grubloader.h"
#include "e2e/systems/hdtparts.h"
#include "e2e/systems/linuxparts.h"
#include "e2e/systems/systemdisc.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

constexpr qint64 stickBytes = 40 << 20;
constexpr qint64 partitionStart = 1 << 20; ///< bytes, as partitioning programs leave free
constexpr qint64 sector = 512;

/// One active FAT partition behind the master boot record of SYSLINUX.
Result<void> formatStick(const QString &file)
{
    return writeRandomFile(file, 0)
        .and_then([&] { return run({u"truncate"_s, u"--size=%1"_s.arg(stickBytes), file}); })
        .and_then([&](const QByteArray &) {
            return run({u"sfdisk"_s, u"--quiet"_s, file}, nullptr, "label: dos\nstart=2048, type=c, bootable\n");
        })
        .and_then([&](const QByteArray &) {
            return run(
                {u"dd"_s, u"if=/usr/lib/syslinux/mbr/mbr.bin"_s, u"of="_s + file, u"conv=notrunc"_s, u"status=none"_s});
        })
        .and_then([&](const QByteArray &) {
            const auto start = QString::number(partitionStart / sector);
            return run({u"mkfs.fat"_s, u"-F"_s, u"16"_s, u"-n"_s, u"RESCUE"_s, u"--offset"_s, start, u"-h"_s, start,
                        file, QString::number((stickBytes - partitionStart) / 1024)});
        })
        .and_then([&](const QByteArray &) {
            return run({u"syslinux"_s, u"--install"_s, u"--offset"_s, QString::number(partitionStart), file});
        })
        .transform([](const QByteArray &) {});
}

/// For BIOS SYSLINUX and HDT, for UEFI a GRUB that reads \a words from the stick it was started from.
Result<void> makeFiles(const QString &files, const QByteArray &words)
{
    QDir().mkpath(files + u"/EFI/BOOT"_s);
    return addHdt(files)
        .and_then([&] { return writeFile(files + u"/syslinux.cfg"_s, hdtMenu(words, {})); })
        .and_then([&] { return writeFile(files + u"/words.txt"_s, words + '\n'); })
        .and_then([&] {
            return makeGrub(files + u"/EFI/BOOT/BOOTX64.EFI"_s, u"x86_64-efi"_s,
                            {u"search"_s, u"part_msdos"_s, u"fat"_s, u"cat"_s, u"halt"_s},
                            "search --file --set=root /words.txt\ncat /words.txt\nhalt\n");
        });
}

Result<SystemDisc> makeStick(const QString &folder, const QStringList &delivered)
{
    const auto words = newHdtWords();
    const auto file = folder + u"/rescue-stick.img"_s;
    const auto files = folder + u"/stick"_s;
    return formatStick(file)
        .and_then([&] { return makeFiles(files, words); })
        .and_then([&] {
            QStringList copy{u"mcopy"_s, u"-s"_s, u"-i"_s, u"%1@@%2"_s.arg(file).arg(partitionStart)};
            for (const auto &name : QDir(files).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot))
                copy += files + u'/' + name;
            return run(copy + QStringList{u"::"_s});
        })
        .transform(
            [&](const QByteArray &) { return SystemDisc{.path = file, .proof = words, .delivered = delivered}; });
}

} // namespace

Result<SystemDisc> makeStickForMemdisk(const QString &folder) { return makeStick(folder, {u"/rescue-stick.img"_s}); }

Result<SystemDisc> makeStickForSanboot(const QString &folder) { return makeStick(folder, {}); }

} // namespace Benchboot::E2e
