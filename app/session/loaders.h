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

/// Every loader that can be served: name below the TFTP root → file. Loaders belong to their projects and are never copied. Names are those that
/// their askers use ("grubx64.efi" for what the package calls grubnetx64.efi.signed), and each shim of iPXE has one for each of its second stages.
[[nodiscard]] QHash<QString, ServedFile> findLoaders(const QStringList &folders);

/// Debian's package with the loader \a name; empty if there is none.
[[nodiscard]] QString packageOfLoader(const QString &name);

/// The sentence for a loader that is not there, with the way to get it.
[[nodiscard]] QString missingLoaderSentence(const QString &name, const QString &kindOfPc, const LabStore &store);

/// What of the loader \a name is not there: itself, or what it loads next. Empty: all is there.
[[nodiscard]] QString missingPartOf(const QString &name, const QHash<QString, ServedFile> &found);

/// \a entries, those whose loader (memdisk, wimboot) is not in \a loaders turned into BootMethod::None with the sentence how to get it.
[[nodiscard]] QList<BootEntry> entriesWithLoaders(QList<BootEntry> entries, const QHash<QString, ServedFile> &loaders,
                                                  const LabStore &store);

} // namespace Benchboot
