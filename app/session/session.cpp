// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "lab/settings.h"
#include "lab/incomingfolder.h"
#include "lab/trashfolder.h"
#include "services/neighbours.h"
#include "session/loaderchain.h"
#include "session/loaders.h"
#include "session/networkchanges.h"
#include "session/snapshot.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot {
namespace {

/// "enp3s0 (172.16.0.5), enp4s0 (10.0.0.5)"
QString cardsText(const ServedNetwork &network)
{
    QStringList texts;
    for (const auto &card : network.cards)
        texts.append(u"%1 (%2)"_s.arg(card.name, card.address.toString()));
    return texts.join(u", "_s);
}

} // namespace

Session::Session(LabStore store, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_log(m_store.activityFolder()), m_clients(ClientStore(m_store)),
      m_linkChecker(m_store), m_loaders(m_store)
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
    m_searchTimer.setInterval(10min); // a server that somebody plugs in is noticed in time for the next PC
    connect(&m_searchTimer, &QTimer::timeout, this, &Session::searchServers);
    if (auto lab = m_store.read())
        m_lab = std::move(*lab);
    connect(&m_clients, &ClientKeeper::changed, this, &Session::publishClients);
    connect(&m_clients, &ClientKeeper::failed, this,
            [this](const Error &error) { note(u"clients-failed"_s, Event::Outcome::Failed, error.detail); });
    m_clients.read();
    followImages();
}

Session::~Session() { stop(); }

Result<void> Session::change(const std::function<Result<void>(Lab &)> &edit)
{
    auto changed = m_store.change(edit, shortLockWait); // a window stands still meanwhile
    if (!changed)
        return std::unexpected(changed.error());
    readLab();
    return {};
}

void Session::readLab()
{
    m_clients.read();
    auto lab = m_store.read();
    if (!lab) {
        note(u"lab-changed"_s, Event::Outcome::Failed, lab.error().detail);
        Q_EMIT labFailed(lab.error());
        return;
    }
    if (*lab == m_lab)
        return;
    m_lab = std::move(*lab);
    m_linkChecker.forgetRemoved(m_lab);
    m_sources.setLab(m_lab);
    if (isRunning())
        publish();
    m_loaders.setLab(m_lab);
    note(u"lab-changed"_s, Event::Outcome::Info, u"The lab has %1 images now"_s.arg(m_lab.images().size()));
    Q_EMIT labChanged();
}

void Session::followImages()
{
    connect(&m_sources, &SourceWatch::looked, this, [this] { m_linkChecker.follow(m_lab, m_sources.troubles()); });
    connect(&m_sources, &SourceWatch::troublesChanged, this, &Session::noteSources);
    connect(&m_linkChecker, &LinkChecker::progressed, this, &Session::checkProgressed);
    connect(&m_linkChecker, &LinkChecker::finished, this, &Session::noteCheck);
    m_sources.setLab(m_lab);
    connect(&m_loaders, &LoaderWatch::filesChanged, this, [this] {
        if (isRunning())
            publish();
    });
    connect(&m_loaders, &LoaderWatch::missingChanged, this, &Session::missingLoadersChanged);
    m_loaders.setLab(m_lab);
}

void Session::noteSources(const SourceWatch::Troubles &before)
{
    const auto &now = m_sources.troubles();
    for (const auto &[id, trouble] : now.asKeyValueRange()) {
        if (before.value(id) == trouble)
            continue;
        const bool isGone = trouble.code == Error::Code::NotFound;
        note(isGone ? u"image-missing"_s : u"image-changed"_s, Event::Outcome::NotFound, trouble.detail);
    }
    for (const auto &id : before.keys()) {
        const auto *image = m_lab.image(id);
        if (image && image->linked && !now.contains(id))
            note(u"image-back"_s, Event::Outcome::Ok, u"The image file %1 is there again"_s.arg(image->sourceFile));
    }
    if (isRunning())
        publish();
    Q_EMIT sourcesChanged();
}

void Session::noteCheck(const LabImage &image, const Result<void> &result)
{
    if (result)
        note(u"image-checked"_s, Event::Outcome::Ok, u"All files of %1 were read and are whole"_s.arg(image.displayName()));
    else if (result.error().code != Error::Code::Cancelled)
        note(u"image-damaged"_s, Event::Outcome::Failed, result.error().detail);
    Q_EMIT checkFinished(image, result);
}

void Session::publish()
{
    m_snapshot.set(makeSnapshot(m_lab, m_store, m_network, m_ports.http, ++m_generation, m_sources.troubles()));
    publishClients();
}

