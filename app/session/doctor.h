// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/workersandbox.h"
#include "lab/labstore.h"
#include "services/servicehost.h"
#include "session/firewall.h"
#include "session/networkchoice.h"
#include "session/portaccess.h"

#include <QList>
#include <QString>

#include <functional>

namespace Benchboot {

/// One thing that was looked at, and how it is.
struct Finding
{
    enum class Status { Ok, Warning, Failed };
    QString check; ///< port, firewall, card, server, loader, disk, sandbox, lab
    Status status = Status::Ok;
    QString sentence; ///< what was found, in English, without the final full stop
    QString remedy; ///< what to do; empty where all is well

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// "ok", "warning" or "failed".
[[nodiscard]] QString statusName(Finding::Status status);

/// Looks at what a network boot needs of this computer and changes nothing. The functions block: for milliseconds, but checkServers() for ten
/// seconds and checkFirewall() for as long as nft(8) and iptables-legacy-save(8) take.
namespace Doctor {

/// Each port, really tried. What another Benchboot holds is well; what needs a right is a warning, since the window can ask for it.
[[nodiscard]] QList<Finding> judgePorts(const QList<PortAccess::PortTrial> &trials);
[[nodiscard]] QList<Finding> checkPorts(const ServicePorts &ports);
[[nodiscard]] QList<Finding> judgeFirewall(const FirewallState &state, const ServicePorts &ports);
[[nodiscard]] QList<Finding> checkFirewall(const ServicePorts &ports);
[[nodiscard]] QList<Finding> checkCards(const NetworkChoice &choice);
/// Other DHCP and PXE servers on the cards, asked through \a dhcpPort, which must be 67 and free.
[[nodiscard]] QList<Finding> checkServers(const QList<NetworkCard> &cards, quint16 dhcpPort);
[[nodiscard]] QList<Finding> checkLoaders(const Lab &lab, const LabStore &store);
[[nodiscard]] QList<Finding> checkDisk(const LabStore &store);
/// How well the reader of images is fenced off, by what the kernel has for that. Less is a warning: images are read all the same.
[[nodiscard]] Finding judgeSandbox(const SandboxMeans &means);
[[nodiscard]] QList<Finding> checkSandbox();
/// Whether the lab can be read, and has something to boot.
[[nodiscard]] QList<Finding> checkLab(const Result<Lab> &lab, const LabStore &store);

/// What is looked at.
struct Subject
{
    Result<Lab> lab;
    LabStore store;
    NetworkChoice network; ///< without a card, there is nothing to look at
    ServicePorts ports;
    bool servers = true; ///< look for other servers; running services do so themselves
};
/// All of the above, what takes longest last. \a found is called with what each of them found, in this thread.
void examine(const Subject &subject, const std::function<void(const QList<Finding> &)> &found);

} // namespace Doctor

} // namespace Benchboot
