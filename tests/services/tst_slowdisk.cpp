// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptestclient.h"
#include "httptestserver.h"
#include "services/networkcard.h"
#include "services/servicehost.h"
#include "services/sockets.h"
#include "services/tftpclient.h"
#include "services/tftpservice.h"
#include "support/loopthread.h"
#include "support/slowfolder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <fcntl.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

constexpr int Clients = 40; // far more than there are threads that wait for disks
constexpr qint64 QuickMs = 5000; // a small part of what a time-out would take, but a busy machine passes
constexpr qint64 StopMs = 5000; // as long as a user waits; a busy machine needs part of it
constexpr qint64 SlowSize = 20'000'000; // more than TFTP holds in memory

/// Makes the kernel forget the content of \a path, so that the disk has to be asked.
void forgetContent(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(::fdatasync(file.handle()), 0);
    QCOMPARE(::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED), 0);
}

/// A file of six bytes, on a disk that answers.
QString quickFile(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(u"loader"_s));
    return file.open(QIODevice::WriteOnly) && file.write("loader") == 6 ? file.fileName() : QString();
}

QByteArray firstBlock(quint16 port, const QByteArray &file)
{
    TftpClient client(port);
    client.sendToServer(Tftp::serialise(Tftp::Request{.file = file}));
    const auto packet = client.receive();
    const auto *data = packet ? std::get_if<Tftp::Data>(&*packet) : nullptr;
    return data ? data->bytes : QByteArray();
}

/// All services, and what they use.
struct RunningServices
{
    RunningServices(const std::shared_ptr<const ServedLab> &lab, const ServicePorts &wanted)
    {
        snapshot.set(lab);
        auto sockets = openServiceSockets(wanted);
        if (!sockets)
            qFatal("%s", qPrintable(sockets.error().detail));
        ports = sockets->ports();
        host = std::make_unique<ServiceHost>(*std::move(sockets), snapshot, events, clock);
    }

    SnapshotHolder snapshot;
    RecordingSink events;
    SystemClock clock;
    ServicePorts ports;
    std::unique_ptr<ServiceHost> host;
};

qsizetype threads() { return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(); }

} // namespace

/// A disk that answers nothing, beside one that does: who wants a file of the first must not delay those who want one of the second.
class TestSlowDisk : public QObject
{
    Q_OBJECT

public:
    explicit TestSlowDisk(const Result<void> &rights) : m_rights(rights) { }

private:
    const Result<void> m_rights;

