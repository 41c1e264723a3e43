// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "load.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <format>
#include <iostream>
#include <memory>

namespace Load {
namespace {

constexpr std::size_t maxWindow = 64;
constexpr std::size_t headerSize = 4;
constexpr std::size_t packetRoom = 2048;
constexpr auto patience = std::chrono::milliseconds(500); // before something is said again
constexpr int mostRepetitions = 40; // without an answer; then the server is gone

struct Plan
{
    sockaddr_in server;
    std::string name;
    int blockSize;
    int window;
    const Expected &expected;
};

/// Room for one call's worth of packets.
class Inbox
{
public:
    Inbox()
    {
        for (std::size_t i = 0; i < maxWindow; ++i) {
            m_parts[i] = {m_bytes[i].data(), packetRoom};
            m_messages[i].msg_hdr.msg_iov = &m_parts[i];
            m_messages[i].msg_hdr.msg_iovlen = 1;
            m_messages[i].msg_hdr.msg_name = &m_sources[i];
        }
    }

    [[nodiscard]] int receive(int socket, int most)
    {
        for (std::size_t i = 0; i < std::size_t(most); ++i)
            m_messages[i].msg_hdr.msg_namelen = sizeof(sockaddr_in);
        return ::recvmmsg(socket, m_messages.data(), unsigned(most), MSG_DONTWAIT, nullptr);
    }
    [[nodiscard]] std::span<const char> packet(std::size_t i) const
    {
        return {m_bytes[i].data(), m_messages[i].msg_len};
    }
    [[nodiscard]] const sockaddr_in &source(std::size_t i) const { return m_sources[i]; }

private:
    std::array<std::array<char, packetRoom>, maxWindow> m_bytes{};
    std::array<iovec, maxWindow> m_parts{};
    std::array<sockaddr_in, maxWindow> m_sources{};
    std::array<mmsghdr, maxWindow> m_messages{};
};

/// One client: fetches the file again and again, each time from a new port, and compares every byte.
class Client
{
public:
    Client(const Plan &plan, int epoll, int transfers) : m_plan(plan), m_epoll(epoll), m_left(transfers) { begin(); }

    void onReady(Inbox &inbox);
    void onTick(Clock::time_point now);
    [[nodiscard]] bool isDone() const { return m_left == 0; }
    [[nodiscard]] int resent() const { return m_resent; }

private:
    void begin();
    void onPacket(std::span<const char> packet, const sockaddr_in &source);
    void onData(std::uint16_t number, std::span<const char> bytes);
    void acknowledge();
    void send(std::span<const char> packet);

    const Plan &m_plan;
    int m_epoll;
    int m_left;
    int m_resent = 0;
    Benchboot::FileDescriptor m_socket;
    bool m_connected = false;
    std::size_t m_block = 0; // received in order
    std::size_t m_acknowledged = 0;
    int m_window = 1;
    std::vector<char> m_last; // said last, in case it is lost
    Clock::time_point m_spoke;
    int m_unanswered = 0;
};

void Client::begin()
{
    m_socket = Benchboot::FileDescriptor(::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    epoll_event event{.events = EPOLLIN, .data = {.ptr = this}};
    if (!m_socket.isValid() || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_socket.get(), &event) != 0)
        failCall("socket");
    m_connected = false;
    m_block = m_acknowledged = 0;
    m_window = 1;
    std::string request{'\0', '\1'};
    const auto add = [&request](const std::string &word) { request.append(word).push_back('\0'); };
    add(m_plan.name);
    add("octet");
    if (m_plan.blockSize != 512) {
        add("blksize");
        add(std::to_string(m_plan.blockSize));
    }
    if (m_plan.window > 1) {
        add("windowsize");
        add(std::to_string(m_plan.window));
    }
    send(request);
}

void Client::send(std::span<const char> packet)
{
    if (packet.data() != m_last.data())
        m_last.assign(packet.begin(), packet.end());
    m_spoke = Clock::now();
    const auto *to = m_connected ? nullptr : reinterpret_cast<const sockaddr *>(&m_plan.server);
    (void)::sendto(m_socket.get(), m_last.data(), m_last.size(), 0, to, to ? sizeof(sockaddr_in) : 0);
}

void Client::onReady(Inbox &inbox)
{
    const int count = inbox.receive(m_socket.get(), m_window);
    for (int i = 0; i < count && !isDone(); ++i)
        onPacket(inbox.packet(std::size_t(i)), inbox.source(std::size_t(i)));
}

void Client::onPacket(std::span<const char> packet, const sockaddr_in &source)
{
    if (packet.size() < headerSize)
        throw Failure("a packet of less than four bytes");
    m_unanswered = 0;
    if (!m_connected) {
        m_connected = ::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&source), sizeof source) == 0;
        if (!m_connected)
            failCall("connect");
    }
    const auto number = std::uint16_t(std::uint8_t(packet[2]) << 8 | std::uint8_t(packet[3]));
    switch (packet[1]) {
    case 3:
        return onData(number, packet.subspan(headerSize));
    case 5:
        throw Failure(std::format("the server refused {}: error {} {}", m_plan.name, number,
                                  std::string(packet.begin() + headerSize, packet.end())));
    case 6: {
        if (m_block > 0)
            return;
        const std::string options(packet.begin() + 2, packet.end());
        const auto size = std::string("blksize\0", 8) + std::to_string(m_plan.blockSize) + '\0';
        const auto window = std::string("windowsize\0", 11) + std::to_string(m_plan.window) + '\0';
        if (m_plan.blockSize != 512 && options.find(size) == std::string::npos)
            throw Failure("the server does not agree to the block size");
        if (m_plan.window > 1 && options.find(window) == std::string::npos)
            throw Failure("the server does not agree to the window");
        m_window = m_plan.window;
        return acknowledge();
    }
    default:
        throw Failure("a packet that is neither DATA, OACK nor ERROR");
    }
}

