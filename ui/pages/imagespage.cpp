// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/imagespage.h"

#include "lab/labeditor.h"
#include "session/detailtext.h"
#include "session/importqueue.h"
#include "session/session.h"
#include "ui/models/libraryproxy.h"
#include "ui/models/verification.h"
#include "ui/pages/imagedetail.h"
#include "ui/pages/importpanel.h"
#include "ui/pages/libraryhead.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/imagedelegate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/placeholder.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// Line heights below which library and details are tabs.
constexpr int leastWidth = 36;

} // namespace

ImagesPage::ImagesPage(UiContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_model(new ImagesModel(this)), m_proxy(new LibraryProxy(this)),
      m_verification(new Verification(context.session.store(), *m_model, this)),
      m_panes(new Panes(Qt::Horizontal, leastWidth, this)), m_detail(new ImageDetail(this)),
      m_message(new MessageBar(this))
{
    setObjectName(u"imagesPage"_s);
    m_proxy->setSourceModel(m_model);
    m_message->setObjectName(u"imagesMessage"_s);
    m_message->setClosable(true);
    m_message->hide();
    m_detail->setObjectName(u"imageDetail"_s);
    setUpActions();
    m_panes->addPane(makeLibrary(), tr("Library"), 1);
    m_panes->addPane(m_detail, tr("Details"), 0);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_panes);
    setFocusProxy(m_view);
    applyMetrics();
    follow();
    takeLab();
}

ImagesPage::~ImagesPage()
{
    // A field that loses the focus in ~QWidget() would tell a page that is no more.
    m_detail->disconnect(this);
}

void ImagesPage::setUpActions()
{
    m_verify = addAction(u"verifyAction"_s, tr("Verify"), u"dialog-ok-apply"_s, &ImagesPage::verify);
    m_verify->setToolTip(tr("Compare the files with the checksums taken at import"));
    m_addToMenu = addAction(u"addToMenuAction"_s, tr("Add to Menu"), u"list-add"_s, &ImagesPage::addToMenu);
    m_showFiles = addAction(u"showFilesAction"_s, tr("Show Files"), u"document-open-folder"_s, &ImagesPage::showFiles);
    m_remove = addAction(u"removeImageAction"_s, tr("Remove"), u"list-remove"_s, &ImagesPage::removeImage);
    m_remove->setToolTip(tr("Take the image out of the library; Undo brings it back"));
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
}

QAction *ImagesPage::addAction(const QString &name, const QString &text, const QString &icon,
                               void (ImagesPage::*whenTriggered)())
{
    auto *action = new QAction(Icons::get(icon), text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, whenTriggered);
    return action;
}

QWidget *ImagesPage::makeLibrary()
{
    m_view = new QListView;
    m_view->setObjectName(u"imagesView"_s);
    m_view->setAccessibleName(tr("Library"));
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(new ImageDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->addActions(pageActions());
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_view, &QListView::activated, m_detail, &ImageDetail::focusOptions);

    m_placeholder = new Placeholder;
    m_placeholder->setObjectName(u"imagesPlaceholder"_s);
    connect(m_placeholder, &Placeholder::activated, this, [this] {
        if (m_head->searchText().isEmpty())
            Q_EMIT importRequested();
        else
            m_head->clearSearch();
    });
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_placeholder);

    auto *library = new QWidget;
    m_head = new LibraryHead(library);
    connect(m_head, &LibraryHead::searchChanged, this, [this](const QString &text) {
        m_proxy->setSearch(text);
        refresh();
    });
    connect(m_head, &LibraryHead::searchLeft, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_head, &LibraryHead::orderChanged, m_proxy, &LibraryProxy::setOrder);
    auto *layout = new QVBoxLayout(library);
    layout->setContentsMargins({});
    layout->addWidget(new ImportPanel(m_context.imports, library));
    layout->addWidget(m_message);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
    return library;
}

void ImagesPage::follow()
{
    connect(&m_context.session, &Session::labChanged, this, &ImagesPage::takeLab);
    const auto takeTroubles = [this] { m_model->setSourceTroubles(m_context.session.sourceTroubles()); };
    connect(&m_context.session, &Session::sourcesChanged, m_model, takeTroubles);
    takeTroubles();
    const auto takeLoaders = [this] { m_model->setMissingLoaders(m_context.session.missingLoaders()); };
    connect(&m_context.session, &Session::missingLoadersChanged, m_model, takeLoaders);
    takeLoaders();
    connect(m_detail, &ImageDetail::loadersRequested, this, &ImagesPage::requestLoader);
    connect(&m_context.session, &Session::checkProgressed, m_verification, &Verification::showBackground);
    connect(&m_context.session, &Session::checkFinished, m_verification, &Verification::endBackground);
    connect(m_model, &ImagesModel::dataChanged, this, &ImagesPage::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_detail->flush();
        refresh();
    });
    connect(m_detail, &ImageDetail::optionEdited, this, &ImagesPage::editOption);
    connect(m_detail, &ImageDetail::cancelCheckRequested, m_verification, &Verification::cancel);
    connect(&m_context.editor, &LabEditor::failed, this, &ImagesPage::showFailure);
    // What the bar offers to undo is the last edit only as long as no other was made.
    connect(&m_context.editor.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (std::exchange(m_offersUndo, false))
            m_message->clear();
    });
    connect(&m_context.imports, &ImportQueue::imported, this, [this](const LabImage &image, const QString &older) {
        m_awaited = image.id;
        if (!older.isEmpty())
            replaceImage(older, image);
        selectImage(m_awaited);
    });
}

