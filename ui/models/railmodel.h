// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/semantic.h"

#include <QAbstractListModel>
#include <QIcon>

namespace Benchboot {

/// The five places of the window, with what stands at the right of each: a glyph and a count.
class RailModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RailModel)

public:
    enum Role {
        CountRole = Qt::UserRole + 1, ///< int; 0: nothing is shown
        StateRole, ///< Semantic::Role as int, the glyph beside the count
    };

    explicit RailModel(QObject *parent = nullptr);

    void addPlace(const QString &title, const QIcon &icon);
    /// \param spoken  the count as people say it: "4 PCs, 1 needs attention"
    void setCount(int row, int count, Semantic::Role state, const QString &spoken);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Place
    {
        QString title;
        QIcon icon;
        int count = 0;
        Semantic::Role state = Semantic::Role::Idle;
        QString spoken;
    };
    QList<Place> m_places;
};

} // namespace Benchboot
