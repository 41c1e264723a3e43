// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clientcard.h"

#include "ui/clienttext.h"
#include "ui/models/displaytext.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/stagetrack.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Benchboot {

ClientCard::ClientCard(QWidget *parent)
    : QFrame(parent), m_glyph(new QLabel(this)), m_name(new ElidedLabel(this)), m_firmware(new Badge(this)),
      m_verdict(new ElidedLabel(this)), m_elapsed(new QLabel(this)), m_mac(new QLabel(this)),
      m_address(new QLabel(this)), m_track(new StageTrack(this)), m_foot(new QWidget(this)),
      m_file(new ElidedLabel(m_foot)), m_progress(new ElidedLabel(m_foot)), m_rate(new QLabel(m_foot)),
      m_left(new QLabel(m_foot)), m_message(new MessageBar(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_name->setObjectName(u"clientName"_s);
    m_verdict->setObjectName(u"clientVerdict"_s);
    m_progress->setObjectName(u"clientProgress"_s);
    m_verdict->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setUpLayout();
    applyMetrics();
}

int ClientCard::leastWidth(const QWidget *widget)
{
    const Metrics metrics(widget);
    return qMax(24 * metrics.h, 66 * metrics.ch);
}

void ClientCard::setUpLayout()
{
    const Metrics metrics(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * metrics.u);
    head->addWidget(m_glyph);
    head->addWidget(m_name);
    head->addWidget(m_firmware);
    head->addStretch(1);
    head->addWidget(m_verdict);
    head->addWidget(m_elapsed);

    auto *second = new QHBoxLayout;
    second->setSpacing(2 * metrics.u);
    second->addSpacing(style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) + 2 * metrics.u);
    second->addWidget(m_mac);
    second->addWidget(m_address);
    second->addStretch(1);

    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins({});
    foot->setSpacing(2 * metrics.u);
    foot->addWidget(m_file);
    foot->addWidget(m_progress);
    foot->addStretch(1);
    foot->addWidget(m_rate);
    foot->addWidget(m_left);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * metrics.u, 5 * metrics.u / 2, 3 * metrics.u, 5 * metrics.u / 2);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(second);
    layout->addSpacing(2 * metrics.u);
    layout->addWidget(m_track);
    layout->addSpacing(2 * metrics.u);
    layout->addWidget(m_message);
    layout->addWidget(m_foot, 1);
}

void ClientCard::setClient(const BenchClient &client, qint64 nowMs)
{
    m_client = client;
    m_nowMs = nowMs;
    setObjectName(u"card-"_s + client.mac);
    showHead(nowMs);
    const bool isTransferring = client.isBooting() && client.total > 0;
    m_track->setStage(client.stage, isTransferring ? ClientText::percent(client) : -1, ClientText::role(client, nowMs));
    showFoot(nowMs);
    setAccessibleName(ClientText::spoken(client, nowMs));
}

void ClientCard::showHead(qint64 nowMs)
{
    const auto role = ClientText::role(m_client, nowMs);
    const Semantic semantic(palette());
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_glyph->setPixmap(Icons::state(role).pixmap(QSize(size, size), devicePixelRatio()));
    m_name->setText(ClientText::name(m_client));
    m_firmware->setText(m_client.firmware);
    m_firmware->setVisible(!m_client.firmware.isEmpty());
    m_verdict->setText(ClientText::verdict(m_client));
    const bool isWarning = role == Semantic::Role::Warning;
    m_verdict->setFont(isWarning ? Fonts::strong(font()) : font());
    auto colours = palette();
    colours.setColor(QPalette::WindowText, isWarning ? semantic.warning() : palette().color(QPalette::Text));
    m_verdict->setPalette(colours);
    m_elapsed->setText(ClientText::elapsed(m_client, nowMs));
    m_mac->setText(m_client.mac);
    m_address->setText(m_client.address);
}

void ClientCard::showFoot(qint64 nowMs)
{
    m_foot->setVisible(!ClientText::needsAttention(m_client));
    if (ClientText::needsAttention(m_client)) {
        if (m_message->text() != m_client.trouble) {
            m_message->setMessage(Semantic::Role::Warning, m_client.trouble);
            auto *show = m_message->addButton(tr("Show Activity"));
            show->setFocusPolicy(Qt::NoFocus); // Space presses it: the card is the tab stop
            connect(show, &QPushButton::clicked, this, [this] { Q_EMIT activityRequested(m_client.mac); });
        }
        return;
    }
    m_message->clear();
    m_file->setText(m_client.file);
    m_file->setVisible(!m_client.file.isEmpty());
    m_progress->setText(ClientText::progress(m_client, nowMs));
    auto colours = palette();
    const Semantic semantic(palette());
    colours.setColor(QPalette::WindowText, m_client.stage == BootStage::Up ? semantic.ok() : semantic.secondaryText());
    m_progress->setPalette(colours);
    m_rate->setText(m_client.bytesPerSecond > 0 ? DisplayText::rate(m_client.bytesPerSecond) : QString());
    m_left->setText(ClientText::timeLeft(m_client));
}

void ClientCard::applyMetrics()
{
    const Metrics metrics(this);
    const Semantic semantic(palette());
    m_name->setFont(Fonts::strong(font()));
    m_mac->setFont(Fonts::mono(font()));
    m_address->setFont(Fonts::small(font()));
    for (auto *label : {m_elapsed, m_rate, m_left})
        label->setFont(Fonts::numbers(font()));
    auto quiet = palette();
    quiet.setColor(QPalette::WindowText, semantic.secondaryText());
    for (auto *label : {m_mac, m_address, m_elapsed, m_left})
        label->setPalette(quiet);
    setMinimumHeight(17 * metrics.h / 2);
}

void ClientCard::paintEvent(QPaintEvent * /*event*/)
{
    const Metrics metrics(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = hasFocus() ? 2.0 : 1.0;
    painter.setPen(QPen(hasFocus() ? palette().color(QPalette::Accent) : Semantic(palette()).frameLine(), width));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), metrics.u,
                            metrics.u);
}

void ClientCard::keyPressEvent(QKeyEvent *event)
{
    const bool isRemedy = event->key() == Qt::Key_Space && ClientText::needsAttention(m_client);
    if (isRemedy || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT activityRequested(m_client.mac);
    else
        QFrame::keyPressEvent(event);
}

void ClientCard::mouseDoubleClickEvent(QMouseEvent * /*event*/) { Q_EMIT activityRequested(m_client.mac); }

void ClientCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange
        && event->type() != QEvent::PaletteChange)
        return;
    applyMetrics();
    showHead(m_nowMs);
    showFoot(m_nowMs);
}

} // namespace Benchboot
