// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processname.h"
#include "services/sockets.h"

#include <QFile>
#include <QSet>

#include <array>
#include <filesystem>
#include <string>
#include <system_error>

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace Benchboot {
namespace {

/// Columns of /proc/net/udp and /proc/net/tcp, see proc_net_tcp(5) and Documentation/networking/proc_net_tcp.rst.
enum Column { LocalAddress = 1, State = 3, Inode = 9 };
constexpr auto listening = "0A"; ///< TCP_LISTEN, in hexadecimal

bool isHolder(const QList<QByteArray> &columns, Transport transport, quint16 port)
{
    if (columns.size() <= Inode || (transport == Transport::Tcp && columns.at(State) != listening))
        return false;
    const auto &local = columns.at(LocalAddress);
    bool ok = false;
    const auto localPort = local.sliced(local.lastIndexOf(':') + 1).toUShort(&ok, 16);
    return ok && localPort == port;
}

/// The targets of /proc/PID/fd/N links ("socket:[4711]") that stand for sockets on \a port. A dual-stack IPv6 socket
/// holds the port as well.
QSet<QByteArray> socketLinks(Transport transport, quint16 port)
{
    const std::array tables = transport == Transport::Udp ? std::array{u"/proc/net/udp"_s, u"/proc/net/udp6"_s}
                                                          : std::array{u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s};
    QSet<QByteArray> links;
    for (const auto &path : tables) {
        QFile table(path);
        if (!table.open(QIODevice::ReadOnly))
            continue;
        for (const auto &line : table.readAll().split('\n')) {
            const auto columns = line.simplified().split(' ');
            if (isHolder(columns, transport, port))
                links.insert("socket:[" + columns.at(Inode) + ']');
        }
    }
    return links;
}

bool holdsOne(const fs::path &process, const QSet<QByteArray> &links)
{
    std::error_code error; // processes end and belong to others: each failure only means "not this one"
    for (fs::directory_iterator fd(process / "fd", error), end; !error && fd != end; fd.increment(error)) {
        std::error_code unreadable;
        const auto target = fs::read_symlink(fd->path(), unreadable).native();
        if (!unreadable && links.contains(QByteArray::fromStdString(target)))
            return true;
    }
    return false;
}

bool isProcess(const fs::path &path)
{
    return path.filename().native().find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

bool isPortHeld(Transport transport, quint16 port) { return !socketLinks(transport, port).isEmpty(); }

QString portHolder(Transport transport, quint16 port)
{
    const auto links = socketLinks(transport, port);
    if (links.isEmpty())
        return {};
    std::error_code error;
    for (fs::directory_iterator process("/proc", error), end; !error && process != end; process.increment(error)) {
        if (isProcess(process->path()) && holdsOne(process->path(), links))
            return processName(QString::fromStdString(process->path().filename().native()).toLongLong());
    }
    return {};
}

} // namespace Benchboot
