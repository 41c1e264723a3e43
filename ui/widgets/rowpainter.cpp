// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowpainter.h"

#include <QApplication>

namespace Benchboot {

RowPainter::RowPainter(QPainter &painter, const QStyleOptionViewItem &option)
    : m_painter(painter), m_option(option), m_metrics(option.fontMetrics), m_semantic(option.palette)
{
}

void RowPainter::background()
{
    const auto *style = m_option.widget ? m_option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &m_option, &m_painter, m_option.widget);
}

void RowPainter::text(const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
                      Qt::Alignment alignment, Qt::TextElideMode elide)
{
    m_painter.setFont(font);
    m_painter.setPen(colour);
    const auto elided = QFontMetrics(font).elidedText(text, elide, rect.width());
    m_painter.drawText(rect, int(QStyle::visualAlignment(m_option.direction, alignment)) | Qt::TextSingleLine, elided);
}

void RowPainter::icon(const QRect &rect, const QIcon &icon)
{
    icon.paint(&m_painter, rect, Qt::AlignCenter, isSelected() ? QIcon::Selected : QIcon::Normal);
}

int RowPainter::iconSize() const
{
    const auto *style = m_option.widget ? m_option.widget->style() : QApplication::style();
    return style->pixelMetric(QStyle::PM_ToolBarIconSize, nullptr, m_option.widget);
}

QColor RowPainter::primary() const
{
    const auto group = m_option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    return m_option.palette.color(group, isSelected() ? QPalette::HighlightedText : QPalette::Text);
}

QColor RowPainter::secondary() const { return isSelected() ? primary() : m_semantic.secondaryText(); }

QColor RowPainter::state(Semantic::Role role) const { return isSelected() ? primary() : m_semantic.colour(role); }

QRect takeEnd(QRect &row, int width, int gap)
{
    QRect end = row;
    end.setLeft(row.right() - width + 1);
    row.setRight(end.left() - 1 - gap);
    return end;
}

} // namespace Benchboot
