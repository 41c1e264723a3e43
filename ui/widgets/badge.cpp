// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/semantic.h"

#include <QEvent>
#include <QPainter>

namespace Benchboot {

Badge::Badge(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    applyMetrics();
}

void Badge::paintEvent(QPaintEvent * /*event*/)
{
    const Semantic semantic(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(semantic.frameLine());
    const auto radius = Metrics(this).u / 1.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(semantic.secondaryText());
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void Badge::applyMetrics()
{
    if (parentWidget())
        setFont(Fonts::small(parentWidget()->font()));
    const Metrics metrics(this);
    setContentsMargins(3 * metrics.u / 2, 1, 3 * metrics.u / 2, 1);
}

void Badge::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyMetrics();
}

} // namespace Benchboot
