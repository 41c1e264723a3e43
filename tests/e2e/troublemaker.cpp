// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// troublemaker SERVER HTTP-PORT CAPTURE-FOLDER ADDRESS…: wears the server out from the ADDRESSes, which are this machine's.
// It keeps 1,000 HTTP connections open that say nothing, some that send their request a byte a second, and some that
// are closed for one direction; what the server closes is opened again. Prints "holding" once all are there. At each
// SIGUSR1 it sends 10,000 datagrams to each of the UDP ports and prints "flooded". SIGTERM ends it.
#include "support/pcapfile.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <random>
#include <unistd.h>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>

using namespace Benchboot;

namespace {

constexpr std::array<quint16, 3> udpPorts{67, 4011, 69};
constexpr int datagramsPerPort = 10'000;
constexpr int idleConnections = 1000;
constexpr int slowConnections = 8;
constexpr int halfClosedConnections = 8;
constexpr int tickMs = 1000;
constexpr QByteArrayView request = "GET /boot.ipxe HTTP/1.1\r\nHost: bench\r\nUser-Agent: trouble\r\n\r\n";

sockaddr_in address(quint32 host, quint16 port)
{
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(port);
    result.sin_addr.s_addr = htonl(host);
    return result;
}

int openSocket(int type, Ipv4 from)
{
    const int fd = ::socket(AF_INET, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const auto local = address(from.value, 0);
    if (fd < 0 || ::bind(fd, reinterpret_cast<const sockaddr *>(&local), sizeof local) != 0) {
        std::perror("troublemaker");
        std::exit(1);
    }
    return fd;
}

/// Random and mutated datagrams.
class Flood
{
public:
    Flood(Ipv4 server, std::vector<Ipv4> sources, const QString &captures) : m_server(server)
    {
        for (const auto source : sources)
            m_sockets.push_back(openSocket(SOCK_DGRAM, source));
        const QDir folder(captures);
        for (const auto &name : folder.entryList({QStringLiteral("*.pcap")}, QDir::Files)) {
            for (const auto &datagram : readPcap(folder.filePath(name)).value_or(QList<CapturedDatagram>())) {
                if (datagram.destinationPort == 67 || datagram.destinationPort == 4011)
                    m_models[datagram.destinationPort == 67 ? 0 : 1].append(datagram.payload);
            }
        }
        m_models[2] = {QByteArray("\0\1undionly.kpxe\0octet\0blksize\0001432\0tsize\0000\0windowsize\0004\0", 57),
                       QByteArray("\0\1snponly.efi\0octet\0", 20), QByteArray("\0\4\0\1", 4),
                       QByteArray("\0\5\0\0stop\0", 9)};
    }

    void once()
    {
        for (int i = 0; i < datagramsPerPort; ++i) {
            for (size_t port = 0; port < udpPorts.size(); ++port) {
                const auto to = address(m_server.value, udpPorts[port]);
                const auto payload = i % 2 == 0 ? randomBytes() : mutated(m_models[port]);
                // A full send queue loses the datagram, as a full network would.
                (void)::sendto(m_sockets[size_t(i) % m_sockets.size()], payload.constData(), size_t(payload.size()), 0,
                               reinterpret_cast<const sockaddr *>(&to), sizeof to);
            }
        }
    }

private:
    size_t below(qsizetype limit) { return std::uniform_int_distribution<size_t>(0, size_t(limit) - 1)(m_random); }

    QByteArray randomBytes()
    {
        QByteArray bytes(qsizetype(below(1473)), Qt::Uninitialized);
        std::ranges::generate(bytes, [this] { return char(m_random()); });
        return bytes;
    }

    /// A few bytes changed; every fourth cut short as well.
    QByteArray mutated(const QList<QByteArray> &models)
    {
        auto bytes = models.at(qsizetype(below(models.size())));
        for (size_t changes = below(8); changes > 0; --changes)
            bytes[qsizetype(below(bytes.size()))] = char(m_random());
        if (below(4) == 0)
            bytes.truncate(qsizetype(below(bytes.size() + 1)));
        return bytes;
    }

    Ipv4 m_server;
    std::vector<int> m_sockets;
    std::array<QList<QByteArray>, udpPorts.size()> m_models;
    std::mt19937 m_random{4711};
};

enum class Manner { Idle, SlowHead, HalfClosed };

struct Connection
{
    Manner manner = Manner::Idle;
    Ipv4 source;
    bool connected = false;
    qsizetype sent = 0;
};

/// Connections that stay, and come back.
class Crowd
{
public:
    Crowd(Ipv4 server, quint16 port, const std::vector<Ipv4> &sources) : m_server(address(server.value, port))
    {
        const auto add = [&](Manner manner, int count) {
            for (; count > 0; --count)
                m_connections.push_back({manner, sources[m_connections.size() % sources.size()]});
        };
        add(Manner::Idle, idleConnections);
        add(Manner::SlowHead, slowConnections);
        add(Manner::HalfClosed, halfClosedConnections);
        m_polled.resize(m_connections.size() + 1, {-1, 0, 0});
    }

    [[nodiscard]] std::vector<pollfd> &polled() { return m_polled; } ///< the last one is free for the caller
    [[nodiscard]] bool isComplete() const { return std::ranges::all_of(m_connections, &Connection::connected); }

    /// Once a second: opens what is closed, and lets slow ones send their next byte.
    void tick()
    {
        for (size_t i = 0; i < m_connections.size(); ++i) {
            auto &connection = m_connections[i];
            if (m_polled[i].fd < 0)
                open(i);
            else if (connection.connected && connection.manner == Manner::SlowHead && connection.sent < request.size())
                connection.sent += std::max<ssize_t>(::send(m_polled[i].fd, request.data() + connection.sent, 1, MSG_NOSIGNAL), 0);
        }
    }

    void look()
    {
        for (size_t i = 0; i < m_connections.size(); ++i) {
            if (m_polled[i].revents == 0)
                continue;
            if (!m_connections[i].connected && m_polled[i].revents == POLLOUT)
                begin(i);
            else
                close(i);
        }
    }

private:
    void open(size_t i)
    {
        m_connections[i].connected = false;
        m_connections[i].sent = 0;
        m_polled[i] = {openSocket(SOCK_STREAM, m_connections[i].source), POLLOUT, 0};
        (void)::connect(m_polled[i].fd, reinterpret_cast<const sockaddr *>(&m_server), sizeof m_server);
    }

    void begin(size_t i)
    {
        m_connections[i].connected = true;
        m_polled[i].events = POLLIN | POLLRDHUP;
        if (m_connections[i].manner != Manner::HalfClosed)
            return;
        (void)::send(m_polled[i].fd, request.data(), size_t(request.size()), MSG_NOSIGNAL);
        ::shutdown(m_polled[i].fd, SHUT_WR);
        m_polled[i].events = 0; // the answer is never read; POLLHUP comes once the server has closed too
    }

    void close(size_t i)
    {
        ::close(m_polled[i].fd);
        m_polled[i] = {-1, 0, 0};
    }

    sockaddr_in m_server;
    std::vector<Connection> m_connections;
    std::vector<pollfd> m_polled;
};

int openSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGUSR1);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

/// Until SIGTERM.
void makeTrouble(Flood &flood, Crowd &crowd)
{
    auto &polled = crowd.polled();
    polled.back() = {openSignals(), POLLIN, 0};
    bool complete = false;
    timespec last{};
    for (;;) {
        timespec now{};
        ::clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec != last.tv_sec) {
            last = now;
            crowd.tick();
        }
        if (::poll(polled.data(), polled.size(), tickMs) < 0)
            return;
        crowd.look();
        if (!complete && crowd.isComplete()) {
            complete = true;
            say("holding");
        }
        signalfd_siginfo signal{};
        if (!(polled.back().revents & POLLIN) || ::read(polled.back().fd, &signal, sizeof signal) != sizeof signal)
            continue;
        if (signal.ssi_signo == SIGTERM)
            return;
        flood.once();
        say("flooded");
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const auto server = argc > 4 ? Ipv4::parse(QString::fromLocal8Bit(argv[1])) : fail(Error::Code::InvalidArgument, {});
    std::vector<Ipv4> sources;
    for (int i = 4; i < argc; ++i)
        sources.push_back(Ipv4::parse(QString::fromLocal8Bit(argv[i])).value_or(Ipv4()));
    if (!server) {
        std::fputs("usage: troublemaker SERVER HTTP-PORT CAPTURE-FOLDER ADDRESS…\n", stderr);
        return 2;
    }
    const rlimit files{4096, 4096};
    if (::setrlimit(RLIMIT_NOFILE, &files) != 0) {
        std::perror("troublemaker");
        return 1;
    }
    Flood flood(*server, sources, QString::fromLocal8Bit(argv[3]));
    Crowd crowd(*server, quint16(QByteArray(argv[2]).toUShort()), sources);
    makeTrouble(flood, crowd);
    return 0;
}
