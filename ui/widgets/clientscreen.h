// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/clientmenu.h"

#include <QWidget>

namespace Benchboot {

/// The screen of a PC with the boot menu on it, as iPXE paints it: 80 × 25 cells, the largest that fit. Arrow keys and the menu's own keys choose
/// as they do on the PC. Its colours are iPXE's, not the desktop's.
class ClientScreen final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientScreen)

public:
    explicit ClientScreen(QWidget *parent = nullptr);
    ~ClientScreen() override = default;

    void setMenu(const ClientMenu &menu);
    [[nodiscard]] const ClientMenu &menu() const { return m_menu; }
    [[nodiscard]] qsizetype selected() const { return m_selected; } ///< index of an item; −1: none
    /// What stands in row \a row (0 to 24), 80 characters.
    [[nodiscard]] QString rowText(int row) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    static constexpr int columns = 80;
    static constexpr int rows = 25;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Geometry
    {
        QRectF screen;
        QSizeF cell;
        QFont font;
    };
    [[nodiscard]] Geometry geometryFor(const QSize &size) const;
    [[nodiscard]] qsizetype firstVisible() const;
    void select(qsizetype index);
    void step(int direction);
    void paintRow(QPainter &painter, const Geometry &geometry, int row) const;
    void describe();

    ClientMenu m_menu;
    qsizetype m_selected = -1;
    bool m_untouched = true; ///< the time-out runs
};

} // namespace Benchboot
