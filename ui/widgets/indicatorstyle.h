// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Benchboot {

/// Qt's own style (Fusion), which draws boxes and circles to be ticked with an edge that is hardly seen, with one of a contrast of at least 3:1
/// (WCAG 2.2, 1.4.11). Where the desktop has a style, that is left as it is.
class IndicatorStyle final : public QProxyStyle
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IndicatorStyle)

public:
    static void install(); ///< for the whole application, if its style is Fusion

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;

private:
    IndicatorStyle();
};

} // namespace Benchboot
