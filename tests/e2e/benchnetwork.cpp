// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/benchnetwork.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot::E2e {

namespace {

Result<void> configure(const NetworkNamespace &place, const QString &ipCommands)
{
    return run({u"ip"_s, u"-batch"_s, u"-"_s}, &place, ipCommands.toUtf8()).transform([](const QByteArray &) { });
}

/// Firmware may drop packets whose checksum was left to hardware, and segments longer than the wire takes.
Result<void> switchOffloadsOff(const NetworkNamespace &place, const QString &card)
{
    return run({u"ethtool"_s, u"-K"_s, card, u"tx"_s, u"off"_s, u"rx"_s, u"off"_s, u"tso"_s, u"off"_s, u"gso"_s,
                u"off"_s, u"gro"_s, u"off"_s, u"sg"_s, u"off"_s},
               &place)
        .transform([](const QByteArray &) { });
}

} // namespace

BenchNetwork::BenchNetwork(NetworkNamespace sw, NetworkNamespace router, NetworkNamespace bench)
    : m_switch(std::move(sw)), m_routerPlace(std::move(router)), m_bench(std::move(bench)),
      m_router(std::make_unique<ChildProcess>(&m_routerPlace))
{
}

Result<std::unique_ptr<BenchNetwork>> BenchNetwork::create(bool routerNamesServer)
{
    auto sw = NetworkNamespace::create();
    auto router = NetworkNamespace::create();
    auto bench = NetworkNamespace::create();
    for (const auto *place : {&sw, &router, &bench}) {
        if (!*place)
            return std::unexpected(place->error());
    }
    std::unique_ptr<BenchNetwork> network(new BenchNetwork(std::move(*sw), std::move(*router), std::move(*bench)));
    return network->connectPlaces().and_then([&] { return network->startRouter(routerNamesServer); }).transform([&] {
        return std::move(network);
    });
}

Result<void> BenchNetwork::connectPlaces()
{
    // addrgenmode none: no IPv6 anywhere, or clients wait for a router of that kind.
    const auto wired = configure(m_switch,
                                 u"link add br0 type bridge stp_state 0 forward_delay 0 mcast_snooping 0\n"
                                 "link set br0 addrgenmode none up\n"
                                 "link add port-router type veth peer name lan0 netns %1\n"
                                 "link add port-bench type veth peer name %2 netns %3\n"
                                 "link set port-router master br0 addrgenmode none up\n"
                                 "link set port-bench master br0 addrgenmode none up\n"_s.arg(
                                     m_routerPlace.path(), benchInterface, m_bench.path()));
    const auto card = u"link set lo up\n"
                      "link set %1 addrgenmode none up\n"
                      "address add %2/16 broadcast + dev %1\n"_s;
    return wired.and_then([&] { return configure(m_routerPlace, card.arg(u"lan0", u"172.16.0.1")); })
        .and_then([&] { return configure(m_bench, card.arg(benchInterface, benchAddress)); })
        .and_then([&] { return switchOffloadsOff(m_switch, u"port-router"_s); })
        .and_then([&] { return switchOffloadsOff(m_switch, u"port-bench"_s); })
        .and_then([&] { return switchOffloadsOff(m_routerPlace, u"lan0"_s); })
        .and_then([&] { return switchOffloadsOff(m_bench, benchInterface.toString()); });
}

Result<void> BenchNetwork::startDnsmasq(ChildProcess &process, const QStringList &options)
{
    const auto started = process.start(QStringList{u"dnsmasq"_s, u"--no-daemon"_s, u"--conf-file=/dev/null"_s,
                                                   u"--pid-file="_s, u"--port=0"_s, u"--log-dhcp"_s,
                                                   u"--bind-interfaces"_s}
                                       + options);
    if (!started)
        return started;
    if (!process.waitFor([&] { return process.errors().contains("dnsmasq-dhcp: DHCP"); }, 10s))
        return fail(Error::Code::Io,
                    u"A DHCP server or relay did not start: %1"_s.arg(QString::fromLocal8Bit(process.errors())));
    return {};
}

