// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <algorithm>

namespace Benchboot {

/// A table over values that follow something else: setRows() compares what is there with what should be and tells views the narrowest truth,
/// a moved row as one move, so that selection, focus and editors stay. A Row has a unique `id` and operator==.
template <typename Row>
class RowModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }

    template <typename Id>
    [[nodiscard]] QModelIndex indexOf(const Id &id) const ///< invalid if there is none
    {
        const auto found = std::ranges::find(m_rows, id, &Row::id);
        return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()), 0);
    }

protected:
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

    void setRows(const QList<Row> &wanted)
    {
        removeOthers(wanted);
        for (int i = 0; i < int(wanted.size()); ++i) {
            while (i < int(m_rows.size()) && m_rows.at(i).id != wanted.at(i).id && !bringTo(i, wanted)) { }
            if (i == int(m_rows.size()))
                insert(i, wanted.at(i));
        }
        for (int i = 0; i < int(wanted.size()); ++i)
            setRow(i, wanted.at(i));
    }

    void setRow(int position, const Row &row)
    {
        if (m_rows.at(position) == row)
            return;
        m_rows[position] = row;
        Q_EMIT dataChanged(index(position, 0), index(position, columnCount() - 1));
    }

    void insert(int position, const Row &row)
    {
        beginInsertRows({}, position, position);
        m_rows.insert(position, row);
        endInsertRows();
    }

    void removeAt(int position)
    {
        beginRemoveRows({}, position, position);
        m_rows.removeAt(position);
        endRemoveRows();
    }

private:
    static int positionIn(const QList<Row> &rows, const Row &row)
    {
        return int(std::ranges::find(rows, row.id, &Row::id) - rows.begin());
    }

    void removeOthers(const QList<Row> &wanted)
    {
        for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
            if (positionIn(wanted, m_rows.at(i)) == int(wanted.size()))
                removeAt(i);
        }
    }

    /// Makes one step towards the wanted row at \a position. \return whether the wanted row is there now
    bool bringTo(int position, const QList<Row> &wanted)
    {
        const int from = positionIn(m_rows, wanted.at(position));
        if (from == int(m_rows.size())) {
            insert(position, wanted.at(position));
            return true;
        }
        // Where the wanted row comes next, the row before it has moved down: one move tells that.
        if (from == position + 1) {
            const int to = std::min(positionIn(wanted, m_rows.at(position)), int(m_rows.size()) - 1);
            move(position, to);
            return m_rows.at(position).id == wanted.at(position).id;
        }
        move(from, position);
        return true;
    }

    void move(int from, int to)
    {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_rows.move(from, to);
        endMoveRows();
    }

    QList<Row> m_rows;
};

} // namespace Benchboot
