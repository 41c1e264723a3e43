// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <deque>

namespace Benchboot {

/// The live log: one row for each event, where a transfer is one row from its beginning to its end. Keeps the newest rows only. A batch is
/// inserted at once; the oldest rows go some thousands at a time, so that views and proxies are not renumbered with every batch.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityModel)

public:
    enum Column { Time, Client, Service, WhatHappened, Outcome, Size, Duration, ColumnCount };
    static constexpr qsizetype mostRows = 200'000;

    /// \param capacity  rows that are kept at least, once there were as many; up to a twentieth more are there at times
    explicit ActivityModel(qsizetype capacity = mostRows, QObject *parent = nullptr);

    void take(const QList<Event> &events); ///< connect to Session::eventsArrived
    void clear();
    void setClientName(const QString &mac, const QString &name); ///< what the Client column says for it

    [[nodiscard]] const Event &event(int row) const { return m_rows[size_t(row)]; } ///< without its packet
    [[nodiscard]] QString clientName(const Event &event) const;
    [[nodiscard]] QString rowText(int row) const; ///< the cells joined by tabs

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const Event &event, int column) const;
    bool update(const Event &event, std::deque<Event> &added);
    void insert(std::deque<Event> added);
    void tellChanged();
    void dropOldest();
    [[nodiscard]] Event slim(const Event &event);
    [[nodiscard]] QString shared(const QString &text);

    qsizetype m_capacity;
    std::deque<Event> m_rows;
    quint64 m_first = 0; ///< number of the first row, counted from the beginning of all
    QHash<quint64, quint64> m_running; ///< number of the row of each transfer under way, by service and id
    QSet<quint64> m_changed; ///< numbers of rows of the batch being taken
    QHash<QString, QString> m_names; ///< by MAC
    QSet<QString> m_strings; ///< texts that repeat are kept once
};

} // namespace Benchboot
