// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientmodel.h"

#include "ui/clienttext.h"
#include "ui/widgets/icons.h"

#include <QDateTime>

#include <algorithm>
#include <numeric>

namespace Benchboot {

ClientModel::ClientModel(const ClientTracker &tracker, QObject *parent)
    : QAbstractTableModel(parent), m_tracker(tracker), m_clients(tracker.clients())
{
    connect(&tracker, &ClientTracker::clientAdded, this, [this](qsizetype row) {
        beginInsertRows({}, int(row), int(row));
        m_clients.insert(row, m_tracker.clients().at(row));
        endInsertRows();
    });
    connect(&tracker, &ClientTracker::clientChanged, this, [this](qsizetype row) {
        m_clients[row] = m_tracker.clients().at(row);
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    });
    connect(&tracker, &ClientTracker::clientRemoved, this, [this](qsizetype row) {
        beginRemoveRows({}, int(row), int(row));
        m_clients.removeAt(row);
        endRemoveRows();
    });
}

int ClientModel::attentionCount() const { return int(std::ranges::count_if(m_clients, ClientText::needsAttention)); }

double ClientModel::bytesPerSecond() const
{
    return std::accumulate(m_clients.cbegin(), m_clients.cend(), 0.0,
                           [](double sum, const BenchClient &client) { return sum + client.bytesPerSecond; });
}

void ClientModel::refreshTimes()
{
    if (!m_clients.isEmpty())
        Q_EMIT dataChanged(index(0, Progress), index(int(m_clients.size()) - 1, Elapsed), {Qt::DisplayRole});
}

int ClientModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_clients.size()); }

int ClientModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant ClientModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &client = m_clients.at(index.row());
    const auto nowMs = QDateTime::currentMSecsSinceEpoch();
    switch (role) {
    case Qt::DisplayRole:
        return text(client, index.column());
    case Qt::DecorationRole:
        return index.column() == Pc ? QVariant(Icons::state(ClientText::role(client, nowMs))) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Elapsed ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return client.trouble.isEmpty() ? client.mac : client.trouble;
    case Qt::AccessibleTextRole:
        return index.column() == Pc ? ClientText::spoken(client, nowMs) : text(client, index.column());
    case MacRole:
        return client.mac;
    case AttentionRole:
        return ClientText::needsAttention(client);
    default:
        return {};
    }
}

QString ClientModel::text(const BenchClient &client, int column) const
{
    const auto nowMs = QDateTime::currentMSecsSinceEpoch();
    switch (column) {
    case Pc:
        return client.name.isEmpty() ? client.mac : client.name;
    case Address:
        return client.address;
    case Firmware:
        return client.firmware;
    case Stage:
        return ClientText::stage(client.stage);
    case Boots:
        return ClientText::verdict(client);
    case Progress:
        return client.trouble.isEmpty() ? ClientText::progress(client, nowMs) : client.trouble;
    case Elapsed:
        return ClientText::elapsed(client, nowMs);
    default:
        return {};
    }
}

QVariant ClientModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Pc:
        return tr("PC");
    case Address:
        return tr("Address");
    case Firmware:
        return tr("Firmware");
    case Stage:
        return tr("Stage");
    case Boots:
        return tr("Boots");
    case Progress:
        return tr("Progress");
    case Elapsed:
        return tr("Elapsed");
    default:
        return {};
    }
}

} // namespace Benchboot
