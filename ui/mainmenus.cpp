// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The menu bar of the main window, and how the actions of the page that is shown come into it.
#include "lab/labeditor.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"
#include "ui/serviceactions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statusline.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

void MainWindow::setUpMenus()
{
    setUpFileMenu();
    setUpEditMenu();
    setUpViewMenu();
    setUpServicesMenu();
    setUpHelpMenus();
    for (const auto &keys : {QKeySequence(Qt::Key_F6), QKeySequence(Qt::SHIFT | Qt::Key_F6)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &MainWindow::switchPane);
}

void MainWindow::setUpFileMenu()
{
    auto *menu = menuBar()->addMenu(tr("&File"));
    menu->addAction(m_import);
    menu->addSeparator();
    auto *quit
        = menu->addAction(Icons::get(u"application-exit"_s), tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    quit->setObjectName(u"quitAction"_s);
    quit->setMenuRole(QAction::QuitRole);
}

void MainWindow::setUpEditMenu()
{
    m_editMenu = menuBar()->addMenu(tr("&Edit"));
    auto *undo = m_context.editor.undoStack().createUndoAction(this, tr("&Undo"));
    undo->setObjectName(u"undoAction"_s);
    undo->setIcon(Icons::get(u"edit-undo"_s));
    undo->setShortcut(QKeySequence::Undo);
    auto *redo = m_context.editor.undoStack().createRedoAction(this, tr("&Redo"));
    redo->setObjectName(u"redoAction"_s);
    redo->setIcon(Icons::get(u"edit-redo"_s));
    redo->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    m_find = new QAction(Icons::get(u"edit-find"_s), tr("&Find"), this);
    m_find->setObjectName(u"findAction"_s);
    m_find->setShortcut(QKeySequence::Find);
    connect(m_find, &QAction::triggered, this, [this] { m_all.at(m_pages->currentIndex()).page->focusSearch(); });
    m_editActions = {undo, redo, m_find};
    m_editMenu->addActions({undo, redo});
    m_editMenu->addSeparator();
    m_editMenu->addAction(m_find);
    m_editMenu->addSeparator();
}

void MainWindow::setUpViewMenu()
{
    auto *menu = menuBar()->addMenu(tr("&View"));
    menu->addActions(m_placeActions->actions());
    menu->addSeparator();
    m_back = menu->addAction(Icons::get(u"go-previous"_s), tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), this,
                             &MainWindow::goBack);
    m_back->setObjectName(u"backAction"_s);
}

void MainWindow::setUpServicesMenu()
{
    auto *menu = menuBar()->addMenu(tr("Ser&vices"));
    menu->addActions({m_services->start(), m_services->restart()});
    menu->addSeparator();
    menu->addAction(Icons::get(u"network-wired"_s), tr("Choose &Network Card…"), this,
                    [this] { showPage(u"settings"_s); });
}

void MainWindow::setUpHelpMenus()
{
    auto *tools = menuBar()->addMenu(tr("&Tools"));
    auto *check = tools->addAction(Icons::get(u"dialog-ok-apply"_s), tr("Check This &Computer"), this, &MainWindow::checkComputer);
    check->setObjectName(u"checkAction"_s);
    auto *known = tools->addAction(Icons::get(u"view-list-details"_s), tr("&Known PCs"), this, &MainWindow::showKnownPcs);
    known->setObjectName(u"knownPcsAction"_s);
    tools->addSeparator();
    auto *wizard
        = tools->addAction(Icons::get(u"configure"_s), tr("Run Set-Up &Wizard…"), this, &MainWindow::openWizard);
    wizard->setObjectName(u"wizardAction"_s);

    auto *settings = menuBar()->addMenu(tr("&Settings"));
    auto *toolBar = m_toolBar->toggleViewAction();
    toolBar->setText(tr("Show &Tool Bar"));
    settings->addAction(toolBar);
    auto *statusBar = settings->addAction(tr("Show &Status Bar"));
    statusBar->setCheckable(true);
    statusBar->setChecked(true);
    connect(statusBar, &QAction::toggled, m_status, &QWidget::setVisible);
    connect(settings, &QMenu::aboutToShow, statusBar,
            [this, statusBar] { statusBar->setChecked(m_status->isVisible()); });
    settings->addSeparator();
    settings->addAction(Icons::get(u"configure"_s), tr("&Configure Benchboot…"), this,
                        [this] { showPage(u"settings"_s); });

    auto *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Benchboot"), this, &MainWindow::showAbout)->setMenuRole(QAction::AboutRole);
}

/// Puts the actions of the page that is shown behind the fixed two of the tool bar, and into the Edit menu.
void MainWindow::showPageActions()
{
    for (auto *action : std::as_const(m_pageActions)) {
        m_toolBar->removeAction(action);
        m_editMenu->removeAction(action);
        if (action->isSeparator() && action->parent() == m_toolBar)
            delete action;
    }
    m_pageActions.clear();
    for (auto *action : m_all.at(m_pages->currentIndex()).page->pageActions()) {
        if (!action) {
            action = new QAction(m_toolBar);
            action->setSeparator(true);
        }
        m_pageActions.append(action);
    }
    m_toolBar->addActions(m_pageActions);
    m_editMenu->addActions(m_pageActions);
    for (auto *action : std::as_const(m_editActions)) {
        const bool isPages = std::ranges::any_of(m_pageActions, [action](const QAction *own) {
            return !own->shortcut().isEmpty() && own->shortcut() == action->shortcut();
        });
        action->setVisible(!isPages);
    }
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Benchboot"),
                       tr("Benchboot %1\n\nNetwork-boots the PCs on a repair bench from images of rescue systems.\n\n"
                          "Free software under the GNU General Public License, version 3 or later.")
                           .arg(QCoreApplication::applicationVersion()));
}

} // namespace Benchboot
