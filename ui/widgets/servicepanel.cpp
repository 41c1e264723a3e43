// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/servicepanel.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Benchboot {

ServicePanel::ServicePanel(const QString &name, QWidget *parent)
    : QFrame(parent), m_glyph(new QLabel(this)), m_name(new QLabel(name, this)), m_state(new QLabel(this)),
      m_ports(new QLabel(this)), m_detail(new ElidedLabel(this))
{
    m_state->setObjectName(u"serviceState"_s);
    m_detail->setObjectName(u"serviceDetail"_s);

    const Metrics metrics(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * metrics.u);
    head->addWidget(m_name);
    head->addWidget(m_state);
    head->addStretch(1);
    head->addWidget(m_ports);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(3 * metrics.u, 2 * metrics.u, 3 * metrics.u, 2 * metrics.u);
    layout->setHorizontalSpacing(2 * metrics.u);
    layout->setVerticalSpacing(metrics.u / 4);
    layout->addWidget(m_glyph, 0, 0);
    layout->addLayout(head, 0, 1);
    layout->addWidget(m_detail, 1, 1);
    layout->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    applyMetrics();
}

void ServicePanel::setPorts(const QString &ports) { m_ports->setText(ports); }

void ServicePanel::setState(Semantic::Role role, const QString &word, const QString &detail)
{
    m_role = role;
    m_state->setText(word);
    m_detail->setText(detail);
    m_detail->setToolTip(role == Semantic::Role::Failed ? detail : QString());
    setAccessibleName(u"%1, %2, %3, %4"_s.arg(m_name->text(), word, m_ports->text(), detail));
    applyMetrics();
}

void ServicePanel::applyMetrics()
{
    const Metrics metrics(this);
    const Semantic semantic(palette());
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_glyph->setPixmap(Icons::state(m_role).pixmap(QSize(size, size), devicePixelRatio()));
    m_name->setFont(Fonts::strong(font()));
    m_ports->setFont(Fonts::small(font()));
    m_detail->setFont(Fonts::small(font()));
    auto colours = palette();
    colours.setColor(QPalette::WindowText, semantic.colour(m_role));
    m_state->setPalette(colours);
    colours.setColor(QPalette::WindowText, semantic.secondaryText());
    m_ports->setPalette(colours);
    m_detail->setPalette(colours);
    setMinimumHeight(3 * metrics.h);
}

void ServicePanel::paintEvent(QPaintEvent * /*event*/)
{
    const Metrics metrics(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Semantic(palette()).frameLine());
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics.u, metrics.u);
}

void ServicePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        applyMetrics();
}

} // namespace Benchboot
