// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/networkwidget.h"

#include "lab/lab.h"
#include "lab/settings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot {
namespace {

enum { CardColumn, AddressColumn, LinkColumn };
constexpr int nameRole = Qt::UserRole;

QString cardText(const CardChoice &choice)
{
    switch (choice.link.kind) {
    case CardLink::Kind::Wired:
        return NetworkWidget::tr("%1 (Ethernet)").arg(choice.card.name);
    case CardLink::Kind::Wireless:
        return NetworkWidget::tr("%1 (Wi-Fi)").arg(choice.card.name);
    case CardLink::Kind::Virtual:
        break;
    }
    return choice.card.loopback ? choice.card.name : NetworkWidget::tr("%1 (virtual)").arg(choice.card.name);
}

QString addressText(const NetworkCard &card)
{
    return card.address.isNull() ? NetworkWidget::tr("No address")
                                 : u"%1/%2"_s.arg(card.address.toString()).arg(card.prefix);
}

QString linkText(const CardChoice &choice)
{
    if (!choice.card.up)
        return NetworkWidget::tr("Switched off");
    if (!choice.card.running)
        return NetworkWidget::tr("No link");
    if (choice.link.megabits <= 0)
        return NetworkWidget::tr("Connected");
    const QLocale locale;
    return choice.link.megabits < 1000
        ? NetworkWidget::tr("%1 Mb/s").arg(locale.toString(choice.link.megabits))
        : NetworkWidget::tr("%1 Gb/s").arg(locale.toString(choice.link.megabits / 1000.0));
}

} // namespace

NetworkWidget::NetworkWidget(Cards cards, QWidget *parent)
    : SetupWidget(parent), m_readCards(std::move(cards)), m_list(new QTreeWidget(this)), m_subnet(new QLineEdit(this)),
      m_message(new MessageBar(this))
{
    m_list->setObjectName(u"cardList"_s);
    m_list->setAccessibleName(tr("Network cards"));
    m_list->setHeaderLabels({tr("Network Card"), tr("Address"), tr("Link")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(CardColumn, QHeaderView::Stretch);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &NetworkWidget::cardChosen);

    m_subnet->setObjectName(u"subnetEdit"_s);
    connect(m_subnet, &QLineEdit::textEdited, this, &NetworkWidget::showState);
    connect(m_subnet, &QLineEdit::editingFinished, this, [this] {
        if (isComplete())
            Q_EMIT edited();
    });

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto *label = new QLabel(tr("&Subnet that is served:"), this);
    label->setBuddy(m_subnet);
    form->addRow(label, m_subnet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    layout->addWidget(m_message);
    m_timer.setInterval(2s);
    connect(&m_timer, &QTimer::timeout, this, &NetworkWidget::refresh);
    applyMetrics();
}

void NetworkWidget::load(const Lab &lab)
{
    m_cards = m_readCards();
    m_wanted = lab.setting(u"network.interface"_s);
    const auto wanted = listOf(m_wanted).value(0);
    m_card = !wanted.isEmpty() || m_cards.isEmpty() ? wanted : m_cards.first().card.name;
    fillList();
    const auto *card = current();
    m_ownSubnet = card && card->isUsable() ? card->card.subnet().toString() : QString();
    const auto subnet = lab.setting(u"network.subnet"_s);
    const auto text = subnet.isEmpty() ? m_ownSubnet : subnet;
    if (m_subnet->text() != text)
        m_subnet->setText(text);
    showState();
}

QMap<QString, QString> NetworkWidget::values() const
{
    const auto subnet = m_subnet->text().trimmed();
    const auto own = Subnet::parse(m_ownSubnet);
    const auto chosen = Subnet::parse(subnet);
    // The card's own subnet is not written down: it follows the card to another network.
    const bool follows = subnet.isEmpty() || (own && chosen && *own == *chosen);
    // Further cards that the setting names stay, until another one is chosen here.
    const auto cards = listOf(m_wanted).value(0) == m_card ? m_wanted : m_card;
    return {{u"network.interface"_s, cards}, {u"network.subnet"_s, follows ? QString() : subnet}};
}

bool NetworkWidget::isComplete() const
{
    const auto *card = current();
    const auto subnet = m_subnet->text().trimmed();
    return card && card->isUsable() && (subnet.isEmpty() || Subnet::parse(subnet));
}

QList<std::pair<QString, QString>> NetworkWidget::summary() const
{
    const auto *card = current();
    const auto subnet = m_subnet->text().trimmed();
    return {
        {tr("Network card:"), card ? tr("%1, address %2").arg(card->card.name, addressText(card->card)) : tr("None")},
        {tr("Subnet:"), subnet.isEmpty() ? tr("The card’s own") : subnet}};
}

const CardChoice *NetworkWidget::current() const
{
    const auto found = std::ranges::find(m_cards, m_card, [](const CardChoice &choice) { return choice.card.name; });
    return found == m_cards.end() ? nullptr : &*found;
}

void NetworkWidget::refresh()
{
    auto cards = m_readCards();
    if (cards == m_cards)
        return;
    m_cards = std::move(cards);
    if (m_card.isEmpty() && !m_cards.isEmpty())
        m_card = m_cards.first().card.name;
    fillList();
    choose(m_card);
}

void NetworkWidget::fillList()
{
    m_filling = true;
    m_list->clear();
    for (const auto &choice : std::as_const(m_cards)) {
        auto *item = new QTreeWidgetItem(m_list, {cardText(choice), addressText(choice.card), linkText(choice)});
        item->setIcon(CardColumn, Icons::get(u"network-wired"_s));
        item->setData(CardColumn, nameRole, choice.card.name);
        if (!choice.isUsable()) {
            for (const int column : {CardColumn, AddressColumn, LinkColumn})
                item->setForeground(column, Semantic(palette()).secondaryText());
        }
        if (choice.card.name == m_card)
            m_list->setCurrentItem(item);
    }
    for (const int column : {AddressColumn, LinkColumn}) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, m_list->columnWidth(column) + 3 * Metrics(this).u);
    }
    m_filling = false;
}

