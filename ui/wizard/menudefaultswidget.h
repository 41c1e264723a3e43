// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/setupwidget.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace Benchboot {

/// What the boot menu of every PC begins with: headline, time-out, default entry; and where kernels write to.
class MenuDefaultsWidget final : public SetupWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MenuDefaultsWidget)

public:
    explicit MenuDefaultsWidget(QWidget *parent = nullptr);

    void load(const Lab &lab) override;
    [[nodiscard]] QMap<QString, QString> values() const override;
    [[nodiscard]] QList<std::pair<QString, QString>> summary() const override;

private:
    QLineEdit *m_title;
    QSpinBox *m_timeout;
    QComboBox *m_default;
    QLineEdit *m_console;
};

} // namespace Benchboot
