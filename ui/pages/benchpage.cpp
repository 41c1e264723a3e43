// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/benchpage.h"

#include "session/session.h"
#include "ui/clienttext.h"
#include "ui/models/clientmodel.h"
#include "ui/servicecontroller.h"
#include "ui/widgets/cardlayout.h"
#include "ui/widgets/cardrow.h"
#include "ui/widgets/clientcard.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/servicerow.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

constexpr int mostCards = 12; // more PCs are rows of a table
constexpr qint64 sortPauseMs = 2000;

} // namespace

BenchPage::BenchPage(const UiContext &context, ClientModel &clients, QWidget *parent)
    : Page(parent), m_context(context), m_clients(clients),
      m_showActivity(new QAction(Icons::get(u"view-history"_s), tr("Show Activity"), this)),
      m_views(new QStackedWidget(this)), m_empty(new Placeholder(this)), m_cardArea(new QWidget(this)),
      m_table(new QTableView(this))
{
    m_showActivity->setObjectName(u"showActivityAction"_s);
    connect(m_showActivity, &QAction::triggered, this, [this] { Q_EMIT pageRequested(u"activity"_s); });
    setUpCards();
    setUpTable();
    setUpLayout();
    follow();
    applyMetrics();
    syncCards();
}

void BenchPage::setUpLayout()
{
    const Metrics metrics(this);
    m_cardRow = new CardRow(m_context, this);
    auto *services = new ServiceRow(m_context, this);
    connect(services, &ServiceRow::settingsRequested, this, [this] { Q_EMIT pageRequested(u"settings"_s); });
    m_head = new QLabel(tr("On the Bench"), this);
    m_count = new QLabel(this);
    m_count->setObjectName(u"benchCount"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * metrics.u);
    head->addWidget(m_head);
    head->addWidget(m_count);
    head->addStretch(1);

    m_views->addWidget(m_empty);
    m_views->addWidget(m_cardArea);
    m_views->addWidget(m_table);
    connect(m_empty, &Placeholder::activated, this, &BenchPage::actOnEmpty);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(3 * metrics.u, 3 * metrics.u, 3 * metrics.u, 3 * metrics.u);
    layout->setSpacing(3 * metrics.u);
    layout->addWidget(m_cardRow);
    layout->addWidget(services);
    layout->addLayout(head);
    layout->addWidget(m_views, 1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // the cards take it
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);
}

void BenchPage::setUpCards()
{
    m_cardArea->setObjectName(u"cardArea"_s);
    m_layout = new CardLayout(m_cardArea);
}

void BenchPage::setUpTable()
{
    m_table->setObjectName(u"clientTable"_s);
    m_table->setAccessibleName(tr("PCs on the bench"));
    m_table->setModel(&m_clients);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(ClientModel::Progress, QHeaderView::Stretch);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT activityRequested(index.data(ClientModel::MacRole).toString());
    });
}

void BenchPage::follow()
{
    connect(&m_clients, &QAbstractItemModel::rowsInserted, this, &BenchPage::syncCards);
    connect(&m_clients, &QAbstractItemModel::rowsRemoved, this, &BenchPage::syncCards);
    connect(&m_clients, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { updateCards(first.row(), last.row()); });
    connect(&m_context.session, &Session::labChanged, this, &BenchPage::chooseView);
    connect(&m_context.services, &ServiceController::stateChanged, this, &BenchPage::chooseView);
    connect(&m_tick, &QTimer::timeout, this, &BenchPage::tick);
    m_tick.start(1000);
    m_sort.setSingleShot(true);
    connect(&m_sort, &QTimer::timeout, this, &BenchPage::sortCards);
}

/// Makes the cards fit the PCs: one for each, or none where the table is shown.
void BenchPage::syncCards()
{
    const auto nowMs = QDateTime::currentMSecsSinceEpoch();
    const int wanted = m_clients.rowCount() > mostCards ? 0 : m_clients.rowCount();
    auto gone = m_cards;
    for (int row = 0; row < wanted; ++row) {
        const auto &client = m_clients.client(row);
        if (gone.remove(client.mac))
            continue;
        auto *card = new ClientCard(m_cardArea);
        card->setClient(client, nowMs);
        connect(card, &ClientCard::activityRequested, this, &Page::activityRequested);
        m_cards.insert(client.mac, card);
        m_layout->addWidget(card);
    }
    for (const auto &[mac, card] : gone.asKeyValueRange()) {
        m_cards.remove(mac);
        delete card;
    }
    chooseView();
}

