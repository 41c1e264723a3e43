// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusline.h"

#include "ui/models/displaytext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Benchboot {

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), m_glyph(new QLabel(this)), m_service(new ElidedLabel(this)),
      m_attention(new QToolButton(this)), m_imports(new QLabel(this)), m_rate(new QLabel(this)),
      m_space(new QLabel(this))
{
    setSizeGripEnabled(false);
    m_service->setObjectName(u"serviceState"_s);
    m_attention->setObjectName(u"attentionButton"_s);
    m_attention->setAutoRaise(true);
    m_attention->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_attention->setFocusPolicy(Qt::TabFocus);
    m_attention->hide();
    connect(m_attention, &QToolButton::clicked, this, &StatusLine::attentionClicked);
    m_rate->setObjectName(u"rateOut"_s);
    m_space->setObjectName(u"freeSpace"_s);
    for (auto *label : {m_imports, m_rate, m_space})
        label->hide();
    addWidget(m_glyph);
    addWidget(m_service, 1);
    addPermanentWidget(m_attention);
    addPermanentWidget(m_imports);
    addPermanentWidget(m_rate);
    addPermanentWidget(m_space);
    applyMetrics();
}

void StatusLine::setService(Semantic::Role role, const QString &text)
{
    m_role = role;
    m_service->setText(text);
    applyMetrics();
}

void StatusLine::setAttention(int pcs)
{
    m_attention->setText(tr("%n PC(s) need attention", nullptr, pcs));
    m_attention->setVisible(pcs > 0);
}

void StatusLine::setRate(double bytesPerSecond)
{
    //: How fast data goes to the PCs: "61.2 MB/s out"
    m_rate->setText(tr("%1 out").arg(DisplayText::rate(bytesPerSecond)));
    m_hasRate = bytesPerSecond >= 1;
    showFigures();
}

void StatusLine::setImports(int running)
{
    m_imports->setText(tr("Importing %n image(s)", nullptr, running));
    m_hasImports = running > 0;
    showFigures();
}

void StatusLine::setFreeSpace(qint64 bytes)
{
    m_space->setText(tr("%1 free").arg(DisplayText::size(bytes)));
    m_hasSpace = bytes >= 0;
    showFigures();
}

void StatusLine::setNarrow(bool narrow)
{
    m_narrow = narrow;
    showFigures();
}

void StatusLine::showFigures()
{
    m_imports->setVisible(m_hasImports && !m_narrow);
    m_rate->setVisible(m_hasRate && !m_narrow);
    m_space->setVisible(m_hasSpace && !m_narrow);
}

void StatusLine::applyMetrics()
{
    const Metrics metrics(this);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) * 7 / 8;
    m_glyph->setPixmap(Icons::state(m_role).pixmap(QSize(size, size), devicePixelRatio()));
    m_attention->setIcon(Icons::state(Semantic::Role::Warning));
    m_attention->setIconSize(QSize(size + 2 * metrics.u, size)); // with room before the words
    for (auto *label : {m_imports, m_rate, m_space}) {
        label->setContentsMargins(metrics.u, 0, metrics.u, 0);
        label->setFont(Fonts::numbers(font()));
    }
    setContentsMargins(2 * metrics.u, 0, 2 * metrics.u, 0);
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        applyMetrics();
}

} // namespace Benchboot
