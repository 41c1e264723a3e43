// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/setupwizard.h"

#include "session/detailtext.h"
#include "session/loaders.h"
#include "session/session.h"
#include "ui/servicecontroller.h"
#include "ui/widgets/metrics.h"
#include "ui/wizard/loaderswidget.h"
#include "ui/wizard/localewidget.h"
#include "ui/wizard/networkwidget.h"
#include "ui/wizard/portswidget.h"
#include "ui/wizard/setuppage.h"
#include "ui/wizard/spacewidget.h"
#include "ui/wizard/summarypage.h"
#include "ui/wizard/wizardsteps.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

SetupWizard::SetupWizard(UiContext &context, const SetupSources &sources, QWidget *parent)
    : QWizard(parent), m_context(context), m_summary(new SummaryPage)
{
    setObjectName(u"wizard"_s);
    setWindowTitle(tr("Set Up Benchboot"));
    setWizardStyle(ClassicStyle);
    setOption(NoBackButtonOnStartPage);
    setButtonText(BackButton, tr("&Back"));
    setButtonText(NextButton, tr("&Next"));
    setButtonText(FinishButton, tr("&Finish"));

    auto &session = context.session;
    const auto folders = sources.loaderFolders.isEmpty() ? loaderFolders(session.store()) : sources.loaderFolders;
    auto *ports = new PortsWidget(session, PortsWidget::Use::Wizard);
    ports->setPorts(sources.ports);
    addStep(u"networkWidget"_s, tr("Network"), tr("Choose the card that the PCs are connected to."),
            new NetworkWidget(sources.cards));
    addStep(u"loadersWidget"_s, tr("Architectures and Loaders"),
            tr("Every PC says what kind it is when it asks. The loaders filled in suit most benches."),
            new LoadersWidget(session.store(), folders));
    addStep(u"spaceWidget"_s, tr("Web Root and Space"), tr("Imported files are kept in this folder."),
            new SpaceWidget(session.store()));
    addStep(u"portsWidget"_s, tr("Ports and Rights"), tr("Each port is tried now; nothing is sent."), ports);
    addStep(u"localeWidget"_s, tr("Keyboard and Language"), tr("Rescue systems start with these."),
            new LocaleWidget(LocaleWidget::Unset::Guess));
    addPage(m_summary);
    m_summary->setRunning(session.isRunning());
    connect(m_summary, &SummaryPage::changeRequested, this, &SetupWizard::goTo);

    m_steps = new WizardSteps(m_titles + QStringList{m_summary->title()}, this);
    setSideWidget(m_steps);
    connect(this, &QWizard::currentIdChanged, this, [this](int id) {
        m_steps->setStep(id);
        if (id >= 0 && id < m_widgets.size())
            m_widgets.at(id)->refresh();
        else if (id == m_widgets.size())
            fillSummary();
    });
    applyMetrics();
}

void SetupWizard::addStep(const QString &name, const QString &title, const QString &sentence, SetupWidget *widget)
{
    widget->setObjectName(name);
    widget->load(m_context.session.lab());
    m_widgets.append(widget);
    m_titles.append(title);
    addPage(new SetupPage(title, sentence, widget));
}

void SetupWizard::fillSummary()
{
    QList<SummaryPage::Section> sections;
    for (qsizetype i = 0; i < m_widgets.size(); ++i)
        sections.append({m_titles.at(i), int(i), m_widgets.at(i)->summary()});
    m_summary->setSections(sections);
}

void SetupWizard::goTo(int page)
{
    while (currentId() > page)
        back();
}

Result<void> SetupWizard::apply()
{
    for (auto *widget : std::as_const(m_widgets)) {
        if (auto prepared = widget->prepare(); !prepared)
            return prepared;
    }
    return m_context.session.change([this](Lab &lab) -> Result<void> {
        for (const auto *widget : std::as_const(m_widgets)) {
            const auto values = widget->values();
            for (const auto &[key, value] : values.asKeyValueRange()) {
                // Defaults are not written down, so that a later Benchboot may have better ones.
                if (value == lab.setting(key))
                    continue;
                if (auto set = lab.setSetting(key, value); !set)
                    return set;
            }
        }
        return {};
    });
}

void SetupWizard::accept()
{
    if (const auto applied = apply(); !applied)
        return m_summary->setFailure(detailText(applied.error().detail));
    const bool start = m_summary->startsServices();
    QWizard::accept();
    if (!start)
        return;
    if (m_context.session.isRunning())
        m_context.services.stop();
    m_context.services.start();
}

void SetupWizard::applyMetrics()
{
    const Metrics metrics(this);
    // Some languages need a wider list of steps; the page keeps its room.
    resize(std::max(53 * metrics.h, m_steps->sizeHint().width() + 38 * metrics.h), 37 * metrics.h);
}

/// In a narrow window the page needs the room more than the list of steps.
void SetupWizard::resizeEvent(QResizeEvent *event)
{
    QWizard::resizeEvent(event);
    m_steps->setVisible(width() >= 42 * Metrics(this).h);
}

void SetupWizard::changeEvent(QEvent *event)
{
    QWizard::changeEvent(event);
    if ((event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) && m_steps)
        applyMetrics();
}

} // namespace Benchboot
