// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/snapshot.h"

#include "lab/settings.h"
#include "session/loaders.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

void addLoaders(ServedLab &served, const Lab &lab, const LabStore &store)
{
    served.tftpFiles = findLoaders(loaderFolders(store));
    for (const auto &slot : loaderSlots()) {
        const auto name = lab.setting(slot.settingKey);
        QStringList names{name};
        std::ranges::copy_if(slot.alternatives, std::back_inserter(names), [&](const QString &alternative) {
            return alternative != name && served.tftpFiles.contains(alternative);
        });
        for (const auto architecture : slot.architectures + slot.httpArchitectures) {
            if (served.tftpFiles.contains(name))
                served.loadersForArch.insert(architecture, names);
            else
                served.missingLoaders.insert(architecture, missingLoaderSentence(name, slot.kindOfPc, store));
        }
    }
}

void addFiles(ServedLab &served, const LabImage &image, const LabStore &store)
{
    // The lab may lie behind a link; within it, the services follow none.
    const auto folder = QFileInfo(store.imagesFolder()).canonicalFilePath() + u'/' + image.id;
    for (const auto &file : image.facts.files) {
        ServedFile source{.path = folder + u'/' + file.path, .extents = {}, .size = file.size};
        if (image.linked && !file.own) {
            source.path = image.sourceFile;
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
                                              quint16 httpPort, quint64 generation)
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
        addFiles(*served, image, store);
    }
    for (const auto &item : lab.menu())
        served->menu.append({kindOf(item.kind), item.id, lab.titleOf(item)});
    return served;
}

} // namespace Benchboot
