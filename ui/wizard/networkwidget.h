// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/cardchoice.h"
#include "ui/wizard/setupwidget.h"

#include <QTimer>

#include <functional>

class QLineEdit;
class QTreeWidget;

namespace Benchboot {

class MessageBar;

/// Which network card the PCs are connected to, and which subnet is served there. Looks again every two seconds while it is seen.
class NetworkWidget final : public SetupWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkWidget)

public:
    using Cards = std::function<QList<CardChoice>()>;
    /// \param cards  this computer's, best first; tests have their own
    explicit NetworkWidget(Cards cards = cardChoices, QWidget *parent = nullptr);

    void load(const Lab &lab) override;
    void refresh() override;
    [[nodiscard]] QMap<QString, QString> values() const override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QList<std::pair<QString, QString>> summary() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] const CardChoice *current() const; ///< null if none
    void fillList();
    void choose(const QString &card);
    void cardChosen();
    void showState();
    void applyMetrics();

    Cards m_readCards;
    QList<CardChoice> m_cards;
    QString m_wanted; ///< the setting, which may name further cards
    QString m_card; ///< that is chosen, also if it is not there
    QString m_ownSubnet; ///< of the chosen card; what the field shows unless the user wants another
    QTreeWidget *m_list;
    QLineEdit *m_subnet;
    MessageBar *m_message;
    QTimer m_timer;
    bool m_filling = false;
};

} // namespace Benchboot
