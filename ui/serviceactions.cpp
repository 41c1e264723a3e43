// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serviceactions.h"

#include "session/clienttracker.h"
#include "ui/clienttext.h"
#include "ui/questions.h"
#include "ui/servicecontroller.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Benchboot {

ServiceActions::ServiceActions(const UiContext &context, QWidget *window)
    : QObject(window), m_context(context), m_window(window), m_start(new QAction(this)),
      m_restart(new QAction(Icons::get(u"view-refresh"_s), tr("&Restart"), this))
{
    m_start->setObjectName(u"startAction"_s);
    m_start->setShortcut(Qt::CTRL | Qt::Key_R);
    connect(m_start, &QAction::triggered, this, &ServiceActions::startOrStop);
    m_restart->setObjectName(u"restartAction"_s);
    connect(m_restart, &QAction::triggered, this, &ServiceActions::startAnew);
    connect(&m_context.services, &ServiceController::stateChanged, this, &ServiceActions::update);
    update();
}

QStringList ServiceActions::pcsUnderWay() const
{
    if (m_context.services.state() != ServiceController::State::Running)
        return {};
    return ClientText::underWay(m_context.clients.clients(), QDateTime::currentMSecsSinceEpoch());
}

void ServiceActions::startOrStop()
{
    using enum ServiceController::State;
    const auto state = m_context.services.state();
    if (state == Running || state == Starting)
        stopAfterQuestion([this] { m_context.services.stop(); });
    else
        m_context.services.start();
}

void ServiceActions::startAnew()
{
    stopAfterQuestion([this] {
        m_context.services.stop();
        m_context.services.start();
    });
}

void ServiceActions::stopAfterQuestion(const std::function<void()> &then)
{
    const auto pcs = pcsUnderWay();
    if (pcs.isEmpty())
        then();
    else
        Questions::stopServices(m_window, pcs, then);
}

void ServiceActions::update()
{
    using enum ServiceController::State;
    const auto state = m_context.services.state();
    const bool canStart = state == Stopped || state == Failed;
    m_start->setText(canStart ? tr("&Start") : tr("&Stop"));
    m_start->setToolTip(canStart ? tr("Start ProxyDHCP, TFTP and HTTP") : tr("Stop ProxyDHCP, TFTP and HTTP"));
    m_start->setIcon(Icons::get(canStart ? u"media-playback-start"_s : u"media-playback-stop"_s));
    m_restart->setEnabled(state == Running);
}

} // namespace Benchboot
