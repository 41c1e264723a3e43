// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QWidget>

namespace Benchboot {

/// Lengths that the window is laid out with, in device-independent pixels, all taken from a font: never keep one over a FontChange.
struct Metrics
{
    int h; ///< height of a line
    int ch; ///< average width of a character
    int u; ///< a quarter line, at least 4: the unit of margins and gaps

    explicit Metrics(const QFontMetrics &font)
        : h(font.height()), ch(font.averageCharWidth()), u(qMax(4, font.height() / 4))
    {
    }
    explicit Metrics(const QWidget *widget) : Metrics(widget->fontMetrics()) { }
};

} // namespace Benchboot
