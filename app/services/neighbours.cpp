// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/neighbours.h"

#include "core/filedescriptor.h"

#include <QByteArray>
#include <QtEndian>

#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <cstring>

namespace Benchboot {
namespace {

constexpr qsizetype macLength = 6;

struct Request
{
    nlmsghdr header;
    ndmsg message;
};

bool sendDumpRequest(int socket)
{
    Request request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = RTM_GETNEIGH;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request.message.ndm_family = AF_INET;
    return ::send(socket, &request, sizeof request, 0) == qsizetype(sizeof request);
}

void readEntry(const char *data, qsizetype size, int interfaceIndex, QHash<quint32, QString> &table)
{
    ndmsg message{};
    if (size < qsizetype(sizeof message))
        return;
    std::memcpy(&message, data, sizeof message);
    if (message.ndm_ifindex != interfaceIndex || (message.ndm_state & (NUD_FAILED | NUD_INCOMPLETE | NUD_NOARP)) != 0)
        return;
    quint32 address = 0;
    QString mac;
    for (qsizetype at = NLMSG_ALIGN(sizeof message); at + qsizetype(sizeof(rtattr)) <= size;) {
        rtattr attribute{};
        std::memcpy(&attribute, data + at, sizeof attribute);
        if (attribute.rta_len < sizeof attribute || at + attribute.rta_len > size)
            return;
        const char *value = data + at + sizeof attribute;
        const auto length = qsizetype(attribute.rta_len - sizeof attribute);
        if (attribute.rta_type == NDA_DST && length == sizeof address)
            address = qFromBigEndian<quint32>(value);
        else if (attribute.rta_type == NDA_LLADDR && length == macLength)
            mac = QString::fromLatin1(QByteArray(value, length).toHex(':'));
        at += qsizetype(RTA_ALIGN(attribute.rta_len));
    }
    if (address != 0 && !mac.isEmpty())
        table.insert(address, mac);
}

} // namespace

NeighbourDump readNeighbours(QByteArrayView messages, int interfaceIndex, QHash<quint32, QString> &table)
{
    for (qsizetype at = 0; at + qsizetype(sizeof(nlmsghdr)) <= messages.size();) {
        nlmsghdr header{};
        std::memcpy(&header, messages.data() + at, sizeof header);
        if (header.nlmsg_type == NLMSG_DONE || header.nlmsg_type == NLMSG_ERROR || header.nlmsg_len < sizeof header
            || qsizetype(header.nlmsg_len) > messages.size() - at)
            return NeighbourDump::Ended;
        readEntry(messages.data() + at + NLMSG_HDRLEN, qsizetype(header.nlmsg_len) - NLMSG_HDRLEN, interfaceIndex,
                  table);
        at += qsizetype(NLMSG_ALIGN(header.nlmsg_len));
    }
    return NeighbourDump::GoesOn;
}

QHash<quint32, QString> neighbours(int interfaceIndex)
{
    QHash<quint32, QString> table;
    const FileDescriptor socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
    const timeval patience{.tv_sec = 1, .tv_usec = 0};
    if (!socket.isValid() || ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0
        || !sendDumpRequest(socket.get()))
        return table;

    alignas(nlmsghdr) std::array<char, 32 * 1024> buffer{};
    for (;;) {
        const auto received = ::recv(socket.get(), buffer.data(), buffer.size(), 0);
        if (received <= 0
            || readNeighbours({buffer.data(), qsizetype(received)}, interfaceIndex, table) == NeighbourDump::Ended)
            return table;
    }
}

QHash<quint32, QString> neighboursOf(const QList<NetworkCard> &cards)
{
    QHash<quint32, QString> all;
    for (const auto &card : cards)
        all.insert(neighbours(card.index));
    return all;
}

} // namespace Benchboot
