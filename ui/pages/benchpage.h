// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/pages/page.h"

#include <QHash>
#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QStackedWidget;
class QTableView;

namespace Benchboot {

class CardLayout;
class CardRow;
class ClientCard;
class ClientModel;
class Placeholder;

/// Who is here, how far, and what is wrong: network card, services, and a card for each PC (a table for many).
class BenchPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BenchPage)

public:
    /// \param clients  must outlive the page
    BenchPage(const UiContext &context, ClientModel &clients, QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> pageActions() const override { return {m_showActivity}; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpLayout();
    void setUpCards();
    void setUpTable();
    void follow();
    void syncCards();
    void updateCards(int first, int last);
    void sortCards();
    void sortSoon();
    void chooseView();
    void showEmpty();
    void actOnEmpty();
    void tick();
    void applyMetrics();

    UiContext m_context;
    ClientModel &m_clients;
    QAction *m_showActivity;
    CardRow *m_cardRow = nullptr;
    QLabel *m_head = nullptr;
    QLabel *m_count = nullptr;
    QStackedWidget *m_views;
    Placeholder *m_empty;
    QWidget *m_cardArea;
    CardLayout *m_layout = nullptr;
    QTableView *m_table;
    QHash<QString, ClientCard *> m_cards; ///< by MAC
    QTimer m_tick;
    QTimer m_sort;
    QElapsedTimer m_sorted; ///< since the cards were put in order
};

} // namespace Benchboot
