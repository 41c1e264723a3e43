// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QSplitter;
class QTabWidget;

namespace Benchboot {

/// Panes beside each other (or one above the other) with splitters between them; as tabs where there is too little room for that.
class Panes final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Panes)

public:
    /// \param least  room along \a orientation, in line heights of the font, below which the panes are tabs
    Panes(Qt::Orientation orientation, int least, QWidget *parent = nullptr);
    ~Panes() override = default;

    /// \param title  of the tab
    /// \param share  of the room that is left when all panes have their size hints
    void addPane(QWidget *pane, const QString &title, int share);
    void setPaneVisible(QWidget *pane, bool visible);
    [[nodiscard]] bool isTabbed() const { return m_tabbed; }
    [[nodiscard]] QSplitter *splitter() const { return m_splitter; }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Pane
    {
        QWidget *widget;
        QString title;
        int share;
        bool visible = true;
    };
    void arrange();
    void setTabbed(bool tabbed);

    Qt::Orientation m_orientation;
    int m_least;
    bool m_tabbed = false;
    QList<Pane> m_panes;
    QSplitter *m_splitter;
    QTabWidget *m_tabs;
};

} // namespace Benchboot
