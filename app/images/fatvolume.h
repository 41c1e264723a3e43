// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagesource.h"

#include <optional>
#include <vector>

namespace Benchboot::Fat {

/// Where the parts of a FAT12, FAT16 or FAT32 volume lie in the image ("Microsoft FAT Specification", August 2005, §3). Offsets and sizes in bytes.
struct Geometry
{
    int bits = 12; ///< of a table entry
    Extent table; ///< the copy that is in use
    Extent root; ///< of FAT12 and FAT16; FAT32 has it in clusters
    quint32 rootCluster = 0; ///< FAT32
    qint64 data = 0; ///< where cluster 2 is
    qint64 clusterSize = 0;
    quint32 clusters = 0;
    QString label; ///< of the boot sector; a root folder's goes before

    friend bool operator==(const Geometry &, const Geometry &) = default;
};

/// Reads a boot sector of 512 bytes at least, which lies at \a offset in the image.
/// \return nothing where it is none of FAT.
[[nodiscard]] std::optional<Geometry> parseBootSector(QByteArrayView sector, qint64 offset);

/// The cluster chains of a volume. No two of them may share a cluster, so what is followed in total is bounded by the volume's size, and a chain
/// that runs in circles is found out.
class Chains
{
public:
    Chains(ImageSource &source, const Geometry &geometry);

    /// The extents of a file of \a size bytes that begins at \a cluster; of a folder where \a size is not given: up to the end of its chain.
    /// \param path  for error sentences.
    /// \return Malformed (circles, shared clusters, too short, out of range), Truncated, LimitExceeded, Io.
    [[nodiscard]] Result<QList<Extent>> follow(quint32 cluster, std::optional<qint64> size, const QString &path);

private:
    [[nodiscard]] Result<quint32> next(quint32 cluster);
    [[nodiscard]] bool isUsable(quint32 cluster) const { return cluster >= 2 && cluster - 2 < m_geometry.clusters; }
    [[nodiscard]] bool isEnd(quint32 value) const;

    ImageSource &m_source;
    Geometry m_geometry;
    std::vector<bool> m_used; ///< by cluster − 2
    QByteArray m_window; ///< of the table
    qint64 m_windowOffset = -1;
    quint64 m_steps = 0;
};

} // namespace Benchboot::Fat
