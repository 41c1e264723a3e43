// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/libraryproxy.h"

#include <algorithm>

namespace Benchboot {

LibraryProxy::LibraryProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(0);
}

void LibraryProxy::setOrder(ImagesModel::Order order)
{
    m_order = order;
    invalidate();
}

void LibraryProxy::setSearch(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool LibraryProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto text = sourceModel()->index(row, 0, parent).data(ImagesModel::SearchRole).toString();
    return std::ranges::all_of(m_words,
                               [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool LibraryProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto greater = [&](int role) { return left.data(role).toLongLong() > right.data(role).toLongLong(); };
    const auto differs = [&](int role) { return left.data(role) != right.data(role); };
    if (m_order == ImagesModel::Order::Newest && differs(ImagesModel::ImportedRole))
        return greater(ImagesModel::ImportedRole);
    if (m_order == ImagesModel::Order::Size && differs(ImagesModel::SizeRole))
        return greater(ImagesModel::SizeRole);
    const auto name = [](const QModelIndex &index) { return index.data(ImagesModel::NameRole).toString().toLower(); };
    return name(left).localeAwareCompare(name(right)) < 0;
}

} // namespace Benchboot
