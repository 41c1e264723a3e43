// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cardwatcher.h"

#include <QSocketNotifier>

#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <chrono>

using namespace std::chrono_literals;

namespace Benchboot {
namespace {

/// A card that comes up sends several messages: its link, its address, its routes.
constexpr auto settleTime = 200ms;
constexpr auto sleepCheck = 3s;
/// The two clocks are not read in the same instant.
constexpr qint64 leastSleepMs = 1000;

FileDescriptor openNetlink()
{
    FileDescriptor socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
    sockaddr_nl groups{};
    groups.nl_family = AF_NETLINK;
    groups.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR;
    if (!socket.isValid() || ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&groups), sizeof groups) != 0)
        return {};
    return socket;
}

} // namespace

CardWatcher::CardWatcher(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_netlink(openNetlink()), m_sleptMs(clock.sleptMs())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &CardWatcher::changed);
    m_sleepTimer.setInterval(sleepCheck);
    connect(&m_sleepTimer, &QTimer::timeout, this, &CardWatcher::checkSleep);
    m_sleepTimer.start();
    if (m_netlink.isValid()) {
        auto *notifier = new QSocketNotifier(m_netlink.get(), QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, &CardWatcher::onReadable);
    }
}

/// What a message says does not matter: whoever hears changed() looks at the cards anew. A lost message (ENOBUFS) is one too.
void CardWatcher::onReadable()
{
    std::array<char, 8192> buffer;
    bool any = false;
    for (;;) {
        const auto length = ::recv(m_netlink.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (length < 0 && errno != ENOBUFS)
            break;
        any = true;
    }
    if (any && !m_settle.isActive())
        m_settle.start();
}

void CardWatcher::checkSleep()
{
    const qint64 slept = m_clock.sleptMs();
    const qint64 more = slept - m_sleptMs;
    if (more >= leastSleepMs) {
        m_sleptMs = slept;
        Q_EMIT resumed(more);
        Q_EMIT changed();
    } else if (!m_netlink.isValid()) {
        Q_EMIT changed();
    }
}

} // namespace Benchboot
