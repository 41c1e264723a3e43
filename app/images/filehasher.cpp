// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/filehasher.h"

#include "images/sums.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int maxUnfinished = 64; // files, which are open until they are flushed
const auto ownType = u"sha256"_s;

QMultiHash<QString, PlannedCheck> byPath(const QList<PlannedCheck> &checks)
{
    QMultiHash<QString, PlannedCheck> map;
    for (const auto &check : checks)
        map.insert(check.path, check);
    return map;
}

} // namespace

FileHasher::FileHasher(const QList<PlannedCheck> &checks) : m_checks(byPath(checks)) { }

void FileHasher::follow(const std::shared_ptr<const FileDescriptor> &descriptor, const QString &path, qint64 available,
                        bool last)
{
    if (error())
        return;
    if (!m_file)
        m_file = begin(descriptor, path);
    if (m_file->read < available)
        beginWriting(m_file, available);
    while (m_file->read < available && !error()) {
        if (const auto done = readChunk(m_file, available); !done)
            fail(done.error());
    }
    if (last && !error())
        end(std::exchange(m_file, nullptr));
}

qint64 FileHasher::hashedBytes() const { return m_chunks.returnedBytes(); }

std::optional<Error> FileHasher::error() const
{
    const std::scoped_lock lock(m_mutex);
    return m_error;
}

bool FileHasher::waitUntilIdle(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_unfinished == 0 || m_error; });
}

QString FileHasher::sha256(const QString &path) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_hashes.find(path);
    return found == m_hashes.end() ? QString() : found->second;
}

FileHasher::SharedFile FileHasher::begin(const std::shared_ptr<const FileDescriptor> &descriptor, const QString &path)
{
    auto file = std::make_shared<File>(descriptor, path);
    file->digests.try_emplace(ownType, ownType);
    const auto [first, last] = m_checks.equal_range(path);
    std::for_each(first, last, [&](const PlannedCheck &check) { file->digests.try_emplace(check.type, check.type); });
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_unfinished < maxUnfinished || m_error; });
    ++m_unfinished;
    return file;
}

/// Left to itself the kernel keeps gigabytes in memory before the disk gets to do something, and whoever flushes waits for all of them.
void FileHasher::beginWriting(const SharedFile &file, qint64 available)
{
    m_flusher.post([file, from = file->read, available] {
        ::sync_file_range(file->descriptor->get(), from, available - from, SYNC_FILE_RANGE_WRITE);
    });
}

Result<void> FileHasher::readChunk(const SharedFile &file, qint64 available)
{
    const auto chunk = m_chunks.take();
    const auto want = std::min(ChunkPool::chunkSize, available - file->read);
    const auto got = ::pread(file->descriptor->get(), chunk->bytes.data(), size_t(want), file->read);
    if (got < 0 && errno == EINTR)
        return {};
    if (got <= 0)
        return std::unexpected(systemError(got < 0 ? errno : EIO, u"reading %1 back"_s.arg(file->path)));
    file->read += got;
    chunk->used = got;
    for (auto &[type, digest] : file->digests) {
        m_threads[type].post([file, &digest, chunk] { digest.add(QByteArrayView(chunk->bytes.data(), chunk->used)); });
    }
    return {};
}

void FileHasher::end(const SharedFile &file)
{
    for (auto &[type, digest] : file->digests)
        m_threads[type].post([this, file, type, &digest] { takeHash(file, type, digest.finish()); });
}

/// The last of a file's digests sees to what comes after them.
void FileHasher::takeHash(const SharedFile &file, const QString &type, const QString &hash)
{
    {
        const std::scoped_lock lock(m_mutex);
        file->hashes.emplace(type, hash);
        if (file->hashes.size() < file->digests.size())
            return;
    }
    if (const auto compared = compare(*file); !compared)
        return fail(compared.error());
    m_flusher.post([this, file] { flush(*file); });
}

Result<void> FileHasher::compare(const File &file) const
{
    const auto [first, last] = m_checks.equal_range(file.path);
    const auto wrong = std::find_if(first, last, [&file](const PlannedCheck &check) {
        const auto &hash = file.hashes.at(check.type);
        return !hash.isEmpty() && hash != check.expected;
    });
    if (wrong == last)
        return {};
    return std::unexpected(damagedError(wrong->path, {wrong->type, wrong->expected, wrong->source}));
}

void FileHasher::flush(const File &file)
{
    if (::fsync(file.descriptor->get()) != 0)
        return fail(systemError(errno, u"writing %1"_s.arg(file.path)));
    {
        const std::scoped_lock lock(m_mutex);
        m_hashes.emplace(file.path, file.hashes.at(ownType));
        --m_unfinished;
    }
    m_changed.notify_all();
}

void FileHasher::fail(const Error &error)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_error)
            m_error = error;
    }
    m_changed.notify_all();
}

} // namespace Benchboot
