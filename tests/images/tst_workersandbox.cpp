// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/breakouts.h"
#include "images/imageworker.h"
#include "images/isofixture.h"
#include "images/takenover.h"
#include "images/udffixture.h"
#include "images/workersandbox.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QtTest>

#include <csignal>

#include <unistd.h>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

using Unfenced = Breakout::Unfenced;

constexpr unsigned int nobody = 65534;

/// A folder with all that Ground names, owned by \a user.
class GroundFolder
{
public:
    explicit GroundFolder(unsigned int user)
    {
        const Ground places(path());
        for (const auto &folder : {places.home, places.staging, places.recipes + "/overlays/net", path() + "/images"})
            QDir().mkpath(QFile::decodeName(folder));
        for (const auto &file :
             {places.secret, places.labFile, places.neighbour, places.recipes + "/overlays/net/hello"})
            writeFile(QFile::decodeName(file), "secret");
        writeFile(QFile::decodeName(places.recipes + "/mine.toml"), "id = \"mine\"\n");
        writeFile(QFile::decodeName(places.image), QByteArray(100'000, 'i'));
        QFile::link(QFile::decodeName(places.secret), QFile::decodeName(places.staging + "/leak"));
        QDirIterator all(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext())
            m_owned = ::lchown(QFile::encodeName(all.next()).constData(), user, user) == 0 && m_owned;
        m_owned = ::chown(path().constData(), user, user) == 0 && m_owned;
    }
    [[nodiscard]] QByteArray path() const { return QFile::encodeName(m_folder.path()); }
    [[nodiscard]] bool isGood() const { return m_folder.isValid() && m_owned; }

private:
    QTemporaryDir m_folder;
    bool m_owned = true;
};

struct Outcome
{
    bool worked = false;
    QByteArray how;
};

/// \param fence  as of actAsImporter().
Outcome runAttempt(const Breakout &what, const QString &fence, unsigned int user)
{
    const bool fenced = fence != u"free";
    const GroundFolder folder(user);
    if (!folder.isGood())
        return {fenced, "the ground could not be laid"};
    QProcess process;
    process.start(
        QCoreApplication::applicationFilePath(),
        {u"--try"_s, QString::fromLatin1(what.name), fence, QString::number(user), QFile::decodeName(folder.path())});
    if (!process.waitForFinished())
        return {fenced, "it did not end"};
    if (process.exitStatus() == QProcess::CrashExit)
        return {false, "killed by signal " + QByteArray::number(process.exitCode())};
    if (process.exitCode() == TakenOver::odd)
        return {fenced, "the sandbox could not be entered; " + process.readAllStandardError()};
    return {process.exitCode() == 0, "exit status " + QByteArray::number(process.exitCode())};
}

/// Rows of \a table, for the user of this test and, where that is root, for one without rights.
void addRows(std::span<const Breakout> table)
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<unsigned int>("user");
    for (const auto &what : table) {
        QTest::addRow("%s", what.name) << QByteArray(what.name) << ::geteuid();
        if (::geteuid() == 0)
            QTest::addRow("%s, as nobody", what.name) << QByteArray(what.name) << nobody;
    }
}

QString makeUdf(const QTemporaryDir &folder)
{
    UdfFixture udf;
    udf.add(u"Müller"_s, kernelImage({}));
    const auto path = folder.filePath(u"x.udf"_s);
    writeFile(path, udf.make());
    return path;
}

Result<ImageFacts> importByWorker(const QString &image, const QString &staging, const QStringList &arguments)
{
    ImageWorker worker({.kind = ImageTask::Kind::Import, .file = image, .stagingFolder = staging});
    worker.setProgram(QCoreApplication::applicationFilePath(), arguments);
    QSignalSpy finished(&worker, &ImageWorker::finished);
    QObject::connect(&worker, &ImageWorker::recognised, &worker, &ImageWorker::proceed);
    worker.start();
    if (!finished.wait(60'000))
        return fail(Error::Code::Busy, u"no answer"_s);
    return finished.first().first().value<Result<ImageFacts>>();
}

} // namespace

class TestWorkerSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto means = sandboxMeans();
        QVERIFY2(
            means.isWhole(),
            "These tests need a kernel with Landlock (lsm=landlock,…) and seccomp, and a container that allows both");
    }

