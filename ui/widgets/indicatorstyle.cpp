// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/indicatorstyle.h"

#include "ui/widgets/semantic.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

constexpr double graphicsContrast = 3.0;

/// Seen on the window, and in lists on their background.
QColor edgeColour(const QPalette &palette, QPalette::ColorRole role)
{
    const auto below = palette.color(role);
    return Semantic::readable(Semantic::mix(palette.color(QPalette::WindowText), below, 0.4), below, graphicsContrast);
}

} // namespace

IndicatorStyle::IndicatorStyle() : QProxyStyle(u"fusion"_s) { }

void IndicatorStyle::install()
{
    if (QApplication::style()->name() == "fusion"_L1)
        QApplication::setStyle(new IndicatorStyle);
}

void IndicatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    const bool inList = element == PE_IndicatorItemViewItemCheck;
    if ((!round && !inList && element != PE_IndicatorCheckBox) || !(option->state & State_Enabled))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edgeColour(option->palette, inList ? QPalette::Base : QPalette::Window));
    painter->setBrush(Qt::NoBrush);
    const auto edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (round)
        painter->drawEllipse(edge);
    else
        painter->drawRect(edge);
    painter->restore();
}

} // namespace Benchboot
