// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/cpio.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr quint32 regularFile = 0100000;
constexpr quint32 folderType = 0040000;
constexpr qsizetype alignment = 4; // of names and contents
constexpr qsizetype blockSize = 512;
constexpr auto endName = "TRAILER!!!"_L1;
constexpr qint64 maxOverlay = 1024 * 1024; // scripts and settings, no systems

void pad(QByteArray &archive, qsizetype to) { archive.append((to - archive.size() % to) % to, '\0'); }

class CpioWriter
{
public:
    void add(const QByteArray &path, quint32 mode, const QByteArray &content)
    {
        const auto isFolder = (mode & folderType) != 0;
        m_archive += "070701";
        // inode, mode, uid, gid, links, time, size, device (2), special device (2), length of the name with its NUL, checksum
        for (const auto number : {++m_inode, mode, 0U, 0U, isFolder ? 2U : 1U, 0U, quint32(content.size()), 0U, 0U, 0U,
                                  0U, quint32(path.size() + 1), 0U})
            m_archive += QByteArray::number(number, 16).toUpper().rightJustified(8, '0');
        m_archive += path + '\0';
        pad(m_archive, alignment);
        m_archive += content;
        pad(m_archive, alignment);
    }

    [[nodiscard]] QByteArray finish()
    {
        m_inode = quint32(-1); // the end has no inode
        add(QByteArray(endName.data(), endName.size()), 0, {});
        pad(m_archive, blockSize);
        return std::move(m_archive);
    }

private:
    QByteArray m_archive;
    quint32 m_inode = 0;
};

} // namespace

bool isPackable(QStringView path)
{
    return path.first(qsizetype(std::ranges::find(path, u'/') - path.begin())) != endName;
}

QByteArray cpioArchive(const QList<CpioFile> &files)
{
    CpioWriter writer;
    QSet<QString> folders;
    for (const auto &file : files) {
        for (auto slash = file.path.indexOf(u'/'); slash > 0; slash = file.path.indexOf(u'/', slash + 1)) {
            const auto parent = file.path.first(slash);
            if (folders.contains(parent))
                continue;
            folders.insert(parent);
            writer.add(parent.toUtf8(), folderType | 0755, {});
        }
        writer.add(file.path.toUtf8(), regularFile | file.mode, file.content);
    }
    return writer.finish();
}

Result<QList<CpioFile>> overlayFiles(const QString &folder)
{
    QList<CpioFile> files;
    qint64 total = 0;
    QDirIterator iterator(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        QFile file(iterator.next());
        if (!file.open(QIODevice::ReadOnly))
            return fail(Error::Code::Io,
                        u"The overlay file %1 cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
        total += file.size();
        if (total > maxOverlay)
            return fail(Error::Code::LimitExceeded, u"The overlay %1 is larger than 1 MiB"_s.arg(folder));
        CpioFile item{QDir(folder).relativeFilePath(file.fileName()), 0644, file.readAll()};
        if (!isPackable(item.path))
            return fail(Error::Code::InvalidArgument,
                        u"The overlay %1 cannot be packed: %2 is the mark of an archive's end. Rename it"_s.arg(
                            folder, endName));
        if (item.content.startsWith("#!"))
            item.mode = 0755;
        files.append(item);
    }
    if (files.isEmpty())
        return fail(Error::Code::NotFound, u"The overlay folder %1 is missing or empty"_s.arg(folder));
    std::ranges::sort(files, {}, &CpioFile::path);
    return files;
}

} // namespace Benchboot
