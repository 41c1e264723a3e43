// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/diskreader.h"

#include "core/littleendian.h"
#include "images/fatreader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 diskSector = 512;
constexpr qsizetype maxPartitions = 128; // of a GPT by default; more means nothing to us
constexpr qsizetype firstEntry = 446; // of a master boot record

QByteArray firstSector(ImageSource &source) { return source.read(0, diskSector).value_or(QByteArray()); }

bool hasSignature(QByteArrayView sector) { return sector.size() >= diskSector && sector.sliced(510, 2) == "\x55\xaa"; }

/// The sizes of floppy disks that BIOSes emulate: 160 KiB to 2.88 MB.
bool isFloppySize(qint64 size)
{
    constexpr std::array kib{160, 180, 320, 360, 640, 720, 1200, 1440, 1680, 1720, 2880};
    return size % 1024 == 0 && std::ranges::contains(kib, size / 1024);
}

/// mkfs.fat and mtools write a boot sector that only says that there is nothing to boot.
bool startsBios(QByteArrayView sector)
{
    const bool isEmpty
        = std::ranges::all_of(sector.first(std::min<qsizetype>(sector.size(), 3)), [](char byte) { return byte == 0; });
    return hasSignature(sector) && !isEmpty && !sector.contains("not a bootable disk")
        && !sector.contains("not bootable");
}

/// Logical partitions (a chain of master boot records, each for one of them).
Result<void> addLogical(ImageSource &source, const Extent &extended, QList<Extent> &partitions)
{
    auto at = extended.offset;
    while (partitions.size() < maxPartitions && source.holds({at, diskSector})) {
        const auto sector = source.read(at, diskSector);
        if (!sector)
            return std::unexpected(sector.error());
        const auto entries = parseMbr(*sector).value_or(QList<MbrPartition>());
        const auto here = at;
        for (const auto &entry : entries) {
            if (entry.isExtended())
                at = extended.offset + entry.place.offset; // counted from the first one
            else
                partitions.append({here + entry.place.offset, entry.place.length});
        }
        if (at <= here) // the chain leads forward, or it has ended
            break;
    }
    return {};
}

/// The entries of the GPT whose header is at \a header.
Result<QList<Extent>> readGpt(ImageSource &source, qint64 header)
{
    const auto head = source.holds({header, diskSector}) ? source.read(header, diskSector) : Result<QByteArray>();
    if (!head || !head->startsWith("EFI PART"))
        return source.damaged(u"its partition table (GPT) is gone"_s);
    const LittleEndian fields(*head);
    const auto count = std::min<qint64>(fields.u32(80), maxPartitions);
    const qint64 size = fields.u32(84);
    const auto first = fields.u64(72);
    constexpr quint64 farthest = quint64(1) << 50; // sectors: far behind any disk, and the product still fits
    if (size < 128 || size > 4096 || first > farthest)
        return source.damaged(u"its partition table (GPT) cannot be read"_s);
    const auto table = source.read(qint64(first) * diskSector, count * size);
    if (!table)
        return std::unexpected(table.error());
    QList<Extent> partitions;
    for (qint64 i = 0; i < count; ++i) {
        const LittleEndian entry(QByteArrayView(*table).sliced(i * size, size));
        const auto from = entry.u64(32);
        const auto last = entry.u64(40);
        const bool isUsed = entry.u64(0) != 0 || entry.u64(8) != 0; // the type's GUID
        if (isUsed && from <= last && last < farthest)
            partitions.append({qint64(from) * diskSector, qint64(last - from + 1) * diskSector});
    }
    return partitions;
}

/// How many of the files that PCs start from \a tree has.
qsizetype bootFiles(const ImageTree &tree)
{
    return std::ranges::count_if(tree.entries, [](const TreeEntry &entry) {
        return entry.type == TreeEntry::Type::File && isBootFile(entry.path);
    });
}

bool isBetter(const ImageTree &a, const ImageTree &b)
{
    return std::pair(bootFiles(a), a.entries.size()) > std::pair(bootFiles(b), b.entries.size());
}

} // namespace

std::optional<QList<MbrPartition>> parseMbr(QByteArrayView sector)
{
    if (!hasSignature(sector))
        return std::nullopt;
    QList<MbrPartition> partitions;
    for (int i = 0; i < 4; ++i) {
        const LittleEndian entry(sector.sliced(firstEntry + i * 16, 16));
        if (entry.u8(0) != 0 && entry.u8(0) != 0x80)
            return std::nullopt; // program code
        const Extent place{entry.u32(8) * diskSector, entry.u32(12) * diskSector};
        if (entry.u8(4) != 0 && place.length > 0)
            partitions.append({place, entry.u8(4)});
    }
    return partitions;
}

Result<QList<Extent>> partitionsOf(ImageSource &source)
{
    QList<Extent> partitions;
    const auto entries = parseMbr(firstSector(source)).value_or(QList<MbrPartition>());
    if (std::ranges::any_of(entries, &MbrPartition::isProtective)) {
        auto gpt = readGpt(source, diskSector);
        if (!gpt)
            gpt = readGpt(source, source.size() / diskSector * diskSector - diskSector);
        if (!gpt)
            return gpt;
        partitions = *gpt;
    }
    for (const auto &entry : entries) {
        if (entry.isProtective())
            continue;
        if (!entry.isExtended()) {
            partitions.append(entry.place);
        } else if (const auto added = addLogical(source, entry.place, partitions); !added) {
            return std::unexpected(added.error());
        }
    }
    partitions.removeIf([&source](const Extent &place) { return !source.holds({place.offset, diskSector}); });
    return partitions;
}

bool isDisk(int descriptor)
{
    ImageSource source(descriptor, {}, {});
    const auto sector = firstSector(source);
    const auto entries = parseMbr(sector);
    return isFat(source, 0) || (entries && !entries->isEmpty())
        || (hasSignature(sector) && isFloppySize(source.size()));
}

Result<ImageTree> readDisk(int descriptor, const QString &name, const TreeLimits &limits)
{
    ImageSource source(descriptor, name, limits);
    auto volumes = partitionsOf(source);
    if (!volumes && !isFat(source, 0))
        return std::unexpected(volumes.error());
    QList<Extent> places = volumes.value_or(QList<Extent>());
    places.prepend({0, source.size()}); // a volume without a partition table, as on floppies and many sticks
    std::optional<ImageTree> best;
    std::optional<Error> firstError;
    for (const auto &place : std::as_const(places)) {
        if (!isFat(source, place.offset))
            continue;
        auto tree = readFat(source, place.offset);
        if (!tree && !firstError)
            firstError = tree.error();
        if (tree && (!best || isBetter(*tree, *best)))
            best = std::move(*tree);
    }
    if (!best && firstError)
        return std::unexpected(*firstError);
    auto tree = best.value_or(ImageTree());
    tree.disk = DiskFacts{isFloppySize(source.size()), startsBios(firstSector(source))};
    return tree;
}

} // namespace Benchboot
