// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QMap>
#include <QWidget>

#include <utility>

namespace Benchboot {

class Lab;

/// One question of the set-up: a page of the wizard and a section of the Settings page. It changes nothing by itself.
class SetupWidget : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows what \a lab has. What the user is typing just now stays if it means the same.
    virtual void load(const Lab &lab) = 0;
    virtual void refresh() { } ///< looks at this computer again; called whenever the widget comes to be seen
    /// Settings of the lab (settings.h) as they are chosen here; an empty value takes the default.
    [[nodiscard]] virtual QMap<QString, QString> values() const { return {}; }
    /// Does what values() needs and no setting can say, before they are written. A sentence otherwise.
    [[nodiscard]] virtual Result<void> prepare() { return {}; }
    [[nodiscard]] virtual bool isComplete() const { return true; } ///< whether the wizard may go on
    /// What was chosen: names and values for people.
    [[nodiscard]] virtual QList<std::pair<QString, QString>> summary() const = 0;

Q_SIGNALS:
    void edited(); ///< the user has chosen something: values() may be others now
    void completeChanged();
};

} // namespace Benchboot
