// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "images/containerkind.h"
#include "session/importqueue.h"
#include "session/session.h"
#include "ui/checkdialog.h"
#include "ui/importquestions.h"
#include "ui/knownpcsdialog.h"
#include "ui/models/clientmodel.h"
#include "ui/models/railmodel.h"
#include "ui/pages/activitypage.h"
#include "ui/pages/benchpage.h"
#include "ui/pages/imagespage.h"
#include "ui/pages/menupage.h"
#include "ui/pages/settingspage.h"
#include "ui/questions.h"
#include "ui/serviceactions.h"
#include "ui/servicecontroller.h"
#include "ui/widgets/filedrop.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/statusline.h"
#include "ui/windowcounts.h"
#include "ui/windowlayout.h"
#include "ui/wizard/setupwizard.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

constexpr int narrowWidth = 40; // lines: below it the rail and the tool bar show icons only
constexpr qsizetype mostHistory = 50;

} // namespace

MainWindow::MainWindow(const UiContext &context, QWidget *parent)
    : QMainWindow(parent), m_context(context), m_clients(new ClientModel(context.clients, this)),
      m_places(new RailModel(this)), m_rail(new Rail(this)), m_pages(new QStackedWidget(this)),
      m_status(new StatusLine(this)), m_toolBar(new QToolBar(tr("Tool Bar"), this)),
      m_placeActions(new QActionGroup(this)), m_services(new ServiceActions(m_context, this))
{
    setObjectName(u"mainWindow"_s);
    setUpActions();
    setUpPages();
    setUpFrame();
    setUpMenus();
    setStatusBar(m_status);
    connect(m_status, &StatusLine::attentionClicked, this, [this] { showPage(u"bench"_s); });
    new WindowCounts(m_context, *m_clients, *m_places, *m_status, this);
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpActions()
{
    m_import = new QAction(Icons::get(u"document-import"_s), tr("&Import Image…"), this);
    m_import->setObjectName(u"importAction"_s);
    m_import->setShortcut(QKeySequence::Open);
    m_import->setToolTip(tr("Take what network boot needs from an image file"));
    connect(m_import, &QAction::triggered, this, &MainWindow::chooseImages);
}

void MainWindow::setUpPages()
{
    m_activity = new ActivityPage(m_context, this);
    addPlace(u"bench"_s, tr("Bench"), u"computer"_s, new BenchPage(m_context, *m_clients, this));
    addPlace(u"images"_s, tr("Images"), u"media-optical"_s, new ImagesPage(m_context, this));
    addPlace(u"menu"_s, tr("Menu"), u"application-menu"_s, new MenuPage(m_context, this));
    addPlace(u"activity"_s, tr("Activity"), u"view-history"_s, m_activity);
    m_settings = new SettingsPage(m_context, this);
    addPlace(u"settings"_s, tr("Settings"), u"configure"_s, m_settings);
}

void MainWindow::addPlace(const QString &name, const QString &title, const QString &icon, Page *page)
{
    const auto index = int(m_all.size());
    auto *action = new QAction(Icons::get(icon), title, m_placeActions);
    action->setObjectName(name + u"Action"_s);
    action->setCheckable(true);
    action->setShortcut(Qt::CTRL | Qt::Key(Qt::Key_1 + index));
    connect(action, &QAction::triggered, this, [this, index] { setCurrent(index); });
    connect(page, &Page::importRequested, this, &MainWindow::chooseImages);
    connect(page, &Page::pageRequested, this, &MainWindow::showPage);
    connect(page, &Page::activityRequested, this, &MainWindow::showActivity);
    connect(page, &Page::wizardRequested, this, &MainWindow::openWizard);
    connect(page, &Page::checkRequested, this, &MainWindow::checkComputer);
    connect(page, &Page::loaderRequested, this, [this](const QString &loader, const QString &sentence) {
        showPage(u"settings"_s);
        m_settings->showLoader(loader, sentence);
    });
    page->setObjectName(name + u"Page"_s);
    page->setAccessibleName(title);
    m_pages->addWidget(page);
    m_places->addPlace(title, Icons::get(icon));
    m_all.append({name, title, page, action});
}

void MainWindow::setUpFrame()
{
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    addToolBar(m_toolBar);
    m_toolBar->addAction(m_services->start());
    m_toolBar->addAction(m_import);
    m_toolBar->addSeparator();

    auto *centre = new QWidget(this);
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);

    m_rail->setModel(m_places);
    connect(m_rail->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { setCurrent(current.row()); });

    new ImportQuestions(m_context.imports, this);
    auto *drop = new FileDrop(this, m_context.session.store().folder());
    connect(drop, &FileDrop::dropped, this, &MainWindow::importFiles);
}

