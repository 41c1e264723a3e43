// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "load.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <format>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>

namespace Load {
namespace {

constexpr std::size_t readBytes = 256 * 1024;

/// Requests that are still to be made, by all connections together; ends when either bound is reached.
struct Work
{
    sockaddr_in server;
    std::string request;
    std::size_t bodySize;
    const Expected *expected; // none: count the bytes only
    int left;
    std::optional<Clock::time_point> end;
    std::vector<double> latencies; // seconds, of whole answers

    [[nodiscard]] bool take()
    {
        if (left == 0 || (end && Clock::now() >= *end))
            return false;
        --left;
        return true;
    }
};

/// One connection: asks for the file again and again.
class Connection
{
public:
    Connection(Work &work, int epoll) : m_work(work), m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        if (!m_socket.isValid()
            || ::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&work.server), sizeof work.server) != 0)
            failCall("connect");
        epoll_event event{.events = EPOLLIN, .data = {.ptr = this}};
        if (::epoll_ctl(epoll, EPOLL_CTL_ADD, m_socket.get(), &event) != 0)
            failCall("epoll_ctl");
        ask();
    }

    void onReady(std::span<char> buffer);
    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] double received() const { return m_received; }

private:
    void ask();
    [[nodiscard]] std::span<const char> withoutHead(std::span<const char> bytes);

    Work &m_work;
    Benchboot::FileDescriptor m_socket;
    std::string m_head;
    bool m_inBody = false;
    bool m_done = false;
    std::size_t m_bodyBytes = 0;
    double m_received = 0;
    Clock::time_point m_asked;
};

void Connection::ask()
{
    m_head.clear();
    m_inBody = false;
    m_bodyBytes = 0;
    m_done = !m_work.take();
    m_asked = Clock::now();
    if (m_done)
        ::shutdown(m_socket.get(), SHUT_RDWR);
    else if (::send(m_socket.get(), m_work.request.data(), m_work.request.size(), MSG_NOSIGNAL)
             != ssize_t(m_work.request.size()))
        failCall("send");
}

void Connection::onReady(std::span<char> buffer)
{
    const auto count = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (m_done) {
        m_socket.reset();
        return;
    }
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0)
        throw Failure("the server closed the connection before the end");
    const auto body = withoutHead(buffer.first(std::size_t(count)));
    if (m_work.expected && !m_work.expected->holds(m_bodyBytes, body))
        throw Failure("the answer differs from the file");
    m_bodyBytes += body.size();
    m_received += double(body.size());
    if (m_bodyBytes > m_work.bodySize)
        throw Failure("the answer is longer than the file");
    if (!m_inBody || m_bodyBytes < m_work.bodySize)
        return;
    m_work.latencies.push_back(secondsSince(m_asked));
    ask();
}

std::span<const char> Connection::withoutHead(std::span<const char> bytes)
{
    if (m_inBody)
        return bytes;
    const auto before = m_head.size();
    m_head.append(bytes.begin(), bytes.end());
    const auto end = m_head.find("\r\n\r\n");
    if (end == std::string::npos)
        return {};
    m_inBody = true;
    m_head.resize(end + 4);
    if (!m_head.starts_with("HTTP/1.1 200 ")
        || m_head.find("\r\nContent-Length: " + std::to_string(m_work.bodySize) + "\r\n") == std::string::npos)
        throw Failure("the server answered " + m_head);
    return bytes.subspan(m_head.size() - before);
}

} // namespace

void runHttp(const Options &options)
{
    const Expected file(options.text("expect"));
    const auto host = options.text("server");
    Work work{.server = addressOf(host, options.number("port", 80)),
              .request = std::format("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", options.text("path"), host),
              .bodySize = file.size(),
              .expected = options.number("compare", 0) ? &file : nullptr,
              .left = options.number("requests", -1),
              .end = {},
              .latencies = {}};
    if (const int limit = options.number("seconds", 0); limit > 0)
        work.end = Clock::now() + std::chrono::seconds(limit);
    const Benchboot::FileDescriptor epoll(::epoll_create1(EPOLL_CLOEXEC));
    const auto start = Clock::now();
    std::vector<std::unique_ptr<Connection>> connections;
    for (int i = 0; i < options.number("connections", 1); ++i)
        connections.push_back(std::make_unique<Connection>(work, epoll.get()));
    std::vector<char> buffer(readBytes);
    std::array<epoll_event, 64> ready{};
    while (std::ranges::any_of(connections, [](const auto &connection) { return !connection->isDone(); })) {
        const int count = ::epoll_wait(epoll.get(), ready.data(), int(ready.size()), -1);
        for (int i = 0; i < count; ++i)
            static_cast<Connection *>(ready[std::size_t(i)].data.ptr)->onReady(buffer);
    }
    const double seconds = secondsSince(start);
    double bytes = 0;
    for (const auto &connection : connections)
        bytes += connection->received();
    std::ranges::sort(work.latencies);
    const double mib = bytes / (1024 * 1024);
    std::cout << std::format("mib={:.1f} seconds={:.3f} mibps={:.1f} persecond={:.0f} p99ms={:.2f}\n", mib, seconds,
                             mib / seconds, double(work.latencies.size()) / seconds,
                             1000 * percentile(work.latencies, 0.99));
}

} // namespace Load