void Client::onData(std::uint16_t number, std::span<const char> bytes)
{
    if (number != std::uint16_t(m_block + 1)) {
        if (m_acknowledged != m_block) // RFC 7440 §4: say where to go on, once for each gap
            acknowledge();
        return;
    }
    if (!m_plan.expected.holds(m_block * std::size_t(m_plan.blockSize), bytes))
        throw Failure(std::format("block {} differs from the file", m_block + 1));
    ++m_block;
    const bool last = bytes.size() < std::size_t(m_plan.blockSize);
    if (last || m_block - m_acknowledged >= std::size_t(m_window))
        acknowledge();
    if (!last)
        return;
    if ((m_block - 1) * std::size_t(m_plan.blockSize) + bytes.size() != m_plan.expected.size())
        throw Failure("the file ends early");
    m_socket.reset();
    if (--m_left > 0)
        begin();
}

void Client::acknowledge()
{
    m_acknowledged = m_block;
    const std::array<char, headerSize> packet{0, 4, char(m_block >> 8 & 0xff), char(m_block & 0xff)};
    send(packet);
}

void Client::onTick(Clock::time_point now)
{
    if (isDone() || now - m_spoke < patience)
        return;
    ++m_resent;
    if (++m_unanswered > mostRepetitions)
        throw Failure("the server does not answer any more");
    if (m_connected)
        acknowledge();
    else
        send(m_last);
}

} // namespace

void runTftp(const Options &options)
{
    const Expected expected(options.text("expect"));
    const Plan plan{addressOf(options.text("server"), options.number("port", 69)), options.text("name"),
                    options.number("blksize", 512), options.number("window", 1), expected};
    const int transfers = options.number("transfers", 1); // for each client
    const Benchboot::FileDescriptor epoll(::epoll_create1(EPOLL_CLOEXEC));
    const auto inbox = std::make_unique<Inbox>();
    const auto start = Clock::now();
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < options.number("clients", 1); ++i)
        clients.push_back(std::make_unique<Client>(plan, epoll.get(), transfers));
    std::array<epoll_event, 64> ready{};
    auto ticked = start;
    while (std::ranges::any_of(clients, [](const auto &client) { return !client->isDone(); })) {
        const int count = ::epoll_wait(epoll.get(), ready.data(), int(ready.size()), 100);
        for (int i = 0; i < count; ++i)
            static_cast<Client *>(ready[std::size_t(i)].data.ptr)->onReady(*inbox);
        if (const auto now = Clock::now(); now - ticked > patience / 4) {
            ticked = now;
            for (const auto &client : clients)
                client->onTick(now);
        }
    }
    const double seconds = secondsSince(start);
    int resent = 0;
    for (const auto &client : clients)
        resent += client->resent();
    const double mib = double(expected.size()) * double(clients.size()) * transfers / (1024 * 1024);
    std::cout << std::format("mib={:.1f} seconds={:.3f} mibps={:.2f} resent={}\n", mib, seconds, mib / seconds, resent);
}

} // namespace Load
