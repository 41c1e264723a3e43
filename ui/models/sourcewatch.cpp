// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sourcewatch.h"

#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

#include <chrono>

using namespace std::chrono_literals;

namespace Benchboot {
namespace {

QSet<QString> missingOf(const QStringList &files)
{
    QSet<QString> missing;
    for (const auto &file : files) {
        if (!QFileInfo::exists(file))
            missing.insert(file);
    }
    return missing;
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
    QStringList files;
    for (const auto &image : lab.images()) {
        if (image.linked)
            files.append(image.sourceFile);
    }
    if (files == m_files)
        return;
    m_files = files;
    if (m_files.isEmpty()) {
        m_timer.stop();
    } else {
        m_timer.start();
        look();
    }
}

void SourceWatch::look()
{
    if (m_looking.isRunning())
        return;
    // The promise outlives this object: a drive that does not answer may hold the thread for minutes.
    auto promise = std::make_shared<QPromise<QSet<QString>>>();
    m_looking.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, files = m_files] {
        promise->addResult(missingOf(files));
        promise->finish();
    });
}

void SourceWatch::take()
{
    const auto missing = m_looking.result();
    if (missing == m_missing)
        return;
    m_missing = missing;
    Q_EMIT missingChanged(m_missing);
}

} // namespace Benchboot
