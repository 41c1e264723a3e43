// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "load.h"

#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <format>
#include <iostream>

namespace Load {
namespace {

constexpr auto patience = std::chrono::seconds(1); // after that, an answer is lost
constexpr std::size_t optionsAt = 240;

/// A DISCOVER of an EDK2 x64 client with the broadcast flag: the transaction id and the last bytes of its MAC tell \a number.
std::vector<char> discover(std::uint32_t number)
{
    std::vector<char> packet(optionsAt);
    packet[0] = 1; // BOOTREQUEST
    packet[1] = 1; // Ethernet
    packet[2] = 6;
    const std::uint32_t id = htonl(number);
    std::memcpy(packet.data() + 4, &id, sizeof id);
    packet[10] = char(0x80);
    packet[28] = 2; // a locally administered MAC
    std::memcpy(packet.data() + 30, &id, sizeof id);
    constexpr std::array<unsigned char, 4> cookie{0x63, 0x82, 0x53, 0x63};
    std::memcpy(packet.data() + 236, cookie.data(), cookie.size());
    const auto option = [&packet](int code, std::string_view value) {
        packet.push_back(char(code));
        packet.push_back(char(value.size()));
        packet.insert(packet.end(), value.begin(), value.end());
    };
    option(53, "\x01");
    option(57, "\x05\xc0");
    option(55, "\x01\x02\x03\x04\x05\x06\x0c\x0d\x0f\x11\x12\x16\x17\x1c\x28\x29\x2a\x2b\x32\x33\x36\x3a\x3b\x3c\x42\x43"
               "\x61\x80\x81\x82\x83\x84\x85\x86\x87");
    option(97, std::string(13, '\0') + std::string(packet.begin() + 30, packet.begin() + 34));
    option(94, std::string("\x01\x03\x10", 3));
    option(93, std::string("\0\x07", 2));
    option(60, "PXEClient:Arch:00007:UNDI:003016");
    packet.push_back(char(0xff));
    return packet;
}

void appendBig16(std::vector<char> &packet, std::size_t number)
{
    packet.push_back(char(number >> 8 & 0xff));
    packet.push_back(char(number & 0xff));
}

/// \a payload as a PC without an address sends it: from 0.0.0.0:68 to 255.255.255.255:67, which no UDP socket of a card with an address does.
std::vector<char> broadcast(const std::vector<char> &payload)
{
    constexpr std::size_t ipHeader = 20;
    constexpr std::size_t udpHeader = 8;
    std::vector<char> packet{0x45, 0};
    appendBig16(packet, ipHeader + udpHeader + payload.size());
    packet.insert(packet.end(), {0, 0, 0, 0, 64, 17, 0, 0}); // no fragment, TTL, UDP, room for the checksum
    packet.insert(packet.end(), {0, 0, 0, 0, char(255), char(255), char(255), char(255)});
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < ipHeader; i += 2)
        sum += std::uint32_t(std::uint8_t(packet[i]) << 8 | std::uint8_t(packet[i + 1]));
    sum = (sum & 0xffff) + (sum >> 16);
    sum = ~(sum + (sum >> 16));
    packet[10] = char(sum >> 8 & 0xff);
    packet[11] = char(sum & 0xff);
    appendBig16(packet, 68);
    appendBig16(packet, 67);
    appendBig16(packet, udpHeader + payload.size());
    appendBig16(packet, 0); // no checksum
    packet.insert(packet.end(), payload.begin(), payload.end());
    return packet;
}

/// The client side: asks for one MAC after another, with so many questions open at a time.
class Crowd
{
public:
    Crowd(const std::string &interface, int clients, int atOnce);
    void run();
    [[nodiscard]] std::vector<double> latencies() const;
    [[nodiscard]] int lost() const { return m_lost; }

private:
    void ask();
    void receive();
    void expire();

