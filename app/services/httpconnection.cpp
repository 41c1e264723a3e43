// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/httpconnection.h"

#include "services/servedopen.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::size_t ReadBytes = 16 * 1024; // a whole head at once
constexpr int StepsPerTurn = 64; // of one connection before others have their turn
constexpr qint64 AnnouncedBodyBytes = 1024 * 1024; // smaller answers are one event
constexpr qint64 ProgressEveryMs = 250;
constexpr qint64 LingerBytes = 1024 * 1024; // a client that goes on sending after the last answer is cut off

} // namespace

bool isServed(const HttpEnds &ends, const ServedNetwork &network)
{
    const auto loopback = Subnet::of(Ipv4{0x7f000001}, 8);
    if (loopback.contains(ends.local) && loopback.contains(ends.peer)
        && std::ranges::any_of(network.cards, &NetworkCard::loopback))
        return true;
    return network.cardOf(ends.local) && network.serves(ends.peer);
}

HttpConnection::HttpConnection(HttpContext &context, FileDescriptor socket, HttpEnds ends)
    : m_context(context), m_socket(std::move(socket)), m_ends(ends)
{
}

void HttpConnection::start()
{
    m_deadlineMs = m_context.clock.monotonicMs() + m_context.limits.headMs;
    m_context.loop.watch(m_socket.get(), EPOLLIN | EPOLLONESHOT,
                         [self = shared_from_this()](quint32) { self->advance(); });
}

void HttpConnection::advance()
{
    for (int i = 0; i < StepsPerTurn; ++i) {
        auto step = Step::Wait;
        switch (m_state) {
        case State::Reading:
            step = read();
            break;
        case State::Sending:
            step = sendSlice();
            break;
        case State::Lingering:
            step = linger();
            break;
        case State::Closed:
            break;
        }
        if (step == Step::Wait)
            return;
    }
    m_context.loop.post([self = shared_from_this()] { self->advance(); });
}

HttpConnection::Step HttpConnection::read()
{
    if (!m_unread.isEmpty())
        return takeBytes(std::exchange(m_unread, {}));
    std::array<char, ReadBytes> buffer;
    const auto count = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count > 0)
        return takeBytes(QByteArrayView(buffer.data(), count));
    if (count < 0 && errno == EINTR)
        return Step::GoOn;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return wait(EPOLLIN);
    abort(u"The client closed the connection in the middle of a request"_s);
    return Step::Wait;
}

HttpConnection::Step HttpConnection::takeBytes(QByteArrayView bytes)
{
    if (std::exchange(m_idle, false))
        m_deadlineMs = m_context.clock.monotonicMs() + m_context.limits.headMs;
    const auto taken = m_parser.feed(bytes);
    if (m_parser.state() == Http::RequestParser::State::Incomplete)
        return Step::GoOn;
    m_unread = bytes.sliced(taken).toByteArray();
    return answerRequest();
}

HttpConnection::Step HttpConnection::answerRequest()
{
    m_requestMs = m_context.clock.monotonicMs();
    m_transferId = ++m_context.lastTransferId;
    if (m_parser.state() == Http::RequestParser::State::Refused)
        return begin(refusalAnswer(m_parser.refusal(), wallSeconds()));
    const auto lab = m_context.lab.get();
    if (!isServed(m_ends, lab->network)) { // they have changed since the connection was accepted
        close();
        return Step::Wait;
    }
    const auto &request = m_parser.request();
    if (auto script = scriptAnswer(request, *lab, origin(), wallSeconds()))
        return begin(*std::move(script));
    auto file = findServedFile(request.path, *lab);
    if (!file)
        return begin(notFoundAnswer(request, wallSeconds()));
    m_lane = m_context.disks.diskOf(folderOf(*file));
    if (auto cached = cachedAnswer(request, *file, m_context.disks, wallSeconds()))
        return begin(*std::move(cached));
    return beginFile(*std::move(file));
}

HttpConnection::Step HttpConnection::begin(HttpAnswer answer)
{
    m_transfer.emplace(std::move(answer), m_context.reads);
    m_sentBefore = 0;
    m_deadlineMs = m_requestMs + m_context.limits.stallMs;
    m_state = State::Sending;
    announce();
    return Step::GoOn;
}

/// Opening may block like reading does, so the pool does both.
HttpConnection::Step HttpConnection::beginFile(ServedFile file)
{
    m_sentBefore = 0;
    m_deadlineMs = m_requestMs + m_context.limits.stallMs;
    m_state = State::Sending;
    m_inPool = true;
    m_context.pool.start(m_lane,
                         [self = shared_from_this(), file = std::move(file), disks = m_context.disks,
                          reads = m_context.reads, now = wallSeconds()](const WorkerPool::Gate &gate) {
                             self->m_transfer.emplace(fileAnswer(self->m_parser.request(), file, disks, now), reads);
                             gate.pass([&self] { self->announce(); });
                             self->sendSliceInPool(gate);
                         });
    return Step::Wait;
}

HttpConnection::Step HttpConnection::sendSlice()
{
    // What is in memory is sent at once: two changes of thread for each slice cost more than the slice.
    if (const auto progress = m_transfer->sendCachedSlice(m_socket.get(), m_context.clock.monotonicMs())) {
        const auto step = onSlice(*progress);
        if (*progress != HttpTransfer::Progress::Yielded)
            return step;
        m_context.loop.post([self = shared_from_this()] { self->advance(); });
        return Step::Wait;
    }
    m_inPool = true;
    m_context.pool.start(m_lane, [self = shared_from_this()](const auto &gate) { self->sendSliceInPool(gate); });
    return Step::Wait;
}

