// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sockets.h"
#include "services/networkcard.h"
#include "services/tftpclient.h"
#include "services/tftpservice.h"
#include "support/eventrecorder.h"
#include "support/loopthread.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <array>
#include <future>

using namespace Benchboot;
using namespace Qt::StringLiterals;
using Outcome = Event::Outcome;

namespace {

/// Bytes of which no two kilobytes are alike within the first megabyte; repeated after a prime number of them.
QByteArray pattern(qsizetype size)
{
    constexpr qsizetype period = 1'000'003;
    static const QByteArray once = [] {
        QByteArray bytes(period, Qt::Uninitialized);
        for (qsizetype i = 0; i < period; ++i)
            bytes[i] = char(quint64(i) * 2654435761U >> 13);
        return bytes;
    }();
    return once.repeated(size / period + 1).first(size);
}

QByteArray hash(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

QByteArray ack(quint16 block) { return Tftp::serialise(Tftp::Ack{block}); }

QByteArray request(const QByteArray &file, const QList<Tftp::Option> &options = {}, bool write = false)
{
    return Tftp::serialise(Tftp::Request{.write = write, .file = file, .options = options});
}

/// The ERROR code of an answer; −1 where it is something else or nothing.
int errorCode(const std::optional<Tftp::Packet> &packet)
{
    const auto *error = packet ? std::get_if<Tftp::ErrorPacket>(&*packet) : nullptr;
    return error ? int(error->code) : -1;
}

qsizetype openDescriptors()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

} // namespace

class TestTftpService : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    SnapshotHolder m_lab;
    SystemClock m_clock;
    std::unique_ptr<EventRecorder> m_events;
    std::unique_ptr<LoopThread> m_loop;
    std::unique_ptr<TftpService> m_service;
    quint16 m_port = 0;
    std::shared_ptr<ServedLab> m_served;

    void publish(const QString &name, const QByteArray &bytes)
    {
        const auto path = m_folder.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        m_served->tftpFiles.insert(name, {path, {}, bytes.size()});
    }

    void startService(const NetworkCard &card, const QList<Subnet> &subnets = {})
    {
        m_served->network = servedNetwork({card}, subnets);
        m_lab.set(m_served);
        auto socket = openUdpSocket(0);
        QVERIFY(socket);
        m_port = localPort(socket->get());
        m_loop = std::make_unique<LoopThread>();
        m_service = std::make_unique<TftpService>(m_loop->loop(), *std::move(socket), m_lab, *m_events, m_clock);
        m_loop->call([this] { m_service->start(); });
    }

    void stopService()
    {
        if (m_loop)
            m_loop->call([this] { m_service.reset(); });
        m_loop.reset();
    }

private Q_SLOTS:
    void init()
    {
        m_events = std::make_unique<EventRecorder>();
        m_served = std::make_shared<ServedLab>();
        m_served->generation = 1;
        publish(u"ipxe.efi"_s, pattern(1'000'000));
        publish(u"small"_s, "0123456789");
        publish(u"Boot/BCD"_s, "bcd");
        publish(u"empty"_s, {});
        publish(u"exact"_s, pattern(1024));
        startService(*findNetworkCard(u"lo"_s));
    }

    void cleanup() { stopService(); }

    void plainRequest() // vector 33
    {
        TftpClient client(m_port);
        QCOMPARE(client.fetch("small"), "0123456789"_ba);
        QVERIFY(client.peerPort != m_port);
        QCOMPARE(client.peerAddress, 0x7f000001U);
        QVERIFY(client.accepted.isEmpty());

        QTRY_COMPARE(m_events->all().size(), 2);
        const auto started = m_events->all().constFirst();
        const auto ended = m_events->all().constLast();
        QCOMPARE(started.service, Event::Service::Tftp);
        QCOMPARE(started.kind, u"rrq"_s);
        QCOMPARE(started.outcome, Outcome::Started);
        QVERIFY(started.id != 0);
        QCOMPARE(started.address, u"127.0.0.1"_s);
        QCOMPARE(started.target, u"small"_s);
        QCOMPARE(started.total, 10);
        QCOMPARE(started.packet, request("small"));
        QCOMPARE(ended.outcome, Outcome::Ok);
        QCOMPARE(ended.id, started.id);
        QCOMPARE(ended.target, u"small"_s);
        QCOMPARE(ended.bytes, 10);
        QCOMPARE(ended.total, 10);
        QCOMPARE(ended.detail, u"blksize 512, windowsize 1"_s);
        QVERIFY(ended.durationMs >= 0);
        QVERIFY(ended.packet.isEmpty());
    }

