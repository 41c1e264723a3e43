// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "lab/labstore.h"

#include <QObject>
#include <QTimer>

namespace Benchboot {

class ClientTracker;

/// Whether PCs boot from a lab: from this program, as its tracker tells, or from another one that has the same lab open. Imports leave the disk to
/// them meanwhile. Looks once a second; one thread with an event loop.
class BootingWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BootingWatch)

public:
    /// \param tracker  of this program's services, whose PCs the others are told of; it outlives this. Null: it has none
    BootingWatch(const LabStore &store, const ClientTracker *tracker, QObject *parent = nullptr);
    ~BootingWatch() override = default;

    [[nodiscard]] bool isBooting() const { return m_booting; }

Q_SIGNALS:
    void changed(bool booting);

private:
    void look();
    void mark(bool booting);
    [[nodiscard]] bool isMarked() const;

    QString m_file; ///< booting.lock
    const ClientTracker *m_tracker;
    FileDescriptor m_mark; ///< locked while PCs boot from this program; goes with it
    QTimer m_timer;
    bool m_booting = false;
};

} // namespace Benchboot
