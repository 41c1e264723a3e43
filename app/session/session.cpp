// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "lab/settings.h"
#include "lab/trashfolder.h"
#include "services/neighbours.h"
#include "session/loaders.h"
#include "session/snapshot.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot {

Session::Session(LabStore store, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_log(m_store.activityFolder())
{
    sweepIncoming(m_store);
    sweepTrash(m_store);
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(50ms); // QSaveFile makes several changes of the folder: one reading does
    connect(&m_readTimer, &QTimer::timeout, this, &Session::readLab);
    // The folder, not the file: each writing of lab.json is a new file under the old name.
    m_watcher.addPath(m_store.folder());
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_readTimer, qOverload<>(&QTimer::start));
    m_drainTimer.setInterval(50ms);
    connect(&m_drainTimer, &QTimer::timeout, this, &Session::drain);
    if (auto lab = m_store.read())
        m_lab = std::move(*lab);
}

Session::~Session() { stop(); }

Result<void> Session::change(const std::function<Result<void>(Lab &)> &edit)
{
    auto changed = m_store.change(edit);
    if (!changed)
        return std::unexpected(changed.error());
    readLab();
    return {};
}

void Session::readLab()
{
    auto lab = m_store.read();
    if (!lab) {
        note(u"lab-changed"_s, Event::Outcome::Failed, lab.error().detail);
        Q_EMIT labFailed(lab.error());
        return;
    }
    if (*lab == m_lab)
        return;
    m_lab = std::move(*lab);
    if (isRunning())
        publish();
    note(u"lab-changed"_s, Event::Outcome::Info, u"The lab has %1 images now"_s.arg(m_lab.images().size()));
    Q_EMIT labChanged();
}

void Session::publish() { m_snapshot.set(makeSnapshot(m_lab, m_store, m_subnet, m_ports.http, ++m_generation)); }

Result<void> Session::start(ServeRequest request)
{
    Q_ASSERT(!isRunning());
    auto lab = m_store.read();
    if (!lab)
        return std::unexpected(lab.error());
    m_lab = std::move(*lab);
    const auto card = findNetworkCard(request.card, request.subnet ? &*request.subnet : nullptr);
    if (!card)
        return std::unexpected(card.error());
    const auto subnet = request.subnet.value_or(card->subnet());
    const auto draft = makeSnapshot(m_lab, m_store, subnet, request.ports.http);
    if (draft->loadersForArch.isEmpty()) {
        return fail(
            Error::Code::NotFound,
            u"No boot loader is on this computer, so no PC could start. Install the package ipxe (sudo apt install ipxe)"_s);
    }
    if (!request.sockets) {
        auto opened = openServiceSockets(request.ports);
        if (!opened)
            return std::unexpected(opened.error());
        request.sockets = std::move(*opened);
    }

    m_card = *card;
    m_subnet = subnet;
    m_ports = request.sockets->ports();
    m_resolver = std::make_unique<ClientResolver>([index = m_card.index] { return neighbours(index); }, m_clock);
    publish();
    m_host = std::make_unique<ServiceHost>(std::move(*request.sockets), m_card, m_snapshot, m_events, m_clock);
    m_drainTimer.start();
    note(u"started"_s, Event::Outcome::Ok,
         u"Serving %1 on %2 (%3)"_s.arg(m_subnet.toString(), m_card.name, m_card.address.toString()));
    const auto missing = m_snapshot.get()->missingLoaders;
    for (const auto &slot : loaderSlots()) {
        if (const auto sentence = missing.value(slot.architectures.first()); !sentence.isEmpty())
            note(u"loader-missing"_s, Event::Outcome::NotFound, sentence);
    }
    Q_EMIT runningChanged(true);
    return {};
}

void Session::stop()
{
    if (!isRunning())
        return;
    m_host.reset();
    note(u"stopped"_s, Event::Outcome::Info, u"The services have stopped"_s);
    drain();
    m_drainTimer.stop();
    Q_EMIT runningChanged(false);
}

void Session::note(const QString &kind, Event::Outcome outcome, const QString &detail)
{
    Event event;
    event.timeMs = m_clock.wallMs();
    event.service = Event::Service::Session;
    event.kind = kind;
    event.outcome = outcome;
    event.detail = detail;
    m_events.append(std::move(event));
    if (!m_drainTimer.isActive())
        QTimer::singleShot(0, this, &Session::drain);
}

void Session::drain()
{
    auto [events, dropped] = m_events.take();
    if (dropped > 0) {
        note(u"events-dropped"_s, Event::Outcome::Info,
             u"%1 details were not recorded: more arrived than can be kept"_s.arg(dropped));
    }
    if (events.isEmpty())
        return;
    for (auto &event : events) {
        if (m_resolver)
            m_resolver->resolve(event);
    }
    const bool written = m_log.write(events);
    if (!written && !m_logFailed)
        note(u"log-failed"_s, Event::Outcome::Failed,
             u"The activity log in %1 cannot be written; is the disk full?"_s.arg(m_store.activityFolder()));
    m_logFailed = !written;
    Q_EMIT eventsArrived(events);
}

} // namespace Benchboot
