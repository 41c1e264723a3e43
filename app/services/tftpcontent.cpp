// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tftpcontent.h"

#include "services/servedopen.h"

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::size_t poolThreads = 8; // that many reads can be waited for at once
constexpr std::size_t poolThreadsPerDisk = 2;

QString keyOf(const ServedFile &file, quint64 generation)
{
    auto key = u"%1 %2"_s.arg(generation).arg(file.path);
    for (const auto &run : file.extents)
        key += u"\n%1+%2"_s.arg(run.offset).arg(run.length);
    return key;
}

} // namespace

std::shared_ptr<const TftpContent> TftpContent::of(const QByteArray &bytes)
{
    const auto content = std::make_shared<TftpContent>();
    content->m_size = bytes.size();
    content->m_bytes = bytes;
    return content;
}

Result<std::shared_ptr<const TftpContent>> TftpContent::load(const ServedFile &file, qint64 memoryLimit,
                                                             const DiskFacts &disks)
{
    auto opened = openServed(file, Patience::MayBlock, disks);
    if (!opened)
        return std::unexpected(std::move(opened).error());
    const auto content = std::make_shared<TftpContent>();
    content->m_path = file.path;
    content->m_folder = folderOf(file);
    content->m_runs = std::move(opened->runs);
    content->m_size = opened->size;
    content->m_descriptor = std::move(opened->descriptor);
    if (content->m_size <= memoryLimit) {
        auto bytes = content->read(0, content->m_size);
        if (!bytes)
            return std::unexpected(std::move(bytes).error());
        content->m_bytes = *std::move(bytes);
        content->m_descriptor.reset();
    }
    return content;
}

Result<QByteArray> TftpContent::read(qint64 offset, qint64 length) const
{
    QByteArray bytes(std::clamp<qint64>(m_size - offset, 0, length), Qt::Uninitialized);
    qint64 filled = 0;
    for (const auto &run : m_runs) {
        if (offset >= run.length) {
            offset -= run.length;
            continue;
        }
        const qint64 part = std::min(run.length - offset, bytes.size() - filled);
        if (const auto done = readRun(run.offset + offset, bytes.data() + filled, part); !done)
            return std::unexpected(done.error());
        filled += part;
        offset = 0;
    }
    return bytes;
}

Result<void> TftpContent::readRun(qint64 offset, char *target, qint64 length) const
{
    while (length > 0) {
        const auto count = ::pread(m_descriptor.get(), target, std::size_t(length), offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(systemError(errno, u"The boot file %1 cannot be read"_s.arg(m_path)));
        if (count == 0)
            return fail(Error::Code::Mismatch, u"The boot file %1 became shorter while it was served"_s.arg(m_path));
        offset += count;
        target += count;
        length -= count;
    }
    return {};
}

TftpContentStore::TftpContentStore(EventLoop &loop)
    : m_self(std::make_shared<TftpContentStore *>(this)), m_loop(loop), m_pool(poolThreads, poolThreadsPerDisk)
{
}

TftpContentStore::~TftpContentStore() = default;

void TftpContentStore::open(const ServedFile &file, quint64 generation, Opened opened)
{
    if (!file.content.isNull())
        return opened(TftpContent::of(file.content));
    const auto key = keyOf(file, generation);
    if (const auto found = m_entries.find(key); found != m_entries.end()) {
        found->lastUse = ++m_uses;
        if (!found->content)
            found->waiting.push_back(std::move(opened));
        else
            opened(found->content);
        return;
    }
    // Without room in memory even a small file is read piece by piece; so is one that has grown since the snapshot was made.
    const bool small = file.size >= 0 && file.size <= largestInMemory;
    const qint64 memory = small && reserve(file.size) ? file.size : -1;
    auto &entry = m_entries[key];
    entry.generation = generation;
    entry.reserved = std::max<qint64>(memory, 0);
    entry.lastUse = ++m_uses;
    entry.waiting.push_back(std::move(opened));
    m_pool.start(m_disks.diskOf(folderOf(file)),
                 [&loop = m_loop, disks = m_disks, weak = std::weak_ptr(m_self), key, file, memory](const auto &gate) {
                     const auto loaded = TftpContent::load(file, memory, disks);
                     gate.pass([&] {
                         loop.post([weak, key, loaded] {
                             if (const auto self = weak.lock())
                                 (*self)->onLoaded(key, loaded);
                         });
                     });
                 });
}

void TftpContentStore::onLoaded(const QString &key, const Result<std::shared_ptr<const TftpContent>> &loaded)
{
    auto &entry = m_entries[key];
    const auto waiting = std::exchange(entry.waiting, {});
    if (loaded && (*loaded)->isInMemory())
        entry.content = *loaded;
    else
        forget(key);
    for (const auto &opened : waiting)
        opened(loaded);
}

bool TftpContentStore::reserve(qint64 bytes)
{
    while (m_reserved + bytes > memoryBudget) {
        // The oldest that no transfer uses. Those of an older snapshot are never used again, so they are the oldest soon.
        auto victim = m_entries.end();
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            const bool unused = it->content && it->content.use_count() == 1;
            if (unused && (victim == m_entries.end() || it->lastUse < victim->lastUse))
                victim = it;
        }
        if (victim == m_entries.end())
            return false;
        forget(QString(victim.key()));
    }
    m_reserved += bytes;
    return true;
}

void TftpContentStore::forget(const QString &key) { m_reserved -= m_entries.take(key).reserved; }

void TftpContentStore::read(std::shared_ptr<const TftpContent> content, qint64 offset, qint64 length, Read read)
{
    const auto disk = m_disks.diskOf(content->folder());
    m_pool.start(disk,
                 [&loop = m_loop, weak = std::weak_ptr(m_self), content = std::move(content), offset, length,
                  read = std::move(read)](const auto &gate) {
                     const auto bytes = content->read(offset, length);
                     gate.pass([&] {
                         loop.post([weak, read, bytes] {
                             if (weak.lock())
                                 read(bytes);
                         });
                     });
                 });
}

} // namespace Benchboot
