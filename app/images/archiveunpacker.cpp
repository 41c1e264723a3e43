// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/archiveunpacker.h"

#include "images/bootheader.h"
#include "images/diskreader.h"
#include "images/isoreader.h"
#include "images/udfreader.h"

#include <QHash>

#include <algorithm>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qsizetype headSize = 192 * 1024; // what isUdf() may look at ends before
constexpr qsizetype mostNamed = 4; // images that a sentence lists

/// What a file of an archive is, by its first bytes.
enum class Content : quint8 { Other, Program, Image, Container };

class Unpacker
{
public:
    Unpacker(ArchiveReader &archive, SpoolSpace &space, const QString &name, const QString &content,
             const TreeLimits &limits, const std::function<void(qint64, qint64)> &progress, Spool files, Spool probe)
        : m_archive(archive), m_space(space), m_name(name), m_content(content), m_progress(progress), m_limits(limits),
          m_builder(name, limits), m_files(std::move(files)), m_probe(std::move(probe))
    {
    }

    [[nodiscard]] Result<Unpacked> run();

private:
    /// A file that has a spool of its own, from whose first byte on it can be read as an image.
    struct Alone
    {
        QString path;
        Spool spool;
    };

    [[nodiscard]] Result<void> add(const ArchiveMember &member);
    [[nodiscard]] Result<void> addFile(const ArchiveMember &member);
    [[nodiscard]] Result<QByteArray> readHead();
    [[nodiscard]] Content contentOf(QByteArrayView head, qint64 size) const;
    [[nodiscard]] Result<Spool *> spoolFor(Content content, const QString &path);
    [[nodiscard]] Result<void> addHardLinks();
    [[nodiscard]] bool isAboutOne(const Alone &alone) const;
    [[nodiscard]] Result<Unpacked> finish();
    [[nodiscard]] Result<Unpacked> finishTree();

    ArchiveReader &m_archive;
    SpoolSpace &m_space;
    QString m_name;
    QString m_content;
    const std::function<void(qint64, qint64)> &m_progress;
    TreeLimits m_limits;
    TreeBuilder m_builder;
    int m_members = 0;
    Spool m_files; ///< all files but those below
    Spool m_probe;
    std::optional<Alone> m_image;
    std::optional<Alone> m_container;
    QStringList m_images;
    QStringList m_names; ///< of all files
    bool m_hasProgram = false;
    qint64 m_total = 0; ///< bytes of all files
    QHash<QString, Extent> m_places; ///< path → where it lies in m_files
    QList<ArchiveMember> m_hardLinks;
};

Result<Unpacked> Unpacker::run()
{
    for (;;) {
        const auto member = m_archive.next();
        if (!member)
            return std::unexpected(member.error());
        if (!*member)
            return finish();
        if (++m_members > m_limits.entries)
            return std::unexpected(tooManyFilesError(m_name, m_limits));
        if (const auto added = add(**member); !added)
            return std::unexpected(added.error());
    }
}

Result<void> Unpacker::add(const ArchiveMember &member)
{
    using enum ArchiveMember::Type;
    switch (member.type) {
    case Folder:
        if (member.path.isEmpty())
            return {};
        return m_builder.add({member.path, TreeEntry::Type::Folder, {}, {}, member.modified});
    case SymLink:
        return m_builder.add({member.path, TreeEntry::Type::SymLink, {}, member.target, member.modified});
    case HardLink:
        m_hardLinks.append(member);
        return {};
    case Other:
        return {}; // a device file means nothing to a network client
    case File:
        return addFile(member);
    }
    Q_UNREACHABLE_RETURN({});
}

/// The first bytes of the file that comes next, at least headSize of them unless it is shorter.
Result<QByteArray> Unpacker::readHead()
{
    QByteArray head;
    while (head.size() < headSize) {
        const auto bytes = m_archive.read();
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->isEmpty())
            break;
        head.append(*bytes);
    }
    return head;
}

/// Asked as of an image file: \a head is put where it begins, and its length made \a size.
Content Unpacker::contentOf(QByteArrayView head, qint64 size) const
{
    const auto probe = m_probe.descriptor()->get();
    if (::ftruncate(probe, 0) != 0 || ::pwrite(probe, head.data(), size_t(head.size()), 0) != head.size()
        || ::ftruncate(probe, size) != 0)
        return Content::Other;
    if (isIso(probe) || isUdf(probe))
        return Content::Image;
    if (parseContainer(head))
        return Content::Container;
    if (parseBootHeader(head.first(std::min<qsizetype>(head.size(), bootHeaderSize))))
        return Content::Program;
    return isDisk(probe) ? Content::Image : Content::Other;
}

/// The first image, and the first container, is kept apart.
Result<Spool *> Unpacker::spoolFor(Content content, const QString &path)
{
    auto &alone = content == Content::Image ? m_image : m_container;
    if ((content != Content::Image && content != Content::Container) || alone)
        return &m_files;
    auto spool = Spool::create(m_space);
    if (!spool)
        return std::unexpected(spool.error());
    return &alone.emplace(path, std::move(*spool)).spool;
}

