// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/summarypage.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Benchboot {

SummaryPage::SummaryPage(QWidget *parent)
    : QWizardPage(parent), m_body(new QWidget(this)), m_sections(new QVBoxLayout(m_body)), m_start(new QCheckBox(this)),
      m_message(new MessageBar(this))
{
    setTitle(tr("Summary"));
    auto *sentence = new QLabel(tr("These choices can be changed later under Settings."), this);
    sentence->setWordWrap(true);
    m_start->setObjectName(u"startNow"_s);
    setRunning(false);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_body);
    scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    const Metrics metrics(this);
    m_sections->setContentsMargins({});
    m_sections->setSpacing(3 * metrics.u);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * metrics.u);
    layout->addWidget(sentence);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_start);
}

void SummaryPage::setSections(const QList<Section> &sections)
{
    while (auto *item = m_sections->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &section : sections)
        addSection(section);
    m_sections->addStretch();
}

void SummaryPage::addSection(const Section &section)
{
    auto *box = new QWidget(m_body);
    auto *form = new QFormLayout(box);
    form->setContentsMargins({});
    auto *title = new QLabel(section.title, box);
    title->setFont(Fonts::strong(font()));
    auto *change = new QPushButton(tr("Change…"), box);
    change->setObjectName(u"change%1"_s.arg(section.page));
    change->setAccessibleName(tr("Change %1").arg(section.title));
    connect(change, &QPushButton::clicked, this, [this, page = section.page] { Q_EMIT changeRequested(page); });
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(change);
    form->addRow(head);
    for (const auto &[name, value] : section.lines) {
        auto *text = new QLabel(value, box);
        text->setWordWrap(true);
        form->addRow(name, text);
    }
    m_sections->addWidget(box);
}

void SummaryPage::setRunning(bool running)
{
    m_start->setText(running ? tr("&Stop the services and start them with these choices")
                             : tr("&Start the services now"));
    m_start->setChecked(!running);
}

bool SummaryPage::startsServices() const { return m_start->isChecked(); }

void SummaryPage::setFailure(const QString &sentence) { m_message->setMessage(Semantic::Role::Failed, sentence); }

} // namespace Benchboot