/// The last snapshot with what is known of the clients by now.
void Session::publishClients()
{
    auto served = std::make_shared<ServedLab>(*m_snapshot.get());
    served->clients = m_clients.clients();
    m_snapshot.set(std::move(served));
}

Result<void> Session::start(ServeRequest request)
{
    Q_ASSERT(!isRunning());
    auto lab = m_store.read();
    if (!lab)
        return std::unexpected(lab.error());
    m_lab = std::move(*lab);
    m_sources.setLab(m_lab);
    m_loaders.setLab(m_lab);
    auto found = findNetwork(request.network);
    if (found.network.cards.isEmpty()) {
        return found.missing.isEmpty() ? fail(Error::Code::NotFound, u"No network card is chosen"_s)
                                       : std::unexpected(found.missing.first());
    }
    const auto draft = makeSnapshot(m_lab, m_store, found.network, request.ports.http);
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

    m_choice = std::move(request.network);
    m_network = std::move(found.network);
    m_ports = request.sockets->ports();
    m_resolver = std::make_unique<ClientResolver>([this] { return neighboursOf(m_network.cards); }, m_clock);
    publish();
    m_host = std::make_unique<ServiceHost>(std::move(*request.sockets), m_snapshot, m_events, m_clock);
    m_drainTimer.start();
    note(u"started"_s, Event::Outcome::Ok, u"Serving %1 on %2"_s.arg(m_network.subnetsText(), cardsText(m_network)));
    for (const auto &error : std::as_const(found.missing))
        note(u"card-missing"_s, Event::Outcome::NotFound, error.detail);
    const auto missing = m_snapshot.get()->missingLoaders;
    for (const auto &slot : loaderSlots()) {
        if (const auto sentence = missing.value(slot.architectures.first()); !sentence.isEmpty())
            note(u"loader-missing"_s, Event::Outcome::NotFound, sentence);
        const auto *chain = signedChainOf(m_lab.setting(slot.settingKey));
        if (chain && chain->program == SignedChain::Program::Grub)
            note(u"loader-note"_s, Event::Outcome::Info, grubServerSentence(slot.kindOfPc));
    }
    m_cardWatcher = std::make_unique<CardWatcher>(m_clock);
    connect(m_cardWatcher.get(), &CardWatcher::changed, this, &Session::followCards);
    connect(m_cardWatcher.get(), &CardWatcher::resumed, this, [this](qint64 sleptMs) {
        note(u"resumed"_s, Event::Outcome::Info, u"This computer has slept for %1 s"_s.arg(sleptMs / 1000));
        searchServers();
    });
    searchServers();
    m_searchTimer.start();
    Q_EMIT runningChanged(true);
    return {};
}

void Session::stop()
{
    if (!isRunning())
        return;
    m_cardWatcher.reset();
    m_searchTimer.stop();
    m_clients.learn(m_host->takeLessons());
    m_clients.save();
    m_host.reset();
    note(u"stopped"_s, Event::Outcome::Info, u"The services have stopped"_s);
    drain();
    m_drainTimer.stop();
    Q_EMIT runningChanged(false);
}

void Session::searchServers()
{
    if (m_host)
        m_host->searchServers();
}

/// Serves on the cards as they are now.
void Session::followCards()
{
    auto found = findNetwork(m_choice);
    if (found.network == m_network)
        return;
    const auto before = std::exchange(m_network, std::move(found.network));
    publish();
    const auto changes = networkChanges(before, m_network);
    for (const auto &change : changes)
        note(change.kind, change.outcome, change.sentence);
    searchServers();
    Q_EMIT networkChanged();
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
    if (m_host)
        m_clients.learn(m_host->takeLessons());
    auto [events, dropped] = m_events.take();
    if (dropped > 0) {
        note(u"events-dropped"_s, Event::Outcome::Info,
             u"%1 details were not recorded: more arrived than can be kept"_s.arg(dropped));
    }
    for (auto &event : events) {
        if (m_resolver)
            m_resolver->resolve(event);
    }
    events += m_diagnosis.take(events) + m_diagnosis.look(m_clock.wallMs());
    if (events.isEmpty())
        return;
    const bool written = m_log.write(events);
    if (!written && !m_logFailed)
        note(u"log-failed"_s, Event::Outcome::Failed,
             u"The activity log in %1 cannot be written; is the disk full?"_s.arg(m_store.activityFolder()));
    m_logFailed = !written;
    Q_EMIT eventsArrived(events);
}

} // namespace Benchboot
