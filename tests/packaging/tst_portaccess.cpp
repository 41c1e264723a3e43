// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/networknamespace.h"
#include "packaging/binderrun.h"
#include "services/sockets.h"
#include "session/descriptormessage.h"
#include "session/portaccess.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <memory>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t technician = 1000;
constexpr quint8 wantedPorts = 7; ///< UDP 67, 69 and 4011, of which a user may open 4011: 3 is what is left

/// What packaging/dev's broker is to PortAccess: a listening socket. The test answers in its place.
class FakeBroker
{
public:
    explicit FakeBroker(const QString &path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const auto name = path.toLocal8Bit();
        std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
        m_ready = ::bind(m_listener.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
            && ::listen(m_listener.get(), 1) == 0;
    }
    [[nodiscard]] bool isReady() const { return m_ready; }

    /// The helper's end that the next caller sends; invalid if none calls.
    [[nodiscard]] FileDescriptor helpersEnd() const
    {
        const FileDescriptor connection(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        char byte = 0;
        auto message = receiveDescriptors(connection.get(), &byte, 1, 1);
        if (!message || message->descriptors.size() != 1)
            return {};
        return std::move(message->descriptors.front());
    }

private:
    FileDescriptor m_listener{::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0)};
    bool m_ready = false;
};

/// Sends \a bytes with \a sockets, as a helper would, honest or not.
bool answer(const FileDescriptor &end, const QByteArray &bytes, const std::vector<FileDescriptor> &sockets)
{
    iovec part{.iov_base = const_cast<char *>(bytes.constData()), .iov_len = std::size_t(bytes.size())};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * 8)> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (!sockets.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(sizeof(int) * sockets.size());
        auto *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * sockets.size());
        for (std::size_t i = 0; i < sockets.size(); ++i) {
            const int fd = sockets[i].get();
            std::memcpy(CMSG_DATA(header) + i * sizeof fd, &fd, sizeof fd);
        }
    }
    return ::sendmsg(end.get(), &message, MSG_NOSIGNAL) == bytes.size();
}

QByteArray answerBytes(quint8 ports, int error = 0, quint32 magic = PortBinder::answerMagic)
{
    const PortBinder::Answer value{.magic = magic, .ports = ports, .error = error};
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

} // namespace

