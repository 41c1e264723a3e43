// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterrow.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/wraplayout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Benchboot {

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent), m_text(new QLineEdit(this)), m_client(new QComboBox(this)), m_service(new QComboBox(this)),
      m_outcome(new QComboBox(this)), m_clear(new QPushButton(Icons::get(u"edit-clear"_s), tr("Clear Fi&lter"), this)),
      m_counts(new QLabel(this)), m_follow(new QCheckBox(tr("Follow &newest"), this))
{
    setUpControls();
    const Metrics metrics(this);
    m_text->setMinimumWidth(16 * metrics.ch);
    auto *layout = new WrapLayout(this);
    layout->setSpacing(2 * metrics.u);
    layout->addWidget(m_text);
    for (auto *combo : {m_client, m_service, m_outcome})
        layout->addWidget(combo);
    layout->addWidget(m_clear);
    layout->addWidget(m_counts);
    layout->addWidget(m_follow);

    m_typing.setSingleShot(true);
    m_typing.setInterval(150); // a filter of 200,000 rows is made anew
    connect(&m_typing, &QTimer::timeout, this, &FilterRow::publish);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    for (auto *combo : {m_client, m_service, m_outcome})
        connect(combo, &QComboBox::currentIndexChanged, this, &FilterRow::publish);
    connect(m_clear, &QPushButton::clicked, this, &FilterRow::clear);
    connect(m_follow, &QCheckBox::toggled, this, &FilterRow::followingChanged);
}

void FilterRow::setUpControls()
{
    m_text->setObjectName(u"activitySearch"_s);
    m_text->setPlaceholderText(tr("Search"));
    m_text->setAccessibleName(tr("Search the log"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(Icons::get(u"edit-find"_s), QLineEdit::LeadingPosition);
    m_client->setObjectName(u"clientFilter"_s);
    m_client->setAccessibleName(tr("PC"));
    m_client->addItem(tr("All PCs"), QString());
    m_service->setObjectName(u"serviceFilter"_s);
    m_service->setAccessibleName(tr("Service"));
    m_service->addItem(tr("All services"));
    using Service = Event::Service;
    for (const auto service : {Service::ProxyDhcp, Service::BootServer, Service::Tftp, Service::Http, Service::Session})
        m_service->addItem(ActivityText::service(service), int(service));
    m_outcome->setObjectName(u"outcomeFilter"_s);
    m_outcome->setAccessibleName(tr("Outcome"));
    using Kind = ActivityText::OutcomeKind;
    m_outcome->addItem(tr("All outcomes"), int(Kind::All));
    m_outcome->addItem(tr("Problems"), int(Kind::Problems));
    m_outcome->addItem(tr("Delivered and answered"), int(Kind::Delivered));
    m_outcome->addItem(tr("Under way"), int(Kind::Running));
    for (auto *combo : {m_client, m_service, m_outcome})
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_clear->setObjectName(u"clearFilterButton"_s);
    m_clear->setEnabled(false);
    m_counts->setObjectName(u"activityCounts"_s);
    m_follow->setObjectName(u"followNewest"_s);
    m_follow->setChecked(true);
}

void FilterRow::addClient(const QString &mac, const QString &name)
{
    const auto text = name.isEmpty() ? mac : name;
    if (const auto index = m_client->findData(mac); index >= 0)
        m_client->setItemText(index, text);
    else
        m_client->addItem(text, mac);
}

void FilterRow::showClient(const QString &mac)
{
    clear();
    m_client->setCurrentIndex(qMax(0, m_client->findData(mac)));
}

void FilterRow::clear()
{
    m_text->clear();
    for (auto *combo : {m_client, m_service, m_outcome})
        combo->setCurrentIndex(0);
    publish();
}

void FilterRow::publish()
{
    m_typing.stop();
    ActivityFilter::Criteria criteria;
    criteria.text = m_text->text().trimmed();
    criteria.mac = m_client->currentData().toString();
    if (m_service->currentIndex() > 0)
        criteria.service = Event::Service(m_service->currentData().toInt());
    criteria.outcome = ActivityText::OutcomeKind(m_outcome->currentData().toInt());
    m_clear->setEnabled(criteria != ActivityFilter::Criteria());
    Q_EMIT criteriaChanged(criteria);
}

void FilterRow::setCounts(qsizetype shown, qsizetype all)
{
    //: How many rows of the log are shown; %1 of %n
    m_counts->setText(shown == all ? tr("%Ln event(s)", nullptr, int(all))
                                   : tr("%1 of %Ln event(s)", nullptr, int(all)).arg(QLocale().toString(shown)));
}

void FilterRow::setFollowing(bool following) { m_follow->setChecked(following); }

void FilterRow::focusSearch()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    m_text->clear();
    nextInFocusChain()->setFocus();
}

} // namespace Benchboot
