// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "load.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <iostream>

namespace Load {

void failCall(const std::string &what)
{
    throw Failure(what + ": " + std::strerror(errno));
}

Options::Options(std::span<char *const> words)
{
    for (std::size_t i = 0; i < words.size(); i += 2) {
        const std::string key = words[i];
        if (!key.starts_with("--") || i + 1 == words.size())
            throw Failure("options come as --key value, not “" + key + "”");
        m_values[key.substr(2)] = words[i + 1];
    }
}

std::string Options::text(const std::string &key) const
{
    const auto found = m_values.find(key);
    return found != m_values.end() ? found->second : throw Failure("--" + key + " is missing");
}

std::string Options::text(const std::string &key, const std::string &otherwise) const
{
    const auto found = m_values.find(key);
    return found != m_values.end() ? found->second : otherwise;
}

int Options::number(const std::string &key, int otherwise) const
{
    const auto found = m_values.find(key);
    return found != m_values.end() ? std::stoi(found->second) : otherwise;
}

Expected::Expected(const std::string &path)
{
    const Benchboot::FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status{};
    if (!file.isValid() || ::fstat(file.get(), &status) != 0)
        failCall(path);
    const auto size = std::size_t(status.st_size);
    auto *bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED | MAP_POPULATE, file.get(), 0);
    if (bytes == MAP_FAILED)
        failCall(path);
    m_bytes = {static_cast<const char *>(bytes), size};
}

Expected::~Expected()
{
    ::munmap(const_cast<char *>(m_bytes.data()), m_bytes.size());
}

bool Expected::holds(std::size_t offset, std::span<const char> bytes) const
{
    return offset + bytes.size() <= m_bytes.size()
        && std::memcmp(m_bytes.data() + offset, bytes.data(), bytes.size()) == 0;
}

sockaddr_in addressOf(const std::string &host, int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(std::uint16_t(port));
    if (::inet_pton(AF_INET, host.c_str(), &address.sin_addr) != 1)
        throw Failure("no IPv4 address: " + host);
    return address;
}

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double percentile(std::span<const double> sorted, double share)
{
    if (sorted.empty())
        return 0;
    return sorted[std::min(sorted.size() - 1, std::size_t(share * double(sorted.size())))];
}

} // namespace Load

int main(int count, char **words)
{
    static const std::map<std::string, std::function<void(const Load::Options &)>> loads{
        {"tftp", Load::runTftp}, {"http", Load::runHttp}, {"dhcp", Load::runDhcp}};
    try {
        const auto load = loads.find(count > 1 ? words[1] : "");
        if (load == loads.end())
            throw Load::Failure("usage: benchload tftp|http|dhcp --key value …");
        load->second(Load::Options(std::span<char *const>(words + 2, std::size_t(count - 2))));
        return 0;
    } catch (const std::exception &failure) {
        std::cerr << "benchload: " << failure.what() << '\n';
        return 1;
    }
}
