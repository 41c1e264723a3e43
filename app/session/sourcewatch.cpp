// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourcewatch.h"

#include "session/sourcestate.h"

#include <QPromise>
#include <QThreadPool>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Benchboot {
namespace {

SourceWatch::Troubles troublesOf(const QList<LabImage> &images)
{
    SourceWatch::Troubles troubles;
    for (const auto &image : images) {
        if (auto trouble = sourceTrouble(image))
            troubles.insert(image.id, std::move(*trouble));
    }
    return troubles;
}

} // namespace

SourceWatch::SourceWatch(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(5s);
    connect(&m_timer, &QTimer::timeout, this, &SourceWatch::look);
    connect(&m_looking, &QFutureWatcherBase::finished, this, &SourceWatch::take);
}

void SourceWatch::setLab(const Lab &lab)
{
    QList<LabImage> images;
    for (auto image : lab.images()) {
        if (!image.linked)
            continue;
        image.facts = {};
        images.append(std::move(image));
    }
    if (images == m_images)
        return;
    m_images = std::move(images);
    m_lookAgain = true;
    if (m_images.isEmpty())
        m_timer.stop();
    else
        m_timer.start();
    look();
}

void SourceWatch::look()
{
    if (m_looking.isRunning())
        return;
    m_lookAgain = false;
    // The promise outlives this object: a drive that does not answer may hold the thread for minutes.
    auto promise = std::make_shared<QPromise<Troubles>>();
    m_looking.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, images = m_images] {
        promise->addResult(troublesOf(images));
        promise->finish();
    });
}

void SourceWatch::take()
{
    if (m_lookAgain)
        return look();
    auto troubles = m_looking.result();
    if (troubles != m_troubles) {
        const auto before = std::exchange(m_troubles, std::move(troubles));
        Q_EMIT troublesChanged(before);
    }
    Q_EMIT looked();
}

} // namespace Benchboot
