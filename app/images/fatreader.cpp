// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/fatreader.h"

#include "core/littleendian.h"
#include "images/extentdevice.h"
#include "images/fatvolume.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using namespace Fat;

constexpr qsizetype bootSectorSize = 512; // what a boot sector is read by; it may be larger
constexpr qsizetype nameSize = 32;
constexpr qint64 maxFolderSize = 64 * 1024 * 1024; // FAT itself allows 2 MiB
constexpr quint8 labelFlag = 0x08;
constexpr quint8 folderFlag = 0x10;
constexpr quint8 longNameFlags = 0x0f;

/// The long name that the entries before a short one spell backwards (Microsoft's specification §7).
class LongName
{
public:
    void add(QByteArrayView entry)
    {
        const LittleEndian fields(entry);
        const auto order = fields.u8(0);
        if (order & 0x40) {
            m_text.clear();
            m_sum = fields.u8(13);
        }
        QString part;
        for (const auto &[at, count] : {std::pair(1, 5), std::pair(14, 6), std::pair(28, 2)}) {
            for (int i = 0; i < count; ++i)
                part += QChar(fields.u16(at + 2 * i));
        }
        constexpr qsizetype longest = 260;
        m_text = part + m_text.first(qMin(m_text.size(), longest));
        m_isLast = (order & 0x3f) == 1;
    }
    /// \return nothing where what was spelt is not the long name of \a shortName, its 11 bytes.
    [[nodiscard]] QString take(QByteArrayView shortName)
    {
        quint8 sum = 0;
        for (const auto byte : shortName)
            sum = quint8((sum & 1 ? 0x80 : 0) + (sum >> 1) + quint8(byte));
        const auto text = m_isLast && sum == m_sum ? m_text.first(qMax(0, endOf(m_text))) : QString();
        m_text.clear();
        m_isLast = false;
        return text;
    }

private:
    /// A NUL ends it where there is room for one.
    static qsizetype endOf(const QString &text)
    {
        const auto nul = text.indexOf(QChar(0));
        return nul < 0 ? text.size() : nul;
    }

    QString m_text;
    quint8 m_sum = 0;
    bool m_isLast = false;
};

/// "NAME    EXT" with Windows NT's flags for lower case.
QString shortNameOf(QByteArrayView entry)
{
    constexpr quint8 lowerBase = 0x08;
    constexpr quint8 lowerExtension = 0x10;
    const auto flags = quint8(entry[12]);
    auto bytes = entry.first(8).toByteArray();
    if (bytes[0] == 0x05)
        bytes[0] = char(0xe5); // which itself would mark it as deleted
    auto base = QString::fromLatin1(bytes).trimmed();
    auto extension = QString::fromLatin1(entry.sliced(8, 3)).trimmed();
    if (flags & lowerBase)
        base = base.toLower();
    if (flags & lowerExtension)
        extension = extension.toLower();
    return extension.isEmpty() ? base : base + u'.' + extension;
}

qint64 secondsOf(quint16 date, quint16 time)
{
    const QDate day(1980 + (date >> 9), (date >> 5) & 15, date & 31);
    const QTime clock(time >> 11, (time >> 5) & 63, (time & 31) * 2);
    return day.isValid() && clock.isValid() ? QDateTime(day, clock, QTimeZone::UTC).toSecsSinceEpoch() : 0;
}

/// One walk through one volume.
class FatWalk
{
public:
    FatWalk(ImageSource &source, const Geometry &geometry)
        : m_source(source), m_geometry(geometry), m_chains(source, geometry), m_builder(source.name(), source.limits())
    {
        m_tree.label = geometry.label;
    }

    [[nodiscard]] Result<ImageTree> run();

private:
    [[nodiscard]] Result<void> list(const QList<Extent> &folder, const QString &prefix, int depth);
    [[nodiscard]] Result<void> add(QByteArrayView entry, const QString &name, const QString &prefix, int depth);

    ImageSource &m_source;
    Geometry m_geometry;
    Chains m_chains;
    TreeBuilder m_builder;
    ImageTree m_tree;
};

Result<ImageTree> FatWalk::run()
{
    const auto root = m_geometry.bits == 32 ? m_chains.follow(m_geometry.rootCluster, std::nullopt, u"/"_s)
                                            : Result<QList<Extent>>({m_geometry.root});
    if (!root)
        return std::unexpected(root.error());
    if (const auto listed = list(*root, {}, 0); !listed)
        return std::unexpected(listed.error());
    m_tree.entries = m_builder.takeEntries();
    return std::move(m_tree);
}

Result<void> FatWalk::list(const QList<Extent> &folder, const QString &prefix, int depth)
{
    if (depth > m_source.limits().depth)
        return std::unexpected(tooDeepError(m_source.name(), m_source.limits()));
    if (totalLength(folder) > maxFolderSize)
        return m_source.endless();
    const auto content = m_source.read(folder);
    if (!content)
        return std::unexpected(content.error());
    LongName longName;
    for (qsizetype at = 0; at + nameSize <= content->size(); at += nameSize) {
        const auto entry = QByteArrayView(*content).sliced(at, nameSize);
        constexpr char deleted = char(0xe5);
        const auto flags = quint8(entry[11]);
        if (entry[0] == 0)
            break;
        if (entry[0] == deleted)
            continue;
        if ((flags & 0x3f) == longNameFlags) {
            longName.add(entry);
            continue;
        }
        const auto spelt = longName.take(entry.first(11));
        if (flags & labelFlag) {
            if (prefix.isEmpty())
                m_tree.label = QString::fromLatin1(entry.first(11)).trimmed();
            continue;
        }
        if (entry.startsWith(".          ") || entry.startsWith("..         "))
            continue;
        if (const auto added = add(entry, spelt.isEmpty() ? shortNameOf(entry) : spelt, prefix, depth); !added)
            return added;
    }
    return {};
}

Result<void> FatWalk::add(QByteArrayView entry, const QString &name, const QString &prefix, int depth)
{
    const LittleEndian fields(entry);
    const auto path = prefix + name;
    if (!isSafeName(name))
        return std::unexpected(unsafeNameError(m_source.name(), path));
    TreeEntry made{.path = path, .extents = {}, .target = {}, .modified = secondsOf(fields.u16(24), fields.u16(22))};
    const bool isFolder = fields.u8(11) & folderFlag;
    const auto high = m_geometry.bits == 32 ? quint32(fields.u16(20)) << 16 : 0;
    const auto cluster = high | fields.u16(26);
    const auto extents
        = m_chains.follow(cluster, isFolder ? std::nullopt : std::optional<qint64>(fields.u32(28)), path);
    if (!extents)
        return std::unexpected(extents.error());
    if (!isFolder) {
        made.extents = *extents;
        return m_builder.add(std::move(made));
    }
    made.type = TreeEntry::Type::Folder;
    if (const auto added = m_builder.add(std::move(made)); !added)
        return added;
    return list(*extents, path + u'/', depth + 1);
}

std::optional<Geometry> geometryAt(ImageSource &source, qint64 offset)
{
    const auto sector = source.read(offset, bootSectorSize);
    return sector ? parseBootSector(*sector, offset) : std::nullopt;
}

} // namespace

bool isFat(ImageSource &source, qint64 offset)
{
    return source.holds({offset, bootSectorSize}) && geometryAt(source, offset);
}

Result<ImageTree> readFat(ImageSource &source, qint64 offset)
{
    const auto geometry = geometryAt(source, offset);
    if (!geometry)
        return source.damaged(u"it has no FAT boot sector"_s);
    return FatWalk(source, *geometry).run();
}

} // namespace Benchboot
