// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isoreader.h"

#include "images/isotree.h"
#include "images/sizetext.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using namespace Iso;

constexpr qint64 descriptorOffset = 16 * blockSize;

/// libisofs has no clean-up that would let it start anew, so it is set up once.
bool startLibrary()
{
    static const bool started = [] {
        if (iso_init() < 0)
            return false;
        char utf8[] = "UTF-8";
        char never[] = "NEVER";
        iso_set_local_charset(utf8, 0);
        iso_set_msgs_severities(never, never, never);
        return true;
    }();
    return started;
}

/// One reading of one image: feeds libisofs with blocks, watches the names it finds, and takes its tree over.
class Reading
{
public:
    Reading(int descriptor, const QString &name, const TreeLimits &limits)
        : m_descriptor(descriptor), m_name(name), m_limits(limits), m_deadline(limits.time)
    {
    }

    [[nodiscard]] Result<ImageTree> run();

private:
    [[nodiscard]] Result<void> checkSize();
    [[nodiscard]] Result<ImagePointer> import();
    [[nodiscard]] IsoDataSource *makeSource();
    int readBlock(uint32_t block, uint8_t *buffer);
    int look(IsoFileSource *file);
    int stop(Error error);
    [[nodiscard]] std::unexpected<Error> damaged(const QString &how) const
    {
        return fail(Error::Code::Malformed, u"%1 is damaged: %2. Download it again"_s.arg(m_name, how));
    }

    int m_descriptor;
    QString m_name;
    TreeLimits m_limits;
    QDeadlineTimer m_deadline;
    qint64 m_size = 0;
    qint64 m_blocks = 0;
    QSet<QByteArray> m_seen;
    std::optional<Error> m_error; ///< why we made libisofs stop
    bool m_hasCatalog = false;
};

Result<ImageTree> Reading::run()
{
    if (!startLibrary())
        return fail(Error::Code::Io, u"libisofs does not start"_s);
    if (const auto size = checkSize(); !size)
        return std::unexpected(size.error());
    const auto image = import();
    if (!image)
        return std::unexpected(image.error());
    return takeTree(image->get(), {m_name, m_size, m_hasCatalog, m_limits});
}

/// The primary volume descriptor says how many blocks the image has (ECMA-119 §8.4.8, 8.4.12).
Result<void> Reading::checkSize()
{
    struct stat status{};
    if (::fstat(m_descriptor, &status) != 0)
        return std::unexpected(systemError(errno, u"reading %1"_s.arg(m_name)));
    m_size = status.st_size;
    std::array<uchar, blockSize> volume{};
    if (::pread(m_descriptor, volume.data(), volume.size(), descriptorOffset) != blockSize)
        return fail(Error::Code::Truncated,
                    u"%1 is cut short: it ends before its first folder. Download it again"_s.arg(m_name));
    const auto said = qint64(qFromLittleEndian<quint32>(volume.data() + 80)) * blockSize;
    if (said <= m_size)
        return {};
    return fail(Error::Code::Truncated,
                u"%1 is cut short: %2 are there. Download it again"_s.arg(m_name, partText(m_size, said)));
}