    void answersComeFromTheAddressThatWasAsked() // vector 33
    {
        const FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(m_port);
        to.sin_addr.s_addr = htonl(0x7f000007);
        const auto bytes = request("small");
        QCOMPARE(::sendto(socket.get(), bytes.data(), std::size_t(bytes.size()), 0, reinterpret_cast<sockaddr *>(&to),
                          sizeof to),
                 bytes.size());
        std::array<char, 600> buffer{};
        sockaddr_in from{};
        socklen_t length = sizeof from;
        QCOMPARE(
            ::recvfrom(socket.get(), buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr *>(&from), &length),
            14);
        QCOMPARE(ntohl(from.sin_addr.s_addr), 0x7f000007U);
    }

    void files_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("blksize");
        QTest::addColumn<QByteArray>("windowsize");
        QTest::addColumn<int>("window");
        QTest::newRow("iPXE's way") << "ipxe.efi"_ba << "1432"_ba << QByteArray() << 1;
        QTest::newRow("EDK2's way") << "ipxe.efi"_ba << "1468"_ba << "4"_ba << 4;
        QTest::newRow("largest window") << "ipxe.efi"_ba << "1468"_ba << "65535"_ba << 64;
        QTest::newRow("odd sizes") << "ipxe.efi"_ba << "999"_ba << "7"_ba << 7;
        QTest::newRow("smallest blocks") << "exact"_ba << "8"_ba << "64"_ba << 64;
        QTest::newRow("vector 39: empty last block") << "exact"_ba << "512"_ba << QByteArray() << 1;
        QTest::newRow("vector 39: empty last block in a window") << "exact"_ba << "512"_ba << "8"_ba << 3;
        QTest::newRow("vector 39: empty file") << "empty"_ba << QByteArray() << QByteArray() << 1;
    }
    void files()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, blksize);
        QFETCH(QByteArray, windowsize);
        QList<Tftp::Option> options{{"tsize", "0"}};
        if (!blksize.isEmpty())
            options.append({"blksize", blksize});
        if (!windowsize.isEmpty())
            options.append({"windowsize", windowsize});
        QFile expected(m_folder.filePath(QString::fromLatin1(file)));
        QVERIFY(expected.open(QIODevice::ReadOnly));
        const auto bytes = expected.readAll();
        TftpClient client(m_port);
        const auto received = client.fetch(file, options);
        QVERIFY(received);
        QCOMPARE(hash(*received), hash(bytes));
        QCOMPARE(client.accepted.size(), options.size());
        QCOMPARE(client.accepted.constFirst(), (Tftp::Option{"tsize", QByteArray::number(bytes.size())}));
        QTEST(int(client.largestWindow), "window");
        QTRY_COMPARE(m_events->all().size(), 2);
        QCOMPARE(m_events->all().constLast().bytes, bytes.size());
    }

    void largeFileWraps() // vector 40; not held in memory
    {
        const auto bytes = pattern(40 * 1024 * 1024);
        publish(u"large"_s, bytes);
        TftpClient client(m_port);
        const auto received = client.fetch("large", {{"blksize", "512"}, {"windowsize", "64"}, {"tsize", "0"}});
        QVERIFY(received);
        QCOMPARE(hash(*received), hash(bytes));
        QCOMPARE(client.accepted.constLast().value, "41943040"_ba);
    }

    void partOfAnImage()
    {
        publish(u"image.iso"_s, "-----kernel--initrd");
        m_served->tftpFiles.insert(u"linked"_s, {m_folder.filePath(u"image.iso"_s), {{5, 6}, {13, 6}}, 12});
        m_served->tftpFiles.insert(u"cut"_s, {m_folder.filePath(u"image.iso"_s), {{15, 6}}, 6});
        TftpClient client(m_port);
        QCOMPARE(client.fetch("linked"), "kernelinitrd"_ba);
        QVERIFY(!client.fetch("cut"));
        QTRY_COMPARE(m_events->all().size(), 4);
        QCOMPARE(m_events->all().constLast().outcome, Outcome::Failed);
    }

    void manyClientsAtOnce()
    {
        std::vector<std::future<std::optional<QByteArray>>> fetches;
        for (int i = 0; i < 12; ++i) {
            fetches.push_back(std::async(std::launch::async, [this] {
                return TftpClient(m_port).fetch("ipxe.efi", {{"blksize", "1432"}, {"windowsize", "16"}});
            }));
        }
        const auto expected = hash(pattern(1'000'000));
        for (auto &fetch : fetches) {
            const auto received = fetch.get();
            QVERIFY(received);
            QCOMPARE(hash(*received), expected);
        }
        QTRY_COMPARE(m_events->all().size(), 24);
    }

    void sizeProbe_data()
    {
        QTest::addColumn<Tftp::ErrorCode>("code");
        QTest::newRow("vector 34: EDK2") << Tftp::ErrorCode::OptionsRefused;
        QTest::newRow("others") << Tftp::ErrorCode::NotDefined;
    }
    void sizeProbe()
    {
        QFETCH(Tftp::ErrorCode, code);
        TftpClient client(m_port);
        client.sendToServer(request("ipxe.efi", {{"tsize", "0"}, {"blksize", "1468"}, {"windowsize", "4"}}));
        const auto answer = client.receive();
        QVERIFY(answer);
        QCOMPARE(std::get<Tftp::OptionAck>(*answer),
                 (Tftp::OptionAck{{{"tsize", "1000000"}, {"blksize", "1468"}, {"windowsize", "4"}}}));
        const auto descriptors = openDescriptors();
        client.sendToTransfer(Tftp::serialise(Tftp::ErrorPacket{code, "User aborted the transfer"}));
        QTRY_COMPARE(m_events->all().size(), 2);
        QCOMPARE(m_events->all().constLast().outcome, Outcome::Probe);
        QCOMPARE(m_events->all().constLast().total, 1'000'000);
        QTRY_COMPARE(openDescriptors(), descriptors - 1);
        QVERIFY(!client.receive(50));
    }

    void strangersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<int>("code");
        QTest::newRow("vector 42: a foreign port acknowledges") << ack(1) << 5;
        QTest::newRow("a foreign port sends DATA") << Tftp::serialise(Tftp::Data{1, "x"}) << 5;
        QTest::newRow("a foreign port asks for a file") << request("small") << 5;
        QTest::newRow("a foreign port reports an ERROR")
            << Tftp::serialise(Tftp::ErrorPacket{Tftp::ErrorCode::NotDefined, "no"}) << -1;
    }
    void strangersAreRefused()
    {
        QFETCH(QByteArray, packet);
        QFETCH(int, code);
        TftpClient client(m_port);
        client.sendToServer(request("exact"));
        QVERIFY(client.receive());
        TftpClient stranger(m_port);
        stranger.peerPort = client.peerPort;
        stranger.sendToTransfer(packet);
        QCOMPARE(errorCode(code < 0 ? stranger.receive(50) : stranger.receive()), code);
        client.sendToTransfer(ack(1));
        const auto second = client.receive();
        QVERIFY(second);
        QCOMPARE(std::get<Tftp::Data>(*second).block, 2);
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content"); // null: ERROR 1
        QTest::newRow("vector 45: backslashes") << "\\Boot\\BCD"_ba << "bcd"_ba;
        QTest::newRow("vector 45: other case") << "/boot/bcd"_ba << "bcd"_ba;
        QTest::newRow("vector 45: double slash") << "boot//bcd"_ba << "bcd"_ba;
        QTest::newRow("vector 46: stray byte") << "small\xff"_ba << "0123456789"_ba;
        QTest::newRow("vector 44: up and out") << "..\\..\\etc\\passwd"_ba << QByteArray();
        QTest::newRow("vector 44: root and out") << "/../etc/passwd"_ba << QByteArray();
        QTest::newRow("vector 44: percent signs") << "a/%2e%2e/b"_ba << QByteArray();
        QTest::newRow("absolute") << "/etc/passwd"_ba << QByteArray();
    }
    void names()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, content);
        TftpClient client(m_port);
        if (!content.isNull()) {
            QCOMPARE(client.fetch(file), content);
        } else {
            client.sendToServer(request(file));
            QCOMPARE(errorCode(client.receive()), 1);
            QTRY_COMPARE(m_events->all().size(), 1);
            QCOMPARE(m_events->all().constFirst().outcome, Outcome::NotFound);
        }
    }

    void filesThatAreNotWhatTheyWere_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("gone") << u"gone"_s << 1;
        QTest::newRow("vector 44: symbolic link to outside") << u"link"_s << 1;
        QTest::newRow("folder") << u"folder"_s << 1;
        QTest::newRow("pipe") << u"pipe"_s << 1;
    }
    void filesThatAreNotWhatTheyWere()
    {
        QFETCH(QString, kind);
        const auto path = m_folder.filePath(u"small"_s);
        QVERIFY(QFile::remove(path));
        if (kind == u"link")
            QVERIFY(QFile::link(u"/etc/passwd"_s, path));
        if (kind == u"folder")
            QVERIFY(QDir().mkdir(path));
        if (kind == u"pipe")
            QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
        TftpClient client(m_port);
        client.sendToServer(request("small"));
        const auto code = errorCode(client.receive());
        QVERIFY(kind == u"folder" ? QDir().rmdir(path) : kind == u"gone" || QFile::remove(path));
        QTEST(code, "code");
        QTRY_COMPARE(m_events->all().size(), 2);
        QCOMPARE(m_events->all().constLast().outcome, Outcome::Failed);
        QVERIFY(m_events->all().constLast().detail.contains(path));
    }

    void folderSwappedForALink()
    {
        const auto secret = m_folder.filePath(u"secret"_s);
        QVERIFY(QDir().mkpath(secret));
        QVERIFY(QFile::copy(m_folder.filePath(u"Boot/BCD"_s), secret + u"/BCD"_s));
        QVERIFY(QDir(m_folder.filePath(u"Boot"_s)).removeRecursively());
        QVERIFY(QFile::link(secret, m_folder.filePath(u"Boot"_s)));
        TftpClient client(m_port);
        client.sendToServer(request("Boot/BCD"));
        QCOMPARE(errorCode(client.receive()), 1);
        QVERIFY(QFile::remove(m_folder.filePath(u"Boot"_s)));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("kind");
        QTest::newRow("vector 47: write") << request("new", {}, true) << 2 << u"wrq"_s;
        QTest::newRow("vector 48: mail") << "\0\1small\0MAIL\0"_ba << 4 << u"rrq"_s;
        QTest::newRow("netascii") << "\0\1small\0netascii\0"_ba << 4 << u"rrq"_s;
        QTest::newRow("vector 48: unterminated") << "\0\1small\0octet"_ba << 4 << u"rrq"_s;
        QTest::newRow("vector 48: 600 byte name") << request(QByteArray(600, 'a')) << 4 << u"rrq"_s;
        QTest::newRow("vector 44: NUL inside the name") << "\0\1small\0.txt\0octet\0"_ba << 4 << u"rrq"_s;
    }
    void refusals()
    {
        QFETCH(QByteArray, datagram);
        TftpClient client(m_port);
        client.sendToServer(datagram);
        QTEST(errorCode(client.receive()), "code");
        QTRY_COMPARE(m_events->all().size(), 1);
        QTEST(m_events->all().constFirst().kind, "kind");
        QCOMPARE(m_events->all().constFirst().outcome, Outcome::Refused);
        QVERIFY(!m_events->all().constFirst().detail.isEmpty());
        QVERIFY(!QFile::exists(m_folder.filePath(u"new"_s)));
    }

    void silence_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::newRow("vector 47: ERROR") << Tftp::serialise(Tftp::ErrorPacket{Tftp::ErrorCode::NotDefined, "x"});
        QTest::newRow("vector 47: garbage") << "garbage"_ba;
        QTest::newRow("vector 47: opcode 9") << "\0\x09small\0octet\0"_ba;
        QTest::newRow("ACK") << ack(1);
        QTest::newRow("DATA") << Tftp::serialise(Tftp::Data{1, "x"});
        QTest::newRow("one byte") << "\1"_ba;
        QTest::newRow("empty") << QByteArray();
    }
    void silence()
    {
        QFETCH(QByteArray, datagram);
        TftpClient client(m_port);
        client.sendToServer(datagram);
        QCOMPARE(client.fetch("small"), "0123456789"_ba); // the next answer is the one to the next request
        QTRY_COMPARE(m_events->all().size(), 2);
    }

    void madeOnRequestForTheAddressThatWasAsked()
    {
        const auto served = std::make_shared<ServedLab>(*m_served);
        served->generation = 2;
        served->httpPort = 8081;
        served->generatedFiles.insert(u"x64-sb/autoexec.ipxe"_s, GeneratedFile::IpxeAutoexec);
        m_lab.set(served);
        const auto script = TftpClient(m_port).fetch("x64-sb\\Autoexec.ipxe", {{"tsize", "0"}});
        QVERIFY(script && script->contains("http://127.0.0.1:8081/boot.ipxe"));
        QTRY_COMPARE(m_events->all().size(), 2);
        QCOMPARE(m_events->all().constLast().bytes, script->size());
        QVERIFY2(!TftpClient(m_port).fetch("autoexec.ipxe"), "only where a signed loader looks for it");
    }

    void usualMissIsAnsweredAtOnce_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("asker");
        QTest::newRow("vector 49: autoexec.ipxe") << "autoexec.ipxe"_ba << u"iPXE"_s;
        QTest::newRow("revocations of shim") << "revocations_sbat.efi"_ba << u"shim"_s;
        QTest::newRow("certificate of shim") << "shim_certificate_0.efi"_ba << u"shim"_s;
        QTest::newRow("GRUB's configuration of one PC") << "grub/grub.cfg-01-52-54-00-12-34-56"_ba << u"GRUB"_s;
    }
    void usualMissIsAnsweredAtOnce()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, asker);
        TftpClient client(m_port);
        client.sendToServer(request(file, {{"blksize", "1432"}, {"tsize", "0"}}));
        QCOMPARE(errorCode(client.receive(100)), 1);
        QTRY_COMPARE(m_events->all().size(), 1);
        const auto event = m_events->all().constFirst();
        QCOMPARE(event.outcome, Outcome::Probe);
        QCOMPARE(event.target, QString::fromLatin1(file));
        QCOMPARE(event.detail, u"not found; %1 asks for it, this is normal"_s.arg(asker));
        QCOMPARE(event.id, 0U);
    }

    void repeatedRequestKeepsTheFirst()
    {
        TftpClient client(m_port);
        client.sendToServer(request("exact"));
        QVERIFY(client.receive());
        const auto first = client.peerPort;
        client.sendToServer(request("exact"));
        QVERIFY(!client.receive(50));
        client.sendToTransfer(ack(1));
        QVERIFY(client.receive());
        QCOMPARE(client.peerPort, first);
        QCOMPARE(m_events->all().size(), 1);
    }

    void anotherRequestFromTheSamePortReplacesTheFirst()
    {
        TftpClient client(m_port);
        client.sendToServer(request("exact"));
        QVERIFY(client.receive());
        QCOMPARE(client.fetch("small"), "0123456789"_ba);
        QTRY_COMPARE(m_events->all().size(), 4);
        QCOMPARE(m_events->all().at(1).outcome, Outcome::Aborted);
        QCOMPARE(m_events->all().at(1).target, u"exact"_s);
        QCOMPARE(m_events->all().at(3).outcome, Outcome::Ok);
    }

    void restartedClientIsServedAnew()
    {
        TftpClient client(m_port);
        client.sendToServer(request("exact"));
        QVERIFY(client.receive());
        client.sendToTransfer(ack(1));
        QVERIFY(client.receive());
        QVERIFY(client.receive()); // sent again after a second: the server has noticed the silence
        const auto first = client.peerPort;
        QCOMPARE(client.fetch("exact").value_or(QByteArray()).size(), 1024);
        QVERIFY(client.peerPort != first);
    }

    void oneAddressGetsSoManyTransfers()
    {
        std::vector<TftpClient> clients;
        for (int i = 0; i < TftpService::maxTransfersPerAddress; ++i) {
            clients.emplace_back(m_port).sendToServer(request("exact"));
            QVERIFY(clients.back().receive());
        }
        TftpClient oneMore(m_port);
        oneMore.sendToServer(request("small"));
        QCOMPARE(errorCode(oneMore.receive()), 0);
        QTRY_COMPARE(m_events->all().constLast().outcome, Outcome::Refused);
        clients.front().sendToTransfer(Tftp::serialise(Tftp::ErrorPacket{Tftp::ErrorCode::NotDefined, "bye"}));
        QTRY_COMPARE(m_events->all().constLast().outcome, Outcome::Aborted);
        QCOMPARE(oneMore.fetch("small"), "0123456789"_ba);
    }

    void newSnapshotServesNewFiles()
    {
        TftpClient client(m_port);
        QCOMPARE(client.fetch("small"), "0123456789"_ba);
        m_served = std::make_shared<ServedLab>(*m_served);
        m_served->generation = 2;
        m_served->tftpFiles.clear();
        publish(u"small"_s, "changed");
        m_lab.set(m_served);
        QCOMPARE(client.fetch("small"), "changed"_ba);
        client.sendToServer(request("exact"));
        QCOMPARE(errorCode(client.receive()), 1);
    }

    void otherCardsAndSubnetsAreNotServed_data()
    {
        QTest::addColumn<bool>("otherCard");
        QTest::addColumn<int>("events");
        QTest::newRow("another card") << true << 0;
        QTest::newRow("another subnet") << false << 1;
    }
    void otherCardsAndSubnetsAreNotServed()
    {
        QFETCH(bool, otherCard);
        QFETCH(int, events);
        stopService();
        auto card = *findNetworkCard(u"lo"_s);
        card.loopback = false; // so that the subnet counts
        card.index += otherCard ? 1000 : 0;
        startService(card, {*Subnet::parse(u"172.16.0.0/16")});
        TftpClient client(m_port);
        client.sendToServer(request("small"));
        QVERIFY(!client.receive(50));
        m_loop->settle();
        QCOMPARE(m_events->all().size(), events);
        if (events > 0)
            QCOMPARE(m_events->all().constFirst().outcome, Outcome::Ignored);
    }

    void stopEndsEveryTransfer() // vector 50: the descriptors are closed
    {
        stopService();
        const auto descriptors = openDescriptors();
        startService(*findNetworkCard(u"lo"_s));
        TftpClient client(m_port);
        client.sendToServer(request("ipxe.efi", {{"tsize", "0"}}));
        QVERIFY(client.receive());
        stopService();
        QCOMPARE(openDescriptors(), descriptors + 1); // the client's own
        QCOMPARE(m_events->all().size(), 2);
        QCOMPARE(m_events->all().constLast().outcome, Outcome::Aborted);
    }
};

QTEST_GUILESS_MAIN(TestTftpService)
#include "tst_tftpservice.moc"
