// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/firmwarefit.h"

#include "images/bootheader.h"
#include "images/sizetext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::array removableLoaders{
    std::pair{Firmware::EfiX64, u"EFI/BOOT/BOOTX64.EFI"},
    std::pair{Firmware::EfiIa32, u"EFI/BOOT/BOOTIA32.EFI"},
    std::pair{Firmware::EfiArm64, u"EFI/BOOT/BOOTAA64.EFI"},
};

constexpr qint64 largestInjectedFile = (qint64(2) << 30) - 4096; // MAX_RW_COUNT: one write() per file
// iPXE makes up a geometry with cylinders of this many bytes, and starts no hard disk without a whole one.
constexpr qint64 cylinder = qint64(255) * 63 * 512;
constexpr qint64 biosInitrdLimit = 1'800'000'000;
constexpr qint64 bios32BitInitrdLimit = 750'000'000;

void refuse(BootEntry &entry, const QString &why)
{
    entry.method = BootMethod::None;
    entry.firmware = {};
    entry.reason = why;
}

} // namespace

QList<std::pair<Firmware, const ContentFile *>> efiLoaders(const ImageContents &contents)
{
    QList<std::pair<Firmware, const ContentFile *>> loaders;
    for (const auto &[flag, path] : removableLoaders) {
        const auto *file = contents.find(QString::fromUtf16(path));
        const auto header = file ? parseBootHeader(contents.head(*file, bootHeaderSize)) : std::nullopt;
        if (header && header->firmware.testFlag(flag))
            loaders.append({flag, file});
    }
    return loaders;
}

Firmwares sanbootFirmware(const ImageContents &contents)
{
    const auto &disk = contents.disk();
    const auto &images = contents.bootImages();
    const bool onBios = disk ? disk->hasBootCode && !isTooSmallForSanboot(contents)
                             : std::any_of(images.begin(), images.end(), [](const BootImage &image) {
                                   return image.bootable && image.platform == BootImage::Platform::Bios
                                       && image.media == BootImage::Media::NoEmulation;
                               });
    Firmwares firmware;
    firmware.setFlag(Firmware::Bios, onBios);
    const auto loaders = efiLoaders(contents);
    for (const auto &[flag, file] : loaders)
        firmware |= flag;
    return firmware;
}

bool isTooSmallForSanboot(const ImageContents &contents)
{
    const auto &disk = contents.disk();
    return disk && disk->hasBootCode && !disk->isFloppy && contents.image().size() < cylinder;
}

QString memdiskArguments(const ImageContents &contents)
{
    if (!contents.disk())
        return u"iso raw"_s;
    return contents.disk()->isFloppy ? u"floppy raw"_s : u"harddisk raw"_s;
}

QString sanbootArguments(const ImageContents &contents)
{
    if (!contents.disk())
        return {};
    return contents.disk()->isFloppy ? u"--drive 0x00"_s : u"--drive 0x80"_s;
}

Firmwares innerDiskFirmware(const ImageContents &contents, const ContentFile &disk)
{
    constexpr qsizetype sectorSize = 512;
    const auto sector = contents.head(disk, sectorSize);
    const bool isBootSector = sector.size() == sectorSize && sector.endsWith("\x55\xaa");
    return isBootSector ? Firmwares(Firmware::Bios) : Firmwares();
}

void applyInitrdLimits(BootEntry &entry, const ImageContents &contents)
{
    qint64 total = 0;
    for (const auto &initrd : std::as_const(entry.initrds)) {
        const auto *file = contents.find(initrd.path);
        const auto size = file ? file->size() : 0;
        total += size;
        if (!initrd.injectAs.isEmpty() && size > largestInjectedFile) {
            return refuse(entry,
                          u"%1 has %2, and Linux takes no file of 2 GiB or more out of an initramfs. Start it from a "
                          u"USB stick, or take a smaller edition"_s.arg(initrd.path, sizeText(size)));
        }
    }
    const auto limit = entry.cpuBits == 64 ? biosInitrdLimit : bios32BitInitrdLimit;
    if (!entry.firmware.testFlag(Firmware::Bios) || total <= limit)
        return;
    entry.firmware.setFlag(Firmware::Bios, false);
    const auto why = u"BIOS has no room for its initrds of %1 in low memory"_s.arg(sizeText(total));
    if (!entry.firmware)
        return refuse(entry, u"%1. %2"_s.arg(why, u"Start it from a USB stick, or take a smaller edition"_s));
    entry.reason = entry.reason.isEmpty() ? why : u"%1. %2"_s.arg(entry.reason, why);
}

} // namespace Benchboot