    struct Question
    {
        Clock::time_point asked;
        double latency = -1; // seconds; −1: none yet, −2: lost
    };
    Benchboot::FileDescriptor m_socket;
    Benchboot::FileDescriptor m_sender;
    sockaddr_ll m_everyone{};
    std::vector<Question> m_questions;
    std::size_t m_next = 0; // to be asked
    std::size_t m_oldest = 0; // the first that is still open
    int m_open = 0;
    int m_atOnce;
    int m_lost = 0;
};

Crowd::Crowd(const std::string &interface, int clients, int atOnce)
    : m_socket(::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)),
      m_sender(::socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, 0)), m_questions(std::size_t(clients)), m_atOnce(atOnce)
{
    m_everyone.sll_family = AF_PACKET;
    m_everyone.sll_protocol = htons(ETHERTYPE_IP);
    m_everyone.sll_ifindex = int(::if_nametoindex(interface.c_str()));
    m_everyone.sll_halen = 6;
    std::ranges::fill_n(m_everyone.sll_addr, 6, std::uint8_t(0xff));
    const int on = 1;
    const auto own = addressOf("0.0.0.0", 68);
    if (!m_socket.isValid() || !m_sender.isValid() || m_everyone.sll_ifindex == 0
        || ::setsockopt(m_socket.get(), SOL_SOCKET, SO_BROADCAST, &on, sizeof on) != 0
        || ::setsockopt(m_socket.get(), SOL_SOCKET, SO_BINDTODEVICE, interface.c_str(), socklen_t(interface.size()))
            != 0
        || ::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0)
        failCall("opening port 68 on " + interface);
}

void Crowd::run()
{
    while (m_oldest < m_questions.size()) {
        while (m_open < m_atOnce && m_next < m_questions.size())
            ask();
        pollfd waiting{.fd = m_socket.get(), .events = POLLIN, .revents = 0};
        (void)::poll(&waiting, 1, 100);
        receive();
        expire();
    }
}

void Crowd::ask()
{
    const auto packet = broadcast(discover(std::uint32_t(m_next)));
    m_questions[m_next++].asked = Clock::now();
    ++m_open;
    if (::sendto(m_sender.get(), packet.data(), packet.size(), 0, reinterpret_cast<const sockaddr *>(&m_everyone),
                 sizeof m_everyone)
        < 0)
        failCall("sending a DISCOVER");
}

void Crowd::receive()
{
    std::array<char, 2048> buffer;
    ssize_t size = 0;
    while ((size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0)) >= 0) {
        std::uint32_t id = 0;
        if (size < ssize_t(optionsAt) || buffer[0] != 2)
            continue;
        std::memcpy(&id, buffer.data() + 4, sizeof id);
        id = ntohl(id);
        if (id >= m_next || m_questions[id].latency != -1)
            continue;
        m_questions[id].latency = secondsSince(m_questions[id].asked);
        --m_open;
    }
}

void Crowd::expire()
{
    const auto now = Clock::now();
    while (m_oldest < m_next) {
        auto &question = m_questions[m_oldest];
        if (question.latency == -1) {
            if (now - question.asked < patience)
                return;
            question.latency = -2;
            ++m_lost;
            --m_open;
        }
        ++m_oldest;
    }
}

std::vector<double> Crowd::latencies() const
{
    std::vector<double> answered;
    for (const auto &question : m_questions) {
        if (question.latency >= 0)
            answered.push_back(question.latency);
    }
    std::ranges::sort(answered);
    return answered;
}

} // namespace

void runDhcp(const Options &options)
{
    Crowd crowd(options.text("interface"), options.number("macs", 10'000), options.number("at-once", 1));
    const auto start = Clock::now();
    crowd.run();
    const double seconds = secondsSince(start);
    const auto latencies = crowd.latencies();
    std::cout << std::format("replies={} seconds={:.3f} persecond={:.0f} p50ms={:.3f} p99ms={:.3f} lost={}\n",
                             latencies.size(), seconds, double(latencies.size()) / seconds,
                             1000 * percentile(latencies, 0.5), 1000 * percentile(latencies, 0.99), crowd.lost());
}

} // namespace Load
