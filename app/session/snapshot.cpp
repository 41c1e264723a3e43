// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/snapshot.h"

#include "lab/settings.h"
#include "session/loaderchain.h"
#include "session/loadermanifest.h"
#include "session/loaders.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// \a chosen and what can stand in for it. An unsigned loader cannot stand in for a signed one: firmware that needs the signature refuses it.
QStringList inOrderOfPreference(const QString &chosen, const LoaderSlot &slot, const ServedLab &served)
{
    QStringList names{chosen};
    const auto add = [&](const QString &name) {
        if (!names.contains(name) && missingPartOf(name, served.tftpFiles).isEmpty())
            names.append(name);
    };
    if (const auto *chain = signedChainOf(chosen)) {
        for (const auto &other : signedChains()) {
            if (other.kind == chain->kind && other.program == chain->program)
                add(other.shimName());
        }
    } else {
        std::ranges::for_each(slot.alternatives, add);
    }
    return names;
}

/// What the programs of \a chain ask for besides each other.
void addChainFiles(ServedLab &served, const SignedChain &chain, const LabStore &store)
{
    if (chain.program == SignedChain::Program::Grub) {
        // Below the prefix of Debian's images, of those of its installer, and in the root.
        for (const auto *folder : {u"", u"grub/", u"debian-installer/amd64/grub/", u"debian-installer/arm64/grub/"})
            served.generatedFiles.insert(QString::fromUtf16(folder) + u"grub.cfg"_s, GeneratedFile::GrubMenu);
        return;
    }
    // On some machines shim asks in the root for what lies beside it (ipxe/ipxe issue 1684).
    for (const auto &name : {u"snponly.efi"_s, u"ipxe.efi"_s}) {
        if (const auto file = served.tftpFiles.constFind(chain.folder() + name); file != served.tftpFiles.cend())
            served.tftpFiles.insert(name, ServedFile(*file));
    }
    if (!readLoaderManifest(store).value(chain.secondStageName()).needsAutoexec)
        return;
    for (const auto &folder : {chain.folder(), QString()})
        served.generatedFiles.insert(folder + u"autoexec.ipxe"_s, GeneratedFile::IpxeAutoexec);
}

void addLoaders(ServedLab &served, const Lab &lab, const LabStore &store)
{
    served.tftpFiles = findLoaders(loaderFolders(store));
    const auto found = served.tftpFiles;
    for (const auto &slot : loaderSlots()) {
        const auto name = lab.setting(slot.settingKey);
        const auto missing = missingPartOf(name, found);
        for (const auto architecture : slot.architectures + slot.httpArchitectures) {
            if (missing.isEmpty())
                served.loadersForArch.insert(architecture, inOrderOfPreference(name, slot, served));
            else
                served.missingLoaders.insert(architecture, missingLoaderSentence(missing, slot.kindOfPc, store));
        }
        if (const auto *chain = signedChainOf(name); chain && missing.isEmpty())
            addChainFiles(served, *chain, store);
    }
}

void addFiles(ServedLab &served, const LabImage &image, const LabStore &store, const QString &trouble)
{
    // The lab may lie behind a link; within it, the services follow none.
    const auto folder = QFileInfo(store.imagesFolder()).canonicalFilePath() + u'/' + image.id;
    for (const auto &file : image.facts.files) {
        ServedFile source{.path = folder + u'/' + file.path, .extents = {}, .size = file.size, .folder = folder};
        if (image.linked && !file.own) {
            source.path = image.sourceFile;
            source.folder.clear();
            source.trouble = trouble;
            // No extents would mean the whole container.
            source.extents = file.extents.isEmpty() ? QList<Extent>{{0, 0}} : file.extents;
        }
        served.httpFiles.insert("/images/" + image.id.toUtf8() + '/' + file.path.toUtf8(), source);
    }
}

ServedMenuItem::Kind kindOf(LabMenuItem::Kind kind)
{
    switch (kind) {
    case LabMenuItem::Kind::Image:
        return ServedMenuItem::Kind::Image;
    case LabMenuItem::Kind::LocalDisk:
        return ServedMenuItem::Kind::LocalDisk;
    case LabMenuItem::Kind::Shell:
        return ServedMenuItem::Kind::Shell;
    case LabMenuItem::Kind::Reboot:
        return ServedMenuItem::Kind::Reboot;
    }
    Q_UNREACHABLE_RETURN(ServedMenuItem::Kind::Shell);
}

} // namespace

std::shared_ptr<const ServedLab> makeSnapshot(const Lab &lab, const LabStore &store, ServedNetwork network,
                                              quint16 httpPort, quint64 generation,
                                              const QHash<QString, Error> &troubles)
{
    auto served = std::make_shared<ServedLab>();
    served->generation = generation;
    served->network = std::move(network);
    served->httpPort = httpPort;
    served->menuTitle = lab.setting(u"menu.title"_s);
    served->menuTimeoutSeconds = lab.setting(u"menu.timeout"_s).toInt();
    served->defaultItem = lab.defaultItem();
    addLoaders(*served, lab, store);
    for (const auto &image : lab.images()) {
        served->images.insert(
            image.id,
            {image.id, entriesWithLoaders(image.facts.entries, served->tftpFiles, store), lab.effectiveOptions(image)});
        addFiles(*served, image, store, troubles.value(image.id).detail);
    }
    for (const auto &item : lab.menu())
        served->menu.append({kindOf(item.kind), item.id, lab.titleOf(item)});
    return served;
}

} // namespace Benchboot
