// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/settings.h"
#include "session/loaderfacts.h"
#include "session/loadermanifest.h"

#include <QMap>

namespace Benchboot {

/// A loader with all that is known of it.
struct LoaderInfo
{
    enum class Origin { Own, Imported, Package };
    QString name; ///< below the TFTP root, and in the settings
    QString path; ///< absolute
    Origin origin = Origin::Own;
    QString source; ///< Imported: the file it came from; Package: the package's name
    QString version; ///< what it says itself, else what its release or package says; empty: unknown
    LoaderFacts facts;
    bool needsAutoexec = false;
    QStringList usedFor; ///< keys of the settings that choose it: "loader.bios"
    QStringList warnings; ///< English sentences
};

/// All loaders that can be chosen or are loaded by one that can, by name. Hashes what it has not seen before: not for the GUI thread.
/// \param chosen  setting key → loader name: what the lab has, or what the user is about to choose
[[nodiscard]] QList<LoaderInfo> listLoaders(const LabStore &store, const QStringList &folders,
                                            const QMap<QString, QString> &chosen);

/// What the settings of \a lab choose, for listLoaders().
[[nodiscard]] QMap<QString, QString> chosenLoaders(const Lab &lab);

/// The slot that \a word names: "bios", "efi-x64", … or an architecture number; null if there is none.
[[nodiscard]] const LoaderSlot *loaderSlotCalled(const QString &word);

/// The best signed chain for \a slot of which everything is there.
/// \return the name of its shim; NotFound or Unsupported with the way to get one.
[[nodiscard]] Result<QString> signedLoaderFor(const LoaderSlot &slot, const LabStore &store, const QStringList &folders);

} // namespace Benchboot
