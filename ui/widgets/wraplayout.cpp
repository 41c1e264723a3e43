// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wraplayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Benchboot {

namespace {

bool expands(const QLayoutItem *item) { return item->expandingDirections().testFlag(Qt::Horizontal); }

} // namespace

WrapLayout::WrapLayout(QWidget *parent) : QLayout(parent) { setContentsMargins({}); }

WrapLayout::~WrapLayout() { qDeleteAll(m_items); }

void WrapLayout::addItem(QLayoutItem *item) { m_items.append(item); }

int WrapLayout::count() const { return int(m_items.size()); }

QLayoutItem *WrapLayout::itemAt(int index) const { return m_items.value(index); }

QLayoutItem *WrapLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize WrapLayout::sizeHint() const { return {widthOf(m_items), heightOf(m_items)}; }

QSize WrapLayout::minimumSize() const
{
    int width = 0;
    for (const auto *item : m_items)
        width = qMax(width, item->minimumSize().width());
    return {width, heightOf(m_items)};
}

QList<WrapLayout::Row> WrapLayout::rows(int width) const
{
    QList<Row> rows(1);
    for (auto *item : m_items) {
        if (item->isEmpty())
            continue;
        if (auto &row = rows.last(); !row.isEmpty() && widthOf(row) + spacing() + item->sizeHint().width() > width)
            rows.append(Row{item});
        else
            row.append(item);
    }
    return rows;
}

int WrapLayout::widthOf(const Row &row) const
{
    int width = int(qMax<qsizetype>(0, row.size() - 1)) * spacing();
    for (const auto *item : row)
        width += item->sizeHint().width();
    return width;
}

int WrapLayout::heightOf(const Row &row)
{
    int height = 0;
    for (const auto *item : row)
        height = qMax(height, item->sizeHint().height());
    return height;
}

int WrapLayout::heightForWidth(int width) const
{
    int height = -spacing();
    for (const auto &row : rows(width))
        height += heightOf(row) + spacing();
    return qMax(0, height);
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    int top = rect.top();
    for (const auto &row : rows(rect.width())) {
        place(row, {rect.left(), top, rect.width(), heightOf(row)});
        top += heightOf(row) + spacing();
    }
}

void WrapLayout::place(const Row &row, const QRect &rect) const
{
    const auto expanding = int(std::ranges::count_if(row, expands));
    const int extra = expanding > 0 ? qMax(0, rect.width() - widthOf(row)) / expanding : 0;
    int left = rect.left();
    for (auto *item : row) {
        const auto hint = item->sizeHint();
        const int width = qMin(hint.width() + (expands(item) ? extra : 0), rect.width());
        const QRect logical(left, rect.top() + (rect.height() - hint.height()) / 2, width, hint.height());
        item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, logical));
        left += width + spacing();
    }
}

} // namespace Benchboot
