// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace Benchboot {

class RowPainter;

/// A row of the import queue: name, done of total, rate, time left, bar, step, and the buttons that fit its state. Reads ImportModel's roles.
class ImportDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    ~ImportDelegate() override = default;

    enum class Action { Cancel, Retry, Remove };
    struct Button
    {
        Action action;
        QRect rect;
    };
    /// The buttons of a row that is painted at \a rect, from the right.
    [[nodiscard]] static QList<Button> buttons(const QStyleOptionViewItem &option, const QModelIndex &index);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

Q_SIGNALS:
    void actionRequested(Benchboot::ImportDelegate::Action action, const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintButton(QPainter &painter, const QStyleOptionViewItem &option, const Button &button,
                     const QModelIndex &index) const;
    static void paintBar(QPainter &painter, const QStyleOptionViewItem &option, QRect rect, int percent);
    static void paintProgress(QPainter &painter, RowPainter &row, const QStyleOptionViewItem &option, QRect rect,
                              const QModelIndex &index);
    static void paintReason(QPainter &painter, RowPainter &row, const QFont &font, QRect rect,
                            const QModelIndex &index);

    QPersistentModelIndex m_pressed;
    Action m_pressedAction = Action::Cancel;
};

} // namespace Benchboot