void BenchPage::updateCards(int first, int last)
{
    const auto nowMs = QDateTime::currentMSecsSinceEpoch();
    for (int row = first; row <= last; ++row) {
        const auto &client = m_clients.client(row);
        if (auto *card = m_cards.value(client.mac))
            card->setClient(client, nowMs);
    }
    sortSoon();
    showEmpty();
}

/// With the next turn of the event loop, then no more for a while: cards do not jump about.
void BenchPage::sortSoon()
{
    if (!m_sort.isActive())
        m_sort.start(int(m_sorted.isValid() ? std::max<qint64>(0, sortPauseMs - m_sorted.elapsed()) : 0));
}

/// PCs that need somebody first; not while the pointer or the focus is on a card.
void BenchPage::sortCards()
{
    m_sorted.start();
    if (m_cardArea->underMouse() || m_cardArea->isAncestorOf(focusWidget()))
        return sortSoon(); // later
    QList<QWidget *> order;
    for (const bool attention : {true, false}) {
        for (int row = 0; row < m_clients.rowCount(); ++row) {
            const auto &client = m_clients.client(row);
            if (auto *card = m_cards.value(client.mac); card && ClientText::needsAttention(client) == attention)
                order.append(card);
        }
    }
    m_layout->setOrder(order);
}

void BenchPage::chooseView()
{
    const int pcs = m_clients.rowCount();
    if (pcs == 0)
        m_views->setCurrentWidget(m_empty);
    else
        m_views->setCurrentWidget(pcs > mostCards ? static_cast<QWidget *>(m_table) : m_cardArea);
    showEmpty();
}

void BenchPage::showEmpty()
{
    const int pcs = m_clients.rowCount();
    const int attention = m_clients.attentionCount();
    m_showActivity->setEnabled(pcs > 0);
    m_head->setVisible(pcs > 0);
    const auto text = pcs == 0 ? QString() : tr("%n PC(s)", nullptr, pcs);
    m_count->setText(attention > 0 ? text + u", "_s + tr("%n need(s) attention", nullptr, attention) : text);
    if (pcs > 0)
        return;
    using enum ServiceController::State;
    const auto state = m_context.services.state();
    const auto images = int(m_context.session.lab().images().size());
    if (state == Running)
        m_empty->setContent({u"computer"_s, tr("Waiting for a PC"),
                             tr("Connect a PC to this network, switch it on and choose network boot (often F12, F9 or "
                                "Esc). It appears here with its first packet."),
                             tr("Check This Computer"), u"dialog-ok-apply"_s});
    else if (images == 0)
        m_empty->setContent(
            {u"media-optical"_s, tr("Nothing to boot yet"),
             tr("Drop a rescue image here, or choose one to import. Benchboot takes from it what network "
                "boot needs."),
             tr("Import Image…"), u"document-import"_s});
    else
        m_empty->setContent({u"computer"_s, tr("Ready to start"),
                             tr("%n image(s) are ready. Start the services, then network-boot a PC.", nullptr, images),
                             tr("Start"), u"media-playback-start"_s});
    m_empty->button()->setEnabled(state != Starting);
}

void BenchPage::actOnEmpty()
{
    if (m_context.services.state() == ServiceController::State::Running)
        Q_EMIT checkRequested();
    else if (m_context.session.lab().images().isEmpty())
        Q_EMIT importRequested();
    else
        m_context.services.start();
}

void BenchPage::tick()
{
    if (isVisible())
        m_clients.refreshTimes();
}

void BenchPage::applyMetrics()
{
    const Metrics metrics(this);
    m_head->setFont(Fonts::strong(font()));
    auto quiet = palette();
    quiet.setColor(QPalette::WindowText, Semantic(palette()).secondaryText(QPalette::Window));
    m_count->setPalette(quiet);
    m_layout->setLeastWidth(ClientCard::leastWidth(this));
    m_layout->setSpacing(5 * metrics.u / 2);
    m_table->verticalHeader()->setDefaultSectionSize(metrics.h * 7 / 5);
    m_table->setMinimumHeight(10 * metrics.h);
}

void BenchPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (m_head && (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange))
        applyMetrics();
}

} // namespace Benchboot
