// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QList>
#include <QMainWindow>

class QActionGroup;
class QStackedWidget;

namespace Benchboot {

class ActivityPage;
class BenchPage;
class ClientModel;
class Page;
class Rail;
class RailModel;
class ServiceActions;
class SettingsPage;
class StatusLine;

/// The window: menus, tool bar, rail, the five pages, status line. Joins the pages with each other; what they show is their own business.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(const UiContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    void
    showPage(const QString &place); ///< "bench", "images", "menu", "activity", "settings"; unknown ones change nothing
    [[nodiscard]] QString currentPlace() const;
    void importFiles(const QStringList &files, bool link = false);
    void openWizard();
    void checkComputer(); ///< shows what doctor finds
    void showKnownPcs(); ///< what each PC boots from

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place
    {
        QString name; ///< as in showPage()
        QString title;
        Page *page;
        QAction *action; ///< of the View menu
    };

    template <typename Dialog>
    void showOnce(const std::function<Dialog *()> &make);
    void setUpActions();
    void setUpPages();
    void addPlace(const QString &name, const QString &title, const QString &icon, Page *page);
    void setUpFrame();
    void setUpMenus();
    void setUpFileMenu();
    void setUpEditMenu();
    void setUpViewMenu();
    void setUpServicesMenu();
    void setUpHelpMenus();
    void restoreLayout();

    void setCurrent(int index);
    void goBack();
    void switchPane();
    void showPageActions();
    void chooseImages();
    void showActivity(const QString &mac);
    void showAbout();
    void adaptToWidth();

    UiContext m_context;
    ClientModel *m_clients;
    RailModel *m_places;
    Rail *m_rail;
    QStackedWidget *m_pages;
    StatusLine *m_status;
    QToolBar *m_toolBar;
    QMenu *m_editMenu = nullptr;
    QActionGroup *m_placeActions;
    ServiceActions *m_services;
    QList<Place> m_all;
    ActivityPage *m_activity = nullptr;
    SettingsPage *m_settings = nullptr;
    QAction *m_import = nullptr;
    QAction *m_back = nullptr;
    QAction *m_find = nullptr;
    QList<QAction *> m_editActions; ///< of the window; hidden where the page has its own with the same keys
    QList<QAction *> m_pageActions; ///< in tool bar and Edit menu now
    QList<int> m_history; ///< pages before this one
    bool m_quitting = false;
};

} // namespace Benchboot
