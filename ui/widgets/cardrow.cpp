// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cardrow.h"

#include "lab/labeditor.h"
#include "lab/settings.h"
#include "services/networkcard.h"
#include "session/session.h"
#include "ui/servicecontroller.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/semantic.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

constexpr int refreshMs = 3000;
constexpr int cardNameRole = Qt::UserRole;

QString textOf(const NetworkCard &card)
{
    if (card.address.isNull())
        return CardRow::tr("%1 — no address").arg(card.name);
    const auto address = u"%1/%2"_s.arg(card.address.toString()).arg(card.prefix);
    return card.running ? CardRow::tr("%1 — %2").arg(card.name, address)
                        : CardRow::tr("%1 — %2, no link").arg(card.name, address);
}

} // namespace

CardRow::CardRow(const UiContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_label(new QLabel(tr("Network &card:"), this)), m_cards(new QComboBox(this)), m_subnet(new QLabel(this))
{
    m_cards->setObjectName(u"cardCombo"_s);
    m_cards->setAccessibleName(tr("Network card"));
    m_cards->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_label->setBuddy(m_cards);
    m_subnet->setObjectName(u"subnetLabel"_s);
    m_subnet->setWordWrap(true);
    const Metrics metrics(this);
    m_cards->setMinimumWidth(16 * metrics.ch); // its texts may be longer than a narrow window
    auto *card = new QHBoxLayout;
    card->setSpacing(2 * metrics.u);
    card->addWidget(m_label);
    card->addWidget(m_cards, 1);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(2 * metrics.u);
    m_layout->addLayout(card);
    m_layout->addWidget(m_subnet, 1);

    connect(m_cards, &QComboBox::activated, this, &CardRow::choose);
    connect(&context.session, &Session::labChanged, this, &CardRow::refresh);
    connect(&context.session, &Session::networkChanged, this, &CardRow::refresh);
    connect(&context.services, &ServiceController::stateChanged, this, &CardRow::refresh);
    m_timer.setInterval(refreshMs); // a cable is plugged in
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_cards->view()->isVisible())
            refresh();
    });
    m_timer.start();
    refresh();
}

QString CardRow::chosenCard() const
{
    const auto &session = m_context.session;
    return session.isRunning() ? session.choice().cards.join(u", "_s)
                               : listOf(session.lab().setting(u"network.interface"_s)).join(u", "_s);
}

void CardRow::refresh()
{
    const auto chosen = chosenCard();
    m_cards->clear();
    for (const auto &card : networkCards()) {
        if (!card.loopback || card.name == chosen)
            m_cards->addItem(textOf(card), card.name);
    }
    int index = m_cards->findData(chosen, cardNameRole);
    if (index < 0) {
        const bool several = chosen.contains(u',');
        m_cards->insertItem(0,
                            chosen.isEmpty() ? tr("Chosen when started")
                                : several    ? chosen
                                             : tr("%1 — not there").arg(chosen),
                            chosen);
        index = 0;
    }
    m_cards->setCurrentIndex(index);
    using enum ServiceController::State;
    const auto state = m_context.services.state();
    m_cards->setEnabled(state == Stopped || state == Failed);
    m_cards->setToolTip(m_cards->isEnabled() ? QString() : tr("Stop the services to serve on another card"));
    showSubnet();
}

void CardRow::showSubnet()
{
    const auto &session = m_context.session;
    const auto setting = session.lab().setting(u"network.subnet"_s);
    if (session.isRunning())
        m_subnet->setText(tr("Serves %1. The router's DHCP server stays as it is.").arg(session.network().subnetsText()));
    else if (!setting.isEmpty())
        m_subnet->setText(tr("Will serve %1, beside the router.").arg(setting));
    else
        m_subnet->setText(tr("Will serve the card's subnet, beside the router."));
    auto quiet = palette();
    quiet.setColor(QPalette::WindowText, Semantic(palette()).secondaryText(QPalette::Window));
    m_subnet->setPalette(quiet);
    // While the services run the card cannot be changed, but which one it is remains a fact to read.
    auto legible = palette();
    for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
        legible.setColor(QPalette::Disabled, role, quiet.color(QPalette::WindowText));
    m_cards->setPalette(legible);
}

void CardRow::choose(int index)
{
    const auto name = m_cards->itemData(index, cardNameRole).toString();
    if (!name.isEmpty() && name != chosenCard())
        m_context.editor.setSetting(u"network.interface"_s, name);
}

void CardRow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

/// Where the window is narrow, the subnet stands below the card.
void CardRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < 36 * Metrics(this).h;
    m_layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_subnet->setAlignment((narrow ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

void CardRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSubnet();
}

} // namespace Benchboot
