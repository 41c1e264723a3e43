// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "lab/labstore.h"
#include "protocol/servedlab.h"
#include "services/cardwatcher.h"
#include "services/servicehost.h"
#include "session/activitylog.h"
#include "session/bootdiagnosis.h"
#include "session/clientkeeper.h"
#include "session/clientresolver.h"
#include "session/eventqueue.h"
#include "session/linkchecker.h"
#include "session/loaderwatch.h"
#include "session/networkchoice.h"
#include "session/sourcewatch.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Benchboot {

/// Runs one lab: follows lab.json, serves it, gathers what happens. Lives in the thread that made it (the GUI's, or main of `serve`), which
/// needs an event loop. What the command line changes in the lab shows up here within a second.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    explicit Session(LabStore store, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] const LabStore &store() const { return m_store; }
    [[nodiscard]] const Lab &lab() const { return m_lab; }

    /// LabStore::change(), without waiting long for another writer, and the session's own lab follows at once.
    [[nodiscard]] Result<void> change(const std::function<Result<void>(Lab &)> &edit);

    /// Images that cannot boot, or not everywhere, because a loader (wimboot, memdisk) is not on this computer: id → the sentence how to get it.
    [[nodiscard]] const QHash<QString, QString> &missingLoaders() const { return m_loaders.missing(); }

    /// Linked images whose image file is missing or has changed, by id.
    [[nodiscard]] const SourceWatch::Troubles &sourceTroubles() const { return m_sources.troubles(); }

    struct ServeRequest
    {
        NetworkChoice network; ///< at least one of its cards must be there
        ServicePorts ports;
        std::optional<ServiceSockets> sockets; ///< opened elsewhere; none: opened here
    };
    /// Starts the three services. Everything was started, or nothing.
    [[nodiscard]] Result<void> start(ServeRequest request);
    void stop();
    /// Looks for other DHCP and PXE servers; events tell of them. Happens by itself at the start, when the network changes, and now and then.
    void searchServers();
    [[nodiscard]] bool isRunning() const { return m_host != nullptr; }
    [[nodiscard]] const NetworkChoice &choice() const { return m_choice; } ///< what is wanted, while running
    [[nodiscard]] const ServedNetwork &network() const { return m_network; } ///< what is served now, while running
    [[nodiscard]] ServicePorts ports() const { return m_ports; } ///< while running

Q_SIGNALS:
    void labChanged(); ///< lab() is another one now
    void labFailed(const Benchboot::Error &error); ///< lab.json could not be read; the last good one stays
    void missingLoadersChanged();
    void sourcesChanged(); ///< sourceTroubles() are others now
    void checkProgressed(const QString &imageId, qint64 bytes, qint64 total); ///< a linked image is read for the first time
    void checkFinished(const Benchboot::LabImage &image, const Benchboot::Result<void> &result);
    void runningChanged(bool running);
    void networkChanged(); ///< network() is another one now, because a card came, went or changed
    void eventsArrived(const QList<Benchboot::Event> &events); ///< batches every 50 ms, in order, clients resolved

private:
    void readLab();
    void followImages();
    void noteSources(const SourceWatch::Troubles &before);
    void noteCheck(const LabImage &image, const Result<void> &result);
    void publish();
    void followCards();
    void publishClients();
    void drain();
    void note(const QString &kind, Event::Outcome outcome, const QString &detail);

    LabStore m_store;
    Lab m_lab;
    SystemClock m_clock;
    EventQueue m_events;
    ActivityLog m_log;
    std::unique_ptr<ClientResolver> m_resolver;
    BootDiagnosis m_diagnosis;
    ClientKeeper m_clients;
    SnapshotHolder m_snapshot;
    quint64 m_generation = 0;
    SourceWatch m_sources;
    LinkChecker m_linkChecker;
    LoaderWatch m_loaders;
    NetworkChoice m_choice;
    ServedNetwork m_network;
    ServicePorts m_ports;
    std::unique_ptr<ServiceHost> m_host;
    QFileSystemWatcher m_watcher;
    QTimer m_readTimer;
    QTimer m_drainTimer;
    QTimer m_searchTimer;
    std::unique_ptr<CardWatcher> m_cardWatcher;
    bool m_logFailed = false;
};

} // namespace Benchboot
