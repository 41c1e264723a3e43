// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/menupreview.h"

#include "protocol/ipxe/menuscript.h"
#include "session/likelycard.h"
#include "session/snapshot.h"
#include "ui/models/displaytext.h"
#include "ui/widgets/clientscreen.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/scripthighlighter.h"
#include "ui/widgets/semantic.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// Line heights below which screen and script are tabs.
constexpr int leastHeight = 21;

struct KindOfPc
{
    QLatin1StringView name;
    QLatin1StringView platform; ///< as iPXE says it
    QLatin1StringView architecture;
};
constexpr std::array kinds{
    KindOfPc{"BIOS"_L1, "pcbios"_L1, "i386"_L1},
    KindOfPc{"UEFI x64"_L1, "efi"_L1, "x86_64"_L1},
    KindOfPc{"UEFI x86"_L1, "efi"_L1, "i386"_L1},
    KindOfPc{"UEFI ARM64"_L1, "efi"_L1, "arm64"_L1},
};

QByteArray scriptFor(const Session &session, const KindOfPc &kind)
{
    const auto &lab = session.lab();
    const bool running = session.isRunning();
    const auto network = running && !session.network().cards.isEmpty() ? session.network()
                                                                       : servedNetwork({likelyCard(lab)});
    const auto port = running ? session.ports().http : lab.setting(u"http.port"_s).toUShort();
    const auto snapshot = makeSnapshot(lab, session.store(), network, port);
    const auto origin = u"http://%1:%2"_s.arg(network.cards.first().address.toString()).arg(port).toLatin1();
    Ipxe::MenuClient client;
    client.platform = kind.platform;
    client.architecture = kind.architecture;
    return Ipxe::menuScript(*snapshot, client, origin);
}

} // namespace

MenuPreview::MenuPreview(const Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    auto *panes = new Panes(Qt::Vertical, leastHeight, this);
    panes->addPane(makeScreenPane(), tr("Client Screen"), 3);
    panes->addPane(makeScriptPane(), tr("Script"), 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(panes);
    connect(&session, &Session::labChanged, this, &MenuPreview::refresh);
    connect(&session, &Session::runningChanged, this, &MenuPreview::refresh);
    connect(&session, &Session::networkChanged, this, &MenuPreview::refresh);
    applyMetrics();
    refresh();
}

QWidget *MenuPreview::makeScreenPane()
{
    auto *pane = new QWidget;
    m_screenTitle = new QLabel(tr("Client Screen"), pane);
    m_kind = new QComboBox(pane);
    m_kind->setObjectName(u"showAs"_s);
    for (const auto &kind : kinds)
        m_kind->addItem(kind.name);
    m_kind->setCurrentIndex(1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &MenuPreview::refresh);
    auto *label = new QLabel(tr("S&how as:"), pane);
    label->setBuddy(m_kind);
    m_screen = new ClientScreen(pane);
    m_screen->setObjectName(u"clientScreen"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_screenTitle, 1);
    head->addWidget(label);
    head->addWidget(m_kind);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->addLayout(head);
    layout->addWidget(m_screen, 1);
    return pane;
}

QWidget *MenuPreview::makeScriptPane()
{
    auto *pane = new QWidget;
    m_scriptTitle = new QLabel(tr("Script"), pane);
    m_scriptNote = new ElidedLabel(pane);
    m_scriptNote->setObjectName(u"scriptNote"_s);
    auto *copy = new QPushButton(Icons::get(u"edit-copy"_s), tr("&Copy Script"), pane);
    copy->setObjectName(u"copyScriptButton"_s);
    connect(copy, &QPushButton::clicked, this, &MenuPreview::copyScript);
    m_view = new QPlainTextEdit(pane);
    m_view->setObjectName(u"scriptView"_s);
    m_view->setAccessibleName(tr("Script of the menu"));
    m_view->setReadOnly(true);
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setTabChangesFocus(true);
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_highlighter = new ScriptHighlighter(m_view->document());
    auto *head = new QHBoxLayout;
    head->addWidget(m_scriptTitle);
    head->addWidget(m_scriptNote, 1);
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    return pane;
}

void MenuPreview::refresh()
{
    const auto script = scriptFor(m_session, kinds.at(size_t(m_kind->currentIndex())));
    if (script == m_script)
        return;
    m_script = script;
    m_screen->setMenu(clientMenuFromScript(script));
    const int scrolled = m_view->verticalScrollBar()->value();
    m_view->setPlainText(QString::fromUtf8(script));
    m_view->verticalScrollBar()->setValue(scrolled);
    m_scriptNote->setText(tr("as this PC receives it: GET /menu.ipxe, %1").arg(DisplayText::size(script.size())));
}

void MenuPreview::copyScript() const { QApplication::clipboard()->setText(QString::fromUtf8(m_script)); }

void MenuPreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        applyMetrics();
}

void MenuPreview::applyMetrics()
{
    const Metrics metrics(this);
    for (auto *title : {m_screenTitle, m_scriptTitle}) {
        title->setFont(Fonts::strong(font()));
        title->parentWidget()->layout()->setSpacing(2 * metrics.u);
    }
    auto secondary = palette();
    secondary.setColor(QPalette::WindowText, Semantic(palette()).secondaryText(QPalette::Window));
    m_scriptNote->setPalette(secondary);
    m_view->setFont(Fonts::mono(font()));
    m_highlighter->setPalette(palette());
}

} // namespace Benchboot
