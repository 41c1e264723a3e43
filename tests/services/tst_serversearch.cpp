// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/childprocess.h"
#include "e2e/networknamespace.h"
#include "protocol/dhcp/policy.h"
#include "services/datagrams.h"
#include "services/networkcard.h"
#include "services/serversearch.h"
#include "services/sockets.h"

#include <QtTest>

#include <sys/epoll.h>

#include <optional>

using namespace Benchboot;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The search for other servers against real ones: Debian's dnsmasq as router and as ProxyDHCP server, at the other end of a cable.
class TestServerSearch : public QObject
{
    Q_OBJECT

public:
    explicit TestServerSearch(const Result<void> &rights) : m_rights(rights) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_rights, m_rights ? "" : qPrintable(m_rights.error().detail));
        auto router = E2e::NetworkNamespace::create();
        auto bench = E2e::NetworkNamespace::create();
        QVERIFY(router && bench);
        m_router.emplace(*std::move(router));
        QCOMPARE(m_router->enter(), 0);
        QVERIFY(ip({u"link add router0 type veth peer name card0 netns %1"_s.arg(bench->path()),
                    u"addr add 172.16.0.1/16 dev router0"_s, u"link set router0 up"_s, u"link set lo up"_s}));
        QCOMPARE(bench->enter(), 0);
        QVERIFY(ip({u"addr add 172.16.0.5/16 dev card0"_s, u"link set card0 up"_s}));
    }

    void findsWhatAnswers_data()
    {
        QTest::addColumn<QStringList>("options"); // of dnsmasq; none: it does not run
        QTest::addColumn<QStringList>("kinds");
        const auto range = u"--dhcp-range=172.16.1.0,172.16.1.50"_s;
        QTest::newRow("nobody") << QStringList() << QStringList{u"no-dhcp-server"_s};
        QTest::newRow("plain router") << QStringList{range} << QStringList{u"dhcp-server"_s};
        QTest::newRow("router that says PXEClient")
            << QStringList{range, u"--dhcp-option=60,PXEClient"_s} << QStringList{u"pxe-router"_s, u"dhcp-server"_s};
        QTest::newRow("router with a boot file")
            << QStringList{range, u"--dhcp-boot=pxelinux.0,,172.16.0.9"_s} << QStringList{u"boot-file"_s, u"dhcp-server"_s};
        QTest::newRow("router that switches proxies off") << QStringList{range, u"--dhcp-option=encap:175,176,1b"_s}
                                                          << QStringList{u"proxies-off"_s, u"dhcp-server"_s};
        QTest::newRow("another ProxyDHCP server")
            << QStringList{u"--dhcp-range=172.16.0.0,proxy"_s, u"--pxe-service=x86-64_EFI,Boot,ipxe.efi"_s}
            << QStringList{u"other-proxy"_s, u"no-dhcp-server"_s};
    }
    void findsWhatAnswers()
    {
        QFETCH(QStringList, options);
        QFETCH(QStringList, kinds);
        E2e::ChildProcess dnsmasq(&*m_router);
        if (!options.isEmpty()) {
            QVERIFY(dnsmasq.start(QStringList{u"dnsmasq"_s, u"--no-daemon"_s, u"--port=0"_s, u"--no-ping"_s, u"--conf-file=/dev/null"_s,
                                              u"--leasefile-ro"_s, u"--pid-file="_s, u"--interface=router0"_s}
                                  + options));
            QVERIFY(dnsmasq.waitFor([&] { return dnsmasq.errors().contains("DHCP, "); }, 10s));
        }
        QCOMPARE(search(), kinds);
    }

private:
    static bool ip(const QStringList &commands)
    {
        return std::ranges::all_of(commands, [](const QString &command) {
            return E2e::run(QStringList{u"ip"_s} + command.split(u' ')).has_value();
        });
    }

    static QStringList search()
    {
        const auto socket = openUdpSocket(Dhcp::serverPort);
        const auto card = findNetworkCard(u"card0"_s);
        if (!socket || !card)
            return {u"no socket or no card"_s};
        EventLoop loop;
        QStringList kinds;
        ServerSearch search(
            loop,
            [&](const NetworkCard &, const QList<Dhcp::NetworkFinding> &findings) {
                for (const auto &finding : findings)
                    kinds.append(kindName(finding.kind));
                loop.stop();
            },
            {.repeatMs = 500, .restMs = 1000}); // this router does not look first whether an address is free
        loop.watch(socket->get(), EPOLLIN, [&](quint32) {
            std::array<char, 2048> buffer{};
            while (const auto datagram = receiveDatagram(socket->get(), buffer)) {
                if (const auto message = Dhcp::parseMessage(datagram->payload))
                    (void)search.take(*message, datagram->source);
            }
        });
        search.start(socket->get(), {*card});
        loop.run();
        return kinds;
    }

    const Result<void> m_rights;
    std::optional<E2e::NetworkNamespace> m_router;
};

int main(int argc, char **argv)
{
    const auto rights = E2e::obtainNetworkRights(); // while there is one thread
    const QCoreApplication application(argc, argv);
    TestServerSearch test(rights);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_serversearch.moc"
