// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/linkchecker.h"

#include "lab/filelock.h"
#include "session/imagecheck.h"

#include <sys/file.h>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot {

LinkChecker::LinkChecker(LabStore store, QObject *parent) : QObject(parent), m_store(std::move(store))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(30s);
    connect(&m_retry, &QTimer::timeout, this, &LinkChecker::startNext);
}

LinkChecker::~LinkChecker() = default;

void LinkChecker::follow(const Lab &lab, const SourceWatch::Troubles &troubles)
{
    m_waiting.clear();
    for (const auto &image : lab.images()) {
        if (isUnchecked(image) && !troubles.contains(image.id))
            m_waiting.append(image);
    }
    // An image that could not be read is tried again once its file was gone and has come back.
    m_failed.removeIf([&](QHash<QString, qint64>::iterator failed) {
        return !lab.image(failed.key()) || troubles.contains(failed.key());
    });
    if (m_job && !std::ranges::contains(m_waiting, m_job->image().id, &LabImage::id))
        m_job.reset();
    forgetRemoved(lab);
    startNext();
}

void LinkChecker::forgetRemoved(const Lab &lab)
{
    const auto isThere = [&lab](const LabImage &image) {
        const auto *now = lab.image(image.id);
        return now && now->importedMs == image.importedMs;
    };
    m_waiting.removeIf([&](const LabImage &image) { return !isThere(image); });
    if (m_job && !isThere(m_job->image()))
        m_job.reset();
}

const LabImage *LinkChecker::next() const
{
    const auto found = std::ranges::find_if(
        m_waiting, [this](const LabImage &image) { return m_failed.value(image.id, -1) != image.importedMs; });
    return found == m_waiting.end() ? nullptr : &*found;
}

void LinkChecker::startNext()
{
    if (m_job)
        return;
    const auto *image = next();
    if (!image) {
        m_lock = FileDescriptor();
        return;
    }
    if (!m_lock.isValid()) {
        auto lock = lockFile(m_store.folder() + u"/check.lock"_s, LOCK_EX | LOCK_NB);
        if (!lock) {
            m_retry.start();
            return;
        }
        m_lock = std::move(*lock);
    }
    m_job = std::make_unique<VerifyJob>(m_store, *image, CheckScope::Unchecked);
    connect(m_job.get(), &VerifyJob::progressed, this,
            [this](qint64 bytes, qint64 total) { Q_EMIT progressed(m_job->image().id, bytes, total); });
    connect(m_job.get(), &VerifyJob::finished, this, &LinkChecker::end);
    m_job->start();
}

void LinkChecker::end(const Result<void> &result)
{
    const auto image = m_job->image();
    m_job.release()->deleteLater(); // this is its own signal
    m_waiting.removeIf([&image](const LabImage &waiting) { return waiting.id == image.id; });
    if (!result)
        m_failed.insert(image.id, image.importedMs);
    Q_EMIT finished(image, result);
    startNext();
}

} // namespace Benchboot
