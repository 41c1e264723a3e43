// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/networkcard.h"
#include "services/sockets.h"
#include "support/udpclient.h"

#include <QtTest>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

const Ipv4 localhost{0x7f000001};

} // namespace

class TestSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void socketsDoNotBlockOrLeak()
    {
        const auto udp = openUdpSocket(0);
        const auto tcp = openTcpListener(localhost, 0);
        QVERIFY(udp && tcp);
        for (const auto *socket : {&*udp, &*tcp}) {
            QVERIFY(::fcntl(socket->get(), F_GETFL) & O_NONBLOCK);
            QVERIFY(::fcntl(socket->get(), F_GETFD) & FD_CLOEXEC);
            QVERIFY(localPort(socket->get()) >= 1024);
        }
        QCOMPARE(localPort(-1), quint16(0));
    }

    void datagramsTellWhereTheyCameFrom()
    {
        const auto loopback = findNetworkCard(u"lo"_s);
        QVERIFY(loopback);
        const UdpClient one(openUdpSocket(0).value(), loopback->index);
        const auto other = openUdpSocket(0).value();
        QVERIFY(one.send(*Ipv4::parse(u"127.0.0.2"), *Ipv4::parse(u"127.0.0.3"), localPort(other.get()), "hello"));
        std::array<char, 4> buffer{};
        const auto datagram = receiveDatagram(other.get(), buffer);
        QVERIFY(datagram);
        QCOMPARE(datagram->payload.toByteArray(), QByteArray("hell"));
        QVERIFY(datagram->truncated);
        QCOMPARE(datagram->source.toString(), u"127.0.0.2"_s);
        QCOMPARE(datagram->sourcePort, one.port());
        QCOMPARE(datagram->destination.toString(), u"127.0.0.3"_s);
        QCOMPARE(datagram->interface, loopback->index);
        QVERIFY(!receiveDatagram(other.get(), buffer));
    }

    void failedSendsSayWhy()
    {
        const UdpClient client(openUdpSocket(0).value(), 1'000'000); // no such card
        const auto sent = client.send(localhost, localhost, 9, "x");
        QVERIFY(!sent);
        QVERIFY2(sent.error().detail.startsWith(u"Sending to 127.0.0.1:9: "), qPrintable(sent.error().detail));
    }

    void takenPortsNameTheirHolder_data()
    {
        QTest::addColumn<Transport>("transport");
        QTest::newRow("UDP") << Transport::Udp;
        QTest::newRow("TCP") << Transport::Tcp;
    }
    void takenPortsNameTheirHolder()
    {
        QFETCH(Transport, transport);
        const auto open = [transport](quint16 port) {
            return transport == Transport::Udp ? openUdpSocket(port) : openTcpListener(localhost, port);
        };
        const auto first = open(0);
        QVERIFY(first);
        const auto port = localPort(first->get());
        const auto me = u"tst_sockets (process %1)"_s.arg(QCoreApplication::applicationPid());
        QCOMPARE(portHolder(transport, port), me);
        const auto second = open(port);
        QVERIFY(!second);
        QCOMPARE(second.error().code, Error::Code::AddressInUse);
        const auto beginning = u"%1 port %2 is in use by %3; stop that program"_s.arg(
            transport == Transport::Udp ? u"UDP"_s : u"TCP"_s, QString::number(port), me);
        QVERIFY2(second.error().detail.startsWith(beginning), qPrintable(second.error().detail));
    }

    void freePortsHaveNoHolder()
    {
        quint16 port = 0;
        {
            const auto socket = openUdpSocket(0);
            port = localPort(socket->get());
        }
        QCOMPARE(portHolder(Transport::Udp, port), QString());
        QVERIFY(openUdpSocket(port));
    }

    void clientsOfAPortDoNotHoldIt()
    {
        const auto listener = openTcpListener(localhost, 0).value();
        const auto port = localPort(listener.get());
        Connection client(port);
        QVERIFY(client.connected);
        QCOMPARE(portHolder(Transport::Tcp, client.port), QString());
    }

    void ipv6HoldersAreFound()
    {
        const FileDescriptor socket(::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        sockaddr_in6 any{};
        any.sin6_family = AF_INET6;
        if (!socket.isValid() || ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&any), sizeof any) != 0)
            QSKIP("this machine has no IPv6");
        socklen_t length = sizeof any;
        QCOMPARE(::getsockname(socket.get(), reinterpret_cast<sockaddr *>(&any), &length), 0);
        const auto taken = openUdpSocket(ntohs(any.sin6_port));
        QVERIFY(!taken);
        QVERIFY2(taken.error().detail.contains(u"in use by tst_sockets"), qPrintable(taken.error().detail));
    }

    void privilegedPortsTellTheWayOut()
    {
        constexpr uid_t nobody = 65534;
        const bool root = ::geteuid() == 0;
        if (root && ::seteuid(nobody) != 0)
            QSKIP("root cannot become another user here");
        const auto socket = openUdpSocket(1);
        if (root)
            QCOMPARE(::seteuid(0), 0);
        if (socket)
            QSKIP("every user may open privileged ports here");
        QCOMPARE(socket.error().code, Error::Code::AccessDenied);
        QVERIFY2(socket.error().detail.contains(u"net.ipv4.ip_unprivileged_port_start=1”"),
                 qPrintable(socket.error().detail));
    }

private:
    /// A connection to \a listener, which is a socket with a local port but no listener.
    struct Connection
    {
        explicit Connection(quint16 listener)
        {
            const sockaddr_in address{.sin_family = AF_INET,
                                      .sin_port = htons(listener),
                                      .sin_addr = {.s_addr = htonl(localhost.value)},
                                      .sin_zero = {}};
            connected = ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
            port = localPort(socket.get());
        }
        FileDescriptor socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
        bool connected = false;
        quint16 port = 0;
    };
};

QTEST_GUILESS_MAIN(TestSockets)
#include "tst_sockets.moc"
