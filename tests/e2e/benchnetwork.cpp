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

Result<std::unique_ptr<BenchNetwork>> BenchNetwork::create()
{
    auto sw = NetworkNamespace::create();
    auto router = NetworkNamespace::create();
    auto bench = NetworkNamespace::create();
    for (const auto *place : {&sw, &router, &bench}) {
        if (!*place)
            return std::unexpected(place->error());
    }
    std::unique_ptr<BenchNetwork> network(new BenchNetwork(std::move(*sw), std::move(*router), std::move(*bench)));
    return network->connectPlaces().and_then([&] { return network->startRouter(); }).transform([&] {
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

Result<void> BenchNetwork::startRouter()
{
    const auto started = m_router->start(
        {u"dnsmasq"_s, u"--no-daemon"_s, u"--conf-file=/dev/null"_s, u"--pid-file="_s, u"--port=0"_s, u"--no-ping"_s,
         u"--log-dhcp"_s, u"--interface=lan0"_s, u"--bind-interfaces"_s, u"--dhcp-authoritative"_s,
         u"--dhcp-leasefile=%1"_s.arg(m_folder.filePath(u"leases"_s)),
         u"--dhcp-range=172.16.100.1,172.16.199.254,255.255.0.0,1h"_s, u"--dhcp-option=option:router,172.16.0.1"_s,
         u"--dhcp-option=option:dns-server,172.16.0.1"_s});
    if (!started)
        return started;
    if (!m_router->waitFor([this] { return m_router->errors().contains("IP range"); }, 10s))
        return fail(Error::Code::Io,
                    u"The router's DHCP server did not start: %1"_s.arg(QString::fromLocal8Bit(m_router->errors())));
    return {};
}

Result<QString> BenchNetwork::addPort(bool hideMarks)
{
    const auto tap = u"tap%1"_s.arg(++m_ports);
    auto wired = configure(m_switch, u"tuntap add %1 mode tap\nlink set %1 addrgenmode none up\n"_s.arg(tap));
    if (!wired || !hideMarks)
        return wired.and_then([&] { return configure(m_switch, u"link set %1 master br0\n"_s.arg(tap)); })
            .transform([&] { return tap; });

    const auto plug = u"plug%1"_s.arg(m_ports);
    wired = configure(m_switch,
                      u"link add %1 type veth peer name %1-far\n"
                      "link set %1 master br0 addrgenmode none up\n"
                      "link set %1-far addrgenmode none up\n"_s.arg(plug))
                .and_then([&] { return switchOffloadsOff(m_switch, plug); })
                .and_then([&] { return switchOffloadsOff(m_switch, plug + u"-far"_s); });
    if (!wired)
        return std::unexpected(wired.error());
    auto &wire = *m_wires.emplace_back(std::make_unique<ChildProcess>(&m_switch));
    if (const auto started = wire.start({QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/hidemarks"), tap, plug + u"-far"_s});
        !started)
        return std::unexpected(started.error());
    if (!wire.waitFor([&] { return wire.output().contains("ready"); }, 10s))
        return fail(Error::Code::Io,
                    u"The wire program did not start: %1"_s.arg(QString::fromLocal8Bit(wire.errors())));
    return tap;
}

Result<void> BenchNetwork::loseFrames(int percent)
{
    const auto rules = u"table bridge wire {\n"
                       " counter lost { }\n"
                       " chain forward { type filter hook forward priority 0; numgen random mod 100 < %1 counter name lost drop }\n"
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
