// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/udfreader.h"

#include "core/littleendian.h"
#include "images/extentdevice.h"
#include "images/udfvolume.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using namespace Udf;

constexpr qint64 sectorSize = 2048; // of the volume recognition sequence and of El Torito
constexpr qint64 firstDescriptor = 16 * sectorSize;
constexpr qint64 maxFolderSize = 64 * 1024 * 1024; // of names: more than TreeLimits::entries have room for
constexpr quint8 folderType = 4;
constexpr quint8 linkType = 12;

bool isFile(quint8 type)
{
    constexpr quint8 unspecified = 0;
    constexpr quint8 plain = 5;
    constexpr quint8 realTime = 249; // UDF 2.2.13: a film, which is a file all the same
    return type == unspecified || type == plain || type == realTime;
}

/// One walk through one volume.
class Walk
{
public:
    Walk(ImageSource &source, Volume &volume)
        : m_source(source), m_volume(volume), m_builder(source.name(), source.limits())
    {
    }

    [[nodiscard]] Result<QList<TreeEntry>> run()
    {
        return listAll().transform([this] { return m_builder.takeEntries(); });
    }
    /// Leaves out what costs time: each file's own entry.
    [[nodiscard]] Result<qint64> count()
    {
        m_counts = true;
        return listAll().transform([this] { return m_files; });
    }

private:
    [[nodiscard]] Result<void> listAll()
    {
        const auto root = m_volume.node(m_volume.root(), u"/"_s);
        if (!root)
            return std::unexpected(root.error());
        return list(*root, {}, 0);
    }
    [[nodiscard]] Result<void> list(const Node &folder, const QString &prefix, int depth);
    [[nodiscard]] Result<void> add(const FileIdentifier &identifier, const QString &prefix, int depth);

    ImageSource &m_source;
    Volume &m_volume;
    TreeBuilder m_builder;
    QSet<qint64> m_folders; ///< positions of their file entries
    bool m_counts = false;
    qint64 m_files = 0;
};

Result<void> Walk::list(const Node &folder, const QString &prefix, int depth)
{
    // A folder has one parent (UDF 2.3.4.2 allows links to files only), so whoever comes by twice walks in circles.
    if (m_folders.contains(folder.position) || folder.entry.length > quint64(maxFolderSize))
        return m_source.endless();
    m_folders.insert(folder.position);
    if (folder.entry.type != folderType)
        return m_source.damaged(u"its folder /%1 is none"_s.arg(prefix));
    const auto content = m_source.read(folder.extents);
    if (!content)
        return std::unexpected(content.error());
    for (QByteArrayView left(*content); !left.isEmpty();) {
        const auto identifier = parseFileIdentifier(left);
        if (!identifier)
            return m_source.damaged(u"its folder /%1 cannot be read"_s.arg(prefix));
        left = left.sliced(qMin(identifier->size, left.size()));
        if (identifier->isDeleted || identifier->isParent)
            continue;
        if (const auto added = add(*identifier, prefix, depth); !added)
            return added;
    }
    return {};
}

Result<void> Walk::add(const FileIdentifier &identifier, const QString &prefix, int depth)
{
    if (m_counts && !identifier.isFolder) {
        if (++m_files > m_source.limits().entries)
            return std::unexpected(tooManyFilesError(m_source.name(), m_source.limits()));
        return {};
    }
    TreeEntry entry;
    entry.path = prefix + identifier.name;
    if (!isSafeName(identifier.name))
        return std::unexpected(unsafeNameError(m_source.name(), entry.path));
    if (depth > m_source.limits().depth)
        return std::unexpected(tooDeepError(m_source.name(), m_source.limits()));
    const auto node = m_volume.node(identifier.place, entry.path);
    if (!node)
        return std::unexpected(node.error());
    entry.modified = node->entry.modified;
    if (identifier.isFolder) {
        entry.type = TreeEntry::Type::Folder;
        if (const auto added = m_builder.add(entry); !added)
            return added;
        return list(*node, entry.path + u'/', depth + 1);
    }
    if (node->entry.type == linkType) {
        constexpr qint64 maxLink = 65536;
        const auto target = m_source.read(sliceExtents(node->extents, 0, maxLink));
        if (!target)
            return std::unexpected(target.error());
        entry.type = TreeEntry::Type::SymLink;
        entry.target = decodeLink(*target);
    } else if (isFile(node->entry.type)) {
        entry.extents = node->extents;
    } else {
        return {}; // a device file or the like means nothing to a network client
    }
    return m_builder.add(std::move(entry));
}

/// The boot record (El Torito 1.0 §2.0) stands in sector 17 and says where the catalog is.
QByteArray readBootCatalog(ImageSource &source)
{
    const auto record = source.read(17 * sectorSize, sectorSize);
    if (!record || !record->startsWith(QByteArrayView("\0CD001\1EL TORITO SPECIFICATION", 30)))
        return {};
    return source.read(LittleEndian(*record).u32(71) * sectorSize, sectorSize).value_or(QByteArray());
}

} // namespace

bool isUdf(int descriptor)
{
    constexpr int maxDescriptors = 64;
    for (int i = 0; i < maxDescriptors; ++i) {
        const auto id = readExtents(descriptor, {{firstDescriptor + i * sectorSize, 6}}, 1, 5);
        if (id == "NSR02" || id == "NSR03")
            return true;
        // Sectors of 4,096 bytes leave every second place empty.
        const bool goesOn
            = id == "CD001" || id == "BEA01" || id == "CDW02" || id == "BOOT2" || id == QByteArray(5, '\0');
        if (!goesOn)
            return false;
    }
    return false;
}

Result<qint64> countUdfFiles(int descriptor, const QString &name, const TreeLimits &limits)
{
    ImageSource source(descriptor, name, limits);
    return Volume::open(source).and_then([&source](Volume volume) { return Walk(source, volume).count(); });
}

Result<ImageTree> readUdf(int descriptor, const QString &name, const TreeLimits &limits)
{
    ImageSource source(descriptor, name, limits);
    auto volume = Volume::open(source);
    if (!volume)
        return std::unexpected(volume.error());
    auto entries = Walk(source, *volume).run();
    if (!entries)
        return std::unexpected(entries.error());
    return ImageTree{.label = volume->label(), .entries = std::move(*entries), .bootCatalog = readBootCatalog(source)};
}

} // namespace Benchboot
