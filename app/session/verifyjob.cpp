// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/verifyjob.h"

#include "core/priority.h"

namespace Benchboot {

VerifyJob::VerifyJob(LabStore store, LabImage image, CheckScope scope, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_image(std::move(image)), m_scope(scope)
{
}

VerifyJob::~VerifyJob() { m_stop.request_stop(); }

void VerifyJob::start()
{
    m_thread.start(
        0,
        [this, store = m_store, image = m_image, scope = m_scope,
         stop = m_stop.get_token()](const WorkerPool::Gate &gate) {
            if (scope == CheckScope::Unchecked)
                lowerThreadPriority();
            const auto tell = [this, &gate](auto news) {
                gate.pass([this, &news] { QMetaObject::invokeMethod(this, std::move(news), Qt::QueuedConnection); });
            };
            const auto progress = [this, &tell](const ImageProgress &now) {
                tell([this, now] { Q_EMIT progressed(now.bytes, now.total); });
            };
            const auto result = checkImage(store, image, scope, progress, stop);
            tell([this, result] { Q_EMIT finished(result); });
        });
}

void VerifyJob::cancel() { m_stop.request_stop(); }

} // namespace Benchboot
