// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/setupwidget.h"

class QComboBox;

namespace Benchboot {

/// Keyboard and language that rescue systems start with, where they can be told.
class LocaleWidget final : public SetupWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocaleWidget)

public:
    enum class Unset {
        Guess,
        AsItIs
    }; ///< what a lab without these settings shows: this computer's own, or "the system's own"
    explicit LocaleWidget(Unset unset, QWidget *parent = nullptr);

    void load(const Lab &lab) override;
    [[nodiscard]] QMap<QString, QString> values() const override;
    [[nodiscard]] QList<std::pair<QString, QString>> summary() const override;

private:
    const Unset m_unset;
    QComboBox *m_keyboard;
    QComboBox *m_language;
};

} // namespace Benchboot
