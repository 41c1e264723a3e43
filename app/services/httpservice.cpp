// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/httpservice.h"

#include "services/eventloop.h"
#include "services/httpconnection.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <thread>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::size_t PoolThreads = 32; // that many cold files can be waited for at once
constexpr std::size_t PoolThreadsPerDisk = 8; // more would only let it seek
constexpr int AcceptsPerTurn = 64; // so that a flood of connections does not hold up the others
constexpr qint64 AcceptPauseMs = 100; // when the process is out of descriptors
constexpr qint64 LongestSweepMs = 500;

/// A write to a closed connection must be an error, not the end of the program. Threads inherit the mask of the thread that starts them, so
/// those of the pool, which the loop starts, have it too.
void blockSigPipe()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

Ipv4 addressOf(const sockaddr_in &address) { return Ipv4{ntohl(address.sin_addr.s_addr)}; }

} // namespace

struct HttpService::Private
{
    Private(FileDescriptor listenerSocket, const SnapshotHolder &snapshots, EventSink &sink, const Clock &time,
            HttpLimits bounds);

    void run();
    void sweep();
    void watchListener();
    void acceptAll();
    bool acceptOne();
    void add(FileDescriptor socket, const sockaddr_in &peer);
    void remove(HttpConnection &connection);
    void ignore(const HttpEnds &ends, const QString &reason);
    [[nodiscard]] qint64 sweepMs() const;

    FileDescriptor listener;
    const SnapshotHolder &lab;
    EventSink &events;
    const Clock &clock;
    const HttpLimits limits;
    EventLoop loop;
    DiskFacts disks;
    WorkerPool pool{PoolThreads, PoolThreadsPerDisk};
    HttpContext context;
    std::unordered_map<int, std::shared_ptr<HttpConnection>> connections; // by socket
    std::unordered_map<quint32, int> connectionsOf; // by client address
    std::thread thread;
};

HttpService::Private::Private(FileDescriptor listenerSocket, const SnapshotHolder &snapshots, EventSink &sink,
                              const Clock &time, HttpLimits bounds)
    : listener(std::move(listenerSocket)), lab(snapshots), events(sink), clock(time),
      limits(bounds),
      context{loop, pool, disks, lab, events, clock, limits, [this](HttpConnection &connection) { remove(connection); }}
{
}

void HttpService::Private::run()
{
    blockSigPipe();
    pthread_setname_np(pthread_self(), "http");
    watchListener();
    loop.startTimer(sweepMs(), [this] { sweep(); });
    loop.run();
}

qint64 HttpService::Private::sweepMs() const
{
    const auto shortest = std::min({limits.headMs, limits.idleMs, limits.stallMs, limits.lingerMs});
    return std::clamp<qint64>(shortest / 4, 1, LongestSweepMs);
}

/// One timer for all connections: nobody cares for half a second of ten, and timers of their own would be moved with every slice.
void HttpService::Private::sweep()
{
    const qint64 now = clock.monotonicMs();
    std::vector<std::shared_ptr<HttpConnection>> all;
    all.reserve(connections.size());
    for (const auto &[socket, connection] : connections)
        all.push_back(connection);
    for (const auto &connection : all)
        connection->checkDeadline(now);
    loop.startTimer(sweepMs(), [this] { sweep(); });
}

void HttpService::Private::watchListener()
{
    loop.watch(listener.get(), EPOLLIN, [this](quint32) { acceptAll(); });
}

void HttpService::Private::acceptAll()
{
    for (int i = 0; i < AcceptsPerTurn; ++i) {
        if (!acceptOne())
            return;
    }
}

/// \return whether there may be more to accept.
bool HttpService::Private::acceptOne()
{
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    FileDescriptor socket(
        ::accept4(listener.get(), reinterpret_cast<sockaddr *>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.isValid()) {
        add(std::move(socket), peer);
        return true;
    }
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
        loop.unwatch(listener.get()); // it stays readable, so the loop would spin
        loop.startTimer(AcceptPauseMs, [this] { watchListener(); });
        return false;
    }
    return errno == EINTR || errno == ECONNABORTED;
}

void HttpService::Private::add(FileDescriptor socket, const sockaddr_in &peer)
{
    sockaddr_in own{};
    socklen_t size = sizeof own;
    if (::getsockname(socket.get(), reinterpret_cast<sockaddr *>(&own), &size) != 0)
        return;
    const HttpEnds ends{addressOf(peer), addressOf(own), ntohs(own.sin_port)};
    if (const auto served = lab.get(); !isServed(ends, served->network)) {
        return ignore(ends,
                      u"Not answered: the client is not in a subnet that is served (%1), or asked another address"_s.arg(
                          served->network.subnetsText()));
    }
    if (std::ssize(connections) >= limits.connections)
        return ignore(ends, u"Not answered: %1 connections are open"_s.arg(limits.connections));
    auto &count = connectionsOf[ends.peer.value];
    if (count >= limits.connectionsPerAddress)
        return ignore(ends,
                      u"Not answered: %1 connections of this client are open"_s.arg(limits.connectionsPerAddress));
    ++count;
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const int descriptor = socket.get();
    const auto connection = std::make_shared<HttpConnection>(context, std::move(socket), ends);
    connections.emplace(descriptor, connection);
    connection->start();
}

void HttpService::Private::remove(HttpConnection &connection)
{
    if (const auto count = connectionsOf.find(connection.peer().value);
        count != connectionsOf.end() && --count->second == 0)
        connectionsOf.erase(count);
    connections.erase(connection.socket());
}

void HttpService::Private::ignore(const HttpEnds &ends, const QString &reason)
{
    events.append({.timeMs = clock.wallMs(),
                   .service = Event::Service::Http,
                   .kind = u"connection"_s,
                   .outcome = Event::Outcome::Ignored,
                   .address = ends.peer.toString(),
                   .detail = reason});
}

HttpService::HttpService(FileDescriptor listener, const SnapshotHolder &lab, EventSink &events, const Clock &clock,
                         HttpLimits limits)
    : d(std::make_unique<Private>(std::move(listener), lab, events, clock, limits))
{
}

HttpService::~HttpService() { stop(); }

void HttpService::start()
{
    if (!d->thread.joinable() && d->listener.isValid())
        d->thread = std::thread([this] { d->run(); });
}

void HttpService::stop()
{
    if (!d->thread.joinable())
        return;
    d->loop.stop();
    d->thread.join();
    d->loop.unwatch(d->listener.get());
    d->listener.reset();
    const bool all = d->pool.stop(); // at most one slice each
    while (!d->connections.empty()) {
        const auto connection = d->connections.begin()->second;
        all ? connection->abort(u"The server was stopped"_s) : connection->leave(u"The server was stopped"_s);
    }
}

} // namespace Benchboot
