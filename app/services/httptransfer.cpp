// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/httptransfer.h"

#include <QVarLengthArray>

#include <linux/mman.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace Benchboot {
namespace {

constexpr qint64 SliceBytes = 4 * 1024 * 1024;
constexpr qint64 CachedSliceBytes
    = RecentReads::WindowBytes; // others wait for it, but a socket is full after few turns

/// What a failed send means; a cut connection is the client's doing, a read error is ours.
HttpTransfer::Progress progressOf(int error)
{
    if (error == EAGAIN || error == EWOULDBLOCK)
        return HttpTransfer::Progress::Blocked;
    return error == EIO ? HttpTransfer::Progress::Broken : HttpTransfer::Progress::Aborted;
}

/// While a socket is corked, only full packets leave it. With TCP_NODELAY alone each acknowledgement makes the kernel send the odd end of what
/// sendfile(2) has queued so far.
void setCork(int socket, bool corked)
{
    const int on = corked;
    ::setsockopt(socket, IPPROTO_TCP, TCP_CORK, &on, sizeof on);
}

qint64 pageSize()
{
    static const qint64 size = ::sysconf(_SC_PAGESIZE);
    return size;
}

std::size_t pagesOf(qint64 offset, qint64 length)
{
    return std::size_t((offset + length - 1) / pageSize() - offset / pageSize() + 1);
}

/// Whether all of a part of \a file has pages in memory, be it that a disk is just filling them. False where the kernel does not tell: of files
/// that we neither own nor may write, and before 6.5.
bool hasPages(int file, qint64 offset, qint64 length)
{
#ifdef SYS_cachestat
    cachestat_range range{.off = quint64(offset), .len = quint64(length)};
    cachestat state{};
    return ::syscall(SYS_cachestat, file, &range, &state, 0) == 0 && state.nr_cache >= pagesOf(offset, length);
#else
    Q_UNUSED(file)
    Q_UNUSED(offset)
    Q_UNUSED(length)
    return false;
#endif
}

/// Whether those pages hold what is in the file. \param length  CachedSliceBytes at most. True where the kernel does not tell, so hasPages() comes first.
bool hasFilledPages(int file, qint64 offset, qint64 length)
{
    const auto pages = pagesOf(offset, length);
    const auto bytes = pages * std::size_t(pageSize());
    void *mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file, offset / pageSize() * pageSize());
    if (mapped == MAP_FAILED)
        return false;
    QVarLengthArray<unsigned char, CachedSliceBytes / 4096 + 1> filled(static_cast<qsizetype>(pages));
    const bool known = ::mincore(mapped, bytes, filled.data()) == 0;
    ::munmap(mapped, bytes);
    return known && std::ranges::all_of(filled, [](unsigned char one) { return (one & 1) != 0; });
}

} // namespace

qint64 HttpTransfer::sent() const { return m_bytesSent + m_fileSent; }

qint64 HttpTransfer::bodySent() const { return std::max<qint64>(m_bytesSent - m_answer.headSize, 0) + m_fileSent; }

HttpTransfer::Progress HttpTransfer::sendSlice(int socket)
{
    qint64 first = m_run < m_answer.runs.size() ? m_answer.runs.at(m_run).offset + m_runSent : 0;
    for (qsizetype i = m_run + 1; i < m_answer.runs.size(); ++i)
        first = std::min(first, m_answer.runs.at(i).offset);
    m_reads->begin(m_answer.fileId, first);
    return sendAll(socket, SliceBytes);
}

void HttpTransfer::endSlice(qint64 nowMs) { m_reads->end(m_answer.fileId, nowMs); }

std::optional<HttpTransfer::Progress> HttpTransfer::sendCachedSlice(int socket, qint64 nowMs)
{
    if (m_run == m_answer.runs.size())
        return sendAll(socket, 0);
    if (m_cachedTo <= m_fileSent) {
        const auto &run = m_answer.runs.at(m_run);
        const qint64 offset = run.offset + m_runSent;
        const qint64 length = std::min(run.length - m_runSent, CachedSliceBytes - offset % CachedSliceBytes);
        if (!m_answer.local || !isCached(offset, length, nowMs))
            return std::nullopt;
        m_cachedTo = m_fileSent + length;
    }
    return sendAll(socket, m_cachedTo - m_fileSent);
}

/// Asks the page cache about a part of one window of RecentReads.
bool HttpTransfer::isCached(qint64 offset, qint64 length, qint64 nowMs) const
{
    const int file = m_answer.file.get();
    if (!hasPages(file, offset, length))
        return false;
    if (!m_reads->mayBeFilling(m_answer.fileId, offset, nowMs))
        return true;
    if (!hasFilledPages(file, offset, length))
        return false;
    if (length == RecentReads::WindowBytes)
        m_reads->foundFilled(m_answer.fileId, offset);
    return true;
}

HttpTransfer::Progress HttpTransfer::sendAll(int socket, qint64 budget)
{
    const bool hasFile = !m_answer.runs.isEmpty();
    if (hasFile && m_bytesSent == 0)
        setCork(socket, true); // the head shares a packet with the first bytes of the file, too
    if (m_bytesSent < m_answer.bytes.size()) {
        if (const auto progress = sendBytes(socket); progress != Progress::Done)
            return progress;
    }
    const auto progress = sendRuns(socket, budget);
    if (hasFile && progress == Progress::Done)
        setCork(socket, false);
    return progress;
}

HttpTransfer::Progress HttpTransfer::sendBytes(int socket)
{
    while (m_bytesSent < m_answer.bytes.size()) {
        const auto rest = QByteArrayView(m_answer.bytes).sliced(m_bytesSent);
        const auto count = ::send(socket, rest.data(), std::size_t(rest.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return progressOf(errno);
        m_bytesSent += count;
    }
    return Progress::Done;
}

HttpTransfer::Progress HttpTransfer::sendRuns(int socket, qint64 budget)
{
    while (m_run < m_answer.runs.size()) {
        if (budget <= 0)
            return Progress::Yielded;
        const auto &run = m_answer.runs.at(m_run);
        off_t offset = run.offset + m_runSent;
        const qint64 asked = std::min(run.length - m_runSent, budget);
        const auto count = ::sendfile(socket, m_answer.file.get(), &offset, std::size_t(asked));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return progressOf(errno);
        if (count == 0)
            return Progress::Broken;
        budget -= count;
        m_fileSent += count;
        m_runSent += count;
        if (m_runSent == run.length) {
            ++m_run;
            m_runSent = 0;
        }
        if (count < asked)
            return Progress::Blocked; // as a rule; if the file has ended, the next call tells
    }
    return Progress::Done;
}

} // namespace Benchboot
