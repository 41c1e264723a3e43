// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/clienttracker.h"

#include "core/rehearsalmac.h"
#include "session/bootprogress.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qsizetype mostClients = 1000;

} // namespace

struct ClientTracker::Private
{
    Lab lab;
    QList<BenchClient> clients;
    std::vector<BootProgress> progress; ///< of the client at the same index
    QHash<QString, qsizetype> indexes; ///< by MAC
    QSet<QString> changed; ///< MACs, since the last take() began

    void append(const Event &event)
    {
        indexes.insert(event.mac, clients.size());
        progress.emplace_back(event.mac);
        clients.append(progress.back().client());
        advance(clients.size() - 1, event);
    }

    void advance(qsizetype index, const Event &event)
    {
        auto &advanced = progress.at(size_t(index));
        advanced.take(event, lab);
        clients[index] = advanced.client();
    }

    void remove(qsizetype index)
    {
        changed.remove(clients.at(index).mac);
        clients.removeAt(index);
        progress.erase(progress.begin() + index);
        indexes.clear();
        for (qsizetype i = 0; i < clients.size(); ++i)
            indexes.insert(clients.at(i).mac, i);
    }

    [[nodiscard]] qsizetype longestSilent() const
    {
        return std::ranges::min_element(clients, {}, &BenchClient::lastMs) - clients.cbegin();
    }

    void stopTransfers()
    {
        for (qsizetype i = 0; i < clients.size(); ++i) {
            if (!clients.at(i).isBooting())
                continue;
            auto &stopped = progress.at(size_t(i));
            stopped.servicesStopped();
            clients[i] = stopped.client();
            changed.insert(stopped.client().mac);
        }
    }
};

bool BenchClient::isUnderWay(qint64 nowMs) const
{
    return isBooting() || (stage >= BootStage::Loader && stage < BootStage::Up && nowMs - lastMs < quietMs);
}

ClientTracker::ClientTracker(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) { }

ClientTracker::~ClientTracker() = default;

void ClientTracker::setLab(const Lab &lab) { d->lab = lab; }

const QList<BenchClient> &ClientTracker::clients() const { return d->clients; }

void ClientTracker::clear()
{
    while (!d->clients.isEmpty()) {
        d->remove(d->clients.size() - 1);
        Q_EMIT clientRemoved(d->clients.size());
    }
}

void ClientTracker::take(const QList<Event> &events)
{
    for (const auto &event : events) {
        if (event.service == Event::Service::Session && event.kind == u"stopped")
            d->stopTransfers();
        if (event.mac == QLatin1StringView(rehearsalMac))
            continue; // the self-check is no PC
        const auto known = d->indexes.constFind(event.mac);
        if (known != d->indexes.cend()) {
            d->advance(*known, event);
            d->changed.insert(event.mac);
        } else if (!event.mac.isEmpty() && BootProgress::showsBoot(event)) {
            makeRoom();
            d->append(event);
            Q_EMIT clientAdded(d->clients.size() - 1);
        }
    }
    for (const auto &mac : std::exchange(d->changed, {}))
        Q_EMIT clientChanged(d->indexes.value(mac));
}

void ClientTracker::makeRoom()
{
    if (d->clients.size() < mostClients)
        return;
    const auto oldest = d->longestSilent();
    d->remove(oldest);
    Q_EMIT clientRemoved(oldest);
}

QString stageName(BootStage stage)
{
    switch (stage) {
    case BootStage::Found:
        return u"found"_s;
    case BootStage::Loader:
        return u"loader"_s;
    case BootStage::Ipxe:
        return u"ipxe"_s;
    case BootStage::Menu:
        return u"menu"_s;
    case BootStage::Kernel:
        return u"kernel"_s;
    case BootStage::Initrd:
        return u"initrd"_s;
    case BootStage::System:
        return u"system"_s;
    case BootStage::Up:
        break;
    }
    return u"up"_s;
}

} // namespace Benchboot
