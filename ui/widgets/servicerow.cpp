// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/servicerow.h"

#include "ui/models/displaytext.h"
#include "session/session.h"
#include "ui/models/displaytext.h"
#include "ui/servicecontroller.h"
#include "ui/widgets/cardlayout.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/servicepanel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

} // namespace

ServiceRow::ServiceRow(const UiContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_message(new MessageBar(this)), m_panels(new CardLayout),
      m_dhcp(new ServicePanel(tr("ProxyDHCP"), this)), m_tftp(new ServicePanel(tr("TFTP"), this)),
      m_http(new ServicePanel(tr("HTTP"), this))
{
    m_message->setObjectName(u"serviceMessage"_s);
    m_dhcp->setObjectName(u"dhcpPanel"_s);
    m_tftp->setObjectName(u"tftpPanel"_s);
    m_http->setObjectName(u"httpPanel"_s);
    for (auto *panel : {m_dhcp, m_tftp, m_http})
        m_panels->addWidget(panel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_message);
    layout->addLayout(m_panels);
    applyMetrics();

    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(250);
    connect(&m_countTimer, &QTimer::timeout, this, &ServiceRow::showState);
    connect(&context.services, &ServiceController::stateChanged, this, [this] {
        if (m_context.services.state() == ServiceController::State::Starting)
            m_counts = {};
        showState();
    });
    connect(&context.session, &Session::labChanged, this, &ServiceRow::showState);
    connect(&context.session, &Session::eventsArrived, this, [this](const QList<Event> &events) {
        m_counts.take(events);
        if (!m_countTimer.isActive())
            m_countTimer.start();
    });
    showState();
}

void ServiceRow::applyMetrics()
{
    const Metrics metrics(this);
    layout()->setSpacing(3 * metrics.u);
    m_panels->setSpacing(5 * metrics.u / 2);
    m_panels->setLeastWidth(qMax(15 * metrics.h, 44 * metrics.ch));
}

void ServiceRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (layout() && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange))
        applyMetrics();
}

void ServiceRow::showState()
{
    using enum ServiceController::State;
    const auto state = m_context.services.state();
    ServicePorts ports;
    ports.http = m_context.session.lab().setting(u"http.port"_s).toUShort();
    if (state == Running)
        ports = m_context.session.ports();
    m_dhcp->setPorts(tr("UDP %1, %2").arg(QString::number(ports.dhcp), QString::number(ports.bootServer)));
    m_tftp->setPorts(tr("UDP %1").arg(QString::number(ports.tftp)));
    m_http->setPorts(tr("TCP %1").arg(QString::number(ports.http)));
    if (state != Failed)
        m_message->clear();
    switch (state) {
    case Stopped:
        return setAll(Semantic::Role::Idle, tr("Stopped"), {});
    case Starting:
        return setAll(Semantic::Role::Working, tr("Starting…"), {});
    case Running:
        return showRunning();
    case Failed:
        return showFailure();
    }
}

void ServiceRow::setAll(Semantic::Role role, const QString &word, const QString &detail)
{
    for (auto *panel : {m_dhcp, m_tftp, m_http})
        panel->setState(role, word, detail);
}

void ServiceRow::showRunning()
{
    constexpr auto ok = Semantic::Role::Ok;
    const auto images = int(m_context.session.lab().images().size());
    m_dhcp->setState(ok, tr("Running"), dhcpCounts());
    m_tftp->setState(ok, tr("Running"),
                     m_counts.loaders == 0 ? tr("Nothing delivered yet")
                                           : tr("%n file(s) delivered", nullptr, m_counts.loaders));
    m_http->setState(
        ok, tr("Running"),
        m_counts.downloads == 0
            ? tr("%n image(s) ready", nullptr, images)
            : tr("%n download(s), %1", nullptr, m_counts.downloads).arg(DisplayText::size(m_counts.httpBytes)));
}

/// What did not happen is left out.
QString ServiceRow::dhcpCounts() const
{
    QStringList parts;
    if (m_counts.offers > 0)
        parts.append(tr("%n offer(s)", nullptr, m_counts.offers));
    if (m_counts.bootAnswers > 0)
        parts.append(tr("%n boot-server answer(s)", nullptr, m_counts.bootAnswers));
    if (m_counts.notAnswered > 0)
        parts.append(tr("%n not answered", nullptr, m_counts.notAnswered));
    return parts.isEmpty() ? tr("Listening, no PC yet") : parts.join(u", "_s);
}

void ServiceRow::showFailure()
{
    using enum Error::Code;
    const auto &error = m_context.services.error();
    setAll(Semantic::Role::Idle, tr("Stopped"), {});
    if (auto *panel = culprit())
        panel->setState(Semantic::Role::Failed, tr("Failed"),
                        error.code == AddressInUse       ? tr("Its port is taken")
                            : error.code == AccessDenied ? tr("Its port is not allowed")
                                                         : tr("Could not start"));
    const bool isCancelled = error.code == Cancelled;
    const auto sentence
        = isCancelled ? tr("The services were not started: the permission was not given.") : DisplayText::sentence(error.detail);
    m_message->setMessage(isCancelled ? Semantic::Role::Warning : Semantic::Role::Failed, sentence);
    const bool isRight = isCancelled || error.code == AccessDenied;
    auto *again = m_message->addButton(isRight ? tr("Allow…") : tr("Try Again"));
    connect(again, &QPushButton::clicked, &m_context.services, &ServiceController::start);
    if (!isRight)
        connect(m_message->addButton(tr("Open Settings")), &QPushButton::clicked, this, &ServiceRow::settingsRequested);
}

/// The service whose port the error names; null where it is about something else.
ServicePanel *ServiceRow::culprit() const
{
    const auto &detail = m_context.services.error().detail;
    if (detail.contains(u"TCP"_s))
        return m_http;
    if (detail.contains(u"port 69"_s))
        return m_tftp;
    return detail.contains(u"UDP"_s) ? m_dhcp : nullptr;
}

} // namespace Benchboot
