// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/importdelegate.h"

#include "ui/models/importmodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowpainter.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using State = ImportQueue::State;

const QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

QString textOf(ImportDelegate::Action action)
{
    return action == ImportDelegate::Action::Retry ? ImportDelegate::tr("Retry") : QString();
}

QString iconOf(ImportDelegate::Action action)
{
    return action == ImportDelegate::Action::Cancel ? u"dialog-cancel"_s : u"edit-delete"_s;
}

QString hintOf(ImportDelegate::Action action, const QString &name)
{
    switch (action) {
    case ImportDelegate::Action::Cancel:
        return ImportDelegate::tr("Cancel the import of %1").arg(name);
    case ImportDelegate::Action::Retry:
        return ImportDelegate::tr("Import %1 again").arg(name);
    case ImportDelegate::Action::Remove:
        return ImportDelegate::tr("Take %1 off this list").arg(name);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QList<ImportDelegate::Button> ImportDelegate::buttons(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Metrics metrics(option.fontMetrics);
    const int side = 7 * metrics.h / 4;
    auto room = option.rect.adjusted(0, 0, -2 * metrics.u, 0);
    const auto place = [&](Action action, int width) {
        auto rect = takeEnd(room, width, 2 * metrics.u);
        rect.setTop(option.rect.center().y() - side / 2);
        rect.setHeight(side);
        return Button{action, QStyle::visualRect(option.direction, option.rect, rect)};
    };
    if (!index.data(ImportModel::CanRetryRole).toBool())
        return {place(Action::Cancel, side)};
    const auto remove = place(Action::Remove, side);
    return {remove, place(Action::Retry, option.fontMetrics.horizontalAdvance(textOf(Action::Retry)) + 6 * metrics.u)};
}

QSize ImportDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const Metrics metrics(option.fontMetrics);
    return {24 * metrics.h, 4 * metrics.h};
}

void ImportDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    auto option = given;
    initStyleOption(&option, index);
    painter->save();
    RowPainter row(*painter, option);
    row.background();
    const auto &metrics = row.metrics();

    auto rect = option.rect.adjusted(3 * metrics.u, 0, -2 * metrics.u, 0);
    for (const auto &button : buttons(option, index)) {
        paintButton(*painter, option, button, index);
        rect.setRight(std::min(rect.right(), button.rect.left() - 3 * metrics.u));
    }
    const int iconSize = row.iconSize();
    const QRect icon(rect.left(), rect.center().y() - iconSize / 2, iconSize, iconSize);
    row.icon(icon, Icons::get(u"media-optical"_s));
    rect.setLeft(icon.right() + 3 * metrics.u);

    const auto small = Fonts::small(option.font);
    const int smallHeight = QFontMetrics(small).height();
    const int textHeight = metrics.h * 2 + smallHeight;
    QRect line(rect.left(), rect.center().y() - textHeight / 2, rect.width(), metrics.h);
    QRect first = line;
    const auto left = index.data(ImportModel::LeftRole).toString();
    const auto amount = index.data(ImportModel::AmountRole).toString();
    const auto numbers = Fonts::numbers(option.font);
    // Room for the longest value, so that nothing moves while it changes.
    row.text(takeEnd(first, left.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(u"00:00 min left"_s), metrics.u),
             left, numbers, row.secondary(), Qt::AlignRight | Qt::AlignVCenter);
    row.text(takeEnd(first, amount.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(amount) + metrics.u, metrics.u),
             amount, numbers, row.primary(), Qt::AlignRight | Qt::AlignVCenter);
    row.text(first, index.data(ImportModel::NameRole).toString(), Fonts::strong(option.font), row.primary());

    const QRect below(rect.left(), line.bottom() + 1, rect.width(), textHeight - metrics.h);
    if (index.data(ImportModel::StateRole).toInt() == int(State::Failed)) {
        paintReason(*painter, row, small, below, index);
    } else {
        line.translate(0, metrics.h);
        paintProgress(*painter, row, option, line, index);
        row.text({rect.left(), line.bottom() + 1, rect.width(), smallHeight},
                 index.data(ImportModel::StepRole).toString(), small, row.secondary(), Qt::AlignLeft | Qt::AlignVCenter,
                 Qt::ElideMiddle);
    }
    painter->restore();
}

