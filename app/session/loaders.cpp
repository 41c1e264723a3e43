// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loaders.h"

#include "session/loaderchain.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

struct PackagedLoader
{
    const char16_t *file;
    const char16_t *package;
    const char16_t *name; ///< that it is served under
};

/// What Debian's packages install, by file name.
constexpr std::array packagedLoaders{
    PackagedLoader{u"undionly.kpxe", u"ipxe", u"undionly.kpxe"},
    PackagedLoader{u"undionly.kkpxe", u"ipxe", u"undionly.kkpxe"},
    PackagedLoader{u"snponly.efi", u"ipxe", u"snponly.efi"},
    PackagedLoader{u"ipxe.efi", u"ipxe", u"ipxe.efi"},
    PackagedLoader{u"ipxe.pxe", u"ipxe", u"ipxe.pxe"},
    PackagedLoader{u"ipxe-arm64.efi", u"ipxe", u"ipxe-arm64.efi"},
    PackagedLoader{u"memdisk", u"syslinux-common", u"memdisk"},
    PackagedLoader{u"shimx64.efi.signed", u"shim-signed", u"shimx64.efi"},
    PackagedLoader{u"grubnetx64.efi.signed", u"grub-efi-amd64-signed", u"grubx64.efi"},
    PackagedLoader{u"shimaa64.efi.signed", u"shim-signed:arm64", u"shimaa64.efi"},
    PackagedLoader{u"grubnetaa64.efi.signed", u"grub-efi-arm64-signed", u"grubaa64.efi"},
};
constexpr std::array packageFolders{u"/usr/lib/ipxe",
                                    u"/usr/lib/syslinux",
                                    u"/usr/share/ipxe",
                                    u"/usr/lib/shim",
                                    u"/usr/lib/grub/x86_64-efi-signed",
                                    u"/usr/lib/grub/arm64-efi-signed"};

using Loaders = QHash<QString, ServedFile>;

void addFile(Loaders &loaders, const QString &name, const QFileInfo &file)
{
    if (!loaders.contains(name))
        loaders.insert(name, {file.canonicalFilePath(), {}, file.size()});
}

QFileInfoList filesIn(const QString &folder) { return QDir(folder).entryInfoList(QDir::Files | QDir::Readable); }

void addOwn(Loaders &loaders, const QString &folder)
{
    for (const auto &file : filesIn(folder)) {
        if (file.fileName() != u"manifest.json")
            addFile(loaders, file.fileName(), file);
    }
    for (const auto &signedFolder : {u"x64-sb/"_s, u"arm64-sb/"_s}) {
        for (const auto &file : filesIn(folder + u'/' + signedFolder))
            addFile(loaders, signedFolder + file.fileName(), file);
    }
}

void addPackaged(Loaders &loaders, const QString &folder)
{
    for (const auto &file : filesIn(folder)) {
        for (const auto &row : packagedLoaders) {
            if (file.fileName() == row.file)
                addFile(loaders, QString::fromUtf16(row.name), file);
        }
    }
}

/// One file is the shim of both builds of iPXE: which one it loads depends on the name that it was loaded by.
void addShimNames(Loaders &loaders)
{
    for (const auto &chain : signedChains()) {
        if (chain.program != SignedChain::Program::Ipxe || !loaders.contains(chain.secondStageName()))
            continue;
        const auto plain = chain.folder() + (chain.kind == LoaderKind::EfiX64 ? u"shimx64.efi"_s : u"shimaa64.efi"_s);
        if (const auto shim = loaders.constFind(plain); shim != loaders.cend() && !loaders.contains(chain.shimName()))
            loaders.insert(chain.shimName(), ServedFile(*shim));
    }
}

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
    Loaders loaders;
    addOwn(loaders, folders.value(0));
    for (const auto &folder : folders.sliced(1))
        addPackaged(loaders, folder);
    addShimNames(loaders);
    return loaders;
}

QString packageOfLoader(const QString &name)
{
    const auto row = std::ranges::find_if(packagedLoaders, [&](const auto &item) { return name == item.name; });
    return row == packagedLoaders.end() ? QString() : QString::fromUtf16(row->package);
}

QString missingLoaderSentence(const QString &name, const QString &kindOfPc, const LabStore &store)
{
    if (const auto package = packageOfLoader(name); !package.isEmpty()) {
        return u"The loader %1 for %2 is not on this computer. Install the package %3 (sudo apt install %3)."_s.arg(
            name, kindOfPc, package);
    }
    if (name == u"wimboot") {
        return u"The loader wimboot for %1 is not on this computer. Download it from github.com/ipxe/wimboot/releases and put it into %2, or import it (benchboot loaders import wimboot)."_s
            .arg(kindOfPc, store.loadersFolder());
    }
    return u"The loader %1 for %2 is not on this computer, and Debian has no package with it. Put the file into %3, import iPXE's release (benchboot loaders import ipxeboot.tar.gz), or choose another loader (benchboot loaders use)."_s
        .arg(name, kindOfPc, store.loadersFolder());
}

QString missingPartOf(const QString &name, const QHash<QString, ServedFile> &found)
{
    if (!found.contains(name))
        return name;
    const auto *chain = signedChainOf(name);
    return chain && !found.contains(chain->secondStageName()) ? chain->secondStageName() : QString();
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
