// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// httpload PORT PATH RATE SECONDS: asks 127.0.0.1 for the size of PATH, RATE times a second over one connection, and says how many answers came.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

namespace {

int connectTo(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        std::perror("httpload: connect");
        std::exit(1);
    }
    return socket;
}

/// Reads answers (heads only, of HEAD requests) until the server is done.
long countAnswers(int socket)
{
    constexpr char end[] = "\r\n\r\n";
    char bytes[65536];
    long answers = 0;
    int matched = 0;
    for (ssize_t got = 0; (got = ::read(socket, bytes, sizeof bytes)) > 0;) {
        for (ssize_t i = 0; i < got; ++i) {
            matched = bytes[i] == end[matched] ? matched + 1 : bytes[i] == '\r' ? 1 : 0;
            if (matched == 4) {
                ++answers;
                matched = 0;
            }
        }
    }
    return answers;
}

bool writeAll(int socket, const std::string &bytes)
{
    for (std::size_t sent = 0; sent < bytes.size();) {
        const auto now = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += std::size_t(now);
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 5)
        return 2;
    const int socket = connectTo(std::uint16_t(std::atoi(argv[1])));
    const auto request = std::string("HEAD ") + argv[2] + " HTTP/1.1\r\nHost: bench\r\n\r\n";
    const long rate = std::atol(argv[3]);
    const long whole = rate * std::atol(argv[4]);
    long answers = 0;
    std::thread reader([&] { answers = countAnswers(socket); });
    const auto started = std::chrono::steady_clock::now();
    for (long asked = 0; asked < whole;) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        const auto passed = std::chrono::steady_clock::now() - started;
        const auto due = std::min(whole, long(double(rate) * std::chrono::duration<double>(passed).count()));
        std::string burst;
        for (; asked < due; ++asked)
            burst += request;
        if (!writeAll(socket, burst))
            break;
    }
    ::shutdown(socket, SHUT_WR);
    reader.join();
    const auto passed = std::chrono::steady_clock::now() - started;
    std::printf("%ld answers in %.1f s\n", answers, std::chrono::duration<double>(passed).count());
    return answers == whole ? 0 : 1;
}
