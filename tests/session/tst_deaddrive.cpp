// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/verifyjob.h"
#include "support/slowfolder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <memory>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

constexpr int EndMs = 5000; // a busy machine needs part of it
constexpr qint64 Size = 20'000'000;

/// See proc_pid_stat(5); 'Z': it has ended.
char stateOf(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto line = file.readAll();
    return line.at(line.lastIndexOf(')') + 2);
}

} // namespace

/// An image that is served from a drive which answers nothing any more: nobody waits for it for ever.
class TestDeadDrive : public QObject
{
    Q_OBJECT

public:
    explicit TestDeadDrive(const Result<void> &rights) : m_rights(rights) { }

private:
    const Result<void> m_rights;
    std::unique_ptr<SlowFolder> m_drive;
    std::unique_ptr<QTemporaryDir> m_folder;
    LabImage m_image;

    [[nodiscard]] LabStore store() const { return *LabStore::open(m_folder->filePath(u"lab"_s)); }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rights, m_rights ? "" : qPrintable(m_rights.error().detail)); }

    void init()
    {
        m_drive = SlowFolder::mount(Size);
        QVERIFY2(m_drive, std::strerror(errno));
        m_folder = std::make_unique<QTemporaryDir>();
        const QFileInfo source(m_drive->file());
        m_image = {.id = u"slow"_s,
                   .facts = {.name = u"Slow"_s, .files = {{.path = u"slow"_s, .size = Size, .extents = {{0, Size}}}}},
                   .sourceFile = source.filePath(),
                   .sourceSize = source.size(),
                   .sourceModifiedMs = source.lastModified().toMSecsSinceEpoch(),
                   .linked = true,
                   .importedMs = 1};
        QVERIFY(store().change([this](Lab &lab) -> Result<void> {
            lab.addImage(m_image);
            return {};
        }));
        m_drive->freeze(SlowFolder::Deed::Read);
    }
    void cleanup() { m_drive->thaw(); }

    void checksAreLeftBehind()
    {
        auto job = std::make_unique<VerifyJob>(store(), m_image, CheckScope::Everything);
        job->start();
        QTRY_VERIFY(m_drive->waiting() > 0);
        QElapsedTimer timer;
        timer.start();
        job.reset();
        QCOMPARE_LT(timer.elapsed(), EndMs);
    }

    void theProgramEnds()
    {
        QProcess serve;
        // The search for leaks stops every thread first, and would wait for the one that the drive holds.
        auto environment = QProcessEnvironment::systemEnvironment();
        const auto asan = environment.value(u"ASAN_OPTIONS"_s);
        environment.insert(u"ASAN_OPTIONS"_s, (asan.isEmpty() ? asan : asan + u':') + u"detect_leaks=0"_s);
        serve.setProcessEnvironment(environment);
        serve.start(QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot"),
                    {u"serve"_s, u"--json"_s, u"--lab"_s, store().folder(), u"--interface"_s, u"lo"_s, u"--dhcp-port"_s,
                     u"0"_s, u"--boot-port"_s, u"0"_s, u"--tftp-port"_s, u"0"_s, u"--http-port"_s, u"0"_s});
        QTRY_VERIFY(m_drive->waiting() > 0); // it checks the image
        QByteArray output;
        QTRY_VERIFY2((output += serve.readAllStandardOutput()).contains("\"event\":\"ready\""), output.constData());
        ::kill(pid_t(serve.processId()), SIGTERM);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(serve.processId()), 'Z', EndMs); // FUSE, unlike NFS, keeps the thread that it holds
        m_drive->thaw();
        QVERIFY(serve.waitForFinished());
        QCOMPARE(serve.exitStatus(), QProcess::NormalExit);
        QCOMPARE(serve.exitCode(), 0);
    }
};

int main(int argc, char *argv[])
{
    const auto rights = SlowFolder::obtainRights();
    QCoreApplication application(argc, argv);
    TestDeadDrive test(rights);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_deaddrive.moc"
