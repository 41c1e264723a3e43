// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"
#include "ui/models/rowmodel.h"

#include <QHash>

#include <optional>

namespace Benchboot {

/// What is known of an image's files since the program started.
struct ImageCheck
{
    enum class State { None, Running, Whole, Failed };
    State state = State::None;
    int percent = 0; ///< while it runs
    bool background = false; ///< nobody asked for it: a linked image is read for the first time
    QString text; ///< a sentence for people: when it was whole, or what is wrong

    friend bool operator==(const ImageCheck &, const ImageCheck &) = default;
};

struct ImageRow
{
    QString id;
    QString name; ///< with version
    QString file; ///< name of the image file it was made of
    Firmwares firmware;
    qint64 size = 0; ///< bytes
    bool linked = false;
    bool inMenu = false;
    std::optional<Error::Code> sourceTrouble; ///< linked, and the image file is missing (NotFound) or has changed
    bool loaderMissing = false; ///< that an entry of it needs
    qint64 importedMs = 0; ///< since 1970 UTC
    ImageCheck check;

    friend bool operator==(const ImageRow &, const ImageRow &) = default;
};

/// The library: one row for each image of the lab it is given. One column; delegates read the roles.
class ImagesModel final : public RowModel<ImageRow>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImagesModel)

public:
    enum Role {
        IdRole = Qt::UserRole,
        NameRole,
        NoteRole, ///< second line: the file's name, or what is wrong, or how far the check is
        NoteStateRole, ///< ImageCheck::State that the note is of
        FirmwareRole, ///< QStringList of badges
        SizeRole, ///< qint64
        SizeTextRole,
        HoldingRole, ///< "Extracted" or "Linked"
        ImportedRole, ///< qint64
        SearchRole, ///< all that the search looks at
    };
    enum class Order { Name, Newest, Size };

    explicit ImagesModel(QObject *parent = nullptr) : RowModel(parent) { }
    ~ImagesModel() override = default;

    void setLab(const Lab &lab);
    void setSourceTroubles(const QHash<QString, Error> &troubles); ///< of image files, by image id
    void setMissingLoaders(const QHash<QString, QString> &missing); ///< what to do about it, by image id
    void setCheck(const QString &imageId, const ImageCheck &check);
    [[nodiscard]] ImageCheck check(const QString &imageId) const { return m_checks.value(imageId); }
    [[nodiscard]] std::optional<Error> sourceTrouble(const QString &imageId) const;
    [[nodiscard]] QString missingLoader(const QString &imageId) const { return m_missingLoaders.value(imageId); }
    [[nodiscard]] qint64 totalSize() const; ///< bytes

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] static QString extractedText();
    [[nodiscard]] static QString linkedText();

private:
    void refresh();
    [[nodiscard]] static QString noteOf(const ImageRow &row);
    [[nodiscard]] static QString spokenText(const ImageRow &row);

    Lab m_lab;
    QHash<QString, Error> m_troubles;
    QHash<QString, QString> m_missingLoaders;
    QHash<QString, ImageCheck> m_checks;
};

} // namespace Benchboot
