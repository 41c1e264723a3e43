// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace Benchboot {

/// Which files threads that may wait are reading from a disk, or have read a short while ago. The kernel counts pages of such a file as in memory
/// that the disk is still filling. What was found filled since is remembered, so that of many who send the same file only the first has to look.
/// Any thread.
class RecentReads
{
public:
    using File = std::pair<quint64, quint64>; ///< device and inode

    /// What is remembered of a file, in bytes; windows begin at multiples of it.
    static constexpr qint64 WindowBytes = 2 * 1024 * 1024;
    /// What the kernel reads ahead of a read has come so long after its end, even from a slow disk.
    static constexpr qint64 ReadAheadMs = 10'000;

    /// A read begins: of anything from \a offset on.
    void begin(const File &file, qint64 offset);
    /// \param nowMs  of Clock::monotonicMs(); also below.
    void end(const File &file, qint64 nowMs);
    /// Whether a disk may still be filling pages of the window that holds \a offset.
    [[nodiscard]] bool mayBeFilling(const File &file, qint64 offset, qint64 nowMs);
    /// The whole window that holds \a offset was found filled.
    void foundFilled(const File &file, qint64 offset);

private:
    struct Reads
    {
        int underWay = 0;
        qint64 endedMs = 0; // the last one
        std::vector<bool> filled; // windows, as far as is known
    };

    void forgetOld(qint64 nowMs);

    std::mutex m_mutex;
    std::map<File, Reads> m_files; // guarded by m_mutex
};

} // namespace Benchboot
