// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/httpanswer.h"

#include <memory>
#include <optional>

namespace Benchboot {

/// Sends one answer over a non-blocking socket in slices, so that no client holds a thread for longer than one slice takes. May be used by one
/// thread after another.
class HttpTransfer
{
public:
    enum class Progress {
        Done, ///< everything has gone out
        Blocked, ///< the socket takes no more for now
        Yielded, ///< the slice is over; others may have their turn
        Aborted, ///< the client has gone
        Broken, ///< the file ended early or could not be read: the announced length cannot be kept
    };

    /// \param reads  those of all transfers
    HttpTransfer(HttpAnswer answer, std::shared_ptr<RecentReads> reads)
        : m_answer(std::move(answer)), m_reads(std::move(reads))
    {
    }

    /// Sends what the socket takes, at most about 4 MiB; may block on a cold file. The thread must have SIGPIPE blocked: sendfile(2) has no
    /// MSG_NOSIGNAL. endSlice() must follow.
    [[nodiscard]] Progress sendSlice(int socket);
    void endSlice(qint64 nowMs); ///< nowMs of Clock::monotonicMs(); also below
    /// The same with what the kernel has in memory, at most about 2 MiB. Nothing where the next bytes have to come from the disk.
    [[nodiscard]] std::optional<Progress> sendCachedSlice(int socket, qint64 nowMs);

    [[nodiscard]] const HttpAnswer &answer() const { return m_answer; }
    [[nodiscard]] qint64 sent() const; ///< bytes that have gone out, head included
    [[nodiscard]] qint64 bodySent() const; ///< bytes of the body that have gone out

private:
    [[nodiscard]] Progress sendBytes(int socket);
    [[nodiscard]] Progress sendAll(int socket, qint64 budget);
    [[nodiscard]] Progress sendRuns(int socket, qint64 budget);
    [[nodiscard]] bool isCached(qint64 offset, qint64 length, qint64 nowMs) const;

    HttpAnswer m_answer;
    std::shared_ptr<RecentReads> m_reads;
    qsizetype m_bytesSent = 0;
    qsizetype m_run = 0; // index of the run under way
    qint64 m_runSent = 0; // bytes of it
    qint64 m_fileSent = 0; // bytes of all runs
    qint64 m_cachedTo = 0; // how far from the start of all runs the file was in memory when last asked
};

} // namespace Benchboot