Result<void> BenchNetwork::startRouter(bool namesServer)
{
    QStringList options;
    if (namesServer)
        options += u"--dhcp-boot=,,%1"_s.arg(benchAddress);
    options += {u"--no-ping"_s, u"--interface=lan0"_s, u"--dhcp-authoritative"_s,
                u"--dhcp-leasefile=%1"_s.arg(m_folder.filePath(u"leases"_s)),
                u"--dhcp-range=172.16.100.1,172.16.199.254,255.255.0.0,1h"_s,
                u"--dhcp-range=set:branch,172.17.0.100,172.17.0.199,255.255.255.0,1h"_s, // for a relay
                u"--dhcp-option=tag:!branch,option:router,172.16.0.1"_s,
                u"--dhcp-option=tag:branch,option:router,172.17.0.1"_s,
                u"--dhcp-option=option:dns-server,172.16.0.1"_s};
    return startDnsmasq(*m_router, options);
}

Result<void> BenchNetwork::addBranch()
{
    const auto host = addHost({u"172.16.0.3"_s});
    auto wired = host
        ? configure(m_switch,
                    u"link add br1 type bridge stp_state 0 forward_delay 0 mcast_snooping 0\n"
                    "link set br1 addrgenmode none up\n"
                    "link add port-branch type veth peer name branch0 netns %1\n"
                    "link set port-branch master br1 addrgenmode none up\n"_s.arg((*host)->path()))
        : std::unexpected(host.error());
    const auto route = u"route add %1 via 172.16.0.3\n"_s.arg(branchSubnet);
    wired = wired
                .and_then([&] {
                    return configure(**host,
                                     u"link set branch0 addrgenmode none up\n"
                                     "address add 172.17.0.1/24 broadcast + dev branch0\n"_s);
                })
                .and_then([&] { return switchOffloadsOff(m_switch, u"port-branch"_s); })
                .and_then([&] { return switchOffloadsOff(**host, u"branch0"_s); })
                .and_then([&] {
                    return run({u"sysctl"_s, u"-q"_s, u"-w"_s, u"net.ipv4.ip_forward=1"_s}, *host);
                })
                .and_then([&](const QByteArray &) { return configure(m_routerPlace, route); })
                .and_then([&] { return configure(m_bench, route); });
    return wired.and_then([&] {
        auto &relay = *m_servers.emplace_back(std::make_unique<ChildProcess>(*host));
        return startDnsmasq(relay,
                            {u"--interface=branch0"_s, u"--interface=lan0"_s, u"--dhcp-relay=172.17.0.1,172.16.0.1"_s,
                             u"--dhcp-relay=172.17.0.1,%1"_s.arg(benchAddress)});
    });
}

Result<void> BenchNetwork::addSecondCard()
{
    const auto card = u"link set %1 addrgenmode none up\n"
                      "address add %2/16 broadcast + dev %1\n"_s;
    const auto wired = configure(m_switch,
                                 u"link add br2 type bridge stp_state 0 forward_delay 0 mcast_snooping 0\n"
                                 "link set br2 addrgenmode none up\n"
                                 "link add port-router2 type veth peer name lan1 netns %1\n"
                                 "link add port-bench2 type veth peer name %2 netns %3\n"
                                 "link set port-router2 master br2 addrgenmode none up\n"
                                 "link set port-bench2 master br2 addrgenmode none up\n"_s.arg(
                                     m_routerPlace.path(), secondInterface, m_bench.path()))
                           .and_then([&] { return configure(m_routerPlace, card.arg(u"lan1", u"172.18.0.1")); })
                           .and_then([&] { return configure(m_bench, card.arg(secondInterface, u"172.18.0.2")); })
                           .and_then([&] { return switchOffloadsOff(m_switch, u"port-router2"_s); })
                           .and_then([&] { return switchOffloadsOff(m_switch, u"port-bench2"_s); })
                           .and_then([&] { return switchOffloadsOff(m_routerPlace, u"lan1"_s); })
                           .and_then([&] { return switchOffloadsOff(m_bench, secondInterface.toString()); });
    return wired.and_then([&] {
        auto &server = *m_servers.emplace_back(std::make_unique<ChildProcess>(&m_routerPlace));
        return startDnsmasq(server,
                            {u"--no-ping"_s, u"--interface=lan1"_s, u"--dhcp-authoritative"_s,
                             u"--dhcp-leasefile=%1"_s.arg(m_folder.filePath(u"leases2"_s)),
                             u"--dhcp-range=172.18.100.1,172.18.199.254,255.255.0.0,1h"_s,
                             u"--dhcp-option=option:router,172.18.0.1"_s});
    });
}

