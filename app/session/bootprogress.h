// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "session/bootplan.h"
#include "session/clienttracker.h"
#include "session/ratemeter.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <optional>

namespace Benchboot {

/// The state machine of one PC: events in, a BenchClient out. A value without a clock: time is that of the events.
class BootProgress
{
    Q_DECLARE_TR_FUNCTIONS(BootProgress)

public:
    explicit BootProgress(const QString &mac) { m_client.mac = mac; }

    [[nodiscard]] const BenchClient &client() const { return m_client; }
    void take(const Event &event, const Lab &lab);
    void servicesStopped(); ///< whatever was under way has ended

    /// Whether \a event shows a PC that boots, and not just anybody who looks at a file.
    [[nodiscard]] static bool showsBoot(const Event &event);
    /// Whether the DHCP packet of \a event came from iPXE, not from the firmware.
    [[nodiscard]] static bool isIpxe(const Event &event);

private:
    struct Transfer
    {
        QString file;
        qint64 bytes = 0;
        qint64 total = 0;
    };
    [[nodiscard]] bool beginsNewBoot(const Event &event) const;
    void beginNewBoot();
    void takeDhcp(const Event &event);
    void takeTftp(const Event &event);
    void takeHttp(const Event &event, const Lab &lab);
    void takeImageFile(const Event &event, const Lab &lab, const QString &imageId, const QString &path);
    void followTransfer(const Event &event);
    void showTransfer();
    void noteTrouble(const Event &event, bool isNeeded);
    void reach(BootStage stage, qint64 timeMs); ///< only onwards
    void enter(BootStage stage, qint64 timeMs);

    BenchClient m_client;
    std::optional<BootPlan> m_plan;
    QHash<quint64, Transfer> m_transfers; ///< under way, by service and id
    QSet<quint64> m_stale; ///< of an earlier boot, whose ends are still to come
    quint64 m_shown = 0; ///< the transfer that the client's file, bytes and rate are of
    RateMeter m_rate;
};

} // namespace Benchboot
