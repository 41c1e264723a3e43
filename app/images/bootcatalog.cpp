// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/bootcatalog.h"

#include <QtEndian>

#include <algorithm>

namespace Benchboot {
namespace {

constexpr qsizetype entrySize = 32;
constexpr qsizetype maxBootImages = 64; // a catalog of one 2,048-byte sector holds no more
constexpr qint64 isoBlock = 2048;
constexpr qint64 virtualSector = 512;

BootImage::Platform platformOf(quint8 id)
{
    switch (id) {
    case 0x00:
        return BootImage::Platform::Bios;
    case 0xef:
        return BootImage::Platform::Efi;
    default:
        return BootImage::Platform::Other;
    }
}

BootImage bootImage(QByteArrayView entry, BootImage::Platform platform)
{
    constexpr qint64 kib = 1024;
    BootImage image;
    image.platform = platform;
    image.bootable = quint8(entry[0]) == 0x88;
    image.extent.offset = qint64(qFromLittleEndian<quint32>(entry.data() + 8)) * isoBlock;
    image.extent.length = qint64(qFromLittleEndian<quint16>(entry.data() + 6)) * virtualSector;
    switch (quint8(entry[1]) & 0x0f) {
    case 1:
        image.extent.length = 1200 * kib;
        break;
    case 2:
        image.extent.length = 1440 * kib;
        break;
    case 3:
        image.extent.length = 2880 * kib;
        break;
    case 4:
        image.media = BootImage::Media::HardDisk;
        return image;
    default:
        return image;
    }
    image.media = BootImage::Media::Floppy;
    return image;
}

} // namespace

QList<BootImage> parseBootCatalog(QByteArrayView catalog)
{
    QList<BootImage> images;
    const auto entries = std::min(catalog.size() / entrySize, maxBootImages);
    if (entries < 2 || catalog[0] != 1 || quint8(catalog[30]) != 0x55 || quint8(catalog[31]) != 0xaa)
        return images;
    auto platform = platformOf(quint8(catalog[1]));
    images.append(bootImage(catalog.sliced(entrySize, entrySize), platform));
    int left = 0; // entries that the current section still has
    bool lastSection = false;
    for (qsizetype i = 2; i < entries; ++i) {
        const auto entry = catalog.sliced(i * entrySize, entrySize);
        const auto id = quint8(entry[0]);
        if (id == 0x44) // more selection criteria of the entry before
            continue;
        if (left > 0) {
            images.append(bootImage(entry, platform));
            --left;
        } else if (!lastSection && (id == 0x90 || id == 0x91)) {
            platform = platformOf(quint8(entry[1]));
            left = qFromLittleEndian<quint16>(entry.data() + 2);
            lastSection = id == 0x91;
        } else {
            break;
        }
    }
    return images;
}

} // namespace Benchboot
