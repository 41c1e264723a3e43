// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/menudelegate.h"

#include "ui/models/menumodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/rowpainter.h"

#include <QApplication>

namespace Benchboot {

QSize MenuDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics metrics(option.fontMetrics);
    auto size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), metrics.h * 29 / 20));
    return size;
}

void MenuDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    if (index.column() != MenuModel::Entry || !index.data(MenuModel::DefaultRole).toBool())
        return QStyledItemDelegate::paint(painter, given, index);
    auto option = given;
    initStyleOption(&option, index);
    const auto *style = option.widget ? option.widget->style() : QApplication::style();
    const Metrics metrics(option.fontMetrics);
    const auto small = Fonts::small(option.font);
    const QFontMetrics smallMetrics(small);
    const auto badge = tr("Default");
    const int width = smallMetrics.horizontalAdvance(badge) + 2 * metrics.u;
    const auto room = style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget);
    option.text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room.width() - width - 4 * metrics.u);
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const int left = room.left() + option.fontMetrics.horizontalAdvance(option.text) + 3 * metrics.u;
    QRect frame(left, room.center().y() - smallMetrics.height() / 2 - 1, width, smallMetrics.height() + 2);
    frame = QStyle::visualRect(option.direction, room, frame);
    painter->save();
    RowPainter row(*painter, option);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(row.isSelected() ? row.secondary() : row.semantic().frameLine());
    painter->drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), metrics.u * 0.75, metrics.u * 0.75);
    row.text(frame, badge, small, row.secondary(), Qt::AlignCenter);
    painter->restore();
}

} // namespace Benchboot
