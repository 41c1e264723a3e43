// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace Benchboot {

/// Controls in a row that goes on in a second one where it is too long. What a row has left over goes to those of its controls that expand.
class WrapLayout final : public QLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WrapLayout)

public:
    explicit WrapLayout(QWidget *parent = nullptr);
    ~WrapLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    [[nodiscard]] QLayoutItem *takeAt(int index) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;

private:
    using Row = QList<QLayoutItem *>;
    [[nodiscard]] QList<Row> rows(int width) const;
    [[nodiscard]] int widthOf(const Row &row) const;
    [[nodiscard]] static int heightOf(const Row &row);
    void place(const Row &row, const QRect &rect) const;

    QList<QLayoutItem *> m_items;
};

} // namespace Benchboot
