// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/clientkeeper.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Benchboot {
namespace {

constexpr auto windowWait = 50ms; ///< a window stands still meanwhile, once a second

} // namespace

ClientKeeper::ClientKeeper(ClientStore store, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_clients(std::make_shared<const Dhcp::KnownClients>())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, [this] { save(windowWait); });
}

ClientKeeper::~ClientKeeper() { save(shortLockWait); }

void ClientKeeper::read() { take(m_store.read()); }

void ClientKeeper::learn(const QList<Dhcp::Lesson> &lessons)
{
    m_lessons += lessons;
    if (!m_lessons.isEmpty() && !m_timer.isActive())
        m_timer.start();
}

void ClientKeeper::save(std::chrono::milliseconds wait)
{
    m_timer.stop();
    const auto lessons = std::exchange(m_lessons, {});
    if (lessons.isEmpty())
        return;
    auto saved = m_store.change(
        [&lessons](Dhcp::KnownClients &known) -> Result<void> {
            for (const auto &lesson : lessons)
                known.learn(lesson);
            return {};
        },
        wait);
    if (!saved && saved.error().code == Error::Code::Busy) {
        m_lessons = lessons; // for the next time
        m_timer.start();
    }
    take(std::move(saved));
}

void ClientKeeper::take(Result<Dhcp::KnownClients> known)
{
    if (!known) {
        if (!std::exchange(m_failed, true))
            Q_EMIT failed(known.error());
        return;
    }
    m_failed = false;
    if (*known == *m_clients)
        return;
    m_clients = std::make_shared<const Dhcp::KnownClients>(*std::move(known));
    Q_EMIT changed();
}

} // namespace Benchboot
