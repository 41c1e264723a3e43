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
constexpr qint64 CachedSliceBytes = 2 * 1024 * 1024; // others wait for it, but a socket is full after few turns

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

} // namespace

qint64 HttpTransfer::sent() const { return m_bytesSent + m_fileSent; }

qint64 HttpTransfer::bodySent() const { return std::max<qint64>(m_bytesSent - m_answer.headSize, 0) + m_fileSent; }

HttpTransfer::Progress HttpTransfer::sendSlice(int socket) { return sendAll(socket, SliceBytes); }

std::optional<HttpTransfer::Progress> HttpTransfer::sendCachedSlice(int socket, bool diskReads)
{
    if (m_run == m_answer.runs.size())
        return sendAll(socket, 0);
    if (m_cachedTo <= m_fileSent) {
        const auto &run = m_answer.runs.at(m_run);
        const qint64 length = std::min(run.length - m_runSent, CachedSliceBytes);
        if (!m_answer.local || !isCached(run.offset + m_runSent, length, diskReads))
            return std::nullopt;
        m_cachedTo = m_fileSent + length;
    }
    return sendAll(socket, m_cachedTo - m_fileSent);
}

/// Asks the page cache, where the kernel can tell (files that we own or may write; kernels since 6.5).
bool HttpTransfer::isCached(qint64 offset, qint64 length, bool diskReads) const
{
#ifdef SYS_cachestat
    const qint64 page = ::sysconf(_SC_PAGESIZE);
    cachestat_range range{.off = quint64(offset), .len = quint64(length)};
    cachestat state{};
    const qint64 first = offset / page;
    const auto pages = std::size_t((offset + length - 1) / page - first + 1);
    if (::syscall(SYS_cachestat, m_answer.file.get(), &range, &state, 0) != 0 || state.nr_cache < pages)
        return false;
    if (!diskReads)
        return true;
    // It counts pages, too, that the disk is about to fill, as for another client of the same file. mincore(2) tells them apart, but says that
    // every page is there where we may not know.
    void *mapped = ::mmap(nullptr, pages * std::size_t(page), PROT_READ, MAP_SHARED, m_answer.file.get(), first * page);
    if (mapped == MAP_FAILED)
        return false;
    QVarLengthArray<unsigned char, CachedSliceBytes / 4096 + 1> filled(static_cast<qsizetype>(pages));
    const bool known = ::mincore(mapped, pages * std::size_t(page), filled.data()) == 0;
    ::munmap(mapped, pages * std::size_t(page));
    return known && std::ranges::all_of(filled, [](unsigned char one) { return (one & 1) != 0; });
#else
    Q_UNUSED(offset)
    Q_UNUSED(length)
    Q_UNUSED(diskReads)
    return false;
#endif
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
        const auto count
            = ::sendfile(socket, m_answer.file.get(), &offset, std::size_t(std::min(run.length - m_runSent, budget)));
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
    }
    return Progress::Done;
}

} // namespace Benchboot
