// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importqueue.h"

#include "session/ratemeter.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// Two keep a fast disk busy while one recognises; more would only fight for it.
constexpr qsizetype mostRunning = 2;
/// Those that wait for an answer cost nothing but the memory of their worker.
constexpr std::size_t mostJobs = 10;

/// A job is told off inside its own signals too, so it goes with the next turn of the event loop.
struct DeleteLater
{
    void operator()(ImportJob *job) const
    {
        job->disconnect();
        job->cancel();
        job->deleteLater();
    }
};

} // namespace

struct ImportQueue::Private
{
    explicit Private(LabStore labStore, ImportQueue *queue) : q(queue), store(std::move(labStore)) { clock.start(); }

    struct Running
    {
        std::unique_ptr<ImportJob, DeleteLater> job;
        RateMeter meter;
    };

    [[nodiscard]] qsizetype indexOf(quint64 id) const
    {
        const auto found = std::ranges::find(items, id, &Item::id);
        return found == items.end() ? -1 : found - items.begin();
    }

    void fill();
    void fillLater();
    void begin(qsizetype index);
    void recognised(quint64 id, const ImageFacts &facts);
    void kinFound(quint64 id, const ImageKin &kin);
    void progressed(quint64 id, const ImageProgress &progress);
    void finished(quint64 id, const Result<LabImage> &result);

    ImportQueue *q;
    LabStore store;
    QElapsedTimer clock;
    QList<Item> items;
    std::map<quint64, Running> running;
    quint64 lastId = 0;
    bool fillComes = false;
    bool idle = false;
};

/// Never at once: the caller of add() and retry() goes on with what it has before anything starts.
void ImportQueue::Private::fillLater()
{
    if (std::exchange(fillComes, true))
        return;
    QMetaObject::invokeMethod(
        q,
        [this] {
            fillComes = false;
            fill();
        },
        Qt::QueuedConnection);
}

void ImportQueue::Private::fill()
{
    const auto isRunning
        = [](const Item &item) { return item.state == State::Recognising || item.state == State::Running; };
    while (running.size() < mostJobs && std::ranges::count_if(items, isRunning) < mostRunning) {
        const auto next = std::ranges::find(items, State::Waiting, &Item::state);
        if (next == items.end())
            return;
        begin(next - items.begin());
    }
}

void ImportQueue::Private::begin(qsizetype index)
{
    auto &item = items[index];
    const auto id = item.id;
    item.state = State::Recognising;
    auto *job = new ImportJob(store, item.request, q);
    running.emplace(id, Running{std::unique_ptr<ImportJob, DeleteLater>(job), {}});
    connect(job, &ImportJob::recognised, q, [this, id](const ImageFacts &facts) { recognised(id, facts); });
    connect(job, &ImportJob::kinFound, q, [this, id](const ImageKin &kin) { kinFound(id, kin); });
    connect(job, &ImportJob::progressed, q, [this, id](const ImageProgress &progress) { progressed(id, progress); });
    connect(job, &ImportJob::finished, q, [this, id](const Result<LabImage> &result) { finished(id, result); });
    job->setIdle(idle);
    job->start(); // may end at once
    if (const auto now = indexOf(id); now >= 0)
        Q_EMIT q->itemChanged(now);
}

void ImportQueue::Private::recognised(quint64 id, const ImageFacts &facts)
{
    const auto index = indexOf(id);
    auto &item = items[index];
    item.state = State::Running;
    const LabImage image{.id = {}, .facts = facts};
    item.name = image.displayName();
    item.total = image.size();
    Q_EMIT q->itemChanged(index);
}

void ImportQueue::Private::kinFound(quint64 id, const ImageKin &kin)
{
    const auto index = indexOf(id);
    items[index].state = State::Asking;
    items[index].kin = kin;
    Q_EMIT q->itemChanged(index);
    fillLater();
}

void ImportQueue::Private::progressed(quint64 id, const ImageProgress &progress)
{
    const auto index = indexOf(id);
    auto &item = items[index];
    auto &meter = running.at(id).meter;
    meter.add(clock.elapsed(), progress.bytes);
    item.step = progress.step;
    item.file = progress.file;
    item.bytes = progress.bytes;
    item.total = progress.total;
    item.bytesPerSecond = meter.bytesPerSecond();
    item.secondsLeft = meter.secondsLeft(progress.total);
    Q_EMIT q->itemChanged(index);
}

void ImportQueue::Private::finished(quint64 id, const Result<LabImage> &result)
{
    running.erase(id);
    const auto index = indexOf(id);
    auto &item = items[index];
    if (result) {
        item.state = State::Done;
        item.bytes = item.total;
        item.imageId = result->id;
    } else {
        item.state = State::Failed;
        item.error = result.error();
    }
    item.bytesPerSecond = 0;
    item.secondsLeft = -1;
    const auto older = item.older;
    Q_EMIT q->itemChanged(index);
    if (result)
        Q_EMIT q->imported(*result, older);
    fillLater();
}

ImportQueue::ImportQueue(LabStore store, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(store), this))
{
}

ImportQueue::~ImportQueue() = default;

quint64 ImportQueue::add(ImportRequest request)
{
    const auto id = ++d->lastId;
    const auto name = QFileInfo(request.file).fileName();
    d->items.append({.id = id, .request = std::move(request), .name = name});
    Q_EMIT itemAdded(d->items.size() - 1);
    d->fillLater();
    return id;
}

void ImportQueue::cancel(quint64 id)
{
    const auto index = d->indexOf(id);
    if (index < 0 || d->items.at(index).state > State::Running)
        return;
    d->running.erase(id);
    auto &item = d->items[index];
    item.state = State::Cancelled;
    item.bytesPerSecond = 0;
    item.secondsLeft = -1;
    Q_EMIT itemChanged(index);
    d->fillLater();
}

void ImportQueue::answer(quint64 id, KinChoice choice)
{
    const auto index = d->indexOf(id);
    if (index < 0 || d->items.at(index).state != State::Asking)
        return;
    auto &item = d->items[index];
    const bool isOlder = item.kin->kind == ImageKin::Kind::Older;
    if (isOlder && choice == KinChoice::Replace) {
        item.older = item.kin->image.id;
        choice = KinChoice::ReplaceLater;
    }
    item.kin.reset();
    item.state = State::Running;
    Q_EMIT itemChanged(index);
    if (const auto running = d->running.find(id); running != d->running.end()) // unless that cancelled it
        running->second.job->answer(choice);
}

void ImportQueue::retry(quint64 id)
{
    const auto index = d->indexOf(id);
    if (index < 0)
        return;
    auto &item = d->items[index];
    if (item.state != State::Failed && item.state != State::Cancelled)
        return;
    item = {.id = id, .request = item.request, .name = QFileInfo(item.request.file).fileName()};
    Q_EMIT itemChanged(index);
    d->fillLater();
}

void ImportQueue::setIdle(bool idle)
{
    if (std::exchange(d->idle, idle) == idle)
        return;
    for (const auto &[id, running] : d->running)
        running.job->setIdle(idle);
}

void ImportQueue::remove(quint64 id)
{
    const auto index = d->indexOf(id);
    if (index < 0 || d->items.at(index).state < State::Done)
        return;
    d->items.removeAt(index);
    Q_EMIT itemRemoved(index);
}

const QList<ImportQueue::Item> &ImportQueue::items() const { return d->items; }

int ImportQueue::underWay() const { return int(std::ranges::count_if(d->items, &Item::isUnderWay)); }

} // namespace Benchboot
