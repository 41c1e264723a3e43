// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Benchboot::Tests {

/// Writes UDF volumes of the kinds that no program in the test environment makes: files embedded in their entries, in pieces, with descriptors in
/// a chain, links, and a metadata partition. (genisoimage makes bridges with plain files, mkudffs empty volumes.)
class UdfFixture
{
public:
    enum class Kind : quint8 {
        Embedded, ///< in the file entry
        Plain, ///< in one piece
        Pieces, ///< one block here, one there
        Chain, ///< in pieces whose descriptors go on in another block
        Hole, ///< Plain, and marked as not recorded
        Link, ///< symbolic link, embedded; the content is its target's one component
    };

    qsizetype blockSize = 2048;
    bool hasMetadataPartition = false; ///< revision 2.50: file entries and folders lie in a partition of their own
    bool isMetadataInPieces = false; ///< two of them
    Kind folders = Kind::Embedded;
    QString label = QStringLiteral("UDF_LABEL");

    void add(const QString &path, const QByteArray &content, Kind kind = Kind::Plain)
    {
        m_items.append({path, content, kind});
    }
    [[nodiscard]] QByteArray make();

private:
    struct Item
    {
        QString path;
        QByteArray content;
        Kind kind;
    };
    struct Place
    {
        quint32 block = 0;
        quint16 partition = 0;
    };

    [[nodiscard]] Place writeFolder(const QString &prefix, const Place &parent);
    [[nodiscard]] Place writeFile(quint8 type, const QByteArray &content, Kind kind, Place place);
    [[nodiscard]] QByteArray descriptorsOf(const QByteArray &content, Kind kind, quint16 partition);
    [[nodiscard]] Place nextEntryBlock();
    [[nodiscard]] quint32 firstPiece() const;
    [[nodiscard]] qsizetype positionOf(const Place &place) const;
    void writeMetadataFile();
    void writeVolume(const Place &files, const Place &root);
    void put(qsizetype position, const QByteArray &bytes);

    QList<Item> m_items;
    QByteArray m_image;
    quint32 m_nextBlock = 0; ///< of the physical partition
    quint32 m_nextEntry = 0; ///< of the metadata partition
};

} // namespace Benchboot::Tests
