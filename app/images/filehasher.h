// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "images/digest.h"
#include "images/imageplan.h"

#include <QMultiHash>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace Benchboot {

/// Follows files while they are written: hashes each, compares it with what the plan expects, flushes it to disk and closes it. Runs a thread
/// of its own from construction to destruction; all functions are called from one other thread.
class FileHasher
{
public:
    explicit FileHasher(const QList<PlannedCheck> &checks);
    ~FileHasher();
    FileHasher(const FileHasher &) = delete;
    FileHasher &operator=(const FileHasher &) = delete;

    /// Tells that \a descriptor holds the first \a available bytes of \a path; \a last: that is all of it. Waits while hashing lags too far.
    void follow(const std::shared_ptr<const FileDescriptor> &descriptor, const QString &path, qint64 available,
                bool last);

    [[nodiscard]] qint64 hashedBytes() const; ///< over all files
    [[nodiscard]] std::optional<Error> error() const; ///< the first one; nothing more is done after it
    /// Waits until all is hashed and flushed, or failed. \return whether that was reached within \a time.
    [[nodiscard]] bool waitUntilIdle(std::chrono::milliseconds time);
    [[nodiscard]] QString sha256(const QString &path) const; ///< empty until the last bytes of \a path are hashed

private:
    struct Step
    {
        std::shared_ptr<const FileDescriptor> descriptor;
        QString path;
        qint64 available = 0;
        bool last = false;
    };
    struct Running
    {
        qint64 done = 0;
        std::map<QString, Digest> digests; ///< by type
    };

    void run();
    [[nodiscard]] Result<void> work(const Step &step);
    [[nodiscard]] Result<void> finishFile(const Step &step);
    void start(const QString &path);

    const QMultiHash<QString, PlannedCheck> m_checks; ///< by path
    Running m_running; ///< of the file under way; only the thread touches it
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Step> m_steps; ///< the first is under way
    std::map<QString, QString> m_hashes;
    std::optional<Error> m_error;
    qint64 m_hashed = 0;
    bool m_stop = false;
    std::thread m_thread; ///< last, so that it starts when all else is there
};

} // namespace Benchboot