Result<QString> BenchNetwork::addPort(bool hideMarks, Wire wire)
{
    const auto bridge = u"br%1"_s.arg(int(wire));
    const auto tap = u"tap%1"_s.arg(++m_ports);
    auto wired = configure(m_switch, u"tuntap add %1 mode tap\nlink set %1 addrgenmode none up\n"_s.arg(tap));
    if (!wired || !hideMarks)
        return wired.and_then([&] { return configure(m_switch, u"link set %1 master %2\n"_s.arg(tap, bridge)); })
            .transform([&] { return tap; });

    const auto plug = u"plug%1"_s.arg(m_ports);
    wired = configure(m_switch,
                      u"link add %1 type veth peer name %1-far\n"
                      "link set %1 master %2 addrgenmode none up\n"
                      "link set %1-far addrgenmode none up\n"_s.arg(plug, bridge))
                .and_then([&] { return switchOffloadsOff(m_switch, plug); })
                .and_then([&] { return switchOffloadsOff(m_switch, plug + u"-far"_s); });
    if (!wired)
        return std::unexpected(wired.error());
    auto &program = *m_wires.emplace_back(std::make_unique<ChildProcess>(&m_switch));
    if (const auto started = program.start({QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/hidemarks"), tap, plug + u"-far"_s});
        !started)
        return std::unexpected(started.error());
    if (!program.waitFor([&] { return program.output().contains("ready"); }, 10s))
        return fail(Error::Code::Io,
                    u"The wire program did not start: %1"_s.arg(QString::fromLocal8Bit(program.errors())));
    return tap;
}

Result<const NetworkNamespace *> BenchNetwork::addHost(const QStringList &addresses)
{
    auto place = NetworkNamespace::create();
    if (!place)
        return std::unexpected(place.error());
    const auto *host = m_hosts.emplace_back(std::make_unique<NetworkNamespace>(std::move(*place))).get();
    const auto port = u"port-host%1"_s.arg(m_hosts.size());
    auto card = u"link set lo up\nlink set lan0 addrgenmode none up\n"_s;
    for (const auto &address : addresses)
        card += u"address add %1/16 broadcast + dev lan0\n"_s.arg(address);
    return configure(m_switch,
                     u"link add %1 type veth peer name lan0 netns %2\n"
                     "link set %1 master br0 addrgenmode none up\n"_s.arg(port, host->path()))
        .and_then([&] { return configure(*host, card); })
        .and_then([&] { return switchOffloadsOff(m_switch, port); })
        .and_then([&] { return switchOffloadsOff(*host, u"lan0"_s); })
        .transform([&] { return host; });
}

Result<void> BenchNetwork::loseFrames(int percent)
{
    const auto rules = u"table bridge wire {\n"
                       " counter lost { }\n"
                       " chain forward { type filter hook forward priority 0; numgen random mod 100 < %1 counter name lost drop; }\n"
                       "}\n"_s.arg(percent);
    return run({u"nft"_s, u"-f"_s, u"-"_s}, &m_switch, rules.toUtf8()).transform([](const QByteArray &) { });
}

Result<qint64> BenchNetwork::lostFrames() const
{
    return run({u"nft"_s, u"list"_s, u"counter"_s, u"bridge"_s, u"wire"_s, u"lost"_s}, &m_switch)
        .transform([](const QByteArray &text) {
            static const QRegularExpression packets(u"packets (\\d+)"_s);
            return packets.match(QString::fromLatin1(text)).captured(1).toLongLong();
        });
}

} // namespace Benchboot::E2e
