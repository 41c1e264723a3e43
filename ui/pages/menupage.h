// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "lab/lab.h"
#include "ui/context.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QTreeView;

namespace Benchboot {

class MenuModel;
class MenuPreview;
class MessageBar;

/// What a PC gets to see: the menu's entries, its headline and time-out, and beside them the menu as the PC shows it and its script.
class MenuPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MenuPage)

public:
    explicit MenuPage(UiContext &context, QWidget *parent = nullptr);
    ~MenuPage() override;

    [[nodiscard]] QList<QAction *> pageActions() const override;
    void selectItem(const QString &itemId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpActions();
    QAction *addAction(const QString &name, const QString &text, const QString &icon, const QKeySequence &shortcut,
                       void (MenuPage::*whenTriggered)());
    void setUpUndo();
    QWidget *makeEditor();
    QWidget *makeTree();
    QWidget *makeForm();
    void applyMetrics();

    void takeLab();
    void refreshActions();
    void commitForm();
    [[nodiscard]] QString selectedId() const;
    /// Images without an entry, and standard entries that are missing.
    [[nodiscard]] QList<LabMenuItem> missingItems() const;

    void addEntry();
    void addItem(const LabMenuItem &item);
    void removeEntry();
    void renameEntry();
    void moveUp() { moveBy(-1); }
    void moveDown() { moveBy(1); }
    void moveBy(int rows);
    void makeDefault();
    void showFailure(const Error &error);

    UiContext &m_context;
    MenuModel *m_model;
    QTreeView *m_tree = nullptr;
    QStackedWidget *m_stack = nullptr;
    MessageBar *m_message = nullptr;
    QLineEdit *m_title = nullptr;
    QSpinBox *m_timeout = nullptr;
    QTimer m_typing;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_add = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_moveUp = nullptr;
    QAction *m_moveDown = nullptr;
    QAction *m_default = nullptr;
};

} // namespace Benchboot
