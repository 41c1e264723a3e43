// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/filehasher.h"

#include "images/sums.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <vector>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::size_t maxWaiting = 8; // steps: what is hashed should still be in memory
constexpr qint64 hashChunk = 2 * 1024 * 1024;
const auto ownType = u"sha256"_s;

QMultiHash<QString, PlannedCheck> byPath(const QList<PlannedCheck> &checks)
{
    QMultiHash<QString, PlannedCheck> map;
    for (const auto &check : checks)
        map.insert(check.path, check);
    return map;
}

/// Each digest on a processor of its own: one after the other they take longer than the disk. A thread costs little beside a chunk.
void addToAll(std::map<QString, Digest> &digests, QByteArrayView bytes)
{
    std::vector<std::jthread> others;
    for (auto each = std::next(digests.begin()); each != digests.end(); ++each)
        others.emplace_back([digest = &each->second, bytes] { digest->add(bytes); });
    digests.begin()->second.add(bytes);
}

} // namespace

FileHasher::FileHasher(const QList<PlannedCheck> &checks) : m_checks(byPath(checks)), m_thread([this] { run(); }) { }

FileHasher::~FileHasher()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void FileHasher::follow(const std::shared_ptr<const FileDescriptor> &descriptor, const QString &path, qint64 available,
                        bool last)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_steps.size() < maxWaiting || m_error; });
    if (m_error)
        return;
    m_steps.push_back({descriptor, path, available, last});
    m_changed.notify_all();
}

qint64 FileHasher::hashedBytes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_hashed;
}

std::optional<Error> FileHasher::error() const
{
    const std::scoped_lock lock(m_mutex);
    return m_error;
}

bool FileHasher::waitUntilIdle(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_steps.empty() || m_error; });
}

QString FileHasher::sha256(const QString &path) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_hashes.find(path);
    return found == m_hashes.end() ? QString() : found->second;
}

void FileHasher::run()
{
    for (;;) {
        Step step;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stop || (!m_steps.empty() && !m_error); });
            if (m_stop)
                return;
            step = m_steps.front();
        }
        const auto worked = work(step);
        {
            const std::scoped_lock lock(m_mutex);
            m_steps.pop_front();
            if (!worked)
                m_error = worked.error();
        }
        m_changed.notify_all();
    }
}

void FileHasher::start(const QString &path)
{
    m_running.done = 0;
    m_running.digests.clear();
    m_running.digests.emplace(ownType, Digest(ownType));
    const auto [first, last] = m_checks.equal_range(path);
    std::for_each(first, last,
                  [this](const PlannedCheck &check) { m_running.digests.try_emplace(check.type, check.type); });
}

Result<void> FileHasher::work(const Step &step)
{
    if (m_running.digests.empty())
        start(step.path);
    std::vector<char> buffer(static_cast<std::size_t>(std::min(hashChunk, std::max<qint64>(step.available, 1))));
    while (m_running.done < step.available) {
        const auto want = std::min(qint64(buffer.size()), step.available - m_running.done);
        const auto got = ::pread(step.descriptor->get(), buffer.data(), size_t(want), m_running.done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return std::unexpected(systemError(got < 0 ? errno : EIO, u"reading %1 back"_s.arg(step.path)));
        addToAll(m_running.digests, QByteArrayView(buffer.data(), got));
        m_running.done += got;
        const std::scoped_lock lock(m_mutex);
        m_hashed += got;
    }
    return step.last ? finishFile(step) : Result<void>();
}

Result<void> FileHasher::finishFile(const Step &step)
{
    std::map<QString, QString> hashes;
    for (auto &[type, digest] : m_running.digests)
        hashes.emplace(type, digest.finish());
    m_running.digests.clear();
    const auto [first, end] = m_checks.equal_range(step.path);
    const auto wrong = std::find_if(first, end, [&hashes](const PlannedCheck &check) {
        return !hashes[check.type].isEmpty() && hashes[check.type] != check.expected;
    });
    if (wrong != end)
        return std::unexpected(damagedError(wrong->path, {wrong->type, wrong->expected, wrong->source}));
    if (::fsync(step.descriptor->get()) != 0)
        return std::unexpected(systemError(errno, u"writing %1"_s.arg(step.path)));
    const std::scoped_lock lock(m_mutex);
    m_hashes.emplace(step.path, hashes[ownType]);
    return {};
}

} // namespace Benchboot
