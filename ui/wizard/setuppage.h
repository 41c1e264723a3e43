// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

namespace Benchboot {

class SetupWidget;

/// A page of the wizard: title, one sentence, and the widget that asks the question.
class SetupPage final : public QWizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupPage)

public:
    SetupPage(const QString &title, const QString &sentence, SetupWidget *widget, QWidget *parent = nullptr);

    [[nodiscard]] bool isComplete() const override;

private:
    SetupWidget *m_widget;
};

} // namespace Benchboot
