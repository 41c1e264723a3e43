// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QAction;
class QWidget;

namespace Benchboot {

/// The actions Start / Stop and Restart of the window, which ask before they take the services from PCs that are booting.
class ServiceActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceActions)

public:
    /// \param window  that the questions belong to
    ServiceActions(const UiContext &context, QWidget *window);

    [[nodiscard]] QAction *start() const { return m_start; } ///< stops while they run
    [[nodiscard]] QAction *restart() const { return m_restart; }
    [[nodiscard]] QStringList pcsUnderWay() const; ///< names of those whose boot would end with the services

private:
    void update();
    void startOrStop();
    void startAnew();
    void stopAfterQuestion(const std::function<void()> &then);

    UiContext m_context;
    QWidget *m_window;
    QAction *m_start;
    QAction *m_restart;
};

} // namespace Benchboot
