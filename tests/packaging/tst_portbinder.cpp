// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/networknamespace.h"
#include "packaging/binderrun.h"
#include "services/sockets.h"

#include <QTest>

#include <bit>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t technician = 1000;
constexpr uid_t stranger = 1001;

int option(const FileDescriptor &socket, int level, int name)
{
    int value = -1;
    socklen_t length = sizeof value;
    return ::getsockopt(socket.get(), level, name, &value, &length) == 0 ? value : -1;
}

Ipv4 localAddress(const FileDescriptor &socket)
{
    sockaddr_in local{};
    socklen_t length = sizeof local;
    return ::getsockname(socket.get(), reinterpret_cast<sockaddr *>(&local), &length) == 0
        ? Ipv4{ntohl(local.sin_addr.s_addr)}
        : Ipv4{0xffffffff};
}

QByteArray changed(QByteArray request, qsizetype at, char value)
{
    request[at] = value;
    return request;
}

} // namespace

/// The helper meets its callers, good and bad, in a network namespace where all ports are free. As root, who can play every user.
class TestPortBinder : public QObject
{
    Q_OBJECT

public:
    explicit TestPortBinder(const Result<void> &rights) : m_rights(rights) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_rights, qPrintable(m_rights ? QString() : m_rights.error().detail));
        const auto bench = E2e::NetworkNamespace::create();
        QVERIFY(bench);
        QCOMPARE(bench->enter(), 0);
        m_othersUsers = ::seteuid(technician) == 0 && ::seteuid(0) == 0;
    }

    void opensExactlyWhatIsAskedFor_data()
    {
        QTest::addColumn<quint8>("ports");
        for (quint8 set = 1; set <= PortBinder::allPorts; ++set)
            QTest::addRow("set %d", set) << set;
    }
    void opensExactlyWhatIsAskedFor()
    {
        QFETCH(quint8, ports);
        auto conversation = makeConversation();
        QVERIFY(put(conversation, requestFor(ports)));
        QCOMPARE(runBinder({.standardInput = conversation.helpers.get()}), PortBinder::HandedOver);
        const auto said = answerIn(conversation);
        QVERIFY(said.spoke);
        QCOMPARE(said.answer.error, 0);
        QCOMPARE(said.answer.ports, ports);
        QCOMPARE(said.sockets.size(), std::size_t(std::popcount(ports)));
        std::size_t next = 0;
        for (std::size_t row = 0; row < PortBinder::ports.size(); ++row) {
            if (ports & (1U << row))
                QCOMPARE(localPort(said.sockets.at(next++).get()), PortBinder::ports.at(row).number);
        }
    }

    void socketsAreAsTheServicesOpenThem()
    {
        auto conversation = makeConversation();
        QVERIFY(put(conversation, requestFor(PortBinder::allPorts)));
        QCOMPARE(runBinder({.standardInput = conversation.helpers.get()}), PortBinder::HandedOver);
        const auto said = answerIn(conversation);
        QCOMPARE(said.sockets.size(), PortBinder::ports.size());
        for (std::size_t row = 0; row < PortBinder::ports.size(); ++row) {
            const auto &socket = said.sockets.at(row);
            const bool tcp = PortBinder::ports.at(row).tcp;
            QCOMPARE(option(socket, SOL_SOCKET, SO_DOMAIN), AF_INET);
            QCOMPARE(option(socket, SOL_SOCKET, SO_TYPE), tcp ? SOCK_STREAM : SOCK_DGRAM);
            QCOMPARE(localAddress(socket), Ipv4{});
            QVERIFY(::fcntl(socket.get(), F_GETFL) & O_NONBLOCK);
            QCOMPARE(option(socket, SOL_SOCKET, SO_ACCEPTCONN), tcp ? 1 : 0);
            QCOMPARE(option(socket, SOL_SOCKET, SO_REUSEADDR), tcp ? 1 : 0);
            QCOMPARE(option(socket, SOL_SOCKET, SO_BROADCAST), tcp ? 0 : 1);
            QCOMPARE(option(socket, IPPROTO_IP, IP_PKTINFO), tcp ? 0 : 1);
        }
    }

    void takenPortIsNamedAndNothingIsGiven()
    {
        const auto holder = openUdpSocket(69);
        QVERIFY(holder);
        auto conversation = makeConversation();
        QVERIFY(put(conversation, requestFor(PortBinder::allPorts)));
        QCOMPARE(runBinder({.standardInput = conversation.helpers.get()}), PortBinder::Refused);
        const auto said = answerIn(conversation);
        QCOMPARE(said.answer.error, EADDRINUSE);
        QCOMPARE(said.answer.ports, quint8(2));
        QVERIFY(said.sockets.empty());
        QVERIFY(openUdpSocket(67)); // it kept nothing
    }

    void refusesWhatIsNotARequest_data()
    {
        QTest::addColumn<QByteArray>("message");
        const auto good = requestFor(1);
        QTest::newRow("no port") << requestFor(0);
        QTest::newRow("a fifth port") << requestFor(0x10);
        QTest::newRow("known and unknown ports") << requestFor(0x8f);
        QTest::newRow("other magic") << changed(good, 0, 'X');
        QTest::newRow("an answer's magic") << changed(good, 3, 'A');
        for (qsizetype at = 5; at < 8; ++at)
            QTest::addRow("byte %d is not zero", int(at)) << changed(good, at, 1);
        for (qsizetype length = 1; length < good.size(); ++length)
            QTest::addRow("cut to %d bytes", int(length)) << good.first(length);
        QTest::newRow("one byte more") << good + '\0';
        QTest::newRow("twice") << good + good;
        QTest::newRow("huge") << good + QByteArray(150'000, '\1');
        QTest::newRow("text") << QByteArrayLiteral("67,69,80");
        QTest::newRow("path") << QByteArrayLiteral("/etc/shadow");
    }
    void refusesWhatIsNotARequest()
    {
        QFETCH(QByteArray, message);
        auto conversation = makeConversation();
        QVERIFY(put(conversation, message));
        expectRefusal(conversation, {.standardInput = conversation.helpers.get()});
    }

    void refusesARequestWithADescriptor()
    {
        auto conversation = makeConversation();
        QVERIFY(put(conversation, requestFor(1), openUdpSocket(0).value()));
        expectRefusal(conversation, {.standardInput = conversation.helpers.get()});
    }
    void waitsForNobody()
    {
        auto conversation = makeConversation();
        expectRefusal(conversation, {.standardInput = conversation.helpers.get()});
    }
    void callerThatIsGoneGetsNothing()
    {
        auto conversation = makeConversation();
        QVERIFY(put(conversation, requestFor(1)));
        conversation.ours.reset();
        QCOMPARE(runBinder({.standardInput = conversation.helpers.get()}), PortBinder::Refused);
        QVERIFY(openUdpSocket(67));
    }

    void saysNothingWithArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("port") << QStringList{u"53"_s};
        QTest::newRow("option") << QStringList{u"--help"_s};
        QTest::newRow("empty") << QStringList{u""_s};
    }
    void saysNothingWithArguments()
    {
        QFETCH(QStringList, arguments);
        auto conversation = makeConversation();
        QVERIFY(put(conversation, requestFor(1)));
        expectSilence(conversation, {.standardInput = conversation.helpers.get(), .arguments = arguments});
    }

    void saysNothingToOtherDescriptors_data()
    {
        QTest::addColumn<int>("domain");
        QTest::addColumn<int>("type");
        QTest::newRow("stream socket") << AF_UNIX << int(SOCK_STREAM);
        QTest::newRow("datagram socket") << AF_UNIX << int(SOCK_DGRAM);
        QTest::newRow("unconnected socket") << AF_UNIX << int(SOCK_SEQPACKET);
        QTest::newRow("UDP socket") << AF_INET << int(SOCK_DGRAM);
        QTest::newRow("TCP socket") << AF_INET << int(SOCK_STREAM);
        QTest::newRow("IPv6 socket") << AF_INET6 << int(SOCK_DGRAM);
        QTest::newRow("netlink socket") << AF_NETLINK << int(SOCK_DGRAM);
        QTest::newRow("no socket") << -1 << 0;
        QTest::newRow("closed") << -2 << 0;
    }
    void saysNothingToOtherDescriptors()
    {
        QFETCH(int, domain);
        QFETCH(int, type);
        FileDescriptor input;
        if (domain >= 0)
            input = FileDescriptor(::socket(domain, type | SOCK_CLOEXEC, 0));
        else if (domain == -1)
            input = FileDescriptor(::open("/dev/zero", O_RDWR | O_CLOEXEC));
        QCOMPARE(input.isValid(), domain != -2);
        QCOMPARE(runBinder({.standardInput = input.get()}), PortBinder::WrongUse);
    }
    void saysNothingToAStreamPair()
    {
        std::array<int, 2> ends{-1, -1};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
        Conversation conversation{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
        QVERIFY(put(conversation, requestFor(1)));
        expectSilence(conversation, {.standardInput = conversation.helpers.get()});
    }

    void servesOnlyWhoInvokedIt_data()
    {
        QTest::addColumn<uint>("peer");
        QTest::addColumn<uint>("user");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<int>("status");
        const int served = PortBinder::HandedOver;
        const int refused = PortBinder::WrongUse;
        QTest::newRow("pkexec, the one who asked") << technician << 0U << u"PKEXEC_UID=1000"_s << served;
        QTest::newRow("sudo, the one who asked") << technician << 0U << u"SUDO_UID=1000"_s << served;
        QTest::newRow("capability, its own user") << technician << technician << QString() << served;
        QTest::newRow("pkexec, another user") << stranger << 0U << u"PKEXEC_UID=1000"_s << refused;
        QTest::newRow("pkexec, root's socket") << 0U << 0U << u"PKEXEC_UID=1000"_s << refused;
        QTest::newRow("root, another user's socket") << technician << 0U << QString() << refused;
        QTest::newRow("capability, another user's socket") << stranger << technician << QString() << refused;
        QTest::newRow("capability, a made-up variable") << stranger << technician << u"PKEXEC_UID=1001"_s << refused;
        QTest::newRow("text in the variable") << technician << 0U << u"PKEXEC_UID=1000x"_s << refused;
        QTest::newRow("space in the variable") << technician << 0U << u"PKEXEC_UID= 1000"_s << refused;
        QTest::newRow("empty variable") << 0U << 0U << u"PKEXEC_UID="_s << refused;
        QTest::newRow("negative variable") << 0U << 0U << u"PKEXEC_UID=-1"_s << refused;
        QTest::newRow("all ones in the variable") << 0U << 0U << u"PKEXEC_UID=4294967295"_s << refused;
        QTest::newRow("variable too great") << 0U << 0U << u"PKEXEC_UID=4294967296"_s << refused;
    }
    void servesOnlyWhoInvokedIt()
    {
        QFETCH(uint, peer);
        QFETCH(uint, user);
        QFETCH(QString, variable);
        QFETCH(int, status);
        if (!m_othersUsers)
            QSKIP("only root can play several users");
        auto conversation = makeConversation(peer);
        QVERIFY(put(conversation, requestFor(PortBinder::allPorts)));
        const auto environment = variable.isEmpty() ? QStringList() : QStringList{variable};
        QCOMPARE(runBinder({.standardInput = conversation.helpers.get(), .environment = environment, .user = user}),
                 status);
        const auto said = answerIn(conversation);
        QCOMPARE(said.spoke, status == PortBinder::HandedOver);
        QCOMPARE(said.sockets.size(), status == PortBinder::HandedOver ? PortBinder::ports.size() : 0U);
    }

    void withoutTheRightItSaysSo_data()
    {
        QTest::addColumn<uint>("user");
        QTest::newRow("user") << technician;
        QTest::newRow("root without capabilities") << 0U;
    }
    void withoutTheRightItSaysSo()
    {
        QFETCH(uint, user);
        if (!m_othersUsers)
            QSKIP("only root can play several users");
        auto conversation = makeConversation(user);
        QVERIFY(put(conversation, requestFor(PortBinder::allPorts)));
        QCOMPARE(runBinder({.standardInput = conversation.helpers.get(), .user = user, .mayBind = false}),
                 PortBinder::Refused);
        const auto said = answerIn(conversation);
        QCOMPARE(said.answer.error, EACCES);
        QCOMPARE(said.answer.ports, quint8(1));
        QVERIFY(said.sockets.empty());
    }

private:
    void expectRefusal(Conversation &conversation, const BinderStart &start)
    {
        QCOMPARE(runBinder(start), PortBinder::Refused);
        const auto said = answerIn(conversation);
        QVERIFY(said.spoke);
        QCOMPARE(said.answer.error, EPROTO);
        QCOMPARE(said.answer.ports, quint8(0));
        QVERIFY(said.sockets.empty());
    }
    void expectSilence(Conversation &conversation, const BinderStart &start)
    {
        QCOMPARE(runBinder(start), PortBinder::WrongUse);
        const auto said = answerIn(conversation);
        QVERIFY(!said.spoke);
        QVERIFY(said.sockets.empty());
    }

    const Result<void> m_rights;
    bool m_othersUsers = false;
};

int main(int argc, char **argv)
{
    const auto rights = E2e::obtainNetworkRights(); // while there is one thread
    const QCoreApplication application(argc, argv);
    TestPortBinder test(rights);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_portbinder.moc"
