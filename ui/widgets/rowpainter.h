// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/metrics.h"
#include "ui/widgets/semantic.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace Benchboot {

/// Paints parts of one row of a list for a delegate: colours that fit the row's state, text that is cut where it does not fit.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const QStyleOptionViewItem &option);

    void background(); ///< what the style paints behind an item, selection included
    /// Paints \a text in \a rect, elided in the middle where it is a file's name and at its end otherwise.
    void text(const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter, Qt::TextElideMode elide = Qt::ElideRight);
    void icon(const QRect &rect, const QIcon &icon);

    [[nodiscard]] int iconSize() const; ///< of a row of two lines and more: as in tool bars
    [[nodiscard]] QColor primary() const; ///< of text, on this row
    [[nodiscard]] QColor secondary() const;
    [[nodiscard]] QColor
    state(Semantic::Role role) const; ///< the state's colour; the selection's text colour on a selected row

    [[nodiscard]] const Metrics &metrics() const { return m_metrics; }
    [[nodiscard]] const Semantic &semantic() const { return m_semantic; }
    [[nodiscard]] bool isSelected() const { return m_option.state.testFlag(QStyle::State_Selected); }

private:
    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    Metrics m_metrics;
    Semantic m_semantic;
};

/// The rectangle at the right (left in right-to-left languages) of \a row, \a width wide; \a row gets what is left of it, less \a gap.
[[nodiscard]] QRect takeEnd(QRect &row, int width, int gap);

} // namespace Benchboot
