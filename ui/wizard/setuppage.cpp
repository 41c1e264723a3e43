// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/setuppage.h"

#include "ui/widgets/metrics.h"
#include "ui/wizard/setupwidget.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Benchboot {

SetupPage::SetupPage(const QString &title, const QString &sentence, SetupWidget *widget, QWidget *parent)
    : QWizardPage(parent), m_widget(widget)
{
    setTitle(title);
    auto *label = new QLabel(sentence, this);
    label->setWordWrap(true);
    // Large text in a small window scrolls instead of being clipped.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget(scroll);
    auto *inner = new QVBoxLayout(body);
    inner->setContentsMargins({});
    inner->addWidget(widget);
    inner->addStretch(1);
    scroll->setWidget(body);
    body->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Metrics(this).u);
    layout->addWidget(label);
    layout->addWidget(scroll, 1);
    connect(widget, &SetupWidget::completeChanged, this, &SetupPage::completeChanged);
}

bool SetupPage::isComplete() const { return m_widget->isComplete(); }

} // namespace Benchboot
