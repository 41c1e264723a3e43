// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cardlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Benchboot {

CardLayout::CardLayout(QWidget *parent) : QLayout(parent) { setContentsMargins({}); }

CardLayout::~CardLayout() { qDeleteAll(m_items); }

void CardLayout::setLeastWidth(int width)
{
    m_leastWidth = qMax(1, width);
    invalidate();
}

void CardLayout::setOrder(const QList<QWidget *> &cards)
{
    std::ranges::stable_sort(m_items, {}, [&](const QLayoutItem *item) { return cards.indexOf(item->widget()); });
    for (qsizetype i = 1; i < m_items.size(); ++i)
        QWidget::setTabOrder(m_items.at(i - 1)->widget(), m_items.at(i)->widget());
    invalidate();
}

void CardLayout::addItem(QLayoutItem *item) { m_items.append(item); }

int CardLayout::count() const { return int(m_items.size()); }

QLayoutItem *CardLayout::itemAt(int index) const { return m_items.value(index); }

QLayoutItem *CardLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize CardLayout::sizeHint() const { return {m_leastWidth, heightForWidth(m_leastWidth)}; }

QSize CardLayout::minimumSize() const
{
    int width = 0;
    for (const auto *item : m_items)
        width = qMax(width, item->minimumSize().width());
    return {qMin(width, m_leastWidth), 0};
}

int CardLayout::heightForWidth(int width) const { return arrange({0, 0, width, 0}, false); }

void CardLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int CardLayout::arrange(const QRect &rect, bool place) const
{
    const int gap = spacing();
    const int fitting = qMax(1, (rect.width() + gap) / (m_leastWidth + gap));
    const int columns = qMin(fitting, qMax(2, int(m_items.size()))); // a single card does not fill a wide window
    const int cardWidth = (rect.width() - (columns - 1) * gap) / columns;
    int top = rect.top();
    for (qsizetype first = 0; first < m_items.size(); first += columns) {
        const auto row = m_items.sliced(first, qMin<qsizetype>(columns, m_items.size() - first));
        int height = 0;
        for (auto *item : row)
            height
                = qMax(height, item->hasHeightForWidth() ? item->heightForWidth(cardWidth) : item->sizeHint().height());
        for (qsizetype column = 0; place && column < row.size(); ++column) {
            const QRect logical(rect.left() + int(column) * (cardWidth + gap), top, cardWidth, height);
            row.at(column)->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, logical));
        }
        top += height + (first + columns < m_items.size() ? gap : 0);
    }
    return top - rect.top();
}

} // namespace Benchboot