QList<QAction *> ImagesPage::pageActions() const { return {m_verify, m_addToMenu, m_showFiles, m_remove}; }

void ImagesPage::focusSearch() { m_head->focusSearch(); }

void ImagesPage::selectImage(const QString &imageId)
{
    const auto index = m_proxy->mapFromSource(m_model->indexOf(imageId));
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

void ImagesPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        applyMetrics();
}

void ImagesPage::applyMetrics()
{
    const Metrics metrics(this);
    layout()->setContentsMargins(3 * metrics.u, 3 * metrics.u, 3 * metrics.u, 3 * metrics.u);
    m_head->parentWidget()->layout()->setSpacing(2 * metrics.u);
}

void ImagesPage::takeLab()
{
    const auto &lab = m_context.session.lab();
    m_model->setLab(lab);
    if (lab.image(m_awaited))
        selectImage(std::exchange(m_awaited, {}));
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_proxy->index(0, 0));
    refresh();
}

QString ImagesPage::selectedId() const { return m_view->currentIndex().data(ImagesModel::IdRole).toString(); }

const LabImage *ImagesPage::selected() const { return m_context.session.lab().image(selectedId()); }

void ImagesPage::refresh()
{
    const auto &lab = m_context.session.lab();
    const auto *image = selected();
    m_detail->setImage(lab, image, m_model->check(selectedId()), m_model->sourceTrouble(selectedId()),
                       detailText(m_model->missingLoader(selectedId())));
    m_panes->setPaneVisible(m_detail, !lab.images().isEmpty());
    m_head->setContent(lab.images().size(), m_model->totalSize());
    showPlaceholder();
    const bool inMenu = image && std::ranges::contains(lab.menu(), image->id, &LabMenuItem::id);
    m_verify->setEnabled(image);
    m_addToMenu->setEnabled(image && !inMenu);
    m_showFiles->setEnabled(image);
    m_remove->setEnabled(image);
}

void ImagesPage::requestLoader()
{
    const auto sentence = m_model->missingLoader(selectedId());
    for (const auto method : {BootMethod::Memdisk, BootMethod::Wimboot}) {
        if (sentence.contains(methodName(method)))
            return Q_EMIT loaderRequested(methodName(method), detailText(sentence));
    }
}

void ImagesPage::showPlaceholder()
{
    if (m_model->rowCount() == 0) {
        m_placeholder->setContent({.icon = u"media-optical"_s,
                                   .title = tr("No images yet"),
                                   .sentence = tr("Drop ISO or IMG files anywhere in this window."),
                                   .button = tr("Import Image…"),
                                   .buttonIcon = u"document-import"_s});
    } else if (m_proxy->rowCount() == 0) {
        m_placeholder->setContent({.icon = u"edit-find"_s,
                                   .title = tr("No image matches “%1”").arg(m_head->searchText()),
                                   .sentence = tr("Search looks at names, versions and files."),
                                   .button = tr("Clear Search"),
                                   .buttonIcon = {}});
    }
    m_stack->setCurrentIndex(m_proxy->rowCount() == 0 ? 1 : 0);
}

void ImagesPage::verify()
{
    if (const auto *image = selected())
        m_verification->start(*image);
}

void ImagesPage::addToMenu()
{
    const auto *image = selected();
    if (!image)
        return;
    const auto &menu = m_context.session.lab().menu();
    const auto last = std::ranges::find_last(menu, LabMenuItem::Kind::Image, &LabMenuItem::kind);
    const auto position = last.empty() ? 0 : last.begin() - menu.begin() + 1;
    m_context.editor.addItem({LabMenuItem::Kind::Image, image->id, {}}, position);
}

void ImagesPage::showFiles()
{
    const auto *image = selected();
    if (!image)
        return;
    const auto folder
        = image->linked ? QFileInfo(image->sourceFile).path() : m_context.session.store().imageFolder(image->id);
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

void ImagesPage::removeImage()
{
    const auto *image = selected();
    if (!image)
        return;
    const auto name = image->displayName();
    const auto id = image->id;
    m_verification->forget(id);
    m_context.editor.removeImage(id);
    if (!m_context.session.lab().image(id))
        offerUndo(tr("%1 was removed. Its files are kept until Benchboot is closed.").arg(name));
}

/// The lab may have changed since that was asked.
void ImagesPage::replaceImage(const QString &older, const LabImage &newer)
{
    const auto *image = m_context.session.lab().image(older);
    if (!image)
        return;
    const auto name = image->displayName();
    m_verification->forget(older);
    m_context.editor.replaceImage(older, newer.id);
    if (!m_context.session.lab().image(older)) {
        offerUndo(tr("%1 took over the menu entry and options of %2, whose files are kept until Benchboot is closed.")
                      .arg(newer.displayName(), name));
    }
}

void ImagesPage::offerUndo(const QString &text)
{
    m_message->setMessage(Semantic::Role::Idle, text);
    m_offersUndo = true;
    auto *undo = m_message->addButton(tr("Undo"));
    connect(undo, &QPushButton::clicked, &m_context.editor.undoStack(), &QUndoStack::undo);
}

void ImagesPage::editOption(const QString &imageId, const QString &key, const QString &value)
{
    m_detail->setProblem({});
    m_editingOption = true;
    m_context.editor.setOption(imageId, key, value);
    m_editingOption = false;
}

void ImagesPage::showFailure(const Error &error)
{
    if (m_editingOption) {
        m_detail->setProblem(detailText(error.detail));
    } else if (isVisible()) {
        m_offersUndo = false;
        m_message->setMessage(Semantic::Role::Failed, detailText(error.detail));
    }
}

} // namespace Benchboot
