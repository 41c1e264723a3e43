// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/event.h"

#include <QHash>
#include <QString>

#include <functional>

namespace Benchboot {

/// Who is behind an address (design §4.12). A proxy hands out no addresses, so it learns: from events that name both MAC and address (the boot
/// server's clients, the menu request), else from the kernel's neighbour table. One thread.
class ClientResolver
{
public:
    using NeighbourTable = std::function<QHash<quint32, QString>()>;
    ClientResolver(NeighbourTable neighbours, const Clock &clock);

    /// Fills in Event::mac where the event has only an address, and learns from events that have both.
    void resolve(Event &event);

private:
    NeighbourTable m_neighbours;
    const Clock &m_clock;
    QHash<QString, QString> m_macs; // address text → MAC
    qint64 m_askedMs = 0;
    bool m_asked = false;
};

} // namespace Benchboot
