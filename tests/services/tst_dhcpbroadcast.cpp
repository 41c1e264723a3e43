// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/networknamespace.h"
#include "core/bytereader.h"
#include "protocol/dhcp/dhcpmessages.h"
#include "protocol/dhcp/policy.h"
#include "services/dhcpservice.h"
#include "services/networkcard.h"
#include "services/sockets.h"
#include "support/eventrecorder.h"
#include "support/fakeclock.h"
#include "support/loopthread.h"
#include "support/udpclient.h"

#include <QtTest>

#include <QProcess>

#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <optional>

using namespace Benchboot;
using namespace Benchboot::Dhcp;
using namespace Qt::StringLiterals;

namespace {

const auto everybody = ip(u"255.255.255.255");

bool run(const QString &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(u"ip"_s, arguments.split(u' '));
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

/// A socket for port 68 that only knows \a card, as that of a DHCP client.
Result<FileDescriptor> openClientSocket(const QByteArray &card)
{
    FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int on = 1;
    const sockaddr_in any{.sin_family = AF_INET, .sin_port = htons(clientPort), .sin_addr = {}, .sin_zero = {}};
    const auto length = socklen_t(card.size());
    const bool ready = ::setsockopt(socket.get(), SOL_SOCKET, SO_BINDTODEVICE, card.data(), length) == 0
        && ::setsockopt(socket.get(), SOL_SOCKET, SO_BROADCAST, &on, sizeof on) == 0
        && ::setsockopt(socket.get(), IPPROTO_IP, IP_PKTINFO, &on, sizeof on) == 0
        && ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&any), sizeof any) == 0;
    if (!ready)
        return std::unexpected(systemError(errno, u"Opening a client's socket"_s));
    return socket;
}

} // namespace

/// The service on its real ports, with two cards and no default route, and clients without an address behind the other
/// ends of their cables.
class TestDhcpBroadcast : public QObject
{
    Q_OBJECT

public:
    explicit TestDhcpBroadcast(const Result<void> &rights) : m_rights(rights) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_rights, m_rights ? "" : qPrintable(m_rights.error().detail));
        auto clients = E2e::NetworkNamespace::create();
        auto bench = E2e::NetworkNamespace::create();
        QVERIFY(clients && bench);
        QCOMPARE(clients->enter(), 0);
        for (const auto &n : {u"0"_s, u"1"_s}) {
            QVERIFY(run(u"link add client%1 type veth peer name card%1 netns %2"_s.arg(n, bench->path())));
            QVERIFY(run(u"link set client%1 up"_s.arg(n)));
            const auto name = QByteArray("client" + n.toLatin1());
            auto socket = openClientSocket(name);
            QVERIFY2(socket, qPrintable(socket ? QString() : socket.error().detail));
            m_clients.emplace_back(*std::move(socket), int(::if_nametoindex(name.constData())));
        }
        QCOMPARE(bench->enter(), 0);
        QVERIFY(run(u"addr add 172.16.0.5/16 dev card0"_s));
        QVERIFY(run(u"addr add 172.16.0.6/16 dev card0"_s));
        QVERIFY(run(u"addr add 172.18.0.5/16 dev card0"_s));
        QVERIFY(run(u"addr add 172.17.0.5/16 dev card1"_s));
        QVERIFY(run(u"link set card0 up"_s));
        QVERIFY(run(u"link set card1 up"_s));
        m_thread = std::make_unique<LoopThread>();
    }
    void cleanupTestCase() { m_thread.reset(); }

    void cleanup()
    {
        if (m_thread)
            m_thread->call([this] { m_service.reset(); });
    }

    void offerIsBroadcastWithOurAddress_data()
    {
        QTest::addColumn<int>("card");
        QTest::addColumn<QString>("address");
        QTest::newRow("vectors 26, 27, 28: first card, two addresses, no default route") << 0 << u"172.16.0.5"_s;
        QTest::newRow("vectors 26, 28: second card, no default route") << 1 << u"172.17.0.5"_s;
    }
    void offerIsBroadcastWithOurAddress()
    {
        QFETCH(int, card);
        QFETCH(QString, address);
        start({u"card%1"_s.arg(card)});
        const auto &here = m_clients.at(std::size_t(card));
        const auto &elsewhere = m_clients.at(std::size_t(1 - card));
        // The other card's packet comes first: were it answered, its OFFER would be there before ours.
        QVERIFY(elsewhere.send({}, everybody, serverPort, pxeDiscover(7).bytes()));
        QVERIFY(here.send({}, everybody, serverPort, pxeDiscover(7).bytes()));

        const auto datagram = here.receive();
        QVERIFY(datagram);
        QCOMPARE(datagram->source.toString(), address);
        QCOMPARE(datagram->sourcePort, serverPort);
        QCOMPARE(datagram->destination.toString(), everybody.toString());
        const auto offer = parseMessage(datagram->payload);
        QVERIFY(offer);
        QCOMPARE(offer->serverAddress.toString(), address);
        QCOMPARE(offer->serverName, address.toLatin1());
        m_thread->settle();
        QVERIFY(!elsewhere.receive(0));
        QCOMPARE(m_events->kinds(), (QStringList{u"discover"_s, u"offer"_s}));
    }

    void eachCardOffersItsOwnAddress() // vectors 26 and 28
    {
        start({u"card0"_s, u"card1"_s});
        for (const auto &client : m_clients)
            QVERIFY(client.send({}, everybody, serverPort, pxeDiscover(7).bytes()));
        QCOMPARE(offererTo(m_clients[0]), u"172.16.0.5"_s);
        QCOMPARE(offererTo(m_clients[1]), u"172.17.0.5"_s);
    }

    void theAddressOfTheSubnetIsUsedThroughout() // vector 27
    {
        start({u"card0"_s}, Subnet::parse(u"172.18.0.0/16").value());
        QVERIFY(m_clients[0].send({}, everybody, serverPort, pxeDiscover(0).bytes()));
        QCOMPARE(offererTo(m_clients[0]), u"172.18.0.5"_s);
    }

    void cardsComeAndGoWhileItRuns()
    {
        start({u"card0"_s});
        serve({u"card1"_s});
        for (const auto &client : m_clients)
            QVERIFY(client.send({}, everybody, serverPort, pxeDiscover(7).bytes()));
        QCOMPARE(offererTo(m_clients[1]), u"172.17.0.5"_s);
        QVERIFY(!m_clients[0].receive(0));
        serve({});
        QVERIFY(m_clients[1].send({}, everybody, serverPort, pxeDiscover(7).bytes()));
        m_thread->settle();
        QVERIFY(!m_clients[1].receive(0));
        serve({u"card0"_s, u"card1"_s});
        QVERIFY(m_clients[0].send({}, everybody, serverPort, pxeDiscover(7).bytes()));
        QCOMPARE(offererTo(m_clients[0]), u"172.16.0.5"_s);
    }

