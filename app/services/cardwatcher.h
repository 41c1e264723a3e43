// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/filedescriptor.h"

#include <QObject>
#include <QTimer>

namespace Benchboot {

/// Says when the computer's network cards may have changed: a card or its link came or went, or an IPv4 address did (rtnetlink), or the computer
/// has slept, during which anything may have happened. Lives in a thread with Qt's event loop. Where the kernel gives no such messages, as in a
/// sandbox without netlink, changes are looked for at every check of the clock instead.
class CardWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardWatcher)

public:
    explicit CardWatcher(const Clock &clock, QObject *parent = nullptr);

    /// Looks at once whether the computer has slept; a timer does the same every few seconds.
    void checkSleep();

Q_SIGNALS:
    void changed(); ///< soon after the first of a flurry of messages, and again while they go on
    void resumed(qint64 sleptMs); ///< changed() follows

private:
    void onReadable();

    const Clock &m_clock;
    FileDescriptor m_netlink;
    QTimer m_settle;
    QTimer m_sleepTimer;
    qint64 m_sleptMs;
};

} // namespace Benchboot
