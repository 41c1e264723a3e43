// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"
#include "protocol/servedlab.h"

#include <QHash>
#include <QStringList>

namespace Benchboot {

/// Where boot loaders are found: the lab's own folder first (what the technician put there wins), then the distribution's packages.
[[nodiscard]] QStringList loaderFolders(const LabStore &store);

/// Every loader that can be served: file name → file. Loaders belong to their projects and are never copied.
[[nodiscard]] QHash<QString, ServedFile> findLoaders(const QStringList &folders);

/// The sentence for a loader that is not there, with the way to get it.
[[nodiscard]] QString missingLoaderSentence(const QString &fileName, const QString &kindOfPc, const LabStore &store);

/// \a entries, those whose loader (memdisk, wimboot) is not in \a loaders turned into BootMethod::None with the sentence how to get it.
[[nodiscard]] QList<BootEntry> entriesWithLoaders(QList<BootEntry> entries, const QHash<QString, ServedFile> &loaders,
                                                  const LabStore &store);

} // namespace Benchboot
