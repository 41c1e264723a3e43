// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Benchboot {

/// What an empty view shows: a picture, a headline, one sentence that says how to fill it, and the button that does so.
class Placeholder final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Placeholder)

public:
    explicit Placeholder(QWidget *parent = nullptr);

    struct Content
    {
        QString icon; ///< name for Icons::get()
        QString title;
        QString sentence;
        QString button; ///< empty: no button
        QString buttonIcon; ///< empty: none

        friend bool operator==(const Content &, const Content &) = default;
    };
    void setContent(const Content &content);
    [[nodiscard]] const Content &content() const { return m_content; }
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void activated(); ///< the button was pressed

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyMetrics();

    Content m_content;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace Benchboot
