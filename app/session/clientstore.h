// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"
#include "protocol/dhcp/knownclients.h"

#include <chrono>
#include <functional>

namespace Benchboot {

/// What is known of the PCs, in the lab's clients.json. Beside lab.json, because it is learnt and not edited: nothing of it can be undone, and a
/// lab is whole without it. Whoever changes it holds an flock(2) on clients.lock. A value; any thread.
class ClientStore
{
public:
    explicit ClientStore(const LabStore &lab) : m_folder(lab.folder()) { }

    [[nodiscard]] QString file() const { return m_folder + QStringLiteral("/clients.json"); }
    /// As it is now; nothing is known where the file is not there.
    [[nodiscard]] Result<Dhcp::KnownClients> read() const;
    /// Reads, lets \a edit change it, writes it whole or not at all. Nothing is written where \a edit answers an error. Waits up to \a wait for
    /// other processes that do the same; Busy then, and the sentence names the program where it is known. \return what is known now
    [[nodiscard]] Result<Dhcp::KnownClients> change(const std::function<Result<void>(Dhcp::KnownClients &)> &edit,
                                                    std::chrono::milliseconds wait = longLockWait) const;

private:
    QString m_folder;
};

} // namespace Benchboot
