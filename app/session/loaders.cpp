// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loaders.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// What Debian's packages install, by file name.
constexpr std::array packageOfLoader{
    std::pair{u"undionly.kpxe", u"ipxe"},      std::pair{u"undionly.kkpxe", u"ipxe"},
    std::pair{u"snponly.efi", u"ipxe"},        std::pair{u"ipxe.efi", u"ipxe"},
    std::pair{u"ipxe.pxe", u"ipxe"},           std::pair{u"ipxe-arm64.efi", u"ipxe"},
    std::pair{u"memdisk", u"syslinux-common"},
};
constexpr std::array packageFolders{u"/usr/lib/ipxe", u"/usr/lib/syslinux", u"/usr/share/ipxe"};

} // namespace

QStringList loaderFolders(const LabStore &store)
{
    QStringList folders{store.loadersFolder()};
    for (const auto *folder : packageFolders)
        folders.append(QString::fromUtf16(folder));
    return folders;
}

QHash<QString, ServedFile> findLoaders(const QStringList &folders)
{
    QHash<QString, ServedFile> loaders;
    for (const auto &folder : folders) {
        const bool own = folder == folders.first();
        for (const auto &file : QDir(folder).entryInfoList(QDir::Files | QDir::Readable)) {
            const bool known
                = std::ranges::any_of(packageOfLoader, [&](const auto &row) { return file.fileName() == row.first; });
            if ((own || known) && !loaders.contains(file.fileName()))
                loaders.insert(file.fileName(), {file.canonicalFilePath(), {}, file.size()});
        }
    }
    return loaders;
}

QString missingLoaderSentence(const QString &fileName, const QString &kindOfPc, const LabStore &store)
{
    const auto row = std::ranges::find_if(packageOfLoader, [&](const auto &item) { return fileName == item.first; });
    if (row != packageOfLoader.end()) {
        return u"The loader %1 for %2 is not on this computer. Install the package %3 (sudo apt install %3)."_s.arg(
            fileName, kindOfPc, QString::fromUtf16(row->second));
    }
    if (fileName == u"wimboot") {
        return u"The loader wimboot for %1 is not on this computer. Download it from github.com/ipxe/wimboot/releases and put it into %2."_s
            .arg(kindOfPc, store.loadersFolder());
    }
    return u"The loader %1 for %2 is not on this computer, and Debian has no package with it. Put the file into %3, or choose another loader (benchboot settings)."_s
        .arg(fileName, kindOfPc, store.loadersFolder());
}

QList<BootEntry> entriesWithLoaders(QList<BootEntry> entries, const QHash<QString, ServedFile> &loaders,
                                    const LabStore &store)
{
    for (auto &entry : entries) {
        const bool isMemdisk = entry.method == BootMethod::Memdisk;
        if (!entry.script.isEmpty() || (!isMemdisk && entry.method != BootMethod::Wimboot)
            || loaders.contains(methodName(entry.method)))
            continue;
        entry.reason
            = missingLoaderSentence(methodName(entry.method), isMemdisk ? u"disc images"_s : u"Windows"_s, store);
        entry.method = BootMethod::None;
    }
    return entries;
}

} // namespace Benchboot
