// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/containerkind.h"

#include "core/filedescriptor.h"
#include "core/littleendian.h"
#include "images/extentdevice.h"
#include "images/isoreader.h"
#include "images/udfreader.h"

#include <QFile>

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <sys/stat.h>

namespace Benchboot {
namespace {

struct Magic
{
    ContainerKind kind;
    qsizetype offset;
    QByteArrayView bytes;
};

template <qsizetype Size>
constexpr QByteArrayView bytesOf(const char (&text)[Size])
{
    return QByteArrayView(text, Size - 1);
}

constexpr std::array magics{
    Magic{ContainerKind::Gzip, 0, bytesOf("\x1f\x8b\x08")},
    Magic{ContainerKind::Xz, 0, bytesOf("\xfd\x37\x7a\x58\x5a\x00")},
    Magic{ContainerKind::Zstd, 0, bytesOf("\x28\xb5\x2f\xfd")},
    Magic{ContainerKind::Zip, 0, bytesOf("PK\x03\x04")},
    Magic{ContainerKind::Zip, 0, bytesOf("PK\x05\x06")}, // without files
    Magic{ContainerKind::Zip, 0, bytesOf("PK\x07\x08")}, // in several volumes
    Magic{ContainerKind::SevenZip, 0, bytesOf("7z\xbc\xaf\x27\x1c")},
    Magic{ContainerKind::Rar, 0, bytesOf("Rar!\x1a\x07\x00")},
    Magic{ContainerKind::Rar, 0, bytesOf("Rar!\x1a\x07\x01\x00")},
    Magic{ContainerKind::Cab, 0, bytesOf("MSCF\x00\x00\x00\x00")},
    Magic{ContainerKind::Tar, 257, bytesOf("ustar")},
};

bool isBzip2(QByteArrayView head)
{
    constexpr auto block = bytesOf("\x31\x41\x59\x26\x53\x59");
    constexpr auto end = bytesOf("\x17\x72\x45\x38\x50\x90"); // of an empty one
    return head.size() >= 10 && head.startsWith("BZh") && head[3] >= '1' && head[3] <= '9'
        && (head.sliced(4, 6) == block || head.sliced(4, 6) == end);
}

/// The variable-length integers of RAR 5 and xz: seven bits a byte, the lowest first. \return nothing behind the end.
std::optional<quint64> takeVarint(QByteArrayView &bytes)
{
    quint64 value = 0;
    for (int shift = 0; shift < 63 && !bytes.isEmpty(); shift += 7) {
        const auto byte = quint8(bytes.front());
        bytes = bytes.sliced(1);
        value |= quint64(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return value;
    }
    return std::nullopt;
}

qint64 sizeOf(int descriptor)
{
    struct stat status{};
    return ::fstat(descriptor, &status) == 0 ? status.st_size : 0;
}

QByteArray bytesAt(int descriptor, qint64 offset, qint64 length)
{
    return offset < 0 ? QByteArray() : readExtents(descriptor, {{offset, length}}, 0, length);
}

/// The index at the end of the last stream has the size of each block (xz file format, §4).
qint64 sizeByXzIndex(int descriptor)
{
    constexpr qint64 footerSize = 12;
    constexpr qint64 maxIndex = 1024 * 1024; // blocks are at least a megabyte each
    const auto end = sizeOf(descriptor);
    const auto footer = bytesAt(descriptor, end - footerSize, footerSize);
    if (!footer.endsWith("YZ"))
        return 0;
    const auto length = (qint64(LittleEndian(footer).u32(4)) + 1) * 4;
    if (length > maxIndex)
        return 0;
    const auto index = bytesAt(descriptor, end - footerSize - length, length);
    if (!index.startsWith('\0'))
        return 0;
    auto rest = QByteArrayView(index).sliced(1);
    const auto blocks = takeVarint(rest).value_or(0);
    qint64 total = 0;
    for (quint64 block = 0; block < blocks; ++block) {
        const auto packed = takeVarint(rest);
        const auto size = takeVarint(rest);
        constexpr quint64 farthest = quint64(1) << 50;
        if (!packed || !size || *size > farthest || total > qint64(farthest))
            return 0;
        total += qint64(*size);
    }
    return total;
}

/// The first frame's header may have its content's size (RFC 8878 §3.1.1.1).
qint64 sizeByZstdFrame(int descriptor)
{
    const auto head = bytesAt(descriptor, 0, 18);
    if (head.size() < 18)
        return 0;
    const auto flags = quint8(head[4]);
    const bool isSingleSegment = flags & 0x20;
    constexpr std::array dictionarySizes{0, 1, 2, 4};
    const auto at = 5 + (isSingleSegment ? 0 : 1) + dictionarySizes[flags & 3];
    const LittleEndian fields(head);
    switch (flags >> 6) {
    case 0:
        return isSingleSegment ? fields.u8(at) : 0;
    case 1:
        return fields.u16(at) + 256;
    case 2:
        return fields.u32(at);
    default:
        return qint64(std::min<quint64>(fields.u64(at), quint64(1) << 50));
    }
}

} // namespace

std::optional<ContainerKind> parseContainer(QByteArrayView head)
{
    const auto found = std::ranges::find_if(magics, [head](const Magic &magic) {
        return head.size() >= magic.offset && head.sliced(magic.offset).startsWith(magic.bytes);
    });
    if (found != magics.end())
        return found->kind;
    return isBzip2(head) ? std::optional(ContainerKind::Bzip2) : std::nullopt;
}

std::optional<ContainerKind> containerKind(int descriptor)
{
    const auto kind = parseContainer(bytesAt(descriptor, 0, containerHeadSize));
    return kind && !isIso(descriptor) && !isUdf(descriptor) ? kind : std::nullopt;
}

bool isPackedFile(const QString &path)
{
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    return file.isValid() && containerKind(file.get());
}

bool isEmptyZip(QByteArrayView head) { return head.startsWith("PK\x05\x06"); }

bool isOneOfSeveral(QByteArrayView head)
{
    if (head.startsWith("PK\x07\x08"))
        return true;
    if (!head.startsWith("Rar!"))
        return false;
    constexpr qsizetype markerSize = 8; // of RAR 5; the one before had 7
    if (head.size() < 32)
        return false;
    if (head[6] == '\0') // RAR 4: the flags of the archive's header
        return LittleEndian(head).u16(7 + 3) & 0x0001;
    auto rest = head.sliced(markerSize + 4); // behind the checksum
    const auto size = takeVarint(rest);
    const auto type = takeVarint(rest);
    const auto flags = takeVarint(rest);
    if (!size || !type || *type != 1 || !flags)
        return false;
    if ((*flags & 1) && !takeVarint(rest)) // size of the extra area
        return false;
    return takeVarint(rest).value_or(0) & 1;
}

qint64 leastUnpackedSize(int descriptor, ContainerKind kind)
{
    switch (kind) {
    case ContainerKind::Gzip: {
        // RFC 1952 §2.3.1: of the last member, modulo 2³².
        const auto size = bytesAt(descriptor, sizeOf(descriptor) - 4, 4);
        return size.size() == 4 ? LittleEndian(size).u32(0) : 0;
    }
    case ContainerKind::Xz:
        return sizeByXzIndex(descriptor);
    case ContainerKind::Zstd:
        return sizeByZstdFrame(descriptor);
    default:
        return 0;
    }
}

} // namespace Benchboot