void MainWindow::setCurrent(int index)
{
    if (index < 0 || index >= m_all.size())
        return;
    const auto before = m_pages->currentIndex();
    if (index != before && (m_history.isEmpty() || m_history.last() != before)) {
        m_history.append(before);
        if (m_history.size() > mostHistory)
            m_history.removeFirst();
    }
    const auto &place = m_all.at(index);
    m_pages->setCurrentIndex(index);
    m_rail->setCurrentIndex(m_places->index(index));
    place.action->setChecked(true);
    m_back->setEnabled(!m_history.isEmpty());
    setWindowTitle(tr("%1 — Benchboot").arg(place.title));
    showPageActions();
}

void MainWindow::goBack()
{
    if (m_history.isEmpty())
        return;
    const auto index = m_history.takeLast();
    setCurrent(index);
    m_history.removeLast(); // the page just left
    m_back->setEnabled(!m_history.isEmpty());
}

void MainWindow::switchPane()
{
    if (m_rail->hasFocus())
        m_pages->currentWidget()->setFocus(Qt::TabFocusReason);
    else
        m_rail->setFocus(Qt::TabFocusReason);
}

void MainWindow::showPage(const QString &place)
{
    setCurrent(int(std::ranges::find(m_all, place, &Place::name) - m_all.begin()));
}

QString MainWindow::currentPlace() const { return m_all.at(m_pages->currentIndex()).name; }

void MainWindow::showActivity(const QString &mac)
{
    m_activity->showClient(mac);
    showPage(u"activity"_s);
}

void MainWindow::chooseImages()
{
    auto *dialog = new QFileDialog(this, tr("Import Images"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Images (*.iso *.img *.bin *.zip *.7z *.rar *.cab *.tar *.tgz *.gz *.bz2 *.xz *.zst)"), tr("All files (*)")});
    dialog->setLabelText(QFileDialog::Accept, tr("Import"));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) { importFiles(files); });
    dialog->open();
}

void MainWindow::importFiles(const QStringList &files, bool link)
{
    for (const auto &file : files) {
        const auto isSame = [&file](const auto &item) { return item.isUnderWay() && item.request.file == file; };
        if (!std::ranges::any_of(m_context.imports.items(), isSame)) // dropped twice
            m_context.imports.add({.file = file, .link = link && !isPackedFile(file), .asks = true});
    }
    showPage(u"images"_s);
}

/// Brings the dialog to the front, which \a make makes where there is none yet.
template <typename Dialog>
void MainWindow::showOnce(const std::function<Dialog *()> &make)
{
    auto *dialog = findChild<Dialog *>();
    if (!dialog) {
        dialog = make();
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::checkComputer()
{
    showOnce<CheckDialog>([this] { return new CheckDialog(CheckDialog::examinationOf(m_context), this); });
}

void MainWindow::showKnownPcs()
{
    showOnce<KnownPcsDialog>([this] { return new KnownPcsDialog(m_context.session.store(), m_context.clients, this); });
}

void MainWindow::openWizard()
{
    if (findChild<SetupWizard *>())
        return; // it is open already
    auto *wizard = new SetupWizard(m_context, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->open();
}

void MainWindow::restoreLayout()
{
    const auto lastPage = WindowLayout::restore(*this);
    setCurrent(0);
    showPage(lastPage);
    m_history.clear();
    m_back->setEnabled(false);
    m_rail->setFocus();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const auto imports = m_context.imports.underWay();
    const auto pcs = m_services->pcsUnderWay();
    if (!m_quitting && (imports > 0 || !pcs.isEmpty())) {
        event->ignore();
        Questions::quit(this, pcs, imports, [this] {
            m_quitting = true;
            close();
        });
        return;
    }
    WindowLayout::save(*this, currentPlace());
    m_context.services.stop();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    adaptToWidth();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptToWidth();
}

void MainWindow::adaptToWidth()
{
    const bool narrow = width() < narrowWidth * Metrics(this).h;
    m_rail->setNarrow(narrow);
    m_status->setNarrow(narrow);
    m_toolBar->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

} // namespace Benchboot
