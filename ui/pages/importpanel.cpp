// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importpanel.h"

#include "ui/models/importmodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/importdelegate.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/semantic.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int visibleImportRows = 3;

} // namespace

ImportPanel::ImportPanel(ImportQueue &queue, QWidget *parent)
    : QWidget(parent), m_queue(queue), m_model(new ImportModel(queue, this)), m_view(new QListView(this)),
      m_title(new QLabel(this)), m_summary(new QLabel(this)), m_cancel(new QAction(tr("Cancel Import"), this)),
      m_retry(new QAction(tr("Retry"), this))
{
    m_view->setObjectName(u"importView"_s);
    m_view->setAccessibleName(tr("Imports"));
    m_view->setModel(m_model);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *delegate = new ImportDelegate(m_view);
    m_view->setItemDelegate(delegate);
    connect(delegate, &ImportDelegate::actionRequested, this,
            [this](ImportDelegate::Action action, const QModelIndex &index) {
                if (action == ImportDelegate::Action::Retry)
                    retry(index);
                else
                    cancelOrRemove(index);
            });
    connect(m_view, &QListView::activated, this, &ImportPanel::retry);
    setUpActions();

    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_summary, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(head);
    layout->addWidget(m_view);
    for (const auto signal : {&ImportModel::rowsInserted, &ImportModel::rowsRemoved})
        connect(m_model, signal, this, &ImportPanel::refresh);
    connect(m_model, &ImportModel::dataChanged, this, &ImportPanel::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImportPanel::refresh);
    refresh();
}

void ImportPanel::setUpActions()
{
    m_cancel->setObjectName(u"cancelImportAction"_s);
    m_cancel->setShortcut(QKeySequence::Delete);
    m_cancel->setShortcutContext(Qt::WidgetShortcut);
    m_cancel->setIcon(Icons::get(u"dialog-cancel"_s));
    connect(m_cancel, &QAction::triggered, this, [this] { cancelOrRemove(m_view->currentIndex()); });
    m_retry->setObjectName(u"retryImportAction"_s);
    m_retry->setIcon(Icons::get(u"view-refresh"_s));
    connect(m_retry, &QAction::triggered, this, [this] { retry(m_view->currentIndex()); });
    m_view->addActions({m_cancel, m_retry});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ImportPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        refresh();
}

void ImportPanel::refresh()
{
    const Metrics metrics(this);
    const int rows = m_model->rowCount();
    setVisible(rows > 0);
    const auto summary = m_model->summary();
    m_title->setFont(Fonts::strong(font()));
    m_title->setText(summary.isEmpty() ? tr("Not Imported") : tr("Importing"));
    m_summary->setText(summary);
    auto secondary = palette();
    secondary.setColor(QPalette::WindowText, Semantic(palette()).secondaryText(QPalette::Window));
    m_summary->setPalette(secondary);
    layout()->setSpacing(metrics.u);
    const int height = std::min(rows, visibleImportRows) * 4 * metrics.h + 2 * m_view->frameWidth();
    if (m_view->maximumHeight() != height) {
        m_view->setMinimumHeight(std::min(height, 4 * metrics.h + 2 * m_view->frameWidth()));
        m_view->setMaximumHeight(height);
        m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    const auto current = m_view->currentIndex();
    const bool canRetry = current.data(ImportModel::CanRetryRole).toBool();
    m_cancel->setEnabled(current.isValid());
    m_cancel->setText(canRetry ? tr("Remove From List") : tr("Cancel Import"));
    m_retry->setEnabled(canRetry);
}

void ImportPanel::cancelOrRemove(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto id = index.data(ImportModel::IdRole).toULongLong();
    if (index.data(ImportModel::CanRetryRole).toBool())
        m_queue.remove(id);
    else
        m_queue.cancel(id);
}

void ImportPanel::retry(const QModelIndex &index)
{
    if (index.data(ImportModel::CanRetryRole).toBool())
        m_queue.retry(index.data(ImportModel::IdRole).toULongLong());
}

} // namespace Benchboot
