// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace Benchboot {

/// Cards in as many columns of equal width as fit and are needed, every row as high as its highest card.
class CardLayout final : public QLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardLayout)

public:
    explicit CardLayout(QWidget *parent = nullptr);
    ~CardLayout() override;

    void setLeastWidth(int width); ///< of a card, in device-independent pixels
    void setOrder(const QList<QWidget *> &cards); ///< all cards that are in the layout, as they are to stand

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    [[nodiscard]] QLayoutItem *takeAt(int index) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool place) const;

    QList<QLayoutItem *> m_items;
    int m_leastWidth = 1;
};

} // namespace Benchboot
