// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"

#include "lab/labeditor.h"
#include "session/detailtext.h"
#include "session/loaders.h"
#include "session/session.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/placeholder.h"
#include "ui/wizard/loaderswidget.h"
#include "ui/wizard/localewidget.h"
#include "ui/wizard/menudefaultswidget.h"
#include "ui/wizard/networkwidget.h"
#include "ui/wizard/portswidget.h"
#include "ui/wizard/setupwizard.h"
#include "ui/wizard/spacewidget.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot {
namespace {

/// Of a widget with a greatest width, which Qt forgets where it asks how high its texts get.
class BoundedLayout final : public QVBoxLayout
{
public:
    using QVBoxLayout::QVBoxLayout;
    [[nodiscard]] int heightForWidth(int width) const override { return QVBoxLayout::heightForWidth(bounded(width)); }
    [[nodiscard]] int minimumHeightForWidth(int width) const override
    {
        return QVBoxLayout::minimumHeightForWidth(bounded(width));
    }

private:
    [[nodiscard]] int bounded(int width) const { return std::min(width, parentWidget()->maximumWidth()); }
};

/// All that a reader sees of \a widget in labels and buttons.
QString wordsIn(const QWidget *widget)
{
    QStringList words;
    for (const auto *label : widget->findChildren<QLabel *>())
        words.append(label->text().remove(u'&'));
    return words.join(u'\n').toLower();
}

} // namespace

SettingsPage::SettingsPage(UiContext &context, QWidget *parent) : SettingsPage(context, SetupSources{}, parent) { }

SettingsPage::SettingsPage(UiContext &context, const SetupSources &sources, QWidget *parent)
    : Page(parent), m_context(context),
      m_wizardAction(new QAction(Icons::get(u"configure"_s), tr("Run Set-Up &Wizard…"), this)),
      m_search(new QLineEdit(this)), m_message(new MessageBar(this)), m_scroll(new QScrollArea(this)),
      m_nothing(new Placeholder(this)), m_body(nullptr), m_loaders(nullptr)
{
    setObjectName(u"settingsPage"_s);
    m_wizardAction->setObjectName(u"wizardAction"_s);
    connect(m_wizardAction, &QAction::triggered, this, &Page::wizardRequested);
    m_search->setObjectName(u"settingsSearch"_s);
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Icons::get(u"edit-find"_s), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(m_nothing, &Placeholder::activated, m_search, &QLineEdit::clear);
    m_nothing->hide();

    auto *content = new QWidget(m_scroll);
    m_body = new QVBoxLayout(content);
    m_scroll->setObjectName(u"settingsScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto &session = context.session;
    auto *ports = new PortsWidget(session, PortsWidget::Use::Settings);
    ports->setPorts(sources.ports);
    addSection(u"networkWidget"_s, tr("Network"), new NetworkWidget(sources.cards));
    addSection(u"portsWidget"_s, tr("Ports and Rights"), ports);
    m_loaders = new LoadersWidget(
        session.store(), sources.loaderFolders.isEmpty() ? loaderFolders(session.store()) : sources.loaderFolders);
    addSection(u"loadersWidget"_s, tr("Loaders"), m_loaders);
    addSection(u"spaceWidget"_s, tr("Web Root"), new SpaceWidget(session.store()));
    addSection(u"menuDefaultsWidget"_s, tr("Menu Defaults"), new MenuDefaultsWidget);
    addSection(u"localeWidget"_s, tr("Keyboard and Language"), new LocaleWidget(LocaleWidget::Unset::AsItIs));
    m_body->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_message);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_nothing, 1);
    connect(&session, &Session::labChanged, this, &SettingsPage::load);
    connect(&context.editor, &LabEditor::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->setMessage(Semantic::Role::Failed, detailText(error.detail));
        load();
    });
    load();
    for (auto &section : m_sections)
        section.words = wordsIn(section.frame);
    applyMetrics();
}

void SettingsPage::addSection(const QString &name, const QString &title, SetupWidget *widget)
{
    auto *frame = new QWidget(this);
    auto *head = new QLabel(title, frame);
    head->setFont(Fonts::strong(font()));
    widget->setObjectName(name);
    auto *layout = new BoundedLayout(frame);
    layout->setContentsMargins({});
    layout->addWidget(head);
    layout->addWidget(widget);
    m_body->addWidget(frame);
    m_sections.append({frame, widget, {}});
    connect(widget, &SetupWidget::edited, this, [this, widget] { take(widget); });
}

QList<QAction *> SettingsPage::pageActions() const { return {m_wizardAction}; }

void SettingsPage::focusSearch() { m_search->setFocus(Qt::ShortcutFocusReason); }

void SettingsPage::showLoader(const QString &name, const QString &sentence)
{
    m_search->clear();
    m_loaders->askFor(name, sentence);
    auto *bar = m_scroll->verticalScrollBar();
    const auto scroll = [this, bar] {
        m_body->activate();
        const auto section = m_loaders->parentWidget()->geometry();
        bar->setValue(section.top());
        m_scroll->ensureVisible(0, section.bottom(), 0, 0); // what it says stands below
    };
    // The sections above grow when they come to be seen.
    auto *aim = new QObject(this);
    connect(bar, &QScrollBar::rangeChanged, aim, scroll);
    QTimer::singleShot(0, aim, scroll);
    QTimer::singleShot(500ms, aim, &QObject::deleteLater);
}

void SettingsPage::load()
{
    for (const auto &section : std::as_const(m_sections))
        section.widget->load(m_context.session.lab());
}

/// Writes what differs from the lab, each setting as a step of its own that can be undone.
void SettingsPage::take(SetupWidget *widget)
{
    m_message->clear();
    if (const auto prepared = widget->prepare(); !prepared)
        return m_message->setMessage(Semantic::Role::Failed, detailText(prepared.error().detail));
    const auto values = widget->values();
    for (const auto &[key, value] : values.asKeyValueRange()) {
        if (value != m_context.session.lab().setting(key))
            m_context.editor.setSetting(key, value);
    }
}

void SettingsPage::search(const QString &text)
{
    const auto wanted = text.trimmed().toLower();
    bool any = false;
    for (const auto &section : std::as_const(m_sections)) {
        const bool matches = section.words.contains(wanted);
        section.frame->setVisible(matches);
        any = any || matches;
    }
    m_nothing->setContent({.icon = u"edit-find"_s,
                           .title = tr("No setting matches “%1”").arg(text),
                           .sentence = tr("Search looks at the names of settings and sections."),
                           .button = tr("Clear Search"),
                           .buttonIcon = u"edit-clear"_s});
    m_scroll->setVisible(any);
    m_nothing->setVisible(!any);
}

void SettingsPage::applyMetrics()
{
    const Metrics metrics(this);
    layout()->setContentsMargins(3 * metrics.u, 3 * metrics.u, 3 * metrics.u, 3 * metrics.u);
    layout()->setSpacing(3 * metrics.u);
    m_body->setContentsMargins({});
    m_body->setSpacing(6 * metrics.u);
    for (const auto &section : std::as_const(m_sections)) {
        section.frame->layout()->setSpacing(2 * metrics.u);
        section.frame->setMaximumWidth(45 * metrics.h);
    }
}

void SettingsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    for (const auto &section : std::as_const(m_sections))
        section.widget->refresh();
}

void SettingsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

} // namespace Benchboot