Result<ImagePointer> Reading::import()
{
    IsoImage *rawImage = nullptr;
    IsoReadOpts *rawOptions = nullptr;
    if (iso_image_new("", &rawImage) < 0 || iso_read_opts_new(&rawOptions, 0) < 0)
        return fail(Error::Code::Io, u"libisofs has no memory left"_s);
    ImagePointer image(rawImage);
    const OptionsPointer options(rawOptions);
    iso_read_opts_set_no_aaip(options.get(), 1);
    iso_read_opts_set_no_md5(options.get(), 1);
    iso_read_opts_set_no_iso1999(options.get(), 1);
    iso_read_opts_set_ecma119_map(options.get(), 1);
    iso_read_opts_set_joliet_map(options.get(), 1);
    iso_read_opts_set_new_inos(options.get(), 1);
    iso_image_attach_data(image.get(), this, [](void *) { });
    iso_tree_set_report_callback(image.get(), [](IsoImage *of, IsoFileSource *file) {
        return static_cast<Reading *>(iso_image_get_attached_data(of))->look(file);
    });
    const SourcePointer source(makeSource());
    // Documented as optional, but libisofs 1.5.6 crashes without a place for the features.
    IsoReadImageFeatures *features = nullptr;
    const auto status = iso_image_import(image.get(), source.get(), options.get(), &features);
    m_hasCatalog = features && iso_read_image_features_has_eltorito(features) == 1;
    iso_read_image_features_destroy(features);
    iso_tree_set_report_callback(image.get(), nullptr);
    if (m_error)
        return std::unexpected(*m_error);
    if (status < 0)
        return damaged(QString::fromUtf8(iso_error_to_msg(status)));
    return image;
}

IsoDataSource *Reading::makeSource()
{
    // Freed by libisofs with free().
    auto *source = static_cast<IsoDataSource *>(std::calloc(1, sizeof(IsoDataSource)));
    source->refcount = 1;
    source->open = [](IsoDataSource *) { return 1; };
    source->close = [](IsoDataSource *) { return 1; };
    source->free_data = [](IsoDataSource *) { };
    source->read_block = [](IsoDataSource *of, uint32_t block, uint8_t *buffer) {
        return static_cast<Reading *>(of->data)->readBlock(block, buffer);
    };
    source->data = this;
    return source;
}

int Reading::readBlock(uint32_t block, uint8_t *buffer)
{
    if (++m_blocks > m_limits.blocks || m_deadline.hasExpired()) {
        stop({Error::Code::LimitExceeded,
              u"%1 cannot be read: its folders never end. It is damaged; download it again"_s.arg(m_name)});
        return int(ISO_DATA_SOURCE_FATAL);
    }
    const auto got = ::pread(m_descriptor, buffer, size_t(blockSize), qint64(block) * blockSize);
    if (got == blockSize)
        return 1;
    if (got < 0)
        m_error = systemError(errno, u"reading %1"_s.arg(m_name));
    return int(ISO_DATA_SOURCE_FAILURE);
}

/// libisofs shows each name before it takes it over. It would turn "../x" into "x" and rename the second of two equal names, both silently.
int Reading::look(IsoFileSource *file)
{
    const MallocPointer<char> name(iso_file_source_get_name(file));
    const MallocPointer<char> path(iso_file_source_get_path(file));
    if (!name || !path)
        return stop(
            {Error::Code::Malformed,
             u"%1 has a file without a name, so it is not safe to import. Download it again from its makers"_s.arg(
                 m_name)});
    if (!isSafeName(QLatin1StringView(name.get())))
        return stop(unsafeNameError(m_name, decodeName(name.get())));
    const QByteArray key(path.get());
    const auto before = m_seen.size();
    m_seen.insert(key);
    if (m_seen.size() == before)
        return stop({Error::Code::Malformed,
                     u"%1 is damaged: it has two files named %2"_s.arg(m_name, decodeName(path.get()))});
    if (m_seen.size() > m_limits.entries)
        return stop(tooManyFilesError(m_name, m_limits));
    if (key.count('/') > m_limits.depth)
        return stop(tooDeepError(m_name, m_limits));
    return 1;
}

int Reading::stop(Error error)
{
    if (!m_error)
        m_error = std::move(error);
    return -1;
}

} // namespace

bool isIso(int descriptor)
{
    std::array<char, 6> head{};
    return ::pread(descriptor, head.data(), head.size(), descriptorOffset) == ssize_t(head.size())
        && std::memcmp(head.data(), "\1CD001", head.size()) == 0;
}

Result<ImageTree> readIso(int descriptor, const QString &name, const TreeLimits &limits)
{
    return Reading(descriptor, name, limits).run();
}

} // namespace Benchboot
