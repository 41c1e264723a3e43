// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/servicehost.h"
#include "session/cardchoice.h"
#include "ui/context.h"

#include <QList>
#include <QStringList>
#include <QWizard>

#include <functional>

namespace Benchboot {

class SetupWidget;
class SummaryPage;
class WizardSteps;

/// What this computer is like, as the wizard sees it; tests say otherwise.
struct SetupSources
{
    std::function<QList<CardChoice>()> cards = cardChoices;
    QStringList loaderFolders; ///< empty: loaderFolders() of the lab
    ServicePorts ports; ///< `http` is always the lab's
};

/// Settles what must be settled before a first PC can boot. Finish writes all settings in one change of the lab and, if wanted, starts the
/// services; Cancel changes nothing.
class SetupWizard final : public QWizard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupWizard)

public:
    explicit SetupWizard(UiContext &context, QWidget *parent = nullptr) : SetupWizard(context, {}, parent) { }
    SetupWizard(UiContext &context, const SetupSources &sources, QWidget *parent = nullptr);

    void accept() override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addStep(const QString &name, const QString &title, const QString &sentence, SetupWidget *widget);
    void fillSummary();
    void goTo(int page);
    void applyMetrics();
    [[nodiscard]] Result<void> apply();

    UiContext &m_context;
    QList<SetupWidget *> m_widgets;
    QStringList m_titles;
    SummaryPage *m_summary = nullptr;
    WizardSteps *m_steps = nullptr;
};

} // namespace Benchboot