private:
    /// Who answered: what the OFFER says everywhere; empty where its parts do not agree.
    static QString offererTo(const UdpClient &client)
    {
        const auto datagram = client.receive();
        const auto offer = datagram ? parseMessage(datagram->payload) : fail(Error::Code::NotFound, {});
        if (!offer)
            return {};
        const auto address = datagram->source;
        const auto *identifier = offer->option(OptionCode::ServerIdentifier);
        const bool agrees = offer->serverAddress == address && offer->serverName == address.toString().toLatin1()
            && identifier && ByteReader(*identifier).u32() == address.value;
        return agrees ? address.toString() : QString();
    }

    void serve(const QStringList &names, const Subnet *subnet = nullptr)
    {
        QList<NetworkCard> cards;
        for (const auto &name : names) {
            const auto card = findNetworkCard(name, subnet);
            QVERIFY2(card, qPrintable(card ? QString() : card.error().detail));
            cards.append(*card);
        }
        auto lab = std::make_shared<ServedLab>();
        lab->network = servedNetwork(cards);
        lab->loadersForArch = {{0, {u"undionly.kpxe"_s}}, {7, {u"ipxe.efi"_s}}};
        m_lab.set(lab);
    }

    void start(const QStringList &cards, std::optional<Subnet> subnet = {})
    {
        serve(cards, subnet ? &*subnet : nullptr);
        auto dhcp = openUdpSocket(serverPort);
        auto boot = openUdpSocket(bootServerPort);
        QVERIFY(dhcp && boot);
        m_events.emplace();
        m_thread->call([&] {
            m_service.emplace(m_thread->loop(), *std::move(dhcp), *std::move(boot), m_lab, *m_events, m_clock);
            m_service->start();
        });
    }

    const Result<void> m_rights;
    std::vector<UdpClient> m_clients;
    SnapshotHolder m_lab;
    std::optional<EventRecorder> m_events;
    FakeClock m_clock;
    std::unique_ptr<LoopThread> m_thread;
    std::optional<DhcpService> m_service;
};

int main(int argc, char **argv)
{
    const auto rights = E2e::obtainNetworkRights(); // while there is one thread
    const QCoreApplication application(argc, argv);
    TestDhcpBroadcast test(rights);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_dhcpbroadcast.moc"
