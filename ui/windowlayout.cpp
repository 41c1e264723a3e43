// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowlayout.h"

#include "ui/widgets/logview.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/statusline.h"

#include <QHeaderView>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace Benchboot::WindowLayout {

QString restore(QMainWindow &window)
{
    const Metrics metrics(&window);
    window.setMinimumSize(28 * metrics.h, 17 * metrics.h);
    const QSettings settings(u"benchboot"_s, u"window"_s);
    if (!window.restoreGeometry(settings.value("geometry"_L1).toByteArray()))
        window.resize(71 * metrics.h, 44 * metrics.h);
    window.findChild<QToolBar *>()->setVisible(settings.value("toolBar"_L1, true).toBool());
    window.findChild<StatusLine *>()->setVisible(settings.value("statusBar"_L1, true).toBool());
    for (auto *splitter : window.findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(settings.value(u"splitters/"_s + splitter->objectName()).toByteArray());
    }
    for (auto *log : window.findChildren<LogView *>())
        log->horizontalHeader()->restoreState(settings.value(u"columns/"_s + log->objectName()).toByteArray());
    return settings.value("page"_L1).toString();
}

void save(const QMainWindow &window, const QString &page)
{
    QSettings settings(u"benchboot"_s, u"window"_s);
    settings.setValue("geometry"_L1, window.saveGeometry());
    settings.setValue("toolBar"_L1, window.findChild<QToolBar *>()->isVisibleTo(&window));
    settings.setValue("statusBar"_L1, window.findChild<StatusLine *>()->isVisibleTo(&window));
    settings.setValue("page"_L1, page);
    for (const auto *splitter : window.findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            settings.setValue(u"splitters/"_s + splitter->objectName(), splitter->saveState());
    }
    for (const auto *log : window.findChildren<LogView *>())
        settings.setValue(u"columns/"_s + log->objectName(), log->horizontalHeader()->saveState());
}

} // namespace Benchboot::WindowLayout
