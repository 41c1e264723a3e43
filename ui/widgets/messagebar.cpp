// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Benchboot {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_layout(new QVBoxLayout(this)), m_row(new QHBoxLayout), m_buttonRow(new QHBoxLayout), m_glyph(new QLabel(this)), m_text(new QLabel(this)),
      m_close(new QToolButton(this))
{
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(Icons::get(u"window-close"_s));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    m_row->addWidget(m_glyph);
    m_row->addWidget(m_text, 1);
    m_row->addLayout(m_buttonRow);
    m_row->addWidget(m_close);
    m_layout->addLayout(m_row);
    applyMetrics();
    hide();
}

void MessageBar::setMessage(Semantic::Role role, const QString &text, const QString &detail)
{
    const bool isNew = isHidden() || text != m_text->text();
    m_role = role;
    removeButtons();
    m_text->setText(text);
    setToolTip(detail);
    setAccessibleName(text);
    setAccessibleDescription(detail);
    applyMetrics();
    show();
    update();
    if (isNew)
        announce();
}

QPushButton *MessageBar::addButton(const QString &text)
{
    Q_ASSERT(m_buttons.size() < 2);
    auto *button = new QPushButton(text, this);
    button->setObjectName(u"messageButton%1"_s.arg(m_buttons.size() + 1));
    m_buttonRow->addWidget(button);
    m_buttons.append(button);
    placeButtons();
    return button;
}

void MessageBar::setClosable(bool closable) { m_close->setVisible(closable); }

void MessageBar::clear()
{
    removeButtons();
    m_text->clear();
    hide();
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::removeButtons()
{
    // A button may be what this call comes from.
    for (auto *button : std::as_const(m_buttons)) {
        button->hide();
        m_buttonRow->removeWidget(button);
        button->deleteLater();
    }
    m_buttons.clear();
}

void MessageBar::announce()
{
    if (m_role != Semantic::Role::Warning && m_role != Semantic::Role::Failed)
        return;
    QAccessibleAnnouncementEvent event(this, m_text->text());
    if (m_role == Semantic::Role::Failed)
        event.setPoliteness(QAccessible::AnnouncementPoliteness::Assertive);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::applyMetrics()
{
    const Metrics metrics(this);
    m_layout->setContentsMargins(2 * metrics.u, 2 * metrics.u, 2 * metrics.u, 2 * metrics.u);
    for (auto *layout : std::initializer_list<QBoxLayout *>{m_layout, m_row, m_buttonRow})
        layout->setSpacing(2 * metrics.u);
    placeButtons();
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_glyph->setPixmap(Icons::state(m_role).pixmap(QSize(size, size), devicePixelRatio()));
}

/// Below the text where they would leave it too little room.
void MessageBar::placeButtons()
{
    int buttons = 0;
    for (const auto *button : std::as_const(m_buttons))
        buttons += button->sizeHint().width();
    const bool below = !m_buttons.isEmpty() && width() - buttons < 14 * Metrics(this).h;
    if (below == m_isBelow)
        return;
    m_isBelow = below;
    if (below) {
        m_row->removeItem(m_buttonRow);
        m_buttonRow->setParent(nullptr);
        m_layout->addLayout(m_buttonRow);
        m_buttonRow->setAlignment(Qt::AlignRight);
    } else {
        m_layout->removeItem(m_buttonRow);
        m_buttonRow->setParent(nullptr);
        m_row->insertLayout(m_row->indexOf(m_close), m_buttonRow);
    }
    updateGeometry();
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

void MessageBar::paintEvent(QPaintEvent * /*event*/)
{
    const Semantic semantic(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(semantic.tintBorder(semantic.colour(m_role)));
    painter.setBrush(semantic.tint(semantic.colour(m_role)));
    const auto radius = Metrics(this).u / 1.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        applyMetrics();
}

} // namespace Benchboot
