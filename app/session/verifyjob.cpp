// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/verifyjob.h"

#include "core/priority.h"

namespace Benchboot {

VerifyJob::VerifyJob(LabStore store, LabImage image, CheckScope scope, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_image(std::move(image)), m_scope(scope)
{
}

VerifyJob::~VerifyJob() = default;

void VerifyJob::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void VerifyJob::cancel() { m_thread.request_stop(); }

void VerifyJob::run(const std::stop_token &stop)
{
    if (m_scope == CheckScope::Unchecked)
        lowerThreadPriority();
    const auto progress = [this](const ImageProgress &now) {
        QMetaObject::invokeMethod(this, [this, now] { Q_EMIT progressed(now.bytes, now.total); }, Qt::QueuedConnection);
    };
    const auto result = checkImage(m_store, m_image, m_scope, progress, stop);
    QMetaObject::invokeMethod(this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
}

} // namespace Benchboot
