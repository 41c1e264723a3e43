// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "session/sourcewatch.h"
#include "session/verifyjob.h"

#include <memory>

namespace Benchboot {

/// Reads linked images, which were usable before anybody did (design §4.6): one after the other, at idle priority. What was read is kept in the
/// lab, so after a restart it goes on with what is missing. Of several programs with the same lab one does it. Lives in one thread with an event
/// loop; destroying it stops.
class LinkChecker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkChecker)

public:
    explicit LinkChecker(LabStore store, QObject *parent = nullptr);
    ~LinkChecker() override;

    /// Checks what is not checked yet, but for images in \a troubles; stops where the image under way has left the lab or is in them.
    void follow(const Lab &lab, const SourceWatch::Troubles &troubles);
    void forgetRemoved(const Lab &lab); ///< stops where the image under way has left \a lab, or was imported anew

Q_SIGNALS:
    void progressed(const QString &imageId, qint64 bytes, qint64 total); ///< at most every 100 ms
    /// Not of an image that left the lab meanwhile: its check was cancelled.
    void finished(const Benchboot::LabImage &image, const Benchboot::Result<void> &result);

private:
    void startNext();
    void end(const Result<void> &result);
    [[nodiscard]] const LabImage *next() const;

    LabStore m_store;
    QList<LabImage> m_waiting; ///< in the lab's order
    QHash<QString, qint64> m_failed; ///< id → importedMs of those that are damaged, or cannot be read now
    FileDescriptor m_lock; ///< against other programs; while a job runs
    QTimer m_retry; ///< another program has the lock
    std::unique_ptr<VerifyJob> m_job;
};

} // namespace Benchboot
