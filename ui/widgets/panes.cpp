// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panes.h"

#include "ui/widgets/metrics.h"

#include <QApplication>
#include <QEvent>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

Panes::Panes(Qt::Orientation orientation, int least, QWidget *parent)
    : QWidget(parent), m_orientation(orientation), m_least(least), m_splitter(new QSplitter(orientation, this)),
      m_tabs(new QTabWidget(this))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Metrics(this).u * 3);
    m_tabs->setDocumentMode(true);
    m_tabs->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    layout->addWidget(m_tabs);
}

void Panes::addPane(QWidget *pane, const QString &title, int share)
{
    m_panes.append({pane, title, share});
    m_splitter->addWidget(pane);
    m_splitter->setStretchFactor(int(m_panes.size()) - 1, share);
}

void Panes::setPaneVisible(QWidget *pane, bool visible)
{
    const auto found = std::ranges::find(m_panes, pane, &Pane::widget);
    Q_ASSERT(found != m_panes.end());
    found->visible = visible;
    if (m_tabbed)
        m_tabs->setTabVisible(m_tabs->indexOf(pane), visible);
    else
        pane->setVisible(visible);
}

QSize Panes::minimumSizeHint() const
{
    QSize size;
    for (const auto &pane : m_panes)
        size = size.expandedTo(pane.widget->minimumSizeHint());
    return size;
}

void Panes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Panes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_splitter->setHandleWidth(Metrics(this).u * 3);
        arrange();
    }
}

void Panes::arrange()
{
    const int room = m_orientation == Qt::Horizontal ? width() : height();
    const bool tabbed = room < m_least * Metrics(this).h;
    if (tabbed != m_tabbed)
        setTabbed(tabbed);
}

void Panes::setTabbed(bool tabbed)
{
    m_tabbed = tabbed;
    // Whoever has the focus loses it while its pane changes parents.
    auto *focus = QApplication::focusWidget();
    const bool wasInside = focus && isAncestorOf(focus);
    for (qsizetype i = 0; i < m_panes.size(); ++i) {
        const auto &pane = m_panes.at(i);
        pane.widget->setContentsMargins(0, tabbed ? 2 * Metrics(this).u : 0, 0, 0); // off the tabs
        if (tabbed) {
            m_tabs->setTabVisible(m_tabs->addTab(pane.widget, pane.title), pane.visible);
        } else {
            m_splitter->addWidget(pane.widget);
            m_splitter->setStretchFactor(int(i), pane.share);
            pane.widget->setVisible(pane.visible);
        }
    }
    m_tabs->setVisible(tabbed);
    m_splitter->setVisible(!tabbed);
    if (wasInside)
        focus->setFocus();
}

} // namespace Benchboot
