// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitymodel.h"

#include "ui/models/activitytext.h"
#include "ui/models/displaytext.h"
#include "ui/widgets/icons.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

constexpr qsizetype mostStrings = 50'000;

quint64 keyOf(const Event &event) { return event.id << 3 | quint64(event.service); }

} // namespace

ActivityModel::ActivityModel(qsizetype capacity, QObject *parent)
    : QAbstractTableModel(parent), m_capacity(capacity) { }

void ActivityModel::take(const QList<Event> &events)
{
    std::deque<Event> added;
    for (const auto &event : events) {
        if (event.id != 0 && update(event, added))
            continue;
        if (event.id != 0 && event.outcome == Event::Outcome::Started)
            m_running.insert(keyOf(event), m_first + m_rows.size() + added.size());
        added.push_back(slim(event));
    }
    tellChanged();
    insert(std::move(added));
    dropOldest();
}

/// \return whether \a event goes on with a row that is there, or among those just \a added
bool ActivityModel::update(const Event &event, std::deque<Event> &added)
{
    const auto running = m_running.constFind(keyOf(event));
    if (running == m_running.cend())
        return false;
    const auto number = *running;
    if (event.outcome != Event::Outcome::Started)
        m_running.erase(running);
    const auto row = size_t(number - m_first);
    auto &old = row < m_rows.size() ? m_rows[row] : added[row - m_rows.size()];
    const auto began = old.timeMs;
    old = slim(event);
    old.timeMs = began;
    if (row < m_rows.size())
        m_changed.insert(number);
    return true;
}

void ActivityModel::tellChanged()
{
    QList<int> rows;
    for (const auto number : std::exchange(m_changed, {}))
        rows.append(int(number - m_first));
    std::ranges::sort(rows);
    for (qsizetype i = 0; i < rows.size();) {
        const auto first = rows.at(i);
        auto last = first;
        while (++i < rows.size() && rows.at(i) == last + 1)
            ++last;
        Q_EMIT dataChanged(index(first, WhatHappened), index(last, Duration));
    }
}

void ActivityModel::insert(std::deque<Event> added)
{
    if (added.empty())
        return;
    const auto first = int(m_rows.size());
    beginInsertRows({}, first, first + int(added.size()) - 1);
    std::ranges::move(added, std::back_inserter(m_rows));
    endInsertRows();
}

void ActivityModel::dropOldest()
{
    const auto tooMany = qsizetype(m_rows.size()) - m_capacity;
    if (tooMany <= m_capacity / 20)
        return;
    beginRemoveRows({}, 0, int(tooMany) - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + tooMany);
    m_first += quint64(tooMany);
    endRemoveRows();
    m_running.removeIf([this](const auto &running) { return running.value() < m_first; });
    if (m_strings.size() > mostStrings)
        m_strings.clear();
}

void ActivityModel::clear()
{
    if (m_rows.empty())
        return;
    beginResetModel();
    m_first += m_rows.size();
    m_rows.clear();
    m_running.clear();
    m_strings.clear();
    endResetModel();
}

void ActivityModel::setClientName(const QString &mac, const QString &name)
{
    if (m_names.value(mac) == name)
        return;
    m_names.insert(mac, name);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Client), index(int(m_rows.size()) - 1, Client), {Qt::DisplayRole});
}

QString ActivityModel::clientName(const Event &event) const
{
    if (const auto name = m_names.value(event.mac); !name.isEmpty())
        return name;
    return event.mac.isEmpty() ? event.address : event.mac;
}

Event ActivityModel::slim(const Event &event)
{
    auto row = event;
    row.packet.clear();
    for (auto *text : {&row.kind, &row.address, &row.mac, &row.target, &row.detail})
        *text = shared(*text);
    return row;
}

QString ActivityModel::shared(const QString &text)
{
    if (text.isEmpty())
        return {};
    const auto known = m_strings.constFind(text);
    return known != m_strings.cend() ? *known : *m_strings.insert(text);
}

int ActivityModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int ActivityModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString ActivityModel::text(const Event &event, int column) const
{
    switch (column) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(event.timeMs).time().toString(u"HH:mm:ss.zzz"_s);
    case Client:
        return clientName(event);
    case Service:
        return ActivityText::service(event.service);
    case WhatHappened:
        return ActivityText::whatHappened(event);
    case Outcome:
        return ActivityText::outcome(event);
    case Size:
        return event.bytes < 0 ? QString() : DisplayText::size(event.bytes);
    case Duration:
        return ActivityText::duration(event.durationMs);
    default:
        return {};
    }
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &row = event(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Outcome ? ActivityText::mark(row.outcome) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Size || index.column() == Duration ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                    : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Client)
            return u"%1 %2"_s.arg(row.mac, row.address).trimmed();
        return index.column() == WhatHappened ? row.detail : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Time ? rowText(index.row()).replace(u'\t', ", "_L1) : text(row, index.column());
    default:
        return {};
    }
}

QString ActivityModel::rowText(int row) const
{
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells.append(text(event(row), column));
    return cells.join(u'\t');
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Size || section == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Client:
        return tr("Client");
    case Service:
        return tr("Service");
    case WhatHappened:
        return tr("What Happened");
    case Outcome:
        return tr("Outcome");
    case Size:
        return tr("Size");
    case Duration:
        return tr("Duration");
    default:
        return {};
    }
}

} // namespace Benchboot
