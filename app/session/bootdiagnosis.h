// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QHash>
#include <QList>

namespace Benchboot {

/// Says of PCs that stopped after their boot loader why that probably is: the firmware refused an unsigned loader (Secure Boot), or GRUB looks for its
/// menu on another server. A value; time is that of the events and of look(). Its own events are of the session, kind "diagnosis", with the loader
/// as target.
class BootDiagnosis
{
public:
    /// \param events  in order, clients resolved. \return what they mean for their PCs.
    [[nodiscard]] QList<Event> take(const QList<Event> &events);
    /// What the silence until \a nowMs (wall clock) means.
    [[nodiscard]] QList<Event> look(qint64 nowMs);

private:
    /// A PC that has taken a loader whole, and what became of it is not known.
    struct Waiting
    {
        QString loader; ///< file name below the TFTP root
        QString address;
        bool uefi = false; ///< as its firmware said
        qint64 sinceMs = 0;
    };

    void takeLoader(const Event &event);

    QHash<QString, Waiting> m_waiting; ///< by MAC
    QHash<QString, bool> m_uefi; ///< by MAC
};

} // namespace Benchboot
