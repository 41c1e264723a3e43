// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/archivereader.h"

#include "images/archiveinput.h"
#include "images/rarsums.h"

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include <algorithm>
#include <clocale>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qsizetype holeBlock = 64 * 1024; // zeros that are given out at once

/// libarchive turns names into the encoding of the thread's locale, and the worker has none.
class Utf8Names
{
public:
    Utf8Names() : m_before(::uselocale(locale())) { }
    ~Utf8Names() { ::uselocale(m_before); }
    Q_DISABLE_COPY_MOVE(Utf8Names)

private:
    static locale_t locale()
    {
        static const auto utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return utf8;
    }

    locale_t m_before;
};

/// Names are bytes in many formats, and nobody recorded in which encoding: other ones than UTF-8 stay different names at least.
QString decoded(const char *name)
{
    if (!name)
        return {};
    const QByteArrayView bytes(name);
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

ArchiveMember::Type typeOf(archive_entry *entry)
{
    if (::archive_entry_hardlink(entry))
        return ArchiveMember::Type::HardLink;
    switch (::archive_entry_filetype(entry)) {
    case AE_IFDIR:
        return ArchiveMember::Type::Folder;
    case AE_IFLNK:
        return ArchiveMember::Type::SymLink;
    case AE_IFREG:
    case 0: // not every format tells
        return ArchiveMember::Type::File;
    default:
        return ArchiveMember::Type::Other;
    }
}

/// What an archive's path is within the archive: tar archives of a folder begin each with "./".
QString relative(QString path)
{
    while (path.startsWith(u"./"))
        path = path.sliced(2);
    while (path.endsWith(u'/') && path.size() > 1)
        path.chop(1);
    return path == u"." ? QString() : path;
}

} // namespace

struct ArchiveReader::Private
{
    Private(std::unique_ptr<ArchiveInput> archive, SharedDescriptor file)
        : input(std::move(archive)), rarSums(std::move(file))
    {
    }
    ~Private()
    {
        const Utf8Names utf8;
        input.reset();
    }
    Q_DISABLE_COPY_MOVE(Private)

    [[nodiscard]] Result<void> checkEnd() const;
    [[nodiscard]] int format() const { return ::archive_format(input->get()) & ARCHIVE_FORMAT_BASE_MASK; }
    [[nodiscard]] QByteArrayView hole(qint64 end);
    [[nodiscard]] bool hasWrongSum() const { return expectedSum && *expectedSum != sum; }

    std::unique_ptr<ArchiveInput> input;
    qint64 memberEnd = 0; ///< where in the unpacked archive the last member ended
    qint64 memberSize = -1;
    qint64 memberRead = 0;
    const char *block = nullptr; ///< what libarchive gave, and its place in the member
    size_t blockSize = 0;
    qint64 blockOffset = 0;
    RarSums rarSums;
    std::optional<quint32> expectedSum; ///< of the last member, where libarchive compares none
    quint32 sum = 0;
};

/// A tar archive ends with blocks of zeros, and RAR 5 with a block for that; where one was cut between two files, nothing else tells.
Result<void> ArchiveReader::Private::checkEnd() const
{
    if (input->failure())
        return std::unexpected(*input->failure());
    const bool hasEnd = format() == ARCHIVE_FORMAT_TAR || format() == ARCHIVE_FORMAT_RAR_V5;
    if (hasEnd && ::archive_filter_bytes(input->get(), 0) == memberEnd)
        return input->cutShort();
    return {};
}

/// Zeros up to \a end, or the first of them.
QByteArrayView ArchiveReader::Private::hole(qint64 end)
{
    static const QByteArray zeros(holeBlock, '\0');
    const auto length = std::min<qint64>(holeBlock, end - memberRead);
    memberRead += length;
    return QByteArrayView(zeros).first(length);
}

void prepareArchiveReaders() { const Utf8Names loaded; }

ArchiveReader::ArchiveReader(std::unique_ptr<Private> priv) : d(std::move(priv)) { }
ArchiveReader::ArchiveReader(ArchiveReader &&) noexcept = default;
ArchiveReader &ArchiveReader::operator=(ArchiveReader &&) noexcept = default;
ArchiveReader::~ArchiveReader() = default;

