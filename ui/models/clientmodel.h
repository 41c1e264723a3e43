// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clienttracker.h"

#include <QAbstractTableModel>

namespace Benchboot {

/// The PCs on the bench as rows, in order of first appearance. Follows a tracker.
class ClientModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientModel)

public:
    enum Column { Pc, Address, Firmware, Stage, Boots, Progress, Elapsed, ColumnCount };
    enum Role {
        MacRole = Qt::UserRole + 1, ///< QString
        AttentionRole, ///< bool: the PC needs somebody
    };

    /// \param tracker  must outlive the model
    explicit ClientModel(const ClientTracker &tracker, QObject *parent = nullptr);

    [[nodiscard]] const BenchClient &client(int row) const { return m_clients.at(row); }
    [[nodiscard]] int attentionCount() const;
    [[nodiscard]] double bytesPerSecond() const; ///< to all PCs
    void refreshTimes(); ///< elapsed times and silences have moved on: call about once a second

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const BenchClient &client, int column) const;

    const ClientTracker &m_tracker;
    QList<BenchClient> m_clients; ///< the model's own, so that rows and signals agree
};

} // namespace Benchboot
