// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/chunkpool.h"

#include <utility>

namespace Benchboot {

std::shared_ptr<ChunkPool::Chunk> ChunkPool::take()
{
    std::unique_lock lock(m_mutex);
    m_returned.wait(lock, [this] { return !m_free.empty() || m_made < maxChunks; });
    std::unique_ptr<Chunk> chunk;
    if (m_free.empty()) {
        chunk = std::make_unique<Chunk>(std::vector<char>(std::size_t(chunkSize)));
        ++m_made;
    } else {
        chunk = std::move(m_free.back());
        m_free.pop_back();
    }
    chunk->used = 0;
    return {chunk.release(), [this](Chunk *used) { giveBack(std::unique_ptr<Chunk>(used)); }};
}

qint64 ChunkPool::returnedBytes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_returnedBytes;
}

void ChunkPool::giveBack(std::unique_ptr<Chunk> chunk)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_returnedBytes += chunk->used;
        m_free.push_back(std::move(chunk));
    }
    m_returned.notify_one();
}

} // namespace Benchboot
