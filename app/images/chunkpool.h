// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace Benchboot {

/// A few buffers that are used again and again. They are shared: whoever lets go of a buffer as the last gives it back. The pool outlives them.
/// Any thread may call.
class ChunkPool
{
public:
    static constexpr qint64 chunkSize = 1024 * 1024; ///< bytes: small enough for processor caches
    static constexpr int maxChunks = 16;

    struct Chunk
    {
        std::vector<char> bytes; ///< of chunkSize
        qint64 used = 0; ///< how many of them mean something
    };

    /// Waits for a free one.
    [[nodiscard]] std::shared_ptr<Chunk> take();

    [[nodiscard]] qint64 returnedBytes() const; ///< the sum of Chunk::used of all that came back

private:
    void giveBack(std::unique_ptr<Chunk> chunk);

    mutable std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<Chunk>> m_free;
    int m_made = 0;
    qint64 m_returnedBytes = 0;
};

} // namespace Benchboot
