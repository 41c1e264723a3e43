// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logview.h"

#include "ui/models/activitymodel.h"
#include "ui/widgets/metrics.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {

LogView::LogView(QWidget *parent) : QTableView(parent)
{
    setObjectName(u"activityView"_s);
    setAccessibleName(tr("Log"));
    setSelectionBehavior(SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideRight);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_moving)
            setFollowing(value >= verticalScrollBar()->maximum());
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_following)
            setFollowing(true);
    });
    applyMetrics();
}

void LogView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex & /*parent*/, int first, int last) {
                if (first == 0 && !m_following)
                    keepPlace(last - first + 1);
            });
    horizontalHeader()->setSectionResizeMode(ActivityModel::WhatHappened, QHeaderView::Stretch);
    applyMetrics();
}

void LogView::setFollowing(bool following)
{
    if (following) {
        const QScopedValueRollback moving(m_moving, true);
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    if (m_following == following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

/// The oldest rows go: what the user reads moves up with them.
void LogView::keepPlace(int removed)
{
    const QScopedValueRollback moving(m_moving, true);
    verticalScrollBar()->setValue(qMax(0, verticalScrollBar()->value() - removed));
}

QList<int> LogView::selectedRows() const
{
    QList<int> rows;
    for (const auto &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    QTableView::keyPressEvent(event);
    if (event->key() == Qt::Key_Home && event->modifiers().testFlag(Qt::ControlModifier))
        scrollToTop(); // the first row may be the current one, yet out of sight
    if (event->key() == Qt::Key_End)
        setFollowing(true);
}

void LogView::applyMetrics()
{
    const Metrics metrics(this);
    verticalHeader()->setDefaultSectionSize(metrics.h * 27 / 20);
    verticalHeader()->setMinimumSectionSize(metrics.h);
    horizontalHeader()->setMinimumSectionSize(6 * metrics.ch);
    if (!model())
        return;
    constexpr std::array widths{15, 29, 14, 30, 22, 12, 12};
    for (int column = 0; column < ActivityModel::ColumnCount; ++column)
        setColumnWidth(column, widths[size_t(column)] * metrics.ch);
}

void LogView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

} // namespace Benchboot
