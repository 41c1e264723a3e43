// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"
#include "core/error.h"

#include <QByteArray>

#include <chrono>

namespace Benchboot {

/// Ceilings for reading an image's folders. They are far above what real systems hold.
struct IsoLimits
{
    int entries = 200'000;
    int depth = 64; ///< folders inside folders
    qint64 blocks = 2'000'000; ///< 2,048-byte blocks of descriptors and folders that are read
    std::chrono::milliseconds time{20'000};
};

/// One name in an ISO.
struct IsoEntry
{
    enum class Type : quint8 { Folder, File, SymLink };

    QString path; ///< relative, '/' between components; every component is safe as a file name
    Type type = Type::File;
    QList<Extent> extents; ///< File: where its bytes lie
    QString target; ///< SymLink: as recorded, not safe
    qint64 modified = 0; ///< seconds since 1970
};

struct IsoContents
{
    QString label;
    QList<IsoEntry> entries; ///< a folder stands before what it holds
    QByteArray bootCatalog; ///< El Torito; empty: none
};

/// Whether a primary volume descriptor stands where ISO 9660 wants it (ECMA-119 §8.4).
[[nodiscard]] bool isIso(int descriptor);

/// Reads the names of the ISO in \a descriptor with libisofs.
/// \param name  what error sentences call the image.
/// \return Truncated, Malformed (damaged, or a name that is unsafe or twice there), or LimitExceeded.
[[nodiscard]] Result<IsoContents> readIso(int descriptor, const QString &name, const IsoLimits &limits = {});

} // namespace Benchboot
