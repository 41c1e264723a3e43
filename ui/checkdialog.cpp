// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkdialog.h"

#include "session/cardchoice.h"
#include "session/session.h"
#include "ui/context.h"
#include "ui/models/displaytext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPromise>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

Semantic::Role roleOf(Finding::Status status)
{
    switch (status) {
    case Finding::Status::Ok:
        return Semantic::Role::Ok;
    case Finding::Status::Warning:
        return Semantic::Role::Warning;
    case Finding::Status::Failed:
        break;
    }
    return Semantic::Role::Failed;
}

QString statusText(Finding::Status status)
{
    switch (status) {
    case Finding::Status::Ok:
        return CheckDialog::tr("All right");
    case Finding::Status::Warning:
        return CheckDialog::tr("Warning");
    case Finding::Status::Failed:
        break;
    }
    return CheckDialog::tr("Problem");
}

QString sentenceOf(const Finding &finding)
{
    return QStringList{DisplayText::sentence(finding.sentence), DisplayText::sentence(finding.remedy)}
        .join(u' ')
        .trimmed();
}

} // namespace

CheckDialog::CheckDialog(Examination examination, QWidget *parent)
    : QDialog(parent), m_examination(std::move(examination)), m_glyph(new QLabel(this)), m_verdict(new QLabel(this)),
      m_progress(new QProgressBar(this)), m_list(new QListWidget(this))
{
    setObjectName(u"checkDialog"_s);
    setWindowTitle(tr("Check This Computer"));
    const Metrics metrics(this);
    auto *head = new QHBoxLayout;
    m_verdict->setWordWrap(true);
    m_verdict->setObjectName(u"checkVerdict"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(12 * metrics.h);
    m_progress->setAccessibleName(tr("Checking"));
    head->addWidget(m_glyph);
    head->addWidget(m_verdict, 1);
    head->addWidget(m_progress);
    m_list->setObjectName(u"checkList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setWordWrap(true);
    m_list->setIconSize(QSize(metrics.h, metrics.h));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(metrics.u / 2);
    auto *copy = new QAction(tr("Copy"), m_list);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &CheckDialog::copy);
    m_list->addAction(copy);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_again = buttons->addButton(tr("Check &Again"), QDialogButtonBox::ActionRole);
    m_again->setShortcut(QKeySequence(Qt::Key_F5));
    m_again->setObjectName(u"checkAgain"_s);
    m_copy = buttons->addButton(tr("Co&py"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"checkCopy"_s);
    m_copy->setToolTip(tr("Copy the selected lines, or all, as text"));
    connect(m_again, &QPushButton::clicked, this, &CheckDialog::look);
    connect(m_copy, &QPushButton::clicked, this, &CheckDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_looking, &QFutureWatcherBase::resultReadyAt, this,
            [this](int index) { showFindings(m_looking.resultAt(index)); });
    connect(&m_looking, &QFutureWatcherBase::finished, this, &CheckDialog::finish);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(46 * metrics.h, 28 * metrics.h);
    look();
}

CheckDialog::Examination CheckDialog::examinationOf(const UiContext &context)
{
    const auto &session = context.session;
    auto network = networkChoice(session.lab()).value_or(NetworkChoice());
    if (network.cards.isEmpty()) {
        if (const auto choices = cardChoices(); !choices.isEmpty())
            network.cards = {choices.first().card.name};
    }
    auto ports = session.isRunning() ? session.ports() : ServicePorts();
    if (!session.isRunning())
        ports.http = session.lab().setting(u"http.port"_s).toUShort();
    return [subject = Doctor::Subject{session.lab(), session.store(), network, ports, !session.isRunning()}](
               const Found &found) { Doctor::examine(subject, found); };
}

void CheckDialog::look()
{
    if (m_looking.isRunning())
        return;
    m_findings.clear();
    m_list->clear();
    m_again->setEnabled(false);
    m_progress->show();
    m_glyph->setPixmap(Icons::state(Semantic::Role::Working).pixmap(Metrics(this).h));
    m_verdict->setText(
        tr("Looking for what would keep PCs from booting. Other servers on the network have ten seconds to answer."));
    auto promise = std::make_shared<QPromise<QList<Finding>>>(); // outlives this object where something is slow
    m_looking.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, examination = m_examination] {
        examination([&promise](const QList<Finding> &findings) { promise->addResult(findings); });
        promise->finish();
    });
}

void CheckDialog::showFindings(const QList<Finding> &findings)
{
    for (const auto &finding : findings) {
        m_findings.append(finding);
        auto *item = new QListWidgetItem(Icons::state(roleOf(finding.status)), sentenceOf(finding), m_list);
        item->setData(Qt::AccessibleTextRole, u"%1: %2"_s.arg(statusText(finding.status), item->text()));
        item->setToolTip(statusText(finding.status));
    }
}

/// What has to be dealt with comes first.
void CheckDialog::finish()
{
    auto sorted = std::exchange(m_findings, {});
    std::ranges::stable_sort(sorted, std::greater(), &Finding::status);
    m_list->clear();
    showFindings(sorted);
    m_again->setEnabled(true);
    m_progress->hide();
    const auto problems = int(std::ranges::count(m_findings, Finding::Status::Failed, &Finding::status));
    const auto warnings = int(std::ranges::count(m_findings, Finding::Status::Warning, &Finding::status));
    m_verdict->setText(problems > 0 ? tr("PCs cannot boot until %n problem(s) are dealt with.", nullptr, problems)
                           : warnings > 0
                           ? tr("PCs can boot. %n thing(s) may matter to some of them.", nullptr, warnings)
                           : tr("Nothing here keeps PCs from booting."));
    const auto worst = m_findings.isEmpty() ? Finding::Status::Ok : m_findings.first().status;
    m_glyph->setPixmap(Icons::state(roleOf(worst)).pixmap(Metrics(this).h));
}

QString CheckDialog::textOf(const QList<int> &rows) const
{
    QStringList lines;
    for (const int row : rows)
        lines.append(u"%1: %2"_s.arg(statusText(m_findings.at(row).status), sentenceOf(m_findings.at(row))));
    return lines.join(u'\n');
}

QString CheckDialog::text() const
{
    QList<int> rows;
    for (int row = 0; row < m_list->count(); ++row)
        rows.append(row);
    return textOf(rows);
}

void CheckDialog::copy() const
{
    QList<int> rows;
    for (const auto &index : m_list->selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    QGuiApplication::clipboard()->setText(rows.isEmpty() ? text() : textOf(rows));
}

} // namespace Benchboot
