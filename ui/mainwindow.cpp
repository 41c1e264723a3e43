// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "images/containerkind.h"
#include "session/clienttracker.h"
#include "session/importqueue.h"
#include "session/session.h"
#include "ui/checkdialog.h"
#include "ui/clienttext.h"
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
#include "ui/servicecontroller.h"
#include "ui/widgets/filedrop.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/statusline.h"
#include "ui/wizard/setupwizard.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStorageInfo>
#include <QToolBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

constexpr int narrowWidth = 40; // lines: below it the rail and the tool bar show icons only
constexpr qsizetype mostHistory = 50;

bool isUnderWay(const ImportQueue::Item &item) { return item.state < ImportQueue::State::Done; }

QString runningText(const Session &session)
{
    QStringList cards;
    for (const auto &card : session.network().cards)
        cards.append(u"%1, %2"_s.arg(card.name, card.address.toString()));
    //: Shown while a network card is unplugged
    return cards.isEmpty() ? MainWindow::tr("Waiting for %1").arg(session.choice().cards.join(u", "_s))
                           : MainWindow::tr("Running on %1").arg(cards.join(u"; "_s));
}

} // namespace

MainWindow::MainWindow(const UiContext &context, QWidget *parent)
    : QMainWindow(parent), m_context(context), m_clients(new ClientModel(context.clients, this)),
      m_places(new RailModel(this)), m_rail(new Rail(this)), m_pages(new QStackedWidget(this)),
      m_status(new StatusLine(this)), m_toolBar(new QToolBar(tr("Tool Bar"), this)),
      m_placeActions(new QActionGroup(this))
{
    setObjectName(u"mainWindow"_s);
    setUpActions();
    setUpPages();
    setUpFrame();
    setUpMenus();
    setUpStatus();
    follow();
    restoreLayout();
    updateServices();
    updateCounts();
    updateSpace();
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpActions()
{
    m_start = new QAction(this);
    m_start->setObjectName(u"startAction"_s);
    m_start->setShortcut(Qt::CTRL | Qt::Key_R);
    connect(m_start, &QAction::triggered, this, &MainWindow::startOrStop);
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
    m_toolBar->addAction(m_start);
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

void MainWindow::setUpStatus()
{
    setStatusBar(m_status);
    connect(m_status, &StatusLine::attentionClicked, this, [this] { showPage(u"bench"_s); });
    m_spaceTimer.setInterval(5000);
    connect(&m_spaceTimer, &QTimer::timeout, this, &MainWindow::updateSpace);
    m_spaceTimer.start();
    m_countTimer.setInterval(250); // rates and counts move four times a second at most
    m_countTimer.setSingleShot(true);
    connect(&m_countTimer, &QTimer::timeout, this, &MainWindow::updateCounts);
}

void MainWindow::follow()
{
    const auto countSoon = [this] {
        if (!m_countTimer.isActive())
            m_countTimer.start();
    };
    connect(&m_context.services, &ServiceController::stateChanged, this, &MainWindow::updateServices);
    connect(&m_context.session, &Session::networkChanged, this, &MainWindow::updateServices);
    connect(m_clients, &QAbstractItemModel::rowsInserted, this, countSoon);
    connect(m_clients, &QAbstractItemModel::rowsRemoved, this, countSoon);
    connect(m_clients, &QAbstractItemModel::dataChanged, this, countSoon);
    connect(&m_context.imports, &ImportQueue::itemAdded, this, countSoon);
    connect(&m_context.imports, &ImportQueue::itemChanged, this, countSoon);
    connect(&m_context.imports, &ImportQueue::itemRemoved, this, countSoon);
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

QStringList MainWindow::pcsUnderWay() const
{
    if (m_context.services.state() != ServiceController::State::Running)
        return {};
    return ClientText::underWay(m_context.clients.clients(), QDateTime::currentMSecsSinceEpoch());
}

void MainWindow::startOrStop()
{
    using enum ServiceController::State;
    const auto state = m_context.services.state();
    if (state == Running || state == Starting)
        stopAfterQuestion([this] { m_context.services.stop(); });
    else
        m_context.services.start();
}

void MainWindow::restart()
{
    stopAfterQuestion([this] {
        m_context.services.stop();
        m_context.services.start();
    });
}

void MainWindow::stopAfterQuestion(const std::function<void()> &then)
{
    const auto pcs = pcsUnderWay();
    if (pcs.isEmpty())
        then();
    else
        Questions::stopServices(this, pcs, then);
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
        const auto isSame = [&file](const auto &item) { return isUnderWay(item) && item.request.file == file; };
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

void MainWindow::updateServices()
{
    using enum ServiceController::State;
    const auto &session = m_context.session;
    const auto state = m_context.services.state();
    const bool canStart = state == Stopped || state == Failed;
    m_start->setText(canStart ? tr("&Start") : tr("&Stop"));
    m_start->setToolTip(canStart ? tr("Start ProxyDHCP, TFTP and HTTP") : tr("Stop ProxyDHCP, TFTP and HTTP"));
    m_start->setIcon(Icons::get(canStart ? u"media-playback-start"_s : u"media-playback-stop"_s));
    m_restart->setEnabled(state == Running);
    switch (state) {
    case Stopped:
        m_status->setService(Semantic::Role::Idle, tr("Stopped"));
        break;
    case Starting:
        m_status->setService(Semantic::Role::Working, tr("Starting…"));
        break;
    case Running:
        m_status->setService(session.network().cards.isEmpty() ? Semantic::Role::Warning : Semantic::Role::Ok,
                             runningText(session));
        break;
    case Failed:
        m_status->setService(Semantic::Role::Failed, tr("The services could not start"));
        break;
    }
}

void MainWindow::updateCounts()
{
    const auto pcs = m_clients->rowCount();
    const auto attention = m_clients->attentionCount();
    const auto imports = int(std::ranges::count_if(m_context.imports.items(), isUnderWay));
    auto spoken = pcs > 0 ? tr("%n PC(s)", nullptr, pcs) : QString();
    if (attention > 0)
        spoken += u", "_s + tr("%n need(s) attention", nullptr, attention);
    m_places->setCount(0, pcs, attention > 0 ? Semantic::Role::Warning : Semantic::Role::Ok, spoken);
    m_places->setCount(1, imports, Semantic::Role::Working,
                       imports > 0 ? tr("%n import(s)", nullptr, imports) : QString());
    m_status->setAttention(attention);
    m_status->setRate(m_clients->bytesPerSecond());
    m_status->setImports(imports);
}

void MainWindow::updateSpace()
{
    const QStorageInfo storage(m_context.session.store().folder());
    m_status->setFreeSpace(storage.isValid() ? storage.bytesAvailable() : -1);
}

void MainWindow::restoreLayout()
{
    const Metrics metrics(this);
    setMinimumSize(28 * metrics.h, 17 * metrics.h);
    const QSettings settings(u"benchboot"_s, u"window"_s);
    if (!restoreGeometry(settings.value("geometry"_L1).toByteArray()))
        resize(71 * metrics.h, 44 * metrics.h);
    m_toolBar->setVisible(settings.value("toolBar"_L1, true).toBool());
    m_status->setVisible(settings.value("statusBar"_L1, true).toBool());
    for (auto *splitter : findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(settings.value(u"splitters/"_s + splitter->objectName()).toByteArray());
    }
    for (auto *log : findChildren<LogView *>())
        log->horizontalHeader()->restoreState(settings.value(u"columns/"_s + log->objectName()).toByteArray());
    setCurrent(0);
    showPage(settings.value("page"_L1).toString());
    m_history.clear();
    m_back->setEnabled(false);
    m_rail->setFocus();
}

void MainWindow::saveLayout() const
{
    QSettings settings(u"benchboot"_s, u"window"_s);
    settings.setValue("geometry"_L1, saveGeometry());
    settings.setValue("toolBar"_L1, m_toolBar->isVisibleTo(this));
    settings.setValue("statusBar"_L1, m_status->isVisibleTo(this));
    settings.setValue("page"_L1, currentPlace());
    for (const auto *splitter : findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            settings.setValue(u"splitters/"_s + splitter->objectName(), splitter->saveState());
    }
    for (const auto *log : findChildren<LogView *>())
        settings.setValue(u"columns/"_s + log->objectName(), log->horizontalHeader()->saveState());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const auto imports = int(std::ranges::count_if(m_context.imports.items(), isUnderWay));
    const auto pcs = pcsUnderWay();
    if (!m_quitting && (imports > 0 || !pcs.isEmpty())) {
        event->ignore();
        Questions::quit(this, pcs, imports, [this] {
            m_quitting = true;
            close();
        });
        return;
    }
    saveLayout();
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
