// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "e2e/childprocess.h"
#include "e2e/networknamespace.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace Benchboot::E2e {

/// A repair bench of network namespaces: a switch, the site's router with its plain DHCP server (addresses only,
/// nothing about booting), and the place of the server under test. All cards live in 172.16.0.0/16, unless more wires
/// are added.
class BenchNetwork
{
public:
    /// What a client is plugged into.
    enum class Wire {
        Bench, ///< where the server is
        Branch, ///< 172.17.0.0/24, behind a router that relays DHCP (addBranch())
        Second, ///< 172.18.0.0/16, where the server has its second card (addSecondCard())
    };

    /// \param routerNamesServer  the router's answers have the server's address in siaddr, but still no boot file.
    [[nodiscard]] static Result<std::unique_ptr<BenchNetwork>> create(bool routerNamesServer = false);

    /// Where clients run. Their cards come from addPort().
    [[nodiscard]] const NetworkNamespace &switchPlace() const { return m_switch; }
    /// Where the server under test runs.
    [[nodiscard]] const NetworkNamespace &benchPlace() const { return m_bench; }

    static constexpr QStringView benchInterface = u"bench0";
    static constexpr QStringView benchAddress = u"172.16.0.2";
    static constexpr QStringView subnet = u"172.16.0.0/16";

    /// A new tap on the switch, for one client. \return its name.
    /// \param hideMarks  behind the wire program that hides what tells iPXE from other PXE ROMs (see marks.h).
    [[nodiscard]] Result<QString> addPort(bool hideMarks, Wire wire = Wire::Bench);
    /// Adds the wire Branch. Its router relays DHCP to the site's router and to the server.
    [[nodiscard]] Result<void> addBranch();
    static constexpr QStringView branchSubnet = u"172.17.0.0/24";
    /// Adds the wire Second, with a plain DHCP server of its own.
    [[nodiscard]] Result<void> addSecondCard();
    static constexpr QStringView secondInterface = u"bench1";

    /// One more computer on the switch, with these \a addresses of the subnet. \return where programs on it run.
    [[nodiscard]] Result<const NetworkNamespace *> addHost(const QStringList &addresses);

    /// From now on the switch drops \a percent of all frames that go through it, at random.
    [[nodiscard]] Result<void> loseFrames(int percent);
    [[nodiscard]] Result<qint64> lostFrames() const; ///< since loseFrames()

    [[nodiscard]] const QByteArray &routerLog() const { return m_router->errors(); }

private:
    BenchNetwork(NetworkNamespace sw, NetworkNamespace router, NetworkNamespace bench);
    [[nodiscard]] Result<void> connectPlaces();
    [[nodiscard]] Result<void> startRouter(bool namesServer);
    [[nodiscard]] Result<void> startDnsmasq(ChildProcess &process, const QStringList &options);

    QTemporaryDir m_folder;
    NetworkNamespace m_switch;
    NetworkNamespace m_routerPlace;
    NetworkNamespace m_bench;
    std::unique_ptr<ChildProcess> m_router;
    std::vector<std::unique_ptr<ChildProcess>> m_servers; ///< of further wires
    std::vector<std::unique_ptr<ChildProcess>> m_wires;
    std::vector<std::unique_ptr<NetworkNamespace>> m_hosts;
    int m_ports = 0;
};

} // namespace Benchboot::E2e
