// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageworker.h"
#include "images/packfixture.h"
#include "images/workermessage.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Facts = Result<ImageFacts>;

const auto program = QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot-image-worker");

/// What the test binary does when it is started as a worker that misbehaves.
int misbehave(const QByteArray &how)
{
    const auto say = [](const QByteArray &line) {
        std::fputs(line.constData(), stdout);
        std::fflush(stdout);
    };
    if (how == "crash")
        ::raise(SIGSEGV);
    if (how == "crash while copying") {
        say(progressLine({u"copying"_s, {}, 0, 1}));
        ::raise(SIGKILL);
    }
    if (how == "crash while unpacking") {
        say(progressLine({u"unpacking"_s, {}, 0, 1}));
        ::raise(SIGKILL);
    }
    if (how == "garbage")
        say("this is no JSON\n{}\n[1]\n{\"progress\":{}}\n");
    if (how == "result then crash") {
        say(resultLine(ImageFacts{.recipe = u"x"_s}));
        ::raise(SIGKILL);
    }
    if (how == "flood") {
        for (int i = 0; i < 1000; ++i)
            say(progressLine({u"copying"_s, {}, i, 1000}));
        say(resultLine(ImageFacts{.recipe = u"x"_s}));
    }
    if (how == "attack")
        ::raise(SIGSYS); // as its sandbox kills it
    if (how == "hang")
        ::pause();
    if (how == "copy slowly") {
        say(progressLine({u"copying"_s, {}, 0, 1}));
        ::usleep(600'000); // a stand-in for a slow disk: longer than the silence limit of the test
        say(resultLine(ImageFacts{.recipe = u"x"_s}));
    }
    return 0;
}

/// What the test binary does when it is started as a program that inspects \a file: it tells by a line that it unpacks.
int inspect(const QString &file)
{
    ImageWorker worker({.file = file});
    QObject::connect(&worker, &ImageWorker::progressed, &worker, [](const ImageProgress &progress) {
        if (progress.step == u"unpacking")
            std::puts("unpacking");
        std::fflush(stdout);
    });
    QObject::connect(&worker, &ImageWorker::finished, qApp, &QCoreApplication::quit);
    worker.start();
    return QCoreApplication::exec();
}

/// The result of \a worker, which must come exactly once.
Facts run(ImageWorker &worker, const std::function<void()> &meanwhile = {})
{
    QSignalSpy finished(&worker, &ImageWorker::finished);
    worker.start();
    if (meanwhile)
        meanwhile();
    if (finished.isEmpty() && !finished.wait(30'000))
        return fail(Error::Code::Busy, u"no answer"_s);
    QCoreApplication::processEvents();
    if (finished.size() != 1)
        return fail(Error::Code::Busy, u"%1 answers"_s.arg(finished.size()));
    return finished.first().first().value<Facts>();
}

Facts runBadly(const QString &how, std::chrono::milliseconds silence = 30s)
{
    ImageWorker worker({.file = u"/x/y.iso"_s});
    worker.setProgram(QCoreApplication::applicationFilePath(), {u"--misbehave"_s, how});
    worker.setSilenceLimit(silence);
    return run(worker);
}

} // namespace

class TestImageWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inspects()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        ImageWorker worker({.file = fixture.make()});
        QSignalSpy progressed(&worker, &ImageWorker::progressed);
        QCOMPARE(worker.processId(), 0);
        const auto facts = run(worker);
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"systemrescuecd"_s);
        QCOMPARE(facts->entries.size(), 4);
        QCOMPARE(progressed.first().first().value<ImageProgress>().step, u"reading"_s);
        QCOMPARE(worker.processId(), 0);
    }

    void imports()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        QTemporaryDir folder;
        ImageWorker worker({.kind = ImageTask::Kind::Import, .file = fixture.make(), .stagingFolder = folder.path()});
        QSignalSpy recognised(&worker, &ImageWorker::recognised);
        const auto facts = run(worker, [&] {
            QVERIFY(recognised.wait(30'000));
            // Nothing is copied until its parent wants it.
            QVERIFY(QDir(folder.path()).isEmpty());
            worker.proceed();
        });
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(recognised.size(), 1);
        const auto before = recognised.first().first().value<ImageFacts>();
        QCOMPARE(before.recipe, facts->recipe);
        QCOMPARE(before.files.size(), facts->files.size());
        QCOMPARE(before.files.last().sha256, QString());
        QCOMPARE(readFile(folder.filePath(u"sysrcd.dat"_s)).size(), 300'000);
        QCOMPARE(facts->files.last().sha256.size(), 64);
    }

    /// In the sandbox: the folder for unpacking must be in reach, and what names need.
    void readsPackedImages_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto *kind : {"gz", "bz2", "xz", "zst", "zip", "7z", "tar.xz", "cab", "rar"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void readsPackedImages()
    {
        QFETCH(QString, kind);
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        QTemporaryDir folder;
        const auto name = kind == u"cab" ? u"inner"_s : u"Grün"_s;
        QVERIFY(QFile::rename(fixture.make(), folder.filePath(name)));
        const auto packed = pack(kind, folder.path(), {name});
        QTemporaryDir temporary;
        qputenv("TMPDIR", QFile::encodeName(temporary.path()));
        {
            ImageWorker inspection({.file = packed});
            const auto inspected = run(inspection);
            QVERIFY2(inspected, qPrintable(why(inspected)));
            QCOMPARE(inspected->recipe, u"systemrescuecd"_s);
        }
        qunsetenv("TMPDIR");
        QVERIFY(QDir(temporary.path()).isEmpty());
        QTemporaryDir staging;
        ImageWorker import({.kind = ImageTask::Kind::Import, .file = packed, .stagingFolder = staging.path()});
        connect(&import, &ImageWorker::recognised, &import, [&] {
            QVERIFY(QDir(staging.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
            import.proceed();
        });
        const auto imported = run(import);
        QVERIFY2(imported, qPrintable(why(imported)));
        QCOMPARE(readFile(staging.filePath(u"sysrcd.dat"_s)).size(), 300'000);
    }

    /// Killed by the user, or for lack of memory, while its worker unpacks.
    void killedInspectionLeavesNothing()
    {
        QTemporaryDir folder;
        (void)output(
            u"sh"_s,
            {u"-c"_s, u"head -c 1500000000 /dev/zero | gzip -1 -c > \"$1\""_s, u"sh"_s, folder.filePath(u"x.gz"_s)});
        QTemporaryDir temporary;
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TMPDIR"_s, temporary.path());
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {u"--inspect"_s, folder.filePath(u"x.gz"_s)});
        QVERIFY(process.waitForReadyRead(30'000));
        QCOMPARE(process.state(), QProcess::Running);
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(QDir(temporary.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
    }

    void crashWhileUnpackingIsADamagedImage()
    {
        const auto facts = runBadly(u"crash while unpacking"_s);
        QVERIFY(!facts);
        QCOMPARE(facts.error(),
                 (Error{Error::Code::Malformed, u"y.iso could not be unpacked: it is damaged. Download it again"_s}));
    }

    void importThatIsNotWantedCopiesNothing()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        QTemporaryDir folder;
        ImageWorker worker({.kind = ImageTask::Kind::Import, .file = fixture.make(), .stagingFolder = folder.path()});
        connect(&worker, &ImageWorker::recognised, &worker, &ImageWorker::cancel);
        const auto facts = run(worker);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::Cancelled);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void waitingForTheParentIsNoSilence()
    {
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        QTemporaryDir folder;
        ImageWorker worker({.kind = ImageTask::Kind::Import, .file = fixture.make(), .stagingFolder = folder.path()});
        worker.setSilenceLimit(5s);
        connect(&worker, &ImageWorker::recognised, &worker, [&worker] {
            worker.setSilenceLimit(1ms); // a running limit would strike now
            QTimer::singleShot(50ms, &worker, &ImageWorker::proceed);
        });
        const auto facts = run(worker);
        QVERIFY2(facts, qPrintable(why(facts)));
    }

    void passesRecipesOn()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"r.toml"_s),
                  "id = \"mine\"\nname = \"Mine\"\nrecognise = { files = \"k\" }\nentries = { kernel = \"k\" }\n");
        IsoFixture fixture;
        fixture.addKernel(u"k"_s);
        ImageWorker worker({.file = fixture.make(), .recipeFolders = {folder.path()}});
        QCOMPARE(run(worker)->recipe, u"mine"_s);
    }

    void passesErrorsOn()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"x"_s), "text");
        ImageWorker worker({.file = folder.filePath(u"x"_s)});
        const auto facts = run(worker);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::NotRecognised);
        QVERIFY(facts.error().detail.startsWith(u"x is neither"_s));
    }

    void misbehaviourIsADamagedImage_data()
    {
        QTest::addColumn<QString>("how");
        for (const auto *how : {"crash", "garbage", "quiet", "result then crash"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void misbehaviourIsADamagedImage()
    {
        QFETCH(QString, how);
        const auto facts = runBadly(how);
        QVERIFY(!facts);
        QCOMPARE(facts.error(),
                 (Error{Error::Code::Malformed,
                        u"y.iso could not be read: its file system is damaged. Download it again"_s}));
    }

    void crashWhileCopyingIsNotTheImagesFault()
    {
        const auto facts = runBadly(u"crash while copying"_s);
        QVERIFY(!facts);
        QCOMPARE(
            facts.error(),
            (Error{Error::Code::Io, u"The import of y.iso broke off while its files were copied. Start it again"_s}));
    }

    void attackIsNamed()
    {
        const auto facts = runBadly(u"attack"_s);
        QVERIFY(!facts);
        QCOMPARE(
            facts.error(),
            (Error{
                Error::Code::Malformed,
                u"y.iso made its reader try what only an attack does, so the reader was stopped. Get the image from its makers"_s}));
    }

    /// What is open in this program, or was left open by who started it, is none of the worker's business.
    void inheritsNoOpenFiles()
    {
        const auto leak = ::dup(STDOUT_FILENO);
        ImageWorker worker({.file = u"/x"_s});
        worker.setProgram(QCoreApplication::applicationFilePath(), {u"--misbehave"_s, u"hang"_s});
        QVERIFY(run(worker,
                    [&worker, leak] {
                        QTRY_VERIFY(worker.processId() != 0);
                        const QDir open(u"/proc/%1/fd"_s.arg(worker.processId()));
                        QTRY_VERIFY(open.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size() == 3);
                        QVERIFY(leak > STDERR_FILENO);
                        worker.cancel();
                    })
                    .error()
                    .code
                == Error::Code::Cancelled);
        ::close(leak);
    }

    void silenceEndsIt()
    {
        const auto facts = runBadly(u"hang"_s, 200ms);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::LimitExceeded);
    }
    void slowDisksMayBeSilent() { QCOMPARE(runBadly(u"copy slowly"_s, 300ms)->recipe, u"x"_s); }

    void progressIsPaced()
    {
        ImageWorker worker({.file = u"/x"_s});
        worker.setProgram(QCoreApplication::applicationFilePath(), {u"--misbehave"_s, u"flood"_s});
        QSignalSpy progressed(&worker, &ImageWorker::progressed);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(run(worker));
        QVERIFY(!progressed.isEmpty());
        QVERIFY2(progressed.size() <= 1 + timer.elapsed() / 100, qPrintable(QString::number(progressed.size())));
    }

    void cancelKillsIt()
    {
        ImageWorker worker({.file = u"/x/y.iso"_s});
        worker.setProgram(QCoreApplication::applicationFilePath(), {u"--misbehave"_s, u"hang"_s});
        qint64 id = 0;
        const auto facts = run(worker, [&] {
            QTRY_VERIFY(worker.processId() != 0);
            id = worker.processId();
            worker.cancel();
        });
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::Cancelled);
        QCOMPARE(::kill(pid_t(id), 0), -1);
    }

    void destructionKillsIt()
    {
        qint64 id = 0;
        {
            ImageWorker worker({.file = u"/x"_s});
            worker.setProgram(QCoreApplication::applicationFilePath(), {u"--misbehave"_s, u"hang"_s});
            worker.start();
            QTRY_VERIFY(worker.processId() != 0);
            id = worker.processId();
            QCOMPARE(::kill(pid_t(id), 0), 0);
        }
        QCOMPARE(::kill(pid_t(id), 0), -1);
    }

    void missingProgramIsTold()
    {
        ImageWorker worker({.file = u"/x"_s});
        worker.setProgram(u"/nowhere/benchboot"_s);
        const auto facts = run(worker);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::Io);
        QVERIFY(facts.error().detail.contains(u"/nowhere/benchboot does not start"_s));
    }

    void workerLimitsItself()
    {
        QProcess process;
        process.start(program); // waits for its task
        QVERIFY(process.waitForStarted());
        const auto proc = u"/proc/%1/"_s.arg(process.processId());
        QTRY_VERIFY(readFile(proc + u"limits"_s).simplified().contains("Max core file size 0 0 bytes"));
        QVERIFY(readFile(proc + u"status"_s).contains("NoNewPrivs:\t1"));
        QCOMPARE(QDir(proc + u"task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(),
                 1); // as enterSandbox() needs it
#if !__has_feature(address_sanitizer)
        QTRY_VERIFY(readFile(proc + u"limits"_s).simplified().contains("Max data size 1073741824 1073741824 bytes"));
#endif
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
    }

    void workerRefusesNonsense_data()
    {
        QTest::addColumn<QByteArray>("task");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("unknown kind") << QByteArray("{\"kind\":\"x\",\"file\":\"/x\"}\n");
        QTest::newRow("no file") << QByteArray("{\"kind\":\"inspect\"}\n");
        QTest::newRow("no folder") << QByteArray("{\"kind\":\"import\",\"file\":\"/x\"}\n");
    }
    void workerRefusesNonsense()
    {
        QFETCH(QByteArray, task);
        QProcess process;
        process.start(program);
        process.write(task);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        const auto answer = parseWorkerLine(process.readAllStandardOutput());
        QVERIFY(std::holds_alternative<Facts>(answer));
        QCOMPARE(std::get<Facts>(answer).error().code, Error::Code::InvalidArgument);
    }

    void workerLeavesWithItsParent()
    {
        // The task names another parent than the one it has, which is what a worker sees whose parent died early.
        IsoFixture fixture;
        fixture.add(u"x"_s);
        QProcess process;
        process.start(program);
        process.write(taskLine({.file = fixture.make()}, 1));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
    }

    void messagesSurviveTheWay()
    {
        const ImageTask task{.kind = ImageTask::Kind::Import,
                             .file = u"/ä\n\"b"_s,
                             .stagingFolder = u"/s"_s,
                             .spoolFolder = u"/t"_s,
                             .recipe = u"r"_s,
                             .link = true,
                             .sums = {{u"md5"_s, u"abc"_s, u"x.md5"_s}},
                             .recipeFolders = {u"/1"_s, u"/2"_s}};
        const auto line = taskLine(task, 42);
        QCOMPARE(line.count('\n'), 1);
        const auto received = parseTask(line);
        QVERIFY(received);
        QCOMPARE(received->parent, 42);
        QCOMPARE(received->task.kind, task.kind);
        QCOMPARE(received->task.file, task.file);
        QCOMPARE(received->task.stagingFolder, task.stagingFolder);
        QCOMPARE(received->task.spoolFolder, task.spoolFolder);
        QCOMPARE(received->task.recipe, task.recipe);
        QCOMPARE(received->task.link, task.link);
        QCOMPARE(received->task.sums, task.sums);
        QCOMPARE(received->task.recipeFolders, task.recipeFolders);
        const auto progress
            = std::get<ImageProgress>(parseWorkerLine(progressLine({u"copying"_s, u"f"_s, 5'000'000'000, 6})));
        QCOMPARE(progress.step, u"copying"_s);
        QCOMPARE(progress.file, u"f"_s);
        QCOMPARE(progress.bytes, 5'000'000'000);
        QCOMPARE(progress.total, 6);
        const ImageFacts facts{.recipe = u"x"_s, .files = {{u"a"_s, 3, {}, {}}}};
        QCOMPARE(std::get<RecognisedImage>(parseWorkerLine(recognisedLine(facts))).facts, facts);
        QVERIFY(isProceedLine(proceedLine()));
        QVERIFY(!isProceedLine(QByteArray())); // the parent has gone
        const Error error{Error::Code::NoSpace, u"why"_s};
        QCOMPARE(std::get<Facts>(parseWorkerLine(resultLine(std::unexpected(error)))).error(), error);
    }
};

int main(int argc, char **argv)
{
    if (argc > 2 && QByteArrayView(argv[1]) == "--misbehave")
        return misbehave(argv[2]);
    QCoreApplication application(argc, argv);
    if (argc > 2 && QByteArrayView(argv[1]) == "--inspect")
        return inspect(QString::fromLocal8Bit(argv[2]));
    TestImageWorker test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_imageworker.moc"
