// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"
#include "services/workerpool.h"
#include "session/imagecheck.h"

#include <QObject>

#include <stop_token>

namespace Benchboot {

/// Checks one image in a thread of its own. Lives in a thread with an event loop; ends with exactly one finished(). Destroying it cancels.
class VerifyJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyJob)

public:
    /// CheckScope::Unchecked is nobody's wish: it runs at idle priority.
    VerifyJob(LabStore store, LabImage image, CheckScope scope, QObject *parent = nullptr);
    ~VerifyJob() override;

    void start();
    void cancel(); ///< finished() follows with Cancelled
    [[nodiscard]] const LabImage &image() const { return m_image; }

Q_SIGNALS:
    void progressed(qint64 bytes, qint64 total); ///< at most every 100 ms
    void finished(const Benchboot::Result<void> &result);

private:
    LabStore m_store;
    LabImage m_image;
    CheckScope m_scope;
    std::stop_source m_stop;
    WorkerPool m_thread{1, 1}; // of which a read may be left behind
};

} // namespace Benchboot
