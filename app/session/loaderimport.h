// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"

#include <QByteArray>
#include <QList>

namespace Benchboot {

/// A loader out of an archive or a file, and the name that the lab gives it.
struct NewLoader
{
    QString name; ///< below the loaders folder: "ipxe-ia32.efi", "x64-sb/snponly.efi"
    QByteArray bytes;
};

/// The loaders of iPXE's release archive (ipxeboot.tar.gz, or the same uncompressed): for BIOS, UEFI x86, x64 and ARM64, plain and signed.
/// Everything else in it is left out. Each member must be what its place says.
/// \param tar  the uncompressed archive
/// \return Malformed for what is no such archive or holds names that climb out of it, NotRecognised where nothing in it is known, Mismatch
/// for a member of another kind.
[[nodiscard]] Result<QList<NewLoader>> loadersInRelease(const QByteArray &tar);

/// Takes \a file into the lab: a loader (.efi, .kpxe, .kkpxe, .pxe, .0, memdisk, wimboot) or iPXE's release archive. All of it, or nothing. What
/// the lab had under these names is replaced. Blocks while it reads, hashes and writes: not for the GUI thread.
/// \return the names of the loaders; InvalidArgument for a file of another kind, LimitExceeded above 64 MiB (unpacked 128 MiB), Busy where
/// another process keeps the lab locked, and what loadersInRelease() answers.
[[nodiscard]] Result<QStringList> importLoaders(const LabStore &store, const QString &file);

/// The name that \a file gets in the lab: its own with other characters than letters, digits, dots, hyphens and underscores as hyphens.
[[nodiscard]] QString loaderNameFor(const QString &file);

} // namespace Benchboot
