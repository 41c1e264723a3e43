// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/filedescriptor.h"
#include "protocol/servedlab.h"
#include "services/diskfacts.h"
#include "services/eventloop.h"
#include "services/workerpool.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace Benchboot {

/// The bytes of one served file: in memory, or open on disk. Never changes once made, so any thread may read it.
class TftpContent
{
public:
    /// Opens \a file and, if it has at most \a memoryLimit bytes, reads it whole. Blocks as long as the disk does.
    /// \return as openServed(), or why the file cannot be read.
    [[nodiscard]] static Result<std::shared_ptr<const TftpContent>> load(const ServedFile &file, qint64 memoryLimit,
                                                                         const DiskFacts &disks);

    /// \a bytes that exist only in memory.
    [[nodiscard]] static std::shared_ptr<const TftpContent> of(const QByteArray &bytes);

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] const QByteArray &folder() const
    {
        return m_folder;
    } ///< folderOf() the file; empty for what exists only in memory
    [[nodiscard]] bool isInMemory() const { return !m_descriptor.isValid(); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; } ///< all of them; only where isInMemory()

    /// Up to \a length bytes from \a offset, fewer at the end of the file only. Blocks as long as the disk does.
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 length) const;

private:
    [[nodiscard]] Result<void> readRun(qint64 offset, char *target, qint64 length) const;

    QString m_path;
    QByteArray m_folder;
    QList<Extent> m_runs;
    qint64 m_size = 0;
    QByteArray m_bytes;
    FileDescriptor m_descriptor;
};

/// Opens and reads files on threads of its own, so that a slow disk holds up neither the loop nor who wants files of another one, and keeps small
/// ones in memory. All calls belong to the loop's thread, and so do the answers.
class TftpContentStore
{
public:
    using Opened = std::function<void(const Result<std::shared_ptr<const TftpContent>> &)>;
    using Read = std::function<void(const Result<QByteArray> &)>;

    /// Files above this are read piece by piece. No boot loader comes near it.
    static constexpr qint64 largestInMemory = 16 * 1024 * 1024;
    /// What all files in memory may take together, those of running transfers included.
    static constexpr qint64 memoryBudget = 64 * 1024 * 1024;

    explicit TftpContentStore(EventLoop &loop);
    ~TftpContentStore(); ///< unanswered calls are never answered
    TftpContentStore(const TftpContentStore &) = delete;
    TftpContentStore &operator=(const TftpContentStore &) = delete;

    /// Answers at once where the file is in memory, later otherwise.
    /// \param generation  of the snapshot that \a file is from; a file read for an older one is read again.
    void open(const ServedFile &file, quint64 generation, Opened opened);
    /// Answers later. \a length should be a few hundred KiB at most.
    void read(std::shared_ptr<const TftpContent> content, qint64 offset, qint64 length, Read read);

private:
    struct Entry
    {
        quint64 generation = 0;
        qint64 reserved = 0; // of the memory budget
        quint64 lastUse = 0;
        std::shared_ptr<const TftpContent> content; // none while it is being loaded
        std::vector<Opened> waiting;
    };

    void onLoaded(const QString &key, const Result<std::shared_ptr<const TftpContent>> &loaded);
    [[nodiscard]] bool reserve(qint64 bytes);
    void forget(const QString &key);

    QHash<QString, Entry> m_entries;
    qint64 m_reserved = 0;
    quint64 m_uses = 0;
    std::shared_ptr<TftpContentStore *> m_self; // lets answers notice that the store is gone
    EventLoop &m_loop;
    DiskFacts m_disks;
    WorkerPool m_pool; // last: ends before what its tasks use
};

} // namespace Benchboot