/// Takes \a card; the subnet follows unless the user wanted another one.
void NetworkWidget::choose(const QString &card)
{
    const bool followed = m_subnet->text().trimmed() == m_ownSubnet;
    m_card = card;
    const auto *choice = current();
    m_ownSubnet = choice && choice->isUsable() ? choice->card.subnet().toString() : QString();
    if (followed || m_subnet->text().trimmed().isEmpty())
        m_subnet->setText(m_ownSubnet);
    showState();
}

void NetworkWidget::cardChosen()
{
    const auto *item = m_list->currentItem();
    if (m_filling || !item)
        return;
    const auto before = m_card;
    choose(item->data(CardColumn, nameRole).toString());
    // Another card is on another network: a subnet typed for the old one is of no use.
    if (before != m_card && !m_ownSubnet.isEmpty())
        m_subnet->setText(m_ownSubnet);
    showState();
    Q_EMIT edited();
}

void NetworkWidget::showState()
{
    const auto *card = current();
    const auto subnet = Subnet::parse(m_subnet->text().trimmed());
    if (m_cards.isEmpty())
        m_message->setMessage(Semantic::Role::Failed, tr("This computer has no network card. Connect one."));
    else if (!card)
        m_message->setMessage(Semantic::Role::Failed,
                              tr("The network card %1 is not there. Connect it, or choose another one.").arg(m_card));
    else if (!card->isUsable())
        m_message->setMessage(
            Semantic::Role::Failed,
            tr("%1 has no IPv4 address. Check the cable to the router, or choose another card.").arg(m_card));
    else if (!m_subnet->text().trimmed().isEmpty() && !subnet)
        m_message->setMessage(Semantic::Role::Failed, tr("This is no subnet. It is written like 172.16.0.0/16."),
                              subnet.error().detail);
    else if (subnet && !subnet->contains(card->card.address))
        m_message->setMessage(
            Semantic::Role::Warning,
            tr("%1 has no address in this subnet, so no PC there would be served. The card’s own subnet is %2.")
                .arg(m_card, m_ownSubnet));
    else
        m_message->clear();
    Q_EMIT completeChanged();
}

void NetworkWidget::showEvent(QShowEvent *event)
{
    SetupWidget::showEvent(event);
    m_timer.start();
}

void NetworkWidget::hideEvent(QHideEvent *event)
{
    SetupWidget::hideEvent(event);
    m_timer.stop();
}

void NetworkWidget::applyMetrics()
{
    const Metrics metrics(this);
    layout()->setSpacing(2 * metrics.u);
    m_list->setMinimumHeight(6 * metrics.h);
    m_list->setMaximumHeight(10 * metrics.h);
}

void NetworkWidget::changeEvent(QEvent *event)
{
    SetupWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
    else if (event->type() == QEvent::PaletteChange)
        fillList();
}

} // namespace Benchboot
