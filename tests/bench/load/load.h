// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <netinet/in.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

/// The load that packaging/dev bench puts on our servers and their peers. Plain system calls and one thread, so that what is measured is the server.
namespace Load {

using Clock = std::chrono::steady_clock;

/// What is wrong with the command line, the server's answer or the machine: ends the run with this sentence.
struct Failure : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Failure with the operating system's reason.
[[noreturn]] void failCall(const std::string &what);

/// "--key value" pairs.
class Options
{
public:
    explicit Options(std::span<char *const> words);
    [[nodiscard]] std::string text(const std::string &key) const; ///< must be there
    [[nodiscard]] std::string text(const std::string &key, const std::string &otherwise) const;
    [[nodiscard]] int number(const std::string &key, int otherwise) const;

private:
    std::map<std::string, std::string> m_values;
};

/// A whole file in memory: what a server must send.
class Expected
{
public:
    explicit Expected(const std::string &path);
    ~Expected();
    Expected(const Expected &) = delete;
    Expected &operator=(const Expected &) = delete;

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    /// Whether the file has \a bytes at \a offset.
    [[nodiscard]] bool holds(std::size_t offset, std::span<const char> bytes) const;

private:
    std::span<const char> m_bytes;
};

[[nodiscard]] sockaddr_in addressOf(const std::string &host, int port);
[[nodiscard]] double secondsSince(Clock::time_point start);
/// The value below which \a share (0–1) of \a sorted lies.
[[nodiscard]] double percentile(std::span<const double> sorted, double share);

/// Each runs one kind of load to its end and prints one line of "key=value" words.
void runTftp(const Options &options);
void runHttp(const Options &options);
void runDhcp(const Options &options);

} // namespace Load
