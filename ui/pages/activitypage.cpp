// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activitypage.h"

#include "session/clienttracker.h"
#include "session/session.h"
#include "ui/activityexport.h"
#include "ui/clienttext.h"
#include "ui/models/activityfilter.h"
#include "ui/models/activitymodel.h"
#include "ui/servicecontroller.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/placeholder.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Benchboot {

ActivityPage::ActivityPage(const UiContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_model(new ActivityModel(ActivityModel::mostRows, this)),
      m_filter(new ActivityFilter(*m_model, this)),
      m_export(new QAction(Icons::get(u"document-export"_s), tr("&Export…"), this)),
      m_copy(new QAction(Icons::get(u"edit-copy"_s), tr("&Copy"), this)),
      m_clear(new QAction(Icons::get(u"edit-clear"_s), tr("Clear &View"), this)), m_row(new FilterRow(this)),
      m_message(new MessageBar(this)), m_views(new QStackedWidget(this)), m_empty(new Placeholder(this)),
      m_view(new LogView(this))
{
    setUpActions();
    setUpLayout();
    follow();
    chooseView();
    updateCounts();
}

void ActivityPage::setUpActions()
{
    m_export->setObjectName(u"exportAction"_s);
    m_export->setShortcut(Qt::CTRL | Qt::Key_E);
    m_export->setToolTip(tr("Write the rows that are shown to a file"));
    m_copy->setObjectName(u"copyAction"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setToolTip(tr("Copy the selected rows as text"));
    m_clear->setObjectName(u"clearViewAction"_s);
    m_clear->setToolTip(tr("Empty this view; the log on the disk stays"));
    connect(m_export, &QAction::triggered, this, &ActivityPage::chooseFile);
    connect(m_copy, &QAction::triggered, this, &ActivityPage::copyRows);
    connect(m_clear, &QAction::triggered, m_model, &ActivityModel::clear);
}

void ActivityPage::setUpLayout()
{
    const Metrics metrics(this);
    m_view->setModel(m_filter);
    m_message->setClosable(true);
    m_views->addWidget(m_empty);
    m_views->addWidget(m_view);
    setFocusProxy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * metrics.u, 3 * metrics.u, 3 * metrics.u, 3 * metrics.u);
    layout->setSpacing(3 * metrics.u);
    layout->addWidget(m_row);
    layout->addWidget(m_message);
    layout->addWidget(m_views, 1);
}

void ActivityPage::follow()
{
    connect(&m_context.session, &Session::eventsArrived, m_model, &ActivityModel::take);
    connect(&m_context.clients, &ClientTracker::clientAdded, this, &ActivityPage::learnClient);
    connect(&m_context.clients, &ClientTracker::clientChanged, this, &ActivityPage::learnClient);
    connect(&m_context.services, &ServiceController::stateChanged, this, &ActivityPage::chooseView);
    connect(m_row, &FilterRow::criteriaChanged, this, [this](const ActivityFilter::Criteria &criteria) {
        m_filter->setCriteria(criteria);
        m_view->setFollowing(m_view->isFollowing());
        updateCounts();
    });
    connect(m_row, &FilterRow::followingChanged, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_row, &FilterRow::setFollowing);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_copy->setEnabled(m_view->selectionModel()->hasSelection()); });
    connect(m_empty, &Placeholder::activated, this, [this] {
        if (m_filter->isFiltering() && m_model->rowCount() > 0)
            m_row->clear();
        else
            m_context.services.start();
    });
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(250);
    connect(&m_countTimer, &QTimer::timeout, this, &ActivityPage::updateCounts);
    const auto countSoon = [this] {
        if (!m_countTimer.isActive())
            m_countTimer.start();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, countSoon);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_views->currentWidget() != m_view)
            chooseView();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ActivityPage::updateCounts);
}

void ActivityPage::learnClient(qsizetype index)
{
    const auto &client = m_context.clients.clients().at(index);
    m_model->setClientName(client.mac, client.name);
    m_row->addClient(client.mac, client.name);
}

void ActivityPage::showClient(const QString &mac)
{
    m_row->showClient(mac);
    m_view->setFocus();
}

void ActivityPage::focusSearch() { m_row->focusSearch(); }

void ActivityPage::updateCounts()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    m_row->setCounts(shown, all);
    m_export->setEnabled(shown > 0);
    m_clear->setEnabled(all > 0);
    m_copy->setEnabled(m_view->selectionModel()->hasSelection());
    chooseView();
}

void ActivityPage::chooseView()
{
    const int all = m_model->rowCount();
    if (m_filter->rowCount() > 0) {
        m_views->setCurrentWidget(m_view);
        return;
    }
    using enum ServiceController::State;
    const auto state = m_context.services.state();
    if (all > 0)
        m_empty->setContent({u"edit-find"_s, tr("No event matches the filter"),
                             tr("%Ln event(s) are hidden.", nullptr, all), tr("Clear Filter"), u"edit-clear"_s});
    else
        m_empty->setContent({u"view-history"_s, tr("Nothing has happened yet"),
                             tr("Every packet and request shows up here once the services run."),
                             state == Stopped || state == Failed ? tr("Start") : QString(), u"media-playback-start"_s});
    m_views->setCurrentWidget(m_empty);
}

void ActivityPage::copyRows()
{
    QStringList lines;
    for (const auto row : m_view->selectedRows())
        lines.append(m_model->rowText(m_filter->mapToSource(m_filter->index(row, 0)).row()));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ActivityPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the Log"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON lines (*.jsonl)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"jsonl") ? u"jsonl"_s : u"csv"_s);
    });
    dialog->selectFile(tr("activity.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityPage::exportTo);
    dialog->open();
}

void ActivityPage::exportTo(const QString &file)
{
    QList<Event> events;
    events.reserve(m_filter->rowCount());
    for (int row = 0; row < m_filter->rowCount(); ++row)
        events.append(m_model->event(m_filter->mapToSource(m_filter->index(row, 0)).row()));
    const auto format
        = file.endsWith(u".jsonl"_s) || file.endsWith(u".json"_s) ? ExportFormat::JsonLines : ExportFormat::Csv;
    // A second's worth of writing does not stop the window.
    QThreadPool::globalInstance()->start([events, format, file, page = QPointer(this)] {
        const auto written = exportEvents(events, format, file);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [page, written] {
            if (page && !written)
                page->m_message->setMessage(Semantic::Role::Failed,
                                            tr("The log was not exported. Choose another folder."),
                                            written.error().detail);
        });
    });
}

} // namespace Benchboot