Result<void> Unpacker::addFile(const ArchiveMember &member)
{
    const auto path = member.path.isEmpty() ? m_content : member.path;
    if (member.size > 0) {
        if (const auto fits = m_space.expect(member.size); !fits)
            return fits;
    }
    const auto head = readHead();
    if (!head)
        return std::unexpected(head.error());
    const auto content = contentOf(*head, std::max<qint64>(member.size, head->size()));
    const auto spool = spoolFor(content, path);
    if (!spool)
        return std::unexpected(spool.error());
    const auto start = (*spool)->size();
    for (Result<QByteArrayView> bytes = QByteArrayView(*head); !bytes || !bytes->isEmpty(); bytes = m_archive.read()) {
        if (!bytes)
            return std::unexpected(bytes.error());
        if (const auto written = (*spool)->append(*bytes); !written)
            return written;
        if (m_progress)
            m_progress(m_archive.packedBytes(), m_archive.packedSize());
    }
    const Extent place{start, (*spool)->size() - start};
    m_total += place.length;
    m_names.append(path);
    m_hasProgram = m_hasProgram || content == Content::Program;
    if (content == Content::Image)
        m_images.append(path);
    if (*spool == &m_files)
        m_places.insert(path, place);
    return m_builder.add(
        {path, TreeEntry::Type::File, place.length > 0 ? QList<Extent>{place} : QList<Extent>(), {}, member.modified});
}

/// Whether the archive was made to pack \a alone: other files are texts and tools beside it, not a system that is started by them.
bool Unpacker::isAboutOne(const Alone &alone) const
{
    const bool isMost = alone.spool.size() > m_total / 2;
    return isMost || (!m_hasProgram && std::ranges::none_of(m_names, isBootFile));
}

Result<Unpacked> Unpacker::finish()
{
    if (m_names.isEmpty()) {
        return std::unexpected(emptyArchiveError(m_name));
    }
    const bool isPlaced = m_hasProgram && m_names.first().contains(u'/'); // an EFI program where UEFI looks for it
    if (m_names.size() == 1 && !isPlaced) {
        const auto &alone = m_image ? m_image : m_container;
        return Unpacked{alone ? alone->spool.descriptor() : m_files.descriptor(), m_names.first(), {}};
    }
    if (m_image && isAboutOne(*m_image)) {
        if (m_images.size() == 1)
            return Unpacked{m_image->spool.descriptor(), m_image->path, {}};
        const auto named = QStringList(m_images.first(std::min(mostNamed, m_images.size()))).join(u", "_s);
        return fail(Error::Code::Unsupported,
                    u"%1 holds %2 images (%3). Unpack it, and import the one you need"_s.arg(
                        m_name, QString::number(m_images.size()), named));
    }
    if (m_images.isEmpty() && m_container && !m_hasProgram && m_container->spool.size() > m_total / 2)
        return Unpacked{m_container->spool.descriptor(), m_container->path, {}};
    return finishTree();
}

/// Brings all files into one spool.
Result<Unpacked> Unpacker::finishTree()
{
    QHash<QString, Extent> moved;
    for (const auto *alone : {&m_image, &m_container}) {
        if (!*alone)
            continue;
        const Extent place{m_files.size(), (*alone)->spool.size()};
        if (const auto copied = m_files.append((*alone)->spool); !copied)
            return std::unexpected(copied.error());
        m_places.insert((*alone)->path, place);
        moved.insert((*alone)->path, place);
    }
    if (const auto linked = addHardLinks(); !linked)
        return std::unexpected(linked.error());
    Unpacked unpacked{m_files.descriptor(), {}, {.label = {}, .entries = m_builder.takeEntries()}};
    for (auto &entry : unpacked.tree.entries) {
        if (moved.contains(entry.path))
            entry.extents = {moved.value(entry.path)};
    }
    return unpacked;
}

/// A second name of a file; one of a file that is not there is left out, as other links are.
Result<void> Unpacker::addHardLinks()
{
    for (const auto &link : std::as_const(m_hardLinks)) {
        const auto place = m_places.constFind(link.target);
        if (place == m_places.cend())
            continue;
        if (const auto added = m_builder.add({link.path, TreeEntry::Type::File, {*place}, {}, link.modified}); !added)
            return added;
        m_places.insert(link.path, *place);
    }
    return {};
}

} // namespace

Error emptyArchiveError(const QString &name)
{
    return {Error::Code::NotRecognised, u"%1 is empty: there is no file in it. Download it again"_s.arg(name)};
}

Result<Unpacked> unpackArchive(ArchiveReader &archive, SpoolSpace &space, const QString &name, const QString &content,
                               const TreeLimits &limits, const std::function<void(qint64, qint64)> &progress)
{
    auto files = Spool::create(space);
    if (!files)
        return std::unexpected(files.error());
    auto probe = Spool::create(space);
    if (!probe)
        return std::unexpected(probe.error());
    return Unpacker(archive, space, name, content, limits, progress, std::move(*files), std::move(*probe)).run();
}

} // namespace Benchboot
