// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/bootbench.h"
#include "e2e/rescueimage.h"
#include "e2e/verifyresult.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>

using namespace Benchboot;
using namespace Benchboot::E2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto bootLimit = 480s; ///< while the server and the machine are worn out
constexpr qint64 payloadBytes = 24 << 20;
constexpr qint64 mostGrowth = 64 << 10; ///< KiB

/// What the kernel says of a process.
struct Usage
{
    qint64 residentKiB = 0;
    qint64 peakKiB = 0; ///< of `residentKiB` since the process began
    qsizetype descriptors = 0;
};

Usage usageOf(qint64 process)
{
    Usage usage;
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (status.open(QIODevice::ReadOnly)) {
        for (const auto &line : status.readAll().split('\n')) {
            const auto number = line.simplified().split(' ').value(1).toLongLong();
            if (line.startsWith("VmRSS:"))
                usage.residentKiB = number;
            else if (line.startsWith("VmHWM:"))
                usage.peakKiB = number;
        }
    }
    usage.descriptors
        = QDir(u"/proc/%1/fd"_s.arg(process)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
    return usage;
}

} // namespace

/// A PC boots while others do to the server what they can.
class TestAbuse : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<BootBench> m_bench;
    std::unique_ptr<ChildProcess> m_trouble;
    int m_floods = 0;

    Result<void> startTrouble()
    {
        QStringList addresses;
        for (int i = 1; i <= 8; ++i) // more connections than the server lets one address have
            addresses += u"172.16.1.%1"_s.arg(i);
        const auto place = m_bench->network().addHost(addresses);
        if (!place)
            return std::unexpected(place.error());
        m_trouble = std::make_unique<ChildProcess>(*place);
        return m_trouble->start(QStringList{QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/troublemaker"),
                                            BenchNetwork::benchAddress.toString(), u"8080"_s,
                                            QStringLiteral(BENCHBOOT_TEST_DATA)}
                                + addresses);
    }

    /// 10,000 datagrams to each port.
    bool flood()
    {
        ++m_floods;
        return ::kill(pid_t(m_trouble->processId()), SIGUSR1) == 0
            && m_trouble->waitFor([this] { return m_trouble->output().count("flooded") == m_floods; }, 60s);
    }

    bool waitForHttp(const QemuClient &client, QLatin1StringView targetStart)
    {
        return m_bench->server().waitForEvent(
            [&](const QJsonObject &event) {
                return event.value("service"_L1) == "http"_L1 && event.value("mac"_L1) == client.mac()
                    && event.value("target"_L1).toString().startsWith(targetStart);
            },
            bootLimit);
    }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<BootBench>(); }

    void cleanup()
    {
        if (QTest::currentTestFailed()) {
            qWarning().noquote() << m_bench->logs().last(std::min<qsizetype>(m_bench->logs().size(), 20000));
            if (m_trouble)
                qWarning().noquote() << "--- the troublemaker\n" + m_trouble->output() + m_trouble->errors();
        }
        m_trouble.reset();
        m_bench.reset();
    }

    void bootsAllTheSame()
    {
        const auto image = makeRescueImage(m_bench->folder(), payloadBytes);
        VERIFY_RESULT(image);
        VERIFY_RESULT(m_bench->import(image->path, u"console=ttyS0,115200 panic=-1"_s));
        VERIFY_RESULT(m_bench->serve());
        const auto server = m_bench->server().processId();
        QTRY_VERIFY(QFile::exists(m_bench->folder() + u"/lab/activity/activity.jsonl"_s)); // stays open from the first event on
        const auto before = usageOf(server);
        QVERIFY(before.residentKiB > 0 && before.descriptors > 0);

        VERIFY_RESULT(startTrouble());
        QVERIFY(m_trouble->waitFor([this] { return m_trouble->output().contains("holding"); }, 60s));
        QVERIFY(flood());
        const auto client = m_bench->powerOn(pcKind(u"bios-pxe"_s));
        VERIFY_RESULT(client);
        QVERIFY(flood()); // while its firmware starts …
        QVERIFY(waitForHttp(**client, "/boot.ipxe"_L1));
        QVERIFY(flood()); // … while iPXE reads the menu …
        QVERIFY(waitForHttp(**client, "/images/"_L1));
        QVERIFY(flood()); // … and while it loads
        QVERIFY((*client)->waitForText("BENCHBOOT-LINUX-UP", bootLimit));
        QVERIFY(flood());
        QVERIFY((*client)->waitForPowerOff(bootLimit));
        QCOMPARE((*client)->said("BENCHBOOT-FAILED"), QByteArray());
        QCOMPARE((*client)->said("BENCHBOOT-NONCE"), image->nonce);
        QCOMPARE((*client)->said("BENCHBOOT-SHA256"), image->checksumLine);
        QVERIFY(m_trouble->isRunning());

        m_trouble.reset();
        // Transfers that nobody answers take their time to be given up.
        QTRY_COMPARE_WITH_TIMEOUT(usageOf(server).descriptors, before.descriptors, 180'000);
        const auto after = usageOf(server);
        qInfo("resident: %lld KiB before, %lld at most, %lld after; %lld descriptors", before.residentKiB,
              after.peakKiB, after.residentKiB, qint64(after.descriptors));
        QVERIFY(after.peakKiB - before.residentKiB <= mostGrowth);
        QVERIFY(m_bench->server().stop());
        QCOMPARE(m_bench->server().errors(), QByteArray());
    }
};

int main(int argc, char *argv[])
{
    if (const auto rights = obtainNetworkRights(); !rights) {
        qCritical().noquote() << rights.error().detail;
        return 1;
    }
    qputenv("QTEST_FUNCTION_TIMEOUT", "1800000"); // the steps above have their own limits
    const QCoreApplication app(argc, argv);
    TestAbuse test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_abuse.moc"
