// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/benchbootprogram.h"
#include "e2e/rescueimage.h"
#include "e2e/verifyresult.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Benchboot;
using namespace Benchboot::E2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 bigPayloadBytes = 1 << 30;
constexpr qint64 smallPayloadBytes = 24 << 20;

enum Victim {
    Worker = 1,
    Parent = 2,
    Both = Worker | Parent,
};

/// Whether a process with this id runs; one that has ended but was not yet reaped does not.
bool runs(qint64 process) { return !QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(process)).isEmpty(); }

/// Whether a process reads and writes only when nobody else wants to (ioprio_get(2): class idle).
bool isIdle(qint64 process) { return ::syscall(SYS_ioprio_get, 1, int(process)) >> 13 == 3; }

} // namespace

/// What is left of a lab when imports are killed, and when several programs work on it at once.
class TestKillImport : public QObject
{
    Q_OBJECT

private:
    QString m_image;
    QString m_lab;

    Result<QStringList> imageIds() const
    {
        return benchboot({u"images"_s, u"--json"_s, u"--lab"_s, m_lab}).transform([](const QByteArray &output) {
            QStringList ids;
            for (const auto &image : jsonLines(output))
                ids += image.value("id"_L1).toString();
            return ids;
        });
    }

    QStringList leftovers() const
    {
        return QDir(m_lab + u"/www/images"_s).entryList({u".incoming-*"_s, u".replaced-*"_s}, QDir::Dirs | QDir::Files | QDir::Hidden);
    }

    /// Starts an import, and kills \a victim as soon as \a elevenths / 11 of it are reported.
    void killImport(Victim victim, int elevenths, const QStringList &options = {})
    {
        ChildProcess import;
        VERIFY_RESULT(import.start(QStringList{benchbootProgram(), u"import"_s, u"--json"_s, u"--lab"_s, m_lab, m_image} + options));
        QJsonObject progress;
        const auto isFarEnough = [&] {
            for (const auto &event : jsonLines(import.output())) {
                if (event.value("event"_L1) == "progress"_L1)
                    progress = event;
            }
            const auto total = progress.value("total"_L1).toInteger();
            return total > 0 && progress.value("bytes"_L1).toInteger() * 11 >= total * elevenths;
        };
        QVERIFY2(import.waitFor(isFarEnough, 60s), (import.output() + import.errors()).constData());
        const auto worker = progress.value("workerProcess"_L1).toInteger();
        QVERIFY(worker > 1);
        if (victim & Worker)
            ::kill(pid_t(worker), SIGKILL);
        if (victim & Parent)
            ::kill(pid_t(import.processId()), SIGKILL);
        QVERIFY(import.waitForEnd(10s));
        QVERIFY(QTest::qWaitFor([&] { return !runs(worker); }, 5s)); // it dies with its parent
        if (import.exitCode() == 1)
            QVERIFY2(import.errors().startsWith("benchboot: "), import.errors().constData());
    }

    /// The lab is as it should be between two imports. \a whole is set to whether it holds an image.
    void checkLab(bool *whole)
    {
        const auto ids = imageIds();
        VERIFY_RESULT(ids);
        QVERIFY(ids->size() <= 1);
        QCOMPARE(leftovers(), QStringList());
        VERIFY_RESULT(benchboot({u"verify"_s, u"--lab"_s, m_lab}));
        *whole = !ids->isEmpty();
        if (*whole)
            VERIFY_RESULT(benchboot({u"remove"_s, ids->first(), u"--lab"_s, m_lab}));
    }

private Q_SLOTS:
    void killed_data()
    {
        QTest::addColumn<int>("victim");
        QTest::newRow("worker") << int(Worker);
        QTest::newRow("parent") << int(Parent);
        QTest::newRow("both") << int(Both);
    }
    void killed()
    {
        QFETCH(int, victim);
        const QTemporaryDir folder;
        const auto image = makeRescueImage(folder.path(), bigPayloadBytes);
        VERIFY_RESULT(image);
        m_image = image->path;
        m_lab = folder.filePath(u"lab"_s);
        bool whole = false;
        int interrupted = 0;
        for (int elevenths = 1; elevenths <= 10; ++elevenths) {
            killImport(Victim(victim), elevenths);
            if (!QTest::currentTestFailed())
                checkLab(&whole);
            if (QTest::currentTestFailed())
                return;
            interrupted += whole ? 0 : 1;
        }
        QVERIFY2(interrupted >= 8, "most imports were over before they could be killed"); // or nothing was tried here
        VERIFY_RESULT(benchboot({u"import"_s, u"--lab"_s, m_lab, m_image}));
        checkLab(&whole);
        QVERIFY(whole);
    }

