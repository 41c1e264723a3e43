// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagesource.h"
#include "images/udfstructures.h"

#include <QHash>

namespace Benchboot::Udf {

/// A file entry, and where it and its file lie in the image.
struct Node
{
    FileEntry entry;
    qint64 position = 0; ///< of the entry in the image: tells nodes apart
    QList<Extent> extents; ///< as long as the file
};

/// The volume of an image: which bytes its partitions' blocks are. Physical partitions and a metadata partition (UDF 2.50) are read; virtual
/// and sparable ones, which only recordable discs have, are Unsupported.
class Volume
{
public:
    /// Finds the volume by its anchor (ECMA-167 3/8.4.2), for sectors of 512 to 4,096 bytes.
    /// \return Malformed, Truncated, Unsupported, LimitExceeded or Io.
    [[nodiscard]] static Result<Volume> open(ImageSource &source);

    [[nodiscard]] const QString &label() const { return m_label; }
    [[nodiscard]] const Place &root() const { return m_root; } ///< of the root folder's file entry

    /// Reads the file entry at \a place, and where its file lies.
    /// \param path  for error sentences.
    [[nodiscard]] Result<Node> node(const Place &place, const QString &path);

private:
    explicit Volume(ImageSource &source) : m_source(&source) { }
    [[nodiscard]] Result<Extent> findAnchor();
    [[nodiscard]] Result<void> readSequence(const Extent &sequence);
    [[nodiscard]] Result<void> take(const QByteArray &block);
    [[nodiscard]] Result<void> mapPartitions();
    [[nodiscard]] Result<void> mapPartition(QByteArrayView map);
    [[nodiscard]] Result<void> mapMetadata(QByteArrayView map);
    [[nodiscard]] Result<void> findRoot();
    [[nodiscard]] Result<QList<Extent>> locate(const Place &place, const QString &path) const;
    [[nodiscard]] Result<void> gather(QList<Place> places, const FileEntry &entry, const QString &path,
                                      QList<Extent> &extents);
    [[nodiscard]] Result<QList<Place>> moreDescriptors(const Place &place, const FileEntry &entry, const QString &path);

    ImageSource *m_source;
    qint64 m_blockSize = 0;
    QString m_label;
    QByteArray m_logicalVolume; ///< its descriptor, the newest one
    QHash<quint16, Extent> m_physical; ///< by partition number
    QList<QList<Extent>> m_partitions; ///< by index of the partition map
    Place m_root;
};

} // namespace Benchboot::Udf
