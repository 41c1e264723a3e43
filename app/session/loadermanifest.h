// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"

#include <QMap>

namespace Benchboot {

/// What the lab remembers of a loader that was imported into it.
struct ImportedLoader
{
    QString source; ///< name of the file it came from, e.g. "ipxeboot.tar.gz"
    QString version; ///< empty: it did not say
    QString sha256; ///< lower-case hex, at import
    QString imported; ///< ISO 8601, UTC
    bool needsAutoexec = false; ///< signed iPXE: what it is to do comes from autoexec.ipxe

    friend bool operator==(const ImportedLoader &, const ImportedLoader &) = default;
};

/// By name below the loaders folder.
using LoaderManifest = QMap<QString, ImportedLoader>;

/// Reads loaders/manifest.json. What is damaged or of the wrong type is left out: the loaders work without.
[[nodiscard]] LoaderManifest readLoaderManifest(const LabStore &store);
/// Writes it whole or not at all. The caller holds LabStore::lock().
[[nodiscard]] Result<void> writeLoaderManifest(const LabStore &store, const LoaderManifest &manifest);

} // namespace Benchboot
