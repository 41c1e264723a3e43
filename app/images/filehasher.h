// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "images/chunkpool.h"
#include "images/digest.h"
#include "images/imageplan.h"
#include "images/serialthread.h"

#include <QMultiHash>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>

namespace Benchboot {

/// Follows files while they are written: hashes each, compares it with what the plan expects, flushes it to disk and closes it. The calling thread
/// reads each byte back once; each kind of digest has a thread of its own, and none waits for another but for memory; one more thread flushes.
/// All functions are called from one thread.
class FileHasher
{
public:
    explicit FileHasher(const QList<PlannedCheck> &checks);

    /// Tells that \a descriptor holds the first \a available bytes of \a path; \a last: that is all of it. Waits while hashing lags too far.
    void follow(const std::shared_ptr<const FileDescriptor> &descriptor, const QString &path, qint64 available,
                bool last);

    [[nodiscard]] qint64 hashedBytes() const; ///< over all files
    [[nodiscard]] std::optional<Error> error() const; ///< the first one; nothing more is done after it
    /// Waits until all files whose end was told are hashed and flushed, or failed. \return whether that was reached within \a time.
    [[nodiscard]] bool waitUntilIdle(std::chrono::milliseconds time);
    [[nodiscard]] QString sha256(const QString &path) const; ///< empty until \a path is flushed

private:
    struct File
    {
        std::shared_ptr<const FileDescriptor> descriptor;
        QString path;
        qint64 read = 0; ///< of its bytes
        std::map<QString, Digest> digests; ///< by type; each belongs to the thread of its type
        std::map<QString, QString> hashes; ///< by type; guarded by m_mutex
    };
    using SharedFile = std::shared_ptr<File>;

    [[nodiscard]] SharedFile begin(const std::shared_ptr<const FileDescriptor> &descriptor, const QString &path);
    void beginWriting(const SharedFile &file, qint64 available);
    [[nodiscard]] Result<void> readChunk(const SharedFile &file, qint64 available);
    void end(const SharedFile &file);
    void takeHash(const SharedFile &file, const QString &type, const QString &hash);
    [[nodiscard]] Result<void> compare(const File &file) const;
    void flush(const File &file);
    void fail(const Error &error);

    const QMultiHash<QString, PlannedCheck> m_checks; ///< by path
    SharedFile m_file; ///< the one that follow() is at
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_unfinished = 0; ///< files
    std::map<QString, QString> m_hashes;
    std::optional<Error> m_error;
    ChunkPool m_chunks;
    SerialThread m_flusher;
    std::map<QString, SerialThread> m_threads; ///< by type of digest; they end before what they use
};

} // namespace Benchboot
