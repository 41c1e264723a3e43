// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/filedescriptor.h"
#include "protocol/http/requestparser.h"
#include "protocol/servedlab.h"
#include "services/eventloop.h"
#include "services/httplimits.h"
#include "services/httptransfer.h"
#include "services/workerpool.h"

#include <functional>
#include <memory>
#include <optional>

namespace Benchboot {

class HttpConnection;

/// What all connections of one server share. Outlives them, but for those that a thread left behind holds, which do not use it any more.
struct HttpContext
{
    EventLoop &loop;
    WorkerPool &pool;
    DiskFacts &disks;
    const SnapshotHolder &lab;
    EventSink &events;
    const Clock &clock;
    const HttpLimits &limits;
    std::function<void(HttpConnection &)> closed; ///< in the loop's thread, once for each connection
    quint64 lastTransferId = 0; ///< loop's thread only
    std::shared_ptr<RecentReads> reads = std::make_shared<RecentReads>(); ///< those of the pool
};

/// The two ends of a TCP connection.
struct HttpEnds
{
    Ipv4 peer;
    Ipv4 local;
    quint16 localPort = 0;
};

/// Whether a client is served at all: it belongs to a subnet that is served and reached us on an address of a card that is; on loopback, both
/// ends are local.
[[nodiscard]] bool isServed(const HttpEnds &ends, const ServedNetwork &network);

/// One client's TCP connection: reads requests, answers them in order, one at a time. Belongs to the loop's thread, except while a slice of a
/// file is sent by a thread of the pool: then nothing else touches the transfer.
class HttpConnection : public std::enable_shared_from_this<HttpConnection>
{
public:
    HttpConnection(HttpContext &context, FileDescriptor socket, HttpEnds ends);

    void start();
    void
    checkDeadline(qint64 nowMs); ///< closes the connection if it has waited too long; nowMs of Clock::monotonicMs()
    void abort(const QString &detail); ///< closes it now; not while a slice is under way
    /// As abort(), and where a slice is under way, it shuts the socket, and goes with the thread that sends it. Without a loop that runs.
    void leave(const QString &detail);
    [[nodiscard]] int socket() const { return m_socket.get(); }
    [[nodiscard]] Ipv4 peer() const { return m_ends.peer; }

private:
    enum class State { Reading, Sending, Lingering, Closed };
    enum class Step { GoOn, Wait };

    void advance();
    Step read();
    Step takeBytes(QByteArrayView bytes);
    Step answerRequest();
    Step begin(HttpAnswer answer);
    Step beginFile(ServedFile file);
    Step sendSlice();
    void sendSliceInPool(const WorkerPool::Gate &gate);
    Step onSlice(HttpTransfer::Progress progress);
    Step finishAnswer();
    Step linger();
    Step wait(quint32 events);
    void close();
    void announce();
    void report(Event::Outcome outcome, const QString &detail);
    void reportProgress();
    [[nodiscard]] Event event(Event::Outcome outcome) const;
    [[nodiscard]] QByteArray origin() const;
    [[nodiscard]] qint64 wallSeconds() const;

    HttpContext &m_context;
    FileDescriptor m_socket;
    const HttpEnds m_ends;
    State m_state = State::Reading;
    bool m_inPool = false; // a thread of the pool has the transfer
    bool m_idle = false; // between two requests
    qint64 m_deadlineMs = 0;
    Http::RequestParser m_parser;
    QByteArray m_unread; // came with an earlier request
    std::optional<HttpTransfer> m_transfer;
    WorkerPool::Lane m_lane = 0; // of the disk that the transfer's file is on
    quint64 m_transferId = 0;
    std::optional<Event> m_started; // what was last said of a large transfer
    qint64 m_requestMs = 0; // when the request was complete
    qint64 m_progressMs = 0; // when progress was last reported
    qint64 m_sentBefore = 0; // bytes sent when the deadline was last moved
    qint64 m_lingered = 0; // bytes thrown away
};

} // namespace Benchboot