    /// Shows that the attempts are in earnest: without the sandbox they work.
    void attemptWorksUnfenced_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<unsigned int>("user");
        for (const auto &what : breakouts()) {
            if (what.unfenced != Unfenced::Depends)
                QTest::addRow("%s", what.name) << QByteArray(what.name) << ::geteuid();
            if (what.unfenced == Unfenced::Works && ::geteuid() == 0)
                QTest::addRow("%s, as nobody", what.name) << QByteArray(what.name) << nobody;
        }
    }
    void attemptWorksUnfenced()
    {
        QFETCH(QByteArray, name);
        QFETCH(unsigned int, user);
        const auto outcome = runAttempt(*findAttempt(name), u"free"_s, user);
        QVERIFY2(outcome.worked, outcome.how.constData());
    }

    void breakoutFails_data() { addRows(breakouts()); }
    void breakoutFails()
    {
        QFETCH(QByteArray, name);
        QFETCH(unsigned int, user);
        const auto outcome = runAttempt(*findAttempt(name), u"fenced"_s, user);
        QVERIFY2(!outcome.worked, outcome.how.constData());
    }

    void honestWorkGoesOn_data() { addRows(honestWork()); }
    void honestWorkGoesOn()
    {
        QFETCH(QByteArray, name);
        QFETCH(unsigned int, user);
        const auto outcome = runAttempt(*findAttempt(name), u"fenced"_s, user);
        QVERIFY2(outcome.worked, outcome.how.constData());
    }

    /// What it unpacks to, it has open before.
    void inspectionMakesNoFiles()
    {
        const auto &reading = *findAttempt("read the image");
        const auto &writing = *findAttempt("copy into the staging folder");
        QVERIFY(runAttempt(reading, u"inspecting"_s, ::geteuid()).worked);
        QVERIFY(runAttempt(writing, u"fenced"_s, ::geteuid()).worked);
        QCOMPARE(runAttempt(writing, u"inspecting"_s, ::geteuid()).how, "exit status 1");
    }

    /// Whoever starts a program kills the process, so that nothing more of the attack runs.
    void attackIsKilled_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const auto *name : {"run a program", "run a program from memory", "trace its parent", "signal its parent",
                                 "set up an io_uring", "mount"})
            QTest::newRow(name) << QByteArray(name);
    }
    void attackIsKilled()
    {
        QFETCH(QByteArray, name);
        QCOMPARE(runAttempt(*findAttempt(name), u"fenced"_s, ::geteuid()).how,
                 "killed by signal " + QByteArray::number(SIGSYS));
    }

    void weakerKernelsImportAllTheSame_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::addColumn<bool>("landlock");
        QTest::addColumn<bool>("seccomp");
        QTest::newRow("nothing is missing") << u"nothing"_s << true << true;
        QTest::newRow("no Landlock") << u"landlock"_s << false << true;
        QTest::newRow("no seccomp") << u"seccomp"_s << true << false;
        QTest::newRow("neither") << u"landlock seccomp"_s << false << false;
    }
    void weakerKernelsImportAllTheSame()
    {
        QFETCH(QString, missing);
        QFETCH(bool, landlock);
        QFETCH(bool, seccomp);
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        const QTemporaryDir staging;
        const auto facts = importByWorker(fixture.make(), staging.path(), {u"--import-without"_s, missing});
        QVERIFY2(facts, qPrintable(why(facts)));
        QVERIFY(QFileInfo::exists(staging.filePath(u"sysrcd.dat"_s)));
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--means-without"_s, missing});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput(),
                 QByteArray(landlock ? "landlock " : "") + (seccomp ? "seccomp " : ""));
    }

    /// Names and files of each kind of container come through, with all that libraries load for them late.
    void everyContainerIsReadInside_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("Rock Ridge") << QStringList{u"-R"_s};
        QTest::newRow("Joliet") << QStringList{u"-J"_s};
        QTest::newRow("UDF") << QStringList();
    }
    void everyContainerIsReadInside()
    {
        QFETCH(QStringList, arguments);
        IsoFixture fixture;
        fixture.addKernel(u"Müller"_s);
        const QTemporaryDir folder;
        const auto image = arguments.isEmpty() ? makeUdf(folder) : fixture.make(arguments);
        QTemporaryDir recipes;
        writeFile(
            recipes.filePath(u"r.toml"_s),
            "id = \"mine\"\nname = \"Mine\"\nrecognise = { files = \"müller\" }\nentries = { kernel = \"müller\" }\n");
        ImageWorker worker({.file = image, .recipeFolders = {recipes.path()}});
        QSignalSpy finished(&worker, &ImageWorker::finished);
        worker.start();
        QVERIFY(finished.wait(60'000));
        const auto facts = finished.first().first().value<Result<ImageFacts>>();
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, u"mine"_s);
    }

    /// What a program of today may have there; the worker can read all that it is started with.
    void environmentHoldsNoSecrets()
    {
        for (const auto *name : {"AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "SSH_AUTH_SOCK", "http_proxy"})
            qputenv(name, "secret");
        qputenv("LC_CTYPE", "C.UTF-8");
        IsoFixture fixture;
        addSystemRescueCd(fixture);
        const QTemporaryDir staging;
        ImageWorker worker({.kind = ImageTask::Kind::Import, .file = fixture.make(), .stagingFolder = staging.path()});
        QSignalSpy recognised(&worker, &ImageWorker::recognised);
        worker.start();
        QVERIFY(recognised.wait(60'000)); // it is in its sandbox, and waits
        const auto environment = readFile(u"/proc/%1/environ"_s.arg(worker.processId())).split('\0');
        for (const auto *name : {"AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "SSH_AUTH_SOCK", "http_proxy"})
            qunsetenv(name);
        QVERIFY(environment.contains("LC_CTYPE=C.UTF-8"));
        static const QRegularExpression known(
            u"^(LANG|LC_ALL|LC_CTYPE|TZ|LD_LIBRARY_PATH|QT_LOGGING_RULES|[A-Z]+SAN_OPTIONS)=|^$"_s);
        for (const auto &variable : environment)
            QVERIFY2(known.match(QString::fromUtf8(variable)).hasMatch(), variable.constData());
    }

    void folderInTheImagesPlaceIsNamed()
    {
        const QTemporaryDir folder;
        const auto facts = importByWorker(folder.path(), folder.path(), {u"--image-worker"_s});
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::InvalidArgument);
    }
};

int main(int argc, char **argv)
{
    if (const auto status = actAsImporter(argc, argv))
        return *status;
    QCoreApplication application(argc, argv);
    TestWorkerSandbox test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_workersandbox.moc"
