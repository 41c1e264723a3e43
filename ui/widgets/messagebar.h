// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/semantic.h"

#include <QFrame>
#include <QList>

class QHBoxLayout;
class QVBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Benchboot {

/// What happened and what to do, in the layout directly above its cause: glyph, text, up to two buttons, on a tint. Hidden until setMessage().
class MessageBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows \a text (one or two sentences, plain text) and takes earlier buttons away. A warning is announced politely, a failure at once.
    /// \param detail  the raw cause, for the tooltip
    void setMessage(Semantic::Role role, const QString &text, const QString &detail = {});
    /// Adds a button behind the text; two at most. Connect to its clicked(). It lives until the next setMessage() or clear().
    QPushButton *addButton(const QString &text);
    void setClosable(bool closable); ///< off by default: only for messages that may be ignored
    void clear(); ///< hides the bar
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void closed(); ///< by the user

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyMetrics();
    void removeButtons();
    void placeButtons();
    void announce();

    Semantic::Role m_role = Semantic::Role::Idle;
    QVBoxLayout *m_layout;
    QHBoxLayout *m_row;
    QHBoxLayout *m_buttonRow;
    bool m_isBelow = false; ///< m_buttonRow is below the text
    QLabel *m_glyph;
    QLabel *m_text;
    QToolButton *m_close;
    QList<QPushButton *> m_buttons;
};

} // namespace Benchboot
