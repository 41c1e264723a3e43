// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/imagesmodel.h"

#include <QSortFilterProxyModel>

namespace Benchboot {

/// The library sorted and searched.
class LibraryProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryProxy)

public:
    explicit LibraryProxy(QObject *parent = nullptr);
    ~LibraryProxy() override = default;

    void setOrder(ImagesModel::Order order);
    /// Keeps images whose name, version or file name holds every word of \a text, in any case.
    void setSearch(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ImagesModel::Order m_order = ImagesModel::Order::Name;
    QStringList m_words;
};

} // namespace Benchboot
