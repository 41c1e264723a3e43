// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/archiveinput.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qsizetype inputBlock = 256 * 1024;

} // namespace

ArchiveInput::ArchiveInput(SharedDescriptor file, ContainerKind kind, QString name)
    : m_file(std::move(file)), m_kind(kind), m_name(std::move(name)), m_archive(::archive_read_new()),
      m_packed(inputBlock), m_unpacked(inputBlock)
{
    struct stat status{};
    if (::fstat(m_file->get(), &status) == 0)
        m_size = status.st_size;
}

ArchiveInput::~ArchiveInput() { ::archive_read_free(m_archive); }

std::span<const char> ArchiveInput::refill()
{
    for (;;) {
        const auto got = ::pread(m_file->get(), m_packed.data(), m_packed.size(), m_position);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            m_failure = systemError(errno, u"reading %1"_s.arg(m_name));
        m_position += std::max<ssize_t>(got, 0);
        m_read += std::max<ssize_t>(got, 0);
        return {m_packed.data(), size_t(std::max<ssize_t>(got, 0))};
    }
}

std::span<const char> ArchiveInput::inflated()
{
    const auto got = m_gzip->read(m_unpacked);
    if (!got && !m_failure) {
        m_failure = got.error().code == Error::Code::Truncated
            ? cutShort().error()
            : Error{got.error().code, u"%1 is damaged: %2. Download it again"_s.arg(m_name, got.error().detail)};
    }
    return {m_unpacked.data(), size_t(got.value_or(0))};
}

void ArchiveInput::supportKind(bool isTarInside)
{
    ::archive_read_support_format_empty(m_archive);
    switch (m_kind) {
    case ContainerKind::Gzip:
        m_gzip = std::make_unique<GzipReader>([this] { return refill(); });
        break;
    case ContainerKind::Bzip2:
        ::archive_read_append_filter(m_archive, ARCHIVE_FILTER_BZIP2);
        break;
    case ContainerKind::Xz:
        ::archive_read_append_filter(m_archive, ARCHIVE_FILTER_XZ);
        break;
    case ContainerKind::Zstd:
        ::archive_read_append_filter(m_archive, ARCHIVE_FILTER_ZSTD);
        break;
    case ContainerKind::Tar:
        break;
    case ContainerKind::Zip:
        ::archive_read_support_format_zip_seekable(m_archive); // by the list at the end, as other programs go
        break;
    case ContainerKind::SevenZip:
        ::archive_read_support_format_7zip(m_archive);
        break;
    case ContainerKind::Rar:
        ::archive_read_support_format_rar(m_archive);
        ::archive_read_support_format_rar5(m_archive);
        break;
    case ContainerKind::Cab:
        ::archive_read_support_format_cab(m_archive);
        break;
    }
    if (isTarInside)
        ::archive_read_support_format_tar(m_archive);
    else if (isStream(m_kind))
        ::archive_read_support_format_raw(m_archive);
    // Or else nothing behind the end of a tar archive is read, and the checksums of its packing are there.
    ::archive_read_set_format_option(m_archive, "tar", "read_concatenated_archives", "1");
}

void ArchiveInput::setCallbacks()
{
    ::archive_read_set_callback_data(m_archive, this);
    ::archive_read_set_read_callback(m_archive, [](::archive *, void *data, const void **buffer) -> la_ssize_t {
        auto *self = static_cast<ArchiveInput *>(data);
        const auto bytes = self->m_gzip ? self->inflated() : self->refill();
        *buffer = bytes.data();
        return self->m_failure ? ARCHIVE_FATAL : la_ssize_t(bytes.size());
    });
    if (!isStream(m_kind)) {
        ::archive_read_set_seek_callback(
            m_archive, [](::archive *, void *data, la_int64_t offset, int whence) -> la_int64_t {
                auto *self = static_cast<ArchiveInput *>(data);
                const auto from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->m_position : self->m_size;
                if (offset < -from || offset > self->m_size - from)
                    return ARCHIVE_FATAL;
                return self->m_position = from + offset;
            });
        ::archive_read_set_skip_callback(m_archive, [](::archive *, void *data, la_int64_t count) -> la_int64_t {
            auto *self = static_cast<ArchiveInput *>(data);
            const auto skipped = std::clamp<la_int64_t>(count, 0, self->m_size - self->m_position);
            self->m_position += skipped;
            return skipped;
        });
    }
}

