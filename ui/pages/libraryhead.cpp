// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/libraryhead.h"

#include "ui/models/displaytext.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/semantic.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Benchboot {

LibraryHead::LibraryHead(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(tr("Library"), this)), m_summary(new QLabel(this)),
      m_search(new QLineEdit(this)), m_order(new QComboBox(this))
{
    m_summary->setObjectName(u"librarySummary"_s);
    setUpSearch();
    setUpOrder();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_search);
    layout->addWidget(m_order);
    applyMetrics();
}

void LibraryHead::setUpSearch()
{
    m_search->setObjectName(u"imagesSearch"_s);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the library"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Icons::get(u"edit-find"_s), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, &LibraryHead::searchChanged);
    auto *leave = new QAction(m_search);
    leave->setShortcut(Qt::Key_Escape);
    leave->setShortcutContext(Qt::WidgetShortcut);
    connect(leave, &QAction::triggered, this, [this] {
        m_search->clear();
        Q_EMIT searchLeft();
    });
    m_search->QWidget::addAction(leave);
}

void LibraryHead::setUpOrder()
{
    m_order->setObjectName(u"imagesOrder"_s);
    m_order->setAccessibleName(tr("Order of the library"));
    m_order->addItem(tr("Sort by name"), int(ImagesModel::Order::Name));
    m_order->addItem(tr("Newest first"), int(ImagesModel::Order::Newest));
    m_order->addItem(tr("Largest first"), int(ImagesModel::Order::Size));
    connect(m_order, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT orderChanged(static_cast<ImagesModel::Order>(m_order->currentData().toInt())); });
}

void LibraryHead::setContent(qsizetype images, qint64 bytes)
{
    //: How many images there are, and their size: "6 images, 3.4 GB"
    m_summary->setText(images == 0 ? QString()
                                   : tr("%1, %2").arg(tr("%n image(s)", nullptr, int(images)), DisplayText::size(bytes)));
    m_search->setVisible(images > 0);
    m_order->setVisible(images > 0);
}

QString LibraryHead::searchText() const { return m_search->text(); }

void LibraryHead::clearSearch() { m_search->clear(); }

void LibraryHead::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (layout()
        && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
            || event->type() == QEvent::PaletteChange))
        applyMetrics();
}

void LibraryHead::applyMetrics()
{
    const Metrics metrics(this);
    layout()->setSpacing(2 * metrics.u);
    m_title->setFont(Fonts::strong(font()));
    auto secondary = palette();
    secondary.setColor(QPalette::WindowText, Semantic(palette()).secondaryText(QPalette::Window));
    m_summary->setPalette(secondary);
    m_search->setMaximumWidth(14 * metrics.h);
}

} // namespace Benchboot
