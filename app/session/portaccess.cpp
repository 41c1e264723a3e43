// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/portaccess.h"

#include "packaging/portbinder/portbinderprotocol.h"
#include "services/sockets.h"
#include "session/portbinderprocess.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

struct Wanted
{
    Transport transport;
    quint16 ServicePorts::*port;
    FileDescriptor ServiceSockets::*socket;
};
constexpr std::array wantedSockets{
    Wanted{Transport::Udp, &ServicePorts::dhcp, &ServiceSockets::dhcp},
    Wanted{Transport::Udp, &ServicePorts::tftp, &ServiceSockets::tftp},
    Wanted{Transport::Udp, &ServicePorts::bootServer, &ServiceSockets::bootServer},
    Wanted{Transport::Tcp, &ServicePorts::http, &ServiceSockets::http},
};

Result<FileDescriptor> open(Transport transport, quint16 port)
{
    return transport == Transport::Udp ? openUdpSocket(port) : openTcpListener({}, port);
}

/// The helper's bit for a port; 0 if it does not open that one.
quint8 helperBit(Transport transport, quint16 port)
{
    for (std::size_t row = 0; row < PortBinder::ports.size(); ++row) {
        const auto &known = PortBinder::ports.at(row);
        if (known.number == port && known.tcp == (transport == Transport::Tcp))
            return quint8(1U << row);
    }
    return 0;
}

PortAccess::PortTrial tryPort(Transport transport, quint16 port)
{
    using Trial = PortAccess::Trial;
    PortAccess::PortTrial result{transport == Transport::Udp ? "UDP" : "TCP", port, Trial::Free, {}};
    const auto socket = open(transport, port);
    if (socket)
        return result;
    switch (socket.error().code) {
    case Error::Code::AccessDenied:
        // Without the right the kernel does not say whether the port is free; its table of sockets does.
        result.trial = isPortHeld(transport, port) ? Trial::InUse : Trial::NotAllowed;
        break;
    case Error::Code::AddressInUse:
        result.trial = Trial::InUse;
        break;
    default:
        result.trial = Trial::Failed;
        result.detail = socket.error().detail;
    }
    if (result.trial == Trial::InUse)
        result.detail = portHolder(transport, port);
    return result;
}

} // namespace

struct PortAccess::Private
{
    ServicePorts ports;
    ServiceSockets sockets;
    std::unique_ptr<PortBinderProcess> helper;
    bool busy = false; ///< until acquired() or failed() was told
    quint64 round = 0;

    /// Opens what this user may open. \return the helper's bits for the rest, or why it is no use to go on.
    [[nodiscard]] Result<quint8> openDirectly();
    [[nodiscard]] Result<void> takeFromHelper();
};

Result<quint8> PortAccess::Private::openDirectly()
{
    quint8 rest = 0;
    for (const auto &wanted : wantedSockets) {
        const auto port = ports.*wanted.port;
        auto socket = open(wanted.transport, port);
        if (socket) {
            sockets.*wanted.socket = std::move(*socket);
            continue;
        }
        const auto bit = helperBit(wanted.transport, port);
        if (socket.error().code != Error::Code::AccessDenied || bit == 0)
            return std::unexpected(socket.error());
        rest |= bit;
    }
    return rest;
}

Result<void> PortAccess::Private::takeFromHelper()
{
    auto opened = helper->takeResult();
    if (!opened)
        return std::unexpected(opened.error());
    // The helper answers in the order of its table; what is missing here was asked for.
    for (std::size_t row = 0, next = 0; row < PortBinder::ports.size(); ++row) {
        for (const auto &wanted : wantedSockets) {
            auto &target = sockets.*wanted.socket;
            if (!target.isValid() && helperBit(wanted.transport, ports.*wanted.port) == (1U << row)
                && next < opened->size())
                target = std::move(opened->at(next++));
        }
    }
    return {};
}

PortAccess::PortAccess(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) { }
PortAccess::~PortAccess() = default;

QList<PortAccess::PortTrial> PortAccess::tryPorts(const ServicePorts &ports)
{
    QList<PortTrial> trials;
    for (const auto &wanted : wantedSockets)
        trials.append(tryPort(wanted.transport, ports.*wanted.port));
    return trials;
}

bool PortAccess::needsRight(const ServicePorts &ports)
{
    return std::ranges::any_of(wantedSockets, [&ports](const Wanted &wanted) {
        const auto socket = open(wanted.transport, ports.*wanted.port);
        return !socket && socket.error().code == Error::Code::AccessDenied;
    });
}

void PortAccess::acquire(const ServicePorts &ports)
{
    dropHelper();
    ++d->round; // what an earlier call would still tell is not wanted any more
    d->busy = true;
    d->ports = ports;
    d->sockets = {};
    const auto rest = d->openDirectly();
    if (!rest || *rest == 0)
        return end(rest.transform([](quint8) { }));
    d->helper = std::make_unique<PortBinderProcess>();
    connect(d->helper.get(), &PortBinderProcess::finished, this, [this] { end(d->takeFromHelper()); });
    d->helper->start(*rest);
}

void PortAccess::cancel()
{
    if (d->busy)
        end(fail(Error::Code::Cancelled, u"The ports were not opened, because that was cancelled"_s));
}

/// Tells later, so that nobody is called back from within acquire() or cancel(); what comes first then is the last word.
void PortAccess::end(const Result<void> &result)
{
    dropHelper();
    if (!result)
        d->sockets = {};
    QMetaObject::invokeMethod(
        this,
        [this, result, round = ++d->round] {
            if (round != d->round)
                return;
            d->busy = false;
            if (result)
                Q_EMIT acquired();
            else
                Q_EMIT failed(result.error());
        },
        Qt::QueuedConnection);
}

/// Later, because it may be what calls.
void PortAccess::dropHelper()
{
    if (!d->helper)
        return;
    d->helper->disconnect(this);
    d->helper.release()->deleteLater();
}

ServiceSockets PortAccess::takeSockets() { return std::move(d->sockets); }

} // namespace Benchboot
