// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/archivereader.h"
#include "images/imagetree.h"
#include "images/spool.h"

#include <functional>

namespace Benchboot {

constexpr int mostSpools = 4; ///< that one container takes

/// What came out of one container.
struct Unpacked
{
    SharedDescriptor descriptor; ///< of the spool
    QString name; ///< of the one image that was packed, which is the whole spool; empty: a tree
    ImageTree tree; ///< names with their places in the spool
};

/// Unpacks \a archive into the folder of \a space. One image among other files is taken alone, unless those files boot by themselves.
/// \param name      what error sentences call the container.
/// \param content   what the content of a stream is called.
/// \param progress  told how many packed bytes were read, of how many.
/// \return as of ArchiveReader, TreeBuilder and Spool; Unsupported where several images are in it; NotRecognised where nothing is.
[[nodiscard]] Result<Unpacked> unpackArchive(ArchiveReader &archive, SpoolSpace &space, const QString &name,
                                             const QString &content, const TreeLimits &limits,
                                             const std::function<void(qint64, qint64)> &progress);

/// For an archive without files.
[[nodiscard]] Error emptyArchiveError(const QString &name);

} // namespace Benchboot
