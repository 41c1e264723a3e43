// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loaderwatch.h"

#include "session/loaders.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Benchboot {

LoaderWatch::LoaderWatch(LabStore store, QObject *parent) : QObject(parent), m_store(std::move(store))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(50ms); // an import writes several files
    connect(&m_timer, &QTimer::timeout, this, [this] {
        Q_EMIT filesChanged();
        look();
    });
    for (const auto &folder : loaderFolders(m_store)) {
        if (QFileInfo::exists(folder))
            m_watcher.addPath(folder);
    }
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_timer, qOverload<>(&QTimer::start));
}

void LoaderWatch::setLab(const Lab &lab)
{
    m_entries.clear();
    for (const auto &image : lab.images())
        m_entries.insert(image.id, image.facts.entries);
    look();
}

void LoaderWatch::look()
{
    const auto found = findLoaders(loaderFolders(m_store));
    QHash<QString, QString> missing;
    for (const auto &[id, entries] : std::as_const(m_entries).asKeyValueRange()) {
        const auto bootable = entriesWithLoaders(entries, found, m_store);
        const auto lost = std::ranges::mismatch(bootable, entries, {}, &BootEntry::method, &BootEntry::method).in1;
        if (lost != bootable.end())
            missing.insert(id, lost->reason);
    }
    if (std::exchange(m_missing, missing) != missing)
        Q_EMIT missingChanged();
}

} // namespace Benchboot
