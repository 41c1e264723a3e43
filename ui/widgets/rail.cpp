// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rail.h"

#include "ui/models/railmodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowpainter.h"

#include <QEvent>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

class RailDelegate final : public QStyledItemDelegate
{
public:
    explicit RailDelegate(Rail *rail) : QStyledItemDelegate(rail), m_rail(rail) { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, 2 * option.fontMetrics.height()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        auto option = given;
        initStyleOption(&option, index);
        RowPainter row(*painter, option);
        row.background();
        const auto u = row.metrics().u;
        const int iconSize = option.widget->style()->pixelMetric(QStyle::PM_SmallIconSize, &option, option.widget);
        auto rest = option.rect.adjusted(3 * u, 0, -2 * u, 0);
        if (m_rail->isNarrow())
            rest = option.rect.adjusted((option.rect.width() - iconSize) / 2, 0, 0, 0);
        row.icon(square(rest, iconSize), option.icon);
        rest.setLeft(rest.left() + iconSize + 2 * u);
        if (m_rail->isNarrow())
            return;
        if (const int count = index.data(RailModel::CountRole).toInt(); count > 0) {
            const auto text = m_rail->locale().toString(count);
            const auto place = takeEnd(rest, option.fontMetrics.horizontalAdvance(text), u);
            row.text(place, text, option.font, row.primary(), Qt::AlignRight | Qt::AlignVCenter);
            const auto state = Semantic::Role(index.data(RailModel::StateRole).toInt());
            row.icon(square(takeEnd(rest, iconSize * 7 / 8, u), iconSize * 7 / 8), Icons::state(state));
        }
        row.text(rest, option.text, option.font, row.primary());
    }

private:
    /// A square of \a size at the left of \a rect, in the middle of its height.
    static QRect square(const QRect &rect, int size)
    {
        return {rect.left(), rect.top() + (rect.height() - size) / 2, size, size};
    }

    Rail *m_rail;
};

} // namespace

Rail::Rail(QWidget *parent) : QListView(parent)
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Places"));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setUniformItemSizes(true);
    setItemDelegate(new RailDelegate(this));
    applyMetrics();
}

void Rail::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    applyMetrics();
    viewport()->update();
}

/// Room for the longest name with a state and a count of two digits.
QSize Rail::sizeHint() const
{
    const Metrics metrics(this);
    if (m_narrow)
        return {metrics.h * 5 / 2, metrics.h * 10};
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    int names = 0;
    for (int row = 0; model() && row < model()->rowCount(); ++row)
        names = std::max(names, fontMetrics().horizontalAdvance(model()->index(row, 0).data().toString()));
    const int needed = names + 2 * icon + fontMetrics().horizontalAdvance(u"00"_s) + 10 * metrics.u;
    return {std::max(needed, metrics.h * 19 / 2), metrics.h * 10};
}

QSize Rail::minimumSizeHint() const { return {sizeHint().width(), 4 * Metrics(this).h}; }

void Rail::applyMetrics()
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    updateGeometry();
}

void Rail::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

} // namespace Benchboot
