// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QWidget>

namespace Benchboot {

/// A place of the left rail. The main window asks it for the actions of its own that go into tool bar and menus.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    [[nodiscard]] virtual QList<QAction *> pageActions() const { return {}; } ///< in tool bar order; null: a separator
    virtual void focusSearch() {}                                             ///< Ctrl+F

Q_SIGNALS:
    void importRequested();                       ///< "Import Image…" of an empty state
    void pageRequested(const QString &place);     ///< "bench", "images", "menu", "activity", "settings"
    void activityRequested(const QString &mac);   ///< the log, filtered by that PC
    void wizardRequested();
    void loaderRequested(const QString &name, const QString &sentence); ///< Settings, for a loader that an image needs; how to get it
    void checkRequested();                        ///< "Check This Computer"
};

} // namespace Benchboot
