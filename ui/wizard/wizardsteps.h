// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace Benchboot {

/// The list of steps at a wizard's side: which are done, which is now, which follow. Only to be looked at.
class WizardSteps final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WizardSteps)

public:
    explicit WizardSteps(const QStringList &titles, QWidget *parent = nullptr);

    void setStep(int step); ///< 0 is the first
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyMetrics();

    int m_step = 0;
};

} // namespace Benchboot