/// As a user without rights, in a network namespace where all ports are free.
class TestPortAccess : public QObject
{
    Q_OBJECT

public:
    explicit TestPortAccess(const Result<void> &rights) : m_rights(rights) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_rights, qPrintable(m_rights ? QString() : m_rights.error().detail));
        const auto bench = E2e::NetworkNamespace::create();
        QVERIFY(bench);
        QCOMPARE(bench->enter(), 0);
        if (::seteuid(technician) != 0)
            QSKIP("only root can become a user without rights here");
    }
    void cleanupTestCase() { QCOMPARE(::seteuid(0), 0); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("BENCHBOOT_PORT_BROKER", socketPath().toLocal8Bit());
        m_access = std::make_unique<PortAccess>();
        m_acquired = std::make_unique<QSignalSpy>(m_access.get(), &PortAccess::acquired);
        m_failed = std::make_unique<QSignalSpy>(m_access.get(), &PortAccess::failed);
    }
    void cleanup()
    {
        m_access.reset();
        qunsetenv("BENCHBOOT_PORT_BROKER");
    }

    void opensDirectlyWhatItMay()
    {
        m_access->acquire({0, 0, 0, 0});
        QVERIFY2(m_acquired->isEmpty(), "never from within the call");
        QTRY_COMPARE(m_acquired->size(), 1);
        const auto ports = m_access->takeSockets().ports();
        QVERIFY(ports.dhcp >= 1024 && ports.bootServer >= 1024 && ports.tftp >= 1024 && ports.http >= 1024);
        QVERIFY(m_failed->isEmpty());
    }

    void brokerGetsThePortsFromTheHelper_data()
    {
        QTest::addColumn<int>("http");
        QTest::newRow("HTTP port of its own") << 8080;
        QTest::newRow("HTTP port of the helper") << 80;
    }
    void brokerGetsThePortsFromTheHelper()
    {
        QFETCH(int, http);
        QProcess broker;
        broker.setProcessChannelMode(QProcess::ForwardedChannels);
        broker.setProgram(QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot-portbroker"));
        broker.setArguments({socketPath(), QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot-portbinder")});
        broker.setChildProcessModifier([] { becomeUser(technician, true); });
        broker.start();
        QVERIFY(broker.waitForStarted());
        QTRY_VERIFY(QFile::exists(socketPath()));
        QTRY_VERIFY(broker.state() == QProcess::Running);
        const ServicePorts wanted{.http = quint16(http)};
        for (int round = 0; round < 2; ++round) {
            m_access->acquire(wanted);
            QTRY_COMPARE(m_acquired->size(), round + 1);
            const auto sockets = m_access->takeSockets();
            const auto ports = sockets.ports();
            QCOMPARE(ports.dhcp, wanted.dhcp);
            QCOMPARE(ports.tftp, wanted.tftp);
            QCOMPARE(ports.bootServer, wanted.bootServer);
            QCOMPARE(ports.http, wanted.http);
        }
        broker.kill();
        QVERIFY(broker.waitForFinished());
    }

    void answersThatMakeNoSenseAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("sockets"); // port; negative: TCP
        const auto good = answerBytes(3);
        QTest::newRow("no sockets") << good << QList<int>{};
        QTest::newRow("one too few") << good << QList<int>{67};
        QTest::newRow("one too many") << good << QList<int>{67, 69, 1500};
        QTest::newRow("far too many") << good << QList<int>{67, 69, 1500, 1501, 1502};
        QTest::newRow("another port") << good << QList<int>{67, 1069};
        QTest::newRow("another order") << good << QList<int>{69, 67};
        QTest::newRow("TCP for UDP") << good << QList<int>{67, -69};
        QTest::newRow("another set") << answerBytes(1) << QList<int>{67};
        QTest::newRow("more than was asked for") << answerBytes(wantedPorts) << QList<int>{67, 69, 1500};
        QTest::newRow("other magic") << answerBytes(3, 0, PortBinder::requestMagic) << QList<int>{67, 69};
        QTest::newRow("short") << good.first(8) << QList<int>{67, 69};
        QTest::newRow("long") << good + 'x' << QList<int>{67, 69};
        QTest::newRow("failure of no port") << answerBytes(0, EPROTO) << QList<int>{};
        QTest::newRow("failure of two ports") << answerBytes(3, EADDRINUSE) << QList<int>{};
        QTest::newRow("failure of an unknown port") << answerBytes(0x40, EADDRINUSE) << QList<int>{};
        QTest::newRow("negative failure") << answerBytes(1, -5) << QList<int>{};
    }
    void answersThatMakeNoSenseAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, sockets);
        const auto end = acquireThroughBroker();
        QVERIFY(end.isValid());
        std::vector<FileDescriptor> opened;
        QCOMPARE(::seteuid(0), 0);
        for (const int port : sockets)
            opened.push_back((port < 0 ? openTcpListener({}, quint16(-port)) : openUdpSocket(quint16(port)))
                                 .value_or(FileDescriptor()));
        QCOMPARE(::seteuid(technician), 0);
        QVERIFY(answer(end, bytes, opened));
        QCOMPARE(failure().code, Error::Code::Malformed);
    }

    void failuresOfTheHelperBecomeSentences_data()
    {
        QTest::addColumn<quint8>("ports");
        QTest::addColumn<int>("reason");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<QString>("beginning");
        QTest::newRow("taken") << quint8(2) << EADDRINUSE << Error::Code::AddressInUse
                               << u"UDP port 69 is in use by "_s;
        QTest::newRow("denied") << quint8(1) << EACCES << Error::Code::AccessDenied << u"UDP port 67 needs a right "_s;
        QTest::newRow("other") << quint8(1) << ENOBUFS << Error::Code::Io << u"Opening UDP port 67: "_s;
    }
    void failuresOfTheHelperBecomeSentences()
    {
        QFETCH(quint8, ports);
        QFETCH(int, reason);
        QFETCH(QString, beginning);
        const auto end = acquireThroughBroker();
        QVERIFY(answer(end, answerBytes(ports, reason), {}));
        const auto error = failure();
        QTEST(error.code, "code");
        QVERIFY2(error.detail.startsWith(beginning), qPrintable(error.detail));
    }

    void asksForExactlyWhatIsMissing()
    {
        const auto end = acquireThroughBroker();
        PortBinder::Request request;
        QCOMPARE(::recv(end.get(), &request, sizeof request, MSG_DONTWAIT), ssize_t(sizeof request));
        QCOMPARE(request.magic, PortBinder::requestMagic);
        QCOMPARE(request.ports, quint8(3));
    }

    void silenceMeansThatTheRightWasNotGiven()
    {
        acquireThroughBroker().reset();
        const auto error = failure();
        QCOMPARE(error.code, Error::Code::AccessDenied);
        QVERIFY2(error.detail.contains(u"the right to do so was not given"), qPrintable(error.detail));
    }
    void brokerThatIsGoneIsAnError()
    {
        m_access->acquire({});
        QVERIFY2(failure().detail.contains(socketPath()), qPrintable(failure().detail));
    }
    void questionCanBeCancelled()
    {
        const auto end = acquireThroughBroker();
        m_access->cancel();
        QCOMPARE(failure().code, Error::Code::Cancelled);
        QTRY_VERIFY(!answer(end, answerBytes(3), {})); // nobody listens any more
        QVERIFY(m_acquired->isEmpty());
    }
    void portsThatNobodyHelpsWithAreRefused()
    {
        m_access->acquire({.http = 443});
        const auto error = failure();
        QCOMPARE(error.code, Error::Code::AccessDenied);
        QVERIFY2(error.detail.startsWith(u"TCP port 443 needs a right"), qPrintable(error.detail));
    }

    void eachPortIsReallyTried()
    {
        using Trial = PortAccess::Trial;
        QVERIFY(PortAccess::needsRight({}));
        QVERIFY(!PortAccess::needsRight({0, 0, 0, 0}));
        const auto trials = PortAccess::tryPorts({});
        QCOMPARE(trials.size(), 4);
        QCOMPARE(trials.at(0).port, quint16(67));
        QCOMPARE(trials.at(0).transport, "UDP");
        QCOMPARE(trials.at(0).trial, Trial::NotAllowed);
        QCOMPARE(trials.at(1).port, quint16(69));
        QCOMPARE(trials.at(1).trial, Trial::NotAllowed);
        QCOMPARE(trials.at(2).port, quint16(4011));
        QCOMPARE(trials.at(2).trial, Trial::Free);
        QCOMPARE(trials.at(3).port, quint16(8080));
        QCOMPARE(trials.at(3).transport, "TCP");
        QCOMPARE(trials.at(3).trial, Trial::Free);
    }
    void takenPortsAreFoundWithoutTheRight()
    {
        using Trial = PortAccess::Trial;
        QCOMPARE(::seteuid(0), 0);
        const auto dhcp = openUdpSocket(67);
        QCOMPARE(::seteuid(technician), 0);
        const auto http = openTcpListener({}, 8080);
        QVERIFY(dhcp && http);
        const auto trials = PortAccess::tryPorts({});
        QCOMPARE(trials.at(0).trial, Trial::InUse);
        QCOMPARE(trials.at(1).trial, Trial::NotAllowed);
        QCOMPARE(trials.at(3).trial, Trial::InUse);
        QCOMPARE(trials.at(3).detail, u"tst_portaccess (process %1)"_s.arg(QCoreApplication::applicationPid()));
    }

private:
    [[nodiscard]] QString socketPath() const { return m_folder->filePath(u"ports"_s); }

    /// acquire() up to where the helper would answer. \return the helper's end
    FileDescriptor acquireThroughBroker()
    {
        const FakeBroker broker(socketPath());
        if (!broker.isReady())
            return {};
        m_access->acquire({});
        return broker.helpersEnd();
    }
    /// The one failed() that must come.
    Error failure()
    {
        if (m_failed->isEmpty())
            m_failed->wait();
        return m_failed->size() == 1 ? m_failed->first().first().value<Error>()
                                     : Error{Error::Code::Io, u"no failure"_s};
    }

    const Result<void> m_rights;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PortAccess> m_access;
    std::unique_ptr<QSignalSpy> m_acquired;
    std::unique_ptr<QSignalSpy> m_failed;
};

int main(int argc, char **argv)
{
    const auto rights = E2e::obtainNetworkRights(); // while there is one thread
    const QCoreApplication application(argc, argv);
    TestPortAccess test(rights);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_portaccess.moc"
