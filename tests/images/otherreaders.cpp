// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/otherreaders.h"

#include "core/filedescriptor.h"
#include "images/extentdevice.h"
#include "images/imagetree.h"
#include "images/isofixture.h"

#include <QDirIterator>

#include <functional>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Benchboot::Tests {
namespace {

bool isCatalog(const QString &path) { return path.endsWith(u"boot.cat"_s) || path.endsWith(u"boot.catalog"_s); }

/// What \a unpack puts into the folder that it is given, below \a root.
Files unpacked(const std::function<void(const QString &folder)> &unpack, const QString &root = u"."_s)
{
    const QTemporaryDir folder;
    unpack(folder.path());
    (void)output(u"chmod"_s, {u"-R"_s, u"u+rwX"_s, folder.path()}); // some folders come without the right to enter them
    Files files;
    const QDir top(folder.filePath(root));
    QDirIterator all(top.path(), QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const auto path = top.relativeFilePath(all.next());
        if (!isCatalog(path) && !path.startsWith(u"[BOOT]/"_s)) // 7z's name for what El Torito boots
            files.insert(path, readFile(top.filePath(path)));
    }
    return files;
}

QString volumeOf(const QString &image, qint64 start) { return u"%1@@%2"_s.arg(image).arg(start); }

} // namespace

Files filesOf(const QString &image, const ImageTree &tree)
{
    const FileDescriptor descriptor(::open(qPrintable(image), O_RDONLY | O_CLOEXEC));
    Files files;
    for (const auto &entry : tree.entries) {
        if (entry.type == TreeEntry::Type::File && !isCatalog(entry.path))
            files.insert(entry.path, readExtents(descriptor.get(), entry.extents, 0, 1 << 30));
    }
    return files;
}

Files filesOfBsdtar(const QString &image)
{
    return unpacked([&](const QString &folder) { (void)output(u"bsdtar"_s, {u"-xf"_s, image, u"-C"_s, folder}); });
}

Files filesOfTar(const QString &archive)
{
    return unpacked([&](const QString &folder) { (void)output(u"tar"_s, {u"-xf"_s, archive, u"-C"_s, folder}); });
}

Files filesOfXorriso(const QString &image)
{
    const auto extract = [&](const QString &folder) {
        (void)output(u"xorriso"_s,
                     {u"-osirrox"_s, u"on"_s, u"-indev"_s, image, u"-extract"_s, u"/"_s, folder + u"/all"_s});
    };
    return unpacked(extract, u"all"_s);
}

QByteArray streamOfSevenZip(const QString &packed) { return output(u"7z"_s, {u"x"_s, u"-bd"_s, u"-so"_s, packed}); }

Files filesOfSevenZip(const QString &image, const QString &type)
{
    if (type.startsWith(u"tar."_s)) {
        const QTemporaryDir folder;
        const auto tar = folder.filePath(u"tar"_s);
        writeFile(tar, streamOfSevenZip(image));
        return filesOfSevenZip(tar, u"tar"_s);
    }
    if (type == u"rar")
        return filesOfSevenZip(image, u"rar5"_s);
    return unpacked([&](const QString &folder) {
        (void)output(u"7z"_s, {u"x"_s, u"-bd"_s, u"-y"_s, u"-t"_s + type, u"-o"_s + folder, image});
    });
}

Files filesOfMtools(const QString &image, qint64 start)
{
    return unpacked([&](const QString &folder) {
        (void)output(u"mcopy"_s, {u"-s"_s, u"-n"_s, u"-Q"_s, u"-i"_s, volumeOf(image, start), u"::/"_s, folder});
    });
}

QStringList pathsOfMdir(const QString &image, qint64 start)
{
    QStringList paths;
    const auto lines
        = QString::fromUtf8(output(u"mdir"_s, {u"-/"_s, u"-b"_s, u"-a"_s, u"-i"_s, volumeOf(image, start), u"::/"_s}));
    for (const auto &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.endsWith(u'/'))
            paths.append(line.mid(u"::/"_s.size()));
    }
    return paths;
}

} // namespace Benchboot::Tests
