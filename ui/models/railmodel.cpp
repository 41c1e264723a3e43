// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/railmodel.h"

using namespace Qt::StringLiterals;

namespace Benchboot {

RailModel::RailModel(QObject *parent) : QAbstractListModel(parent) { }

void RailModel::addPlace(const QString &title, const QIcon &icon)
{
    const auto row = int(m_places.size());
    beginInsertRows({}, row, row);
    m_places.append({.title = title, .icon = icon});
    endInsertRows();
}

void RailModel::setCount(int row, int count, Semantic::Role state, const QString &spoken)
{
    auto &place = m_places[row];
    if (place.count == count && place.state == state && place.spoken == spoken)
        return;
    place.count = count;
    place.state = state;
    place.spoken = spoken;
    Q_EMIT dataChanged(index(row), index(row), {CountRole, StateRole, Qt::AccessibleTextRole, Qt::ToolTipRole});
}

int RailModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_places.size()); }

QVariant RailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &place = m_places.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return place.title;
    case Qt::DecorationRole:
        return place.icon;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return place.spoken.isEmpty() ? place.title : u"%1, %2"_s.arg(place.title, place.spoken);
    case CountRole:
        return place.count;
    case StateRole:
        return int(place.state);
    default:
        return {};
    }
}

} // namespace Benchboot
