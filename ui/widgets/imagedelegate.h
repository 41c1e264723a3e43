// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Benchboot {

class RowPainter;

/// A row of the library: icon, name over file (or what is wrong), firmware badges, size, Extracted or Linked. Reads ImagesModel's roles.
class ImageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    ~ImageDelegate() override = default;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintBadges(RowPainter &row, QPainter &painter, QRect rect, const QFont &font,
                            const QStringList &badges);
    static void paintNote(RowPainter &row, QRect rect, const QFont &font, const QModelIndex &index);
};

} // namespace Benchboot