    /// The image that is replaced is whole at every moment, and keeps its id.
    void killedWhileReplacing()
    {
        const QTemporaryDir folder;
        const auto image = makeRescueImage(folder.path(), bigPayloadBytes / 4);
        VERIFY_RESULT(image);
        m_image = image->path;
        m_lab = folder.filePath(u"lab"_s);
        VERIFY_RESULT(benchboot({u"import"_s, u"--lab"_s, m_lab, m_image}));
        const auto before = imageIds();
        VERIFY_RESULT(before);
        for (int elevenths = 1; elevenths <= 11; ++elevenths) { // the last when all is copied, and about to be exchanged
            killImport(Both, elevenths, {u"--if-present"_s, u"replace"_s});
            if (QTest::currentTestFailed())
                return;
            QCOMPARE(imageIds().value_or(QStringList()), *before);
            QCOMPARE(leftovers(), QStringList());
            VERIFY_RESULT(benchboot({u"verify"_s, u"--lab"_s, m_lab}));
        }
    }

    /// Another program that serves booting PCs holds this lock.
    void stepsBackWhilePcsBoot()
    {
        const QTemporaryDir folder;
        const auto image = makeRescueImage(folder.path(), bigPayloadBytes);
        VERIFY_RESULT(image);
        m_lab = folder.filePath(u"lab"_s);
        VERIFY_RESULT(benchboot({u"images"_s, u"--lab"_s, m_lab})); // makes the lab
        QFile booting(m_lab + u"/booting.lock"_s);
        QVERIFY(booting.open(QIODevice::ReadWrite));
        struct flock lock{};
        lock.l_type = F_RDLCK;
        QCOMPARE(::fcntl(booting.handle(), F_OFD_SETLK, &lock), 0);
        ChildProcess import;
        VERIFY_RESULT(import.start({benchbootProgram(), u"import"_s, u"--json"_s, u"--lab"_s, m_lab, image->path}));
        qint64 worker = 0;
        const auto isRunning = [&] {
            for (const auto &event : jsonLines(import.output()))
                worker = event.value("workerProcess"_L1).toInteger(worker);
            return worker > 0;
        };
        QVERIFY2(import.waitFor(isRunning, 60s), import.errors().constData());
        ::kill(pid_t(worker), SIGSTOP); // so that it does not end before it was looked at
        QVERIFY(QTest::qWaitFor([&] { return isIdle(worker); }, 10s));
        booting.close();
        QVERIFY(QTest::qWaitFor([&] { return !isIdle(worker); }, 10s));
        ::kill(pid_t(worker), SIGCONT);
        QVERIFY(import.waitForEnd(60s));
        QVERIFY2(import.exitCode() == 0, import.errors().constData());
    }

    /// Two imports, a setting and a running server: every one of them has its way, and the server follows.
    void atTheSameTime()
    {
        const QTemporaryDir base;
        m_lab = base.filePath(u"lab"_s);
        auto place = NetworkNamespace::create();
        VERIFY_RESULT(place);
        VERIFY_RESULT(run({u"ip"_s, u"link"_s, u"set"_s, u"lo"_s, u"up"_s}, &*place));
        QStringList images;
        for (const auto *name : {"one", "two"}) {
            const auto folder = base.filePath(QLatin1StringView(name));
            QDir().mkpath(folder);
            const auto image = makeRescueImage(folder, smallPayloadBytes);
            VERIFY_RESULT(image);
            images += image->path;
        }

        ServeProcess server(&*place);
        VERIFY_RESULT(server.start({u"--lab"_s, m_lab, u"--interface"_s, u"lo"_s}));
        ChildProcess one;
        ChildProcess two;
        ChildProcess setting;
        const QStringList import{benchbootProgram(), u"import"_s, u"--lab"_s, m_lab};
        VERIFY_RESULT(one.start(import + QStringList{images[0]}));
        VERIFY_RESULT(two.start(import + QStringList{images[1]}));
        VERIFY_RESULT(setting.start({benchbootProgram(), u"settings"_s, u"--lab"_s, m_lab, u"menu.timeout=7"_s}));
        for (auto *process : {&one, &two, &setting}) {
            QVERIFY(process->waitForEnd(60s));
            QVERIFY2(process->exitCode() == 0, process->errors().constData());
        }

        const auto ids = imageIds();
        VERIFY_RESULT(ids);
        QCOMPARE(ids->size(), 2);
        const auto announced = [&] {
            const auto menu
                = run({u"curl"_s, u"-fsS"_s, u"http://127.0.0.1:8080/menu.ipxe"_s}, &*place).value_or(QByteArray());
            return menu.contains(ids->at(0).toUtf8()) && menu.contains(ids->at(1).toUtf8()) && menu.contains("7000");
        };
        QVERIFY(QTest::qWaitFor(announced, 10s));
        QVERIFY(server.waitForEvent([](const auto &event) { return event.value("event"_L1) == "lab-changed"_L1; }, 0s));
        VERIFY_RESULT(benchboot({u"verify"_s, u"--lab"_s, m_lab}));
        QVERIFY(server.stop());
        QCOMPARE(server.errors(), QByteArray());
    }
};

int main(int argc, char *argv[])
{
    if (const auto rights = obtainNetworkRights(); !rights) {
        qCritical().noquote() << rights.error().detail;
        return 1;
    }
    const QCoreApplication app(argc, argv);
    TestKillImport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killimport.moc"
