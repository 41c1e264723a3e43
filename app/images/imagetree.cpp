// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imagetree.h"

#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

template <typename View>
bool isSafe(View name)
{
    return !name.isEmpty() && name != "."_L1 && name != ".."_L1 && !name.contains(u'/') && !name.contains(QChar(0));
}

} // namespace

bool isSafeName(QStringView name) { return isSafe(name); }
bool isSafeName(QLatin1StringView name) { return isSafe(name); }

bool isBootFile(const QString &path)
{
    static const QStringList names{u"efi/boot/bootx64.efi"_s,
                                   u"efi/boot/bootia32.efi"_s,
                                   u"efi/boot/bootaa64.efi"_s,
                                   u"ldlinux.sys"_s,
                                   u"bootmgr"_s,
                                   u"ntldr"_s,
                                   u"io.sys"_s,
                                   u"ibmbio.com"_s,
                                   u"kernel.sys"_s,
                                   u"kernel.mnt"_s,
                                   u"grldr"_s,
                                   u"sources/boot.wim"_s,
                                   u"boot/grub/grub.cfg"_s,
                                   u"syslinux.cfg"_s,
                                   u"syslinux/syslinux.cfg"_s,
                                   u"boot/syslinux/syslinux.cfg"_s,
                                   u"isolinux/isolinux.cfg"_s};
    return names.contains(path.toLower());
}

Result<void> TreeBuilder::add(TreeEntry entry)
{
    int depth = -1;
    for (const auto part : qTokenize(entry.path, u'/')) {
        if (!isSafeName(part))
            return std::unexpected(unsafeNameError(m_image, entry.path));
        ++depth;
    }
    if (depth > m_limits.depth)
        return std::unexpected(tooDeepError(m_image, m_limits));
    if (entry.type == TreeEntry::Type::Folder)
        return addFolders(entry.path, entry.modified);
    if (m_folders.contains(entry.path))
        return twice(entry.path);
    const auto folder = QStringView(entry.path).first(std::max<qsizetype>(entry.path.lastIndexOf(u'/'), 0));
    if (!folder.isEmpty() && folder != m_lastFolder) {
        m_lastFolder = folder.toString();
        if (const auto folders = addFolders(m_lastFolder, entry.modified); !folders)
            return folders;
    }
    const auto before = m_files.size();
    m_files.insert(entry.path);
    if (m_files.size() == before)
        return twice(entry.path);
    return append(std::move(entry));
}

/// Adds the folder \a path and those above it.
Result<void> TreeBuilder::addFolders(const QString &path, qint64 modified)
{
    if (m_folders.contains(path))
        return {};
    if (m_files.contains(path))
        return twice(path);
    if (const auto slash = path.lastIndexOf(u'/'); slash > 0) {
        if (const auto above = addFolders(path.left(slash), modified); !above)
            return above;
    }
    m_folders.insert(path);
    return append({.path = path, .type = TreeEntry::Type::Folder, .extents = {}, .target = {}, .modified = modified});
}

Result<void> TreeBuilder::append(TreeEntry entry)
{
    if (m_entries.size() >= m_limits.entries)
        return std::unexpected(tooManyFilesError(m_image, m_limits));
    m_extents += entry.extents.size();
    if (m_extents > m_limits.extents)
        return std::unexpected(tooScatteredError(m_image, m_limits));
    m_entries.append(std::move(entry));
    return {};
}

std::unexpected<Error> TreeBuilder::twice(const QString &path) const
{
    return fail(Error::Code::Malformed, u"%1 is damaged: it has two files named %2"_s.arg(m_image, path));
}

Error unsafeNameError(const QString &image, const QString &name)
{
    return {
        Error::Code::Malformed,
        u"%1 is not safe to import: it has a file named “%2”, which would leave its folder. Download it again from its makers"_s
            .arg(image, name)};
}

Error tooManyFilesError(const QString &image, const TreeLimits &limits)
{
    return {Error::Code::LimitExceeded,
            u"%1 has more than %2 files, which is more than any boot image needs"_s.arg(
                image, QString::number(limits.entries))};
}

Error tooScatteredError(const QString &image, const TreeLimits &limits)
{
    return {Error::Code::LimitExceeded,
            u"%1 has its files in more than %2 pieces. It is damaged; download it again"_s.arg(
                image, QString::number(limits.extents))};
}

Error tooDeepError(const QString &image, const TreeLimits &limits)
{
    return {Error::Code::LimitExceeded,
            u"%1 has more than %2 folders inside each other. It is damaged; download it again"_s.arg(
                image, QString::number(limits.depth))};
}

} // namespace Benchboot
