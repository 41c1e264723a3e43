// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace Benchboot {

/// Notices when boot loaders come and go (by import, by hand, with packages), and which images of the lab want one that is not there. One thread
/// with an event loop.
class LoaderWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoaderWatch)

public:
    explicit LoaderWatch(LabStore store, QObject *parent = nullptr);
    ~LoaderWatch() override = default;

    void setLab(const Lab &lab); ///< missing() is right afterwards
    /// Image id → the sentence that names the loader and how to get it.
    [[nodiscard]] const QHash<QString, QString> &missing() const { return m_missing; }

Q_SIGNALS:
    void filesChanged(); ///< something in the folders that loaders are found in
    void missingChanged();

private:
    void look();

    LabStore m_store;
    QHash<QString, QList<BootEntry>> m_entries; ///< of each image
    QHash<QString, QString> m_missing;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
};

} // namespace Benchboot
