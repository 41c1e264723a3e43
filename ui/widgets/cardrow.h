// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;

namespace Benchboot {

/// The network card that is served on, which can be changed while the services are stopped, and the subnet.
class CardRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardRow)

public:
    explicit CardRow(const UiContext &context, QWidget *parent = nullptr);

    void refresh(); ///< looks at the network cards again

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(int index);
    void showSubnet();
    [[nodiscard]] QString chosenCard() const;

    UiContext m_context;
    QBoxLayout *m_layout;
    QLabel *m_label;
    QComboBox *m_cards;
    QLabel *m_subnet;
    QTimer m_timer;
};

} // namespace Benchboot