Result<void> ArchiveInput::open(bool isTarInside)
{
    supportKind(isTarInside);
    setCallbacks();
    // A fault in the packing of a stream shows here already, but what is behind it counts as empty.
    if (::archive_read_open1(m_archive) < ARCHIVE_WARN || ::archive_error_string(m_archive))
        return fault();
    m_isOpen = true;
    return {};
}

/// libarchive takes whatever begins with zeros for a tar archive, and discs do.
Result<bool> ArchiveInput::beginsLikeTar()
{
    archive_entry *entry = nullptr;
    const auto state = ::archive_read_next_header(m_archive, &entry);
    if (state == ARCHIVE_EOF && !m_failure)
        return false;
    if (state < ARCHIVE_WARN)
        return fault();
    QByteArray head(containerHeadSize, '\0');
    const auto got = ::archive_read_data(m_archive, head.data(), size_t(head.size()));
    if (got < 0)
        return fault();
    return parseContainer(QByteArrayView(head).first(got)) == ContainerKind::Tar;
}

std::unexpected<Error> ArchiveInput::damaged() const
{
    return fail(Error::Code::Malformed,
                u"%1 is damaged: what it packs cannot be unpacked. Download it again"_s.arg(m_name));
}

std::unexpected<Error> ArchiveInput::cutShort() const
{
    return fail(Error::Code::Truncated,
                u"%1 is cut short: what it packs ends too early. Download it again"_s.arg(m_name));
}

std::unexpected<Error> ArchiveInput::locked() const
{
    return fail(Error::Code::Unsupported,
                u"%1 is protected with a password. Unpack it yourself, and import what is in it"_s.arg(m_name));
}

/// What libarchive says, in our words. It has no codes for most of this.
std::unexpected<Error> ArchiveInput::fault() const
{
    if (m_failure)
        return std::unexpected(*m_failure);
    const auto message = QString::fromUtf8(::archive_error_string(m_archive)).toLower();
    const auto says = [&message](std::initializer_list<QLatin1StringView> words) {
        return std::ranges::any_of(words, [&message](QLatin1StringView word) { return message.contains(word); });
    };
    if ((m_isOpen && ::archive_read_has_encrypted_entries(m_archive) > 0) || says({"encrypt"_L1, "passphrase"_L1}))
        return locked();
    if (::archive_errno(m_archive) == ENOMEM || says({"memory"_L1})) {
        return fail(
            Error::Code::LimitExceeded,
            u"%1 needs more memory to be unpacked than an import may take. Unpack it yourself, and import what is in it"_s
                .arg(m_name));
    }
    if (says({"multivolume"_L1, "multi-volume"_L1, "volume"_L1})) {
        return fail(Error::Code::Unsupported,
                    u"%1 is one part of several. Unpack them together, and import what is in them"_s.arg(m_name));
    }
    if (says({"unsupported"_L1, "not supported"_L1, "unknown codec"_L1, "not available"_L1})) {
        return fail(
            Error::Code::Unsupported,
            u"%1 is packed in a way that Benchboot cannot read. Unpack it yourself, and import what is in it"_s.arg(
                m_name));
    }
    if (says({"truncated"_L1, "premature"_L1, "end of file"_L1}))
        return cutShort();
    if (m_kind == ContainerKind::Zip && says({"unrecognized archive"_L1})) // its list of files is at the end
        return cutShort();
    return damaged();
}

} // namespace Benchboot
