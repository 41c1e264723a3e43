// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/recentreads.h"

#include <algorithm>

namespace Benchboot {
namespace {

std::size_t windowOf(qint64 offset) { return std::size_t(offset / RecentReads::WindowBytes); }

} // namespace

void RecentReads::begin(const File &file, qint64 offset)
{
    const std::scoped_lock lock(m_mutex);
    auto &reads = m_files[file];
    ++reads.underWay;
    // What was filled may have left memory meanwhile, and this read brings it back.
    reads.filled.resize(std::min(reads.filled.size(), windowOf(offset)));
}

void RecentReads::end(const File &file, qint64 nowMs)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_files.find(file); found != m_files.end() && found->second.underWay > 0) {
        --found->second.underWay;
        found->second.endedMs = nowMs;
    }
    forgetOld(nowMs);
}

void RecentReads::forgetOld(qint64 nowMs)
{
    std::erase_if(m_files, [nowMs](const auto &file) {
        return file.second.underWay == 0 && nowMs - file.second.endedMs >= ReadAheadMs;
    });
}

bool RecentReads::mayBeFilling(const File &file, qint64 offset, qint64 nowMs)
{
    const std::scoped_lock lock(m_mutex);
    forgetOld(nowMs);
    const auto found = m_files.find(file);
    if (found == m_files.end())
        return false;
    const auto &filled = found->second.filled;
    const auto window = windowOf(offset);
    return window >= filled.size() || !filled[window];
}

void RecentReads::foundFilled(const File &file, qint64 offset)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_files.find(file);
    if (found == m_files.end())
        return;
    auto &filled = found->second.filled;
    const auto window = windowOf(offset);
    filled.resize(std::max(filled.size(), window + 1));
    filled[window] = true;
}

} // namespace Benchboot
