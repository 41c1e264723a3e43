// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servicecontroller.h"

#include "session/cardchoice.h"
#include "session/portaccess.h"
#include "session/session.h"

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// Card, subnet and HTTP port as the lab's settings say; without a chosen card the best one.
Result<Session::ServeRequest> requestFrom(const Lab &lab, ServicePorts ports)
{
    auto network = networkChoice(lab);
    if (!network)
        return std::unexpected(network.error());
    if (network->cards.isEmpty()) {
        const auto choices = cardChoices();
        if (choices.isEmpty() || !choices.first().isUsable()) {
            return fail(
                Error::Code::NotFound,
                ServiceController::tr(
                    "No network card of this computer has an IPv4 address. Connect it to the router of the bench."));
        }
        network->cards = {choices.first().card.name};
    }
    Session::ServeRequest request;
    request.network = *std::move(network);
    ports.http = lab.setting(u"http.port"_s).toUShort();
    request.ports = ports;
    return request;
}

} // namespace

struct ServiceController::Private
{
    Session &session;
    PortAccess access;
    ServicePorts ports;
    Session::ServeRequest request;
    State state = State::Stopped;
    Error error;
};

ServiceController::ServiceController(Session &session, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(session))
{
    connect(&d->access, &PortAccess::acquired, this, &ServiceController::startSession);
    connect(&d->access, &PortAccess::failed, this, [this](const Error &error) {
        if (error.code != Error::Code::Cancelled) // only stop() cancels
            setFailed(error);
    });
    connect(&session, &Session::runningChanged, this,
            [this](bool running) { setState(running ? State::Running : State::Stopped); });
    d->state = session.isRunning() ? State::Running : State::Stopped;
}

ServiceController::~ServiceController() { d->access.disconnect(this); }

void ServiceController::setPorts(const ServicePorts &ports) { d->ports = ports; }

void ServiceController::start()
{
    if (d->state == State::Starting || d->state == State::Running)
        return;
    auto request = requestFrom(d->session.lab(), d->ports);
    if (!request)
        return setFailed(request.error());
    d->request = std::move(*request);
    setState(State::Starting);
    d->access.acquire(d->request.ports);
}

void ServiceController::startSession()
{
    auto sockets = d->access.takeSockets();
    if (d->state != State::Starting)
        return; // stopped meanwhile: the sockets close here
    d->request.sockets = std::move(sockets);
    if (const auto started = d->session.start(std::move(d->request)); !started)
        setFailed(started.error());
}

void ServiceController::stop()
{
    if (d->state == State::Starting)
        d->access.cancel();
    d->session.stop();
    setState(State::Stopped);
}

ServiceController::State ServiceController::state() const { return d->state; }

const Error &ServiceController::error() const { return d->error; }

void ServiceController::setState(State state)
{
    if (d->state == state)
        return;
    d->state = state;
    Q_EMIT stateChanged();
}

/// Tells even if it had failed before: the reason may be another one.
void ServiceController::setFailed(const Error &error)
{
    d->error = error;
    d->state = State::Failed;
    Q_EMIT stateChanged();
}

} // namespace Benchboot