    static void addDeeds()
    {
        QTest::addColumn<SlowFolder::Deed>("frozen");
        QTest::newRow("when a file is opened") << SlowFolder::Deed::Open;
        QTest::newRow("when a file is read") << SlowFolder::Deed::Read;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rights, m_rights ? "" : qPrintable(m_rights.error().detail)); }

    void http_data() { addDeeds(); }
    void http()
    {
        QFETCH(SlowFolder::Deed, frozen);
        const auto folder = SlowFolder::mount(SlowSize);
        QVERIFY2(folder, std::strerror(errno));
        HttpTestServer server;
        server.publish("/slow", {.path = folder->file(), .size = SlowSize});
        server.publish("/small", "content");
        server.publish("/large", QByteArray(3'000'000, 'a'));
        QCOMPARE(HttpTestClient(server.port()).get("/slow", "Range: bytes=0-9\r\n").body, QByteArray(10, 's'));
        folder->freeze(frozen);
        const auto thaw = qScopeGuard([&] { folder->thaw(); });
        std::vector<HttpTestClient> slow;
        for (int i = 0; i < Clients; ++i) {
            slow.emplace_back(server.port());
            QVERIFY(slow.back().send("GET /slow HTTP/1.1\r\nHost: a\r\nRange: bytes=10000000-10000009\r\n\r\n"));
        }
        QTRY_VERIFY(folder->waiting() > 0);

        HttpTestClient quick(server.port());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(quick.get("/small").body, "content");
        forgetContent(server.filePath(u"2f6c61726765"_s)); // “/large”
        QCOMPARE(quick.get("/large").body, QByteArray(3'000'000, 'a'));
        QCOMPARE_LT(timer.elapsed(), QuickMs);
        folder->thaw();
        for (auto &client : slow)
            QCOMPARE(client.response().body, QByteArray(10, 's'));
    }

    void tftp_data() { addDeeds(); }
    void tftp()
    {
        QFETCH(SlowFolder::Deed, frozen);
        const auto folder = SlowFolder::mount(SlowSize);
        QVERIFY2(folder, std::strerror(errno));
        const QTemporaryDir local;
        const auto loader = quickFile(local);
        auto lab = std::make_shared<ServedLab>();
        lab->network = servedNetwork({*findNetworkCard(u"lo"_s)});
        lab->tftpFiles = {{u"loader"_s, {.path = loader, .size = 6}}};
        for (int i = 0; i < Clients; ++i) { // parts that differ, since those who want the same share one read
            lab->tftpFiles.insert(u"slow%1"_s.arg(i),
                                  {.path = folder->file(), .extents = {{i, SlowSize - i}}, .size = SlowSize - i});
        }
        SnapshotHolder snapshot;
        snapshot.set(lab);
        RecordingSink events;
        const SystemClock clock;
        LoopThread thread;
        auto socket = openUdpSocket(0);
        QVERIFY(socket);
        const auto port = localPort(socket->get());
        TftpService service(thread.loop(), *std::move(socket), snapshot, events, clock);
        thread.call([&] { service.start(); });
        const auto stop = qScopeGuard([&] { thread.call([&] { service.stop(); }); });

        folder->freeze(frozen);
        const auto thaw = qScopeGuard([&] { folder->thaw(); });
        std::vector<TftpClient> slow;
        for (int i = 0; i < Clients; ++i) {
            slow.emplace_back(port);
            slow.back().sendToServer(Tftp::serialise(Tftp::Request{.file = "slow" + QByteArray::number(i)}));
        }
        QTRY_VERIFY(folder->waiting() > 0);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(firstBlock(port, "loader"), "loader");
        QCOMPARE_LT(timer.elapsed(), QuickMs);
        folder->thaw();
        for (auto &client : slow) {
            const auto packet = client.receive();
            QVERIFY(packet && std::holds_alternative<Tftp::Data>(*packet));
        }
    }

    /// Services stop and start again while the disk answers nothing; what hangs is left behind, and ends when the disk answers.
    void stop_data() { addDeeds(); }
    void stop()
    {
        QFETCH(SlowFolder::Deed, frozen);
        const auto folder = SlowFolder::mount(SlowSize);
        QVERIFY2(folder, std::strerror(errno));
        const QTemporaryDir local;
        const auto loader = quickFile(local);
        const auto lab = std::make_shared<ServedLab>();
        lab->network = servedNetwork({*findNetworkCard(u"lo"_s)});
        lab->tftpFiles = {{u"loader"_s, {.path = loader, .size = 6}},
                          {u"slow"_s, {.path = folder->file(), .size = SlowSize}}};
        lab->httpFiles = {{"/slow", {.path = folder->file(), .size = SlowSize}}};
        const auto threadsBefore = threads();
        auto running = std::make_unique<RunningServices>(lab, ServicePorts{0, 0, 0, 0});
        const auto ports = running->ports;
        folder->freeze(frozen);
        const auto thaw = qScopeGuard([&] { folder->thaw(); });
        HttpTestClient http(ports.http);
        QVERIFY(http.send("GET /slow HTTP/1.1\r\nHost: a\r\nRange: bytes=5000000-19999999\r\n\r\n"));
        TftpClient tftp(ports.tftp);
        tftp.sendToServer(Tftp::serialise(Tftp::Request{.file = "slow"}));
        QTRY_COMPARE(folder->waiting(), 2);

        QElapsedTimer timer;
        timer.start();
        running->host.reset();
        QCOMPARE_LT(timer.elapsed(), StopMs);
        QVERIFY(http.read(1).isEmpty() || frozen == SlowFolder::Deed::Read); // the head may have come
        const auto broken = running->events.with(Event::Outcome::Aborted);
        QCOMPARE(std::ranges::count(broken, u"The server was stopped"_s, &Event::detail),
                 frozen == SlowFolder::Deed::Read ? 1 : 0);
        running = std::make_unique<RunningServices>(lab, ports); // whoever was left behind must not use the former
        QCOMPARE(firstBlock(ports.tftp, "loader"), "loader");
        folder->thaw();
        running.reset();
        QTRY_COMPARE(threads(), threadsBefore);
    }
};

int main(int argc, char *argv[])
{
    const auto rights = SlowFolder::obtainRights();
    QCoreApplication application(argc, argv);
    TestSlowDisk test(rights);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_slowdisk.moc"
