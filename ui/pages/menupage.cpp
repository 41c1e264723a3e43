// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/menupage.h"

#include "lab/labeditor.h"
#include "session/detailtext.h"
#include "session/session.h"
#include "ui/models/displaytext.h"
#include "ui/models/menumodel.h"
#include "ui/pages/menupreview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/menudelegate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/placeholder.h"

#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot {
namespace {

/// Line heights below which editor and preview are tabs.
constexpr int leastMenuWidth = 36;

} // namespace

MenuPage::MenuPage(UiContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_model(new MenuModel(context.editor, this))
{
    setObjectName(u"menuPage"_s);
    setUpActions();
    setUpUndo();
    auto *panes = new Panes(Qt::Horizontal, leastMenuWidth, this);
    panes->addPane(makeEditor(), tr("Menu"), 3);
    panes->addPane(new MenuPreview(context.session, this), tr("Preview"), 4);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(panes);
    setFocusProxy(m_tree);
    m_typing.setSingleShot(true);
    m_typing.setInterval(400ms); // a pause in typing: the lab is not written for each letter
    connect(&m_typing, &QTimer::timeout, this, &MenuPage::commitForm);
    connect(&context.session, &Session::labChanged, this, &MenuPage::takeLab);
    connect(&context.editor, &LabEditor::failed, this, &MenuPage::showFailure);
    applyMetrics();
    takeLab();
    m_tree->setCurrentIndex(m_model->index(0, 0));
}

MenuPage::~MenuPage()
{
    // A field that loses the focus in ~QWidget() would tell a page that is no more.
    m_title->disconnect(this);
    m_timeout->disconnect(this);
}

void MenuPage::setUpActions()
{
    m_add = addAction(u"addEntryAction"_s, tr("Add Entry"), u"list-add"_s, Qt::Key_Insert, &MenuPage::addEntry);
    m_rename = addAction(u"renameEntryAction"_s, tr("Rename"), u"edit-rename"_s, Qt::Key_F2, &MenuPage::renameEntry);
    m_moveUp = addAction(u"moveUpAction"_s, tr("Move Up"), u"go-up"_s, Qt::ALT | Qt::Key_Up, &MenuPage::moveUp);
    m_moveDown
        = addAction(u"moveDownAction"_s, tr("Move Down"), u"go-down"_s, Qt::ALT | Qt::Key_Down, &MenuPage::moveDown);
    m_default = addAction(u"defaultEntryAction"_s, tr("Make Default"), u"dialog-ok-apply"_s, Qt::CTRL | Qt::Key_D,
                          &MenuPage::makeDefault);
    m_default->setToolTip(tr("Start this entry by itself when the time-out is over"));
    m_remove = addAction(u"removeEntryAction"_s, tr("Remove"), u"list-remove"_s, QKeySequence::Delete,
                         &MenuPage::removeEntry);
    m_remove->setToolTip(tr("Take the entry out of the menu; the image stays in the library"));
}

QAction *MenuPage::addAction(const QString &name, const QString &text, const QString &icon,
                             const QKeySequence &shortcut, void (MenuPage::*whenTriggered)())
{
    auto *action = new QAction(Icons::get(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut); // fields have Delete and Alt+Up of their own
    connect(action, &QAction::triggered, this, whenTriggered);
    return action;
}

void MenuPage::setUpUndo()
{
    m_undo = m_context.editor.undoStack().createUndoAction(this, tr("Undo"));
    m_undo->setObjectName(u"undoAction"_s);
    m_undo->setIcon(Icons::get(u"edit-undo"_s));
    m_undo->setIconText(tr("Undo")); // a tool button does not grow with the command's name
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = m_context.editor.undoStack().createRedoAction(this, tr("Redo"));
    m_redo->setObjectName(u"redoAction"_s);
    m_redo->setIcon(Icons::get(u"edit-redo"_s));
    m_redo->setIconText(tr("Redo"));
    m_redo->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    for (auto *action : {m_undo, m_redo}) {
        action->setPriority(QAction::LowPriority); // icons that everybody knows; the tool bar keeps its words for the others
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        QWidget::addAction(action);
    }
}

QList<QAction *> MenuPage::pageActions() const
{
    return {m_undo, m_redo, nullptr, m_add, m_rename, m_moveUp, m_moveDown, m_default, m_remove};
}

QWidget *MenuPage::makeEditor()
{
    auto *editor = new QWidget(this);
    m_message = new MessageBar(editor);
    m_message->setObjectName(u"menuMessage"_s);
    m_message->setClosable(true);
    m_message->hide();
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins({});
    layout->addWidget(m_message);
    layout->addWidget(makeTree(), 1);
    layout->addWidget(makeForm());
    return editor;
}

QWidget *MenuPage::makeTree()
{
    m_tree = new QTreeView;
    m_tree->setObjectName(u"menuTree"_s);
    m_tree->setAccessibleName(tr("Entries of the menu"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new MenuDelegate(m_tree));
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_tree->setDragEnabled(true);
    m_tree->setAcceptDrops(true);
    m_tree->setDropIndicatorShown(true);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setDragDropOverwriteMode(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(MenuModel::Entry, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(MenuModel::BootsOn, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionsMovable(false);
    m_tree->addActions({m_add, m_rename, m_moveUp, m_moveDown, m_default, m_remove});
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &MenuPage::refreshActions);

    auto *placeholder = new Placeholder;
    placeholder->setObjectName(u"menuPlaceholder"_s);
    placeholder->setContent({.icon = u"application-menu"_s,
                             .title = tr("The menu is empty"),
                             .sentence = tr("Each imported image adds an entry. You can also add one by hand."),
                             .button = tr("Add Entry"),
                             .buttonIcon = u"list-add"_s});
    connect(placeholder, &Placeholder::activated, this, &MenuPage::addEntry);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_tree);
    m_stack->addWidget(placeholder);
    return m_stack;
}

QWidget *MenuPage::makeForm()
{
    auto *form = new QWidget;
    m_title = new QLineEdit(form);
    m_title->setObjectName(u"menuTitle"_s);
    m_title->setMaxLength(120);
    connect(m_title, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_title, &QLineEdit::editingFinished, this, &MenuPage::commitForm);
    m_timeout = new QSpinBox(form);
    m_timeout->setObjectName(u"menuTimeout"_s);
    m_timeout->setRange(0, 3600);
    //: Unit of the time-out: seconds
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setSpecialValueText(tr("None, the menu waits"));
    m_timeout->setToolTip(tr("Seconds until the default entry starts by itself"));
    connect(m_timeout, &QSpinBox::valueChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_timeout, &QSpinBox::editingFinished, this, &MenuPage::commitForm);
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins({});
    layout->addRow(tr("Head&line:"), m_title);
    layout->addRow(tr("&Time-out:"), m_timeout);
    return form;
}

void MenuPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

void MenuPage::applyMetrics()
{
    const Metrics metrics(this);
    layout()->setContentsMargins(3 * metrics.u, 3 * metrics.u, 3 * metrics.u, 3 * metrics.u);
    m_stack->parentWidget()->layout()->setSpacing(3 * metrics.u);
    m_stack->setMinimumWidth(22 * metrics.h);
}

void MenuPage::takeLab()
{
    const auto &lab = m_context.session.lab();
    m_model->setLab(lab);
    m_stack->setCurrentIndex(lab.menu().isEmpty() ? 1 : 0);
    if (!m_typing.isActive()) {
        if (m_title->text() != lab.setting(u"menu.title"_s))
            m_title->setText(lab.setting(u"menu.title"_s));
        const QSignalBlocker blocker(m_timeout);
        m_timeout->setValue(lab.setting(u"menu.timeout"_s).toInt());
    }
    refreshActions();
}

void MenuPage::refreshActions()
{
    const auto current = m_tree->currentIndex();
    m_add->setEnabled(!missingItems().isEmpty());
    m_add->setToolTip(m_add->isEnabled() ? tr("Add an image or a standard entry")
                                         : tr("Every image and every standard entry is in the menu"));
    for (auto *action : {m_rename, m_remove})
        action->setEnabled(current.isValid());
    m_moveUp->setEnabled(current.isValid() && current.row() > 0);
    m_moveDown->setEnabled(current.isValid() && current.row() + 1 < m_model->rowCount());
    m_default->setEnabled(current.isValid() && !current.data(MenuModel::DefaultRole).toBool());
}

void MenuPage::commitForm()
{
    m_typing.stop();
    const auto lab = m_context.session.lab();
    if (const auto title = m_title->text().trimmed(); title != lab.setting(u"menu.title"_s))
        m_context.editor.setSetting(u"menu.title"_s, title);
    if (m_timeout->value() != lab.setting(u"menu.timeout"_s).toInt())
        m_context.editor.setSetting(u"menu.timeout"_s, QString::number(m_timeout->value()));
}

QString MenuPage::selectedId() const { return m_tree->currentIndex().data(MenuModel::IdRole).toString(); }

void MenuPage::selectItem(const QString &itemId)
{
    if (const auto index = m_model->indexOf(itemId); index.isValid())
        m_tree->setCurrentIndex(index);
}

QList<LabMenuItem> MenuPage::missingItems() const
{
    const auto &lab = m_context.session.lab();
    QList<LabMenuItem> items;
    for (const auto &image : lab.images())
        items.append({LabMenuItem::Kind::Image, image.id, {}});
    items.append(Lab().menu());
    items.removeIf([&lab](const auto &item) { return std::ranges::contains(lab.menu(), item.id, &LabMenuItem::id); });
    return items;
}

void MenuPage::addEntry()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"addEntryMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &item : missingItems()) {
        auto *action = menu->addAction(Icons::get(DisplayText::menuIcon(item.kind)),
                                       m_context.session.lab().titleOf(item).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, item] { addItem(item); });
    }
    if (menu->isEmpty())
        return menu->deleteLater();
    menu->setActiveAction(menu->actions().first());
    const auto below = m_tree->visualRect(m_tree->currentIndex()).bottomLeft();
    menu->popup(m_stack->currentWidget() == m_tree ? m_tree->viewport()->mapToGlobal(below)
                                                   : m_stack->mapToGlobal(m_stack->rect().center()));
}

void MenuPage::addItem(const LabMenuItem &item)
{
    const auto current = m_tree->currentIndex();
    m_context.editor.addItem(item, current.isValid() ? current.row() + 1 : m_model->rowCount());
    selectItem(item.id);
    m_tree->setFocus();
}

void MenuPage::removeEntry()
{
    if (const auto id = selectedId(); !id.isEmpty())
        m_context.editor.removeItem(id);
}

void MenuPage::renameEntry() { m_tree->edit(m_tree->currentIndex().siblingAtColumn(MenuModel::Entry)); }

void MenuPage::moveBy(int rows)
{
    const auto row = m_tree->currentIndex().row();
    if (const auto id = selectedId(); !id.isEmpty())
        m_context.editor.moveItem(id, row + rows);
    m_tree->scrollTo(m_tree->currentIndex());
}

void MenuPage::makeDefault()
{
    if (const auto id = selectedId(); !id.isEmpty())
        m_context.editor.setSetting(u"menu.default"_s, id);
}

void MenuPage::showFailure(const Error &error)
{
    if (isVisible())
        m_message->setMessage(Semantic::Role::Failed, detailText(error.detail));
}

} // namespace Benchboot