Result<ArchiveReader> ArchiveReader::open(SharedDescriptor file, ContainerKind kind, const QString &name)
{
    const Utf8Names utf8;
    auto input = std::make_unique<ArchiveInput>(file, kind, name);
    if (auto opened = input->open(kind == ContainerKind::Tar); !opened)
        return std::unexpected(opened.error());
    if (isStream(kind)) {
        const auto isTar = input->beginsLikeTar();
        if (!isTar)
            return std::unexpected(isTar.error());
        input = std::make_unique<ArchiveInput>(file, kind, name); // from the beginning again
        if (auto opened = input->open(*isTar); !opened)
            return std::unexpected(opened.error());
    }
    return ArchiveReader(std::make_unique<Private>(std::move(input), std::move(file)));
}

Result<std::optional<ArchiveMember>> ArchiveReader::next()
{
    const Utf8Names utf8;
    archive_entry *entry = nullptr;
    const auto state = ::archive_read_next_header(d->input->get(), &entry);
    if (state == ARCHIVE_EOF) {
        if (const auto end = d->checkEnd(); !end)
            return std::unexpected(end.error());
        return std::nullopt;
    }
    if (state < ARCHIVE_WARN)
        return d->input->fault();
    if (::archive_entry_is_encrypted(entry))
        return d->input->locked();
    ArchiveMember member;
    if (::archive_format(d->input->get()) != ARCHIVE_FORMAT_RAW)
        member.path = relative(decoded(::archive_entry_pathname(entry)));
    member.type = typeOf(entry);
    if (member.type == ArchiveMember::Type::HardLink)
        member.target = relative(decoded(::archive_entry_hardlink(entry)));
    else if (member.type == ArchiveMember::Type::SymLink)
        member.target = decoded(::archive_entry_symlink(entry));
    if (::archive_entry_size_is_set(entry))
        member.size = ::archive_entry_size(entry);
    member.modified = ::archive_entry_mtime(entry);
    d->memberSize = member.type == ArchiveMember::Type::File ? member.size : -1;
    d->memberRead = 0;
    d->blockSize = 0;
    d->memberEnd = ::archive_filter_bytes(d->input->get(), 0);
    d->expectedSum = d->format() == ARCHIVE_FORMAT_RAR_V5 ? d->rarSums.next() : std::nullopt;
    d->sum = 0;
    return member;
}

Result<QByteArrayView> ArchiveReader::read()
{
    const Utf8Names utf8;
    while (d->blockSize == 0) {
        const void *bytes = nullptr;
        la_int64_t offset = 0;
        const auto state = ::archive_read_data_block(d->input->get(), &bytes, &d->blockSize, &offset);
        if (state == ARCHIVE_EOF) {
            // A hole at the end is told by the size alone.
            if (d->format() == ARCHIVE_FORMAT_TAR && d->memberRead < d->memberSize)
                return d->hole(d->memberSize);
            d->memberEnd = ::archive_filter_bytes(d->input->get(), 0);
            if (d->memberSize >= 0 && d->memberRead != d->memberSize)
                return d->input->cutShort();
            if (d->hasWrongSum())
                return d->input->damaged();
            return QByteArrayView();
        }
        if (state != ARCHIVE_OK)
            return d->input->fault();
        d->block = static_cast<const char *>(bytes);
        d->blockOffset = offset;
    }
    if (d->blockOffset < d->memberRead)
        return d->input->damaged();
    if (d->blockOffset > d->memberRead)
        return d->hole(d->blockOffset);
    d->memberRead += qint64(d->blockSize);
    if (d->expectedSum)
        d->sum = quint32(::crc32_z(d->sum, reinterpret_cast<const Bytef *>(d->block), d->blockSize));
    return QByteArrayView(d->block, qsizetype(std::exchange(d->blockSize, 0)));
}

qint64 ArchiveReader::packedBytes() const { return std::min(d->input->readBytes(), d->input->size()); }

qint64 ArchiveReader::packedSize() const { return d->input->size(); }

} // namespace Benchboot
