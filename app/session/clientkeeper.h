// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clientstore.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Benchboot {

/// Keeps what the services learn of the PCs. Lessons come in while PCs boot; the file is written once a second at most. The thread that made it,
/// which needs an event loop.
class ClientKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientKeeper)

public:
    explicit ClientKeeper(ClientStore store, QObject *parent = nullptr);
    ~ClientKeeper() override; ///< saves

    /// For the snapshot. The same object until something changes.
    [[nodiscard]] std::shared_ptr<const Dhcp::KnownClients> clients() const { return m_clients; }

    void read(); ///< follows the file, which the command line changes too
    void learn(const QList<Dhcp::Lesson> &lessons); ///< saves them within a second
    /// Now. Where another process holds the file for longer than \a wait, they are kept for the next time.
    void save(std::chrono::milliseconds wait = shortLockWait);

Q_SIGNALS:
    void changed(); ///< clients() is another one now
    void failed(const Benchboot::Error &error); ///< the file cannot be read or written; once until it can again

private:
    void take(Result<Dhcp::KnownClients> known);

    ClientStore m_store;
    std::shared_ptr<const Dhcp::KnownClients> m_clients;
    QList<Dhcp::Lesson> m_lessons; // not saved yet
    QTimer m_timer;
    bool m_failed = false;
};

} // namespace Benchboot