void ImportDelegate::paintProgress(QPainter &painter, RowPainter &row, const QStyleOptionViewItem &option, QRect rect,
                                   const QModelIndex &index)
{
    const auto state = static_cast<State>(index.data(ImportModel::StateRole).toInt());
    if (state != State::Running && state != State::Recognising)
        return;
    const int percent = index.data(ImportModel::PercentRole).toInt();
    const auto text = takeEnd(rect, option.fontMetrics.horizontalAdvance(u"100 %"_s), row.metrics().u * 2);
    if (percent >= 0)
        row.text(text, tr("%1 %").arg(percent), Fonts::numbers(option.font), row.primary(),
                 Qt::AlignRight | Qt::AlignVCenter);
    paintBar(painter, option, rect, percent);
}

void ImportDelegate::paintBar(QPainter &painter, const QStyleOptionViewItem &option, QRect rect, int percent)
{
    const int height = std::max(6, option.fontMetrics.height() / 2);
    QStyleOptionProgressBar bar;
    bar.rect = QRect(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    bar.palette = option.palette;
    bar.direction = option.direction;
    bar.state = QStyle::State_Enabled | QStyle::State_Horizontal | (option.state & QStyle::State_Active);
    bar.minimum = 0;
    bar.maximum = percent < 0 ? 0 : 100;
    bar.progress = std::max(percent, 0);
    styleOf(option)->drawControl(QStyle::CE_ProgressBar, &bar, &painter);
}

void ImportDelegate::paintReason(QPainter &painter, RowPainter &row, const QFont &font, QRect rect,
                                 const QModelIndex &index)
{
    const QFontMetrics metrics(font);
    const int size = metrics.height();
    row.icon({rect.left(), rect.top(), size, size}, Icons::state(Semantic::Role::Failed));
    rect.setLeft(rect.left() + size + row.metrics().u);
    rect.setBottom(rect.bottom() + row.metrics().u);
    painter.setFont(font);
    painter.setPen(row.state(Semantic::Role::Failed));
    painter.drawText(rect, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop,
                     index.data(ImportModel::StepRole).toString());
}

void ImportDelegate::paintButton(QPainter &painter, const QStyleOptionViewItem &option, const Button &button,
                                 const QModelIndex &index) const
{
    QStyleOptionButton look;
    look.rect = button.rect;
    look.palette = option.palette;
    look.fontMetrics = option.fontMetrics;
    look.direction = option.direction;
    look.text = textOf(button.action);
    look.state = QStyle::State_Enabled | (option.state & QStyle::State_Active);
    const bool isPressed = m_pressed == index && m_pressedAction == button.action;
    look.state |= isPressed ? QStyle::State_Sunken : QStyle::State_Raised;
    if (look.text.isEmpty()) {
        const int size = styleOf(option)->pixelMetric(QStyle::PM_SmallIconSize, nullptr, option.widget);
        look.icon = Icons::get(iconOf(button.action));
        look.iconSize = QSize(size, size);
    }
    painter.setFont(option.font);
    styleOf(option)->drawControl(QStyle::CE_PushButton, &look, &painter, option.widget);
}

bool ImportDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    const bool isRelease = event->type() == QEvent::MouseButtonRelease;
    if (!isPress && !isRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const auto wasPressed = std::exchange(m_pressed, {});
    for (const auto &button : buttons(option, index)) {
        if (mouse->button() != Qt::LeftButton || !button.rect.contains(mouse->position().toPoint()))
            continue;
        if (isPress) {
            m_pressed = index;
            m_pressedAction = button.action;
        } else if (wasPressed == index && m_pressedAction == button.action) {
            Q_EMIT actionRequested(button.action, index);
        }
        return true;
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

bool ImportDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    for (const auto &button : buttons(option, index)) {
        if (event->type() == QEvent::ToolTip && button.rect.contains(event->pos())) {
            QToolTip::showText(event->globalPos(), hintOf(button.action, index.data(ImportModel::NameRole).toString()),
                               view);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace Benchboot