void HttpConnection::sendSliceInPool(const WorkerPool::Gate &gate)
{
    const auto progress = m_transfer->sendSlice(m_socket.get());
    gate.pass([this, progress] {
        m_context.loop.post([self = shared_from_this(), progress] {
            self->m_inPool = false;
            self->m_transfer->endSlice(self->m_context.clock.monotonicMs());
            if (self->onSlice(progress) == Step::GoOn)
                self->advance();
        });
    });
}

HttpConnection::Step HttpConnection::onSlice(HttpTransfer::Progress progress)
{
    switch (progress) {
    case HttpTransfer::Progress::Done:
        report(m_transfer->answer().outcome, m_transfer->answer().detail);
        return finishAnswer();
    case HttpTransfer::Progress::Aborted:
        abort(u"The client closed the connection before the end"_s);
        return Step::Wait;
    case HttpTransfer::Progress::Broken:
        report(Event::Outcome::Failed, u"The file could not be read to its announced end; the connection was closed"_s);
        m_transfer.reset();
        close();
        return Step::Wait;
    case HttpTransfer::Progress::Blocked:
    case HttpTransfer::Progress::Yielded:
        break;
    }
    if (const auto sent = m_transfer->sent(); sent != std::exchange(m_sentBefore, sent))
        m_deadlineMs = m_context.clock.monotonicMs() + m_context.limits.stallMs;
    reportProgress();
    return progress == HttpTransfer::Progress::Blocked ? wait(EPOLLOUT) : Step::GoOn;
}

HttpConnection::Step HttpConnection::finishAnswer()
{
    const bool keepAlive = m_transfer->answer().keepAlive;
    m_transfer.reset();
    const qint64 now = m_context.clock.monotonicMs();
    if (keepAlive) {
        m_parser.reset();
        m_idle = true;
        m_deadlineMs = now + m_context.limits.idleMs;
        m_state = State::Reading;
    } else {
        // Closing with unread bytes would reset the connection, and the client might lose the answer (RFC 9112 §9.6).
        ::shutdown(m_socket.get(), SHUT_WR);
        m_deadlineMs = now + m_context.limits.lingerMs;
        m_state = State::Lingering;
    }
    return Step::GoOn;
}

HttpConnection::Step HttpConnection::linger()
{
    std::array<char, ReadBytes> buffer;
    const auto count = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count > 0 && (m_lingered += count) <= LingerBytes)
        return Step::GoOn;
    if (count < 0 && errno == EINTR)
        return Step::GoOn;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return wait(EPOLLIN);
    close();
    return Step::Wait;
}

HttpConnection::Step HttpConnection::wait(quint32 events)
{
    m_context.loop.rewatch(m_socket.get(), events | EPOLLONESHOT);
    return Step::Wait;
}

void HttpConnection::checkDeadline(qint64 nowMs)
{
    if (m_inPool || m_state == State::Closed || nowMs < m_deadlineMs)
        return;
    if (m_transfer)
        abort(u"The client took nothing for %1 seconds"_s.arg(m_context.limits.stallMs / 1000));
    else
        abort(u"The client did not complete its request in time"_s);
}

void HttpConnection::abort(const QString &detail)
{
    const bool within = m_state == State::Reading && m_parser.started();
    if (m_transfer || within)
        report(Event::Outcome::Aborted, detail);
    m_transfer.reset();
    close();
}

void HttpConnection::leave(const QString &detail)
{
    if (!m_inPool)
        return abort(detail);
    if (m_started) {
        m_started->outcome = Event::Outcome::Aborted;
        m_started->detail = detail;
        m_context.events.append(*std::exchange(m_started, {}));
    }
    // The thread would write to whoever got the socket's number next, so the socket is only closed with it.
    m_state = State::Closed;
    ::shutdown(m_socket.get(), SHUT_RDWR);
    m_context.closed(*this);
}

void HttpConnection::close()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    const auto self = shared_from_this(); // the loop and the server let go of it now
    m_context.loop.unwatch(m_socket.get());
    m_context.closed(*this);
    m_socket.reset();
}

void HttpConnection::announce()
{
    m_started.reset();
    if (m_transfer->answer().bodySize >= AnnouncedBodyBytes)
        m_context.events.append(m_started.emplace(event(Event::Outcome::Started)));
    m_progressMs = m_context.clock.monotonicMs();
}

void HttpConnection::reportProgress()
{
    const qint64 now = m_context.clock.monotonicMs();
    if (m_transfer->answer().bodySize < AnnouncedBodyBytes || now - m_progressMs < ProgressEveryMs)
        return;
    m_progressMs = now;
    m_context.events.append(m_started.emplace(event(Event::Outcome::Started)));
}

void HttpConnection::report(Event::Outcome outcome, const QString &detail)
{
    auto last = event(outcome);
    last.detail = detail;
    if (m_transfer)
        last.durationMs = m_context.clock.monotonicMs() - m_requestMs;
    m_context.events.append(std::move(last));
}

Event HttpConnection::event(Event::Outcome outcome) const
{
    Event made{.timeMs = m_context.clock.wallMs(),
               .service = Event::Service::Http,
               .kind = u"request"_s,
               .outcome = outcome,
               .address = m_ends.peer.toString()};
    if (m_transfer) {
        const auto &answer = m_transfer->answer();
        made.kind = answer.kind;
        made.id = m_transferId;
        made.mac = answer.mac;
        made.target = answer.target;
        made.bytes = m_transfer->bodySent();
        made.total = answer.total;
    }
    return made;
}

QByteArray HttpConnection::origin() const
{
    return "http://" + m_ends.local.toString().toLatin1() + ':' + QByteArray::number(m_ends.localPort);
}

qint64 HttpConnection::wallSeconds() const { return m_context.clock.wallMs() / 1000; }

} // namespace Benchboot
