// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loadermanifest.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 largestManifest = 1 << 20; // bytes; a hundred loaders take 30 KiB

QString manifestFile(const LabStore &store) { return store.loadersFolder() + u"/manifest.json"_s; }

} // namespace

LoaderManifest readLoaderManifest(const LabStore &store)
{
    LoaderManifest manifest;
    QFile file(manifestFile(store));
    if (!file.open(QIODevice::ReadOnly))
        return manifest;
    const auto loaders = QJsonDocument::fromJson(file.read(largestManifest)).object().value(u"loaders"_s).toObject();
    for (auto it = loaders.constBegin(); it != loaders.constEnd(); ++it) {
        const auto entry = it.value().toObject();
        manifest.insert(it.key(),
                        {.source = entry.value(u"source"_s).toString(),
                         .version = entry.value(u"version"_s).toString(),
                         .sha256 = entry.value(u"sha256"_s).toString(),
                         .imported = entry.value(u"imported"_s).toString(),
                         .needsAutoexec = entry.value(u"needsAutoexec"_s).toBool()});
    }
    return manifest;
}

Result<void> writeLoaderManifest(const LabStore &store, const LoaderManifest &manifest)
{
    QJsonObject loaders;
    for (const auto &[name, loader] : manifest.asKeyValueRange()) {
        loaders.insert(name,
                       QJsonObject{{u"source"_s, loader.source},
                                   {u"version"_s, loader.version},
                                   {u"sha256"_s, loader.sha256},
                                   {u"imported"_s, loader.imported},
                                   {u"needsAutoexec"_s, loader.needsAutoexec}});
    }
    QSaveFile file(manifestFile(store));
    const auto bytes = QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"loaders"_s, loaders}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(writeError(file));
    return {};
}

} // namespace Benchboot
