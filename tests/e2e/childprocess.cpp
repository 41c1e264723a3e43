// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/childprocess.h"

#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot::E2e {

namespace {

void bind(QProcess &process, const NetworkNamespace *place)
{
    process.setChildProcessModifier([&process, place] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (const int error = place ? place->enter() : 0; error != 0)
            process.failChildProcessModifier("entering the network namespace", error);
    });
}

std::unexpected<Error> startFailure(const QStringList &command, const QProcess &process)
{
    return fail(Error::Code::Io, u"%1 could not be started: %2"_s.arg(command.first(), process.errorString()));
}

} // namespace

ChildProcess::ChildProcess(const NetworkNamespace *place, Input input)
{
    bind(m_process, place);
    if (input == Input::None)
        m_process.setStandardInputFile(QProcess::nullDevice());
    QObject::connect(&m_process, &QProcess::readyRead, &m_process, [this] { collect(); });
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process, [this] { collect(); });
}

ChildProcess::~ChildProcess()
{
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(2000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

Result<void> ChildProcess::start(const QStringList &command)
{
    m_process.start(command.first(), command.sliced(1));
    if (!m_process.waitForStarted())
        return startFailure(command, m_process);
    return {};
}

bool ChildProcess::isRunning() const { return m_process.state() != QProcess::NotRunning; }

bool ChildProcess::waitFor(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    bool met = false;
    (void)QTest::qWaitFor([&] { return (met = condition()) || !isRunning(); }, QDeadlineTimer(limit));
    return met || condition();
}

bool ChildProcess::waitForEnd(std::chrono::milliseconds limit)
{
    return QTest::qWaitFor([this] { return !isRunning(); }, QDeadlineTimer(limit));
}

void ChildProcess::collect()
{
    m_output += m_process.readAllStandardOutput();
    m_errors += m_process.readAllStandardError();
}

Result<Finished> runToEnd(const QStringList &command, const NetworkNamespace *place, const QByteArray &input,
                          std::chrono::milliseconds limit)
{
    QProcess process;
    bind(process, place);
    process.start(command.first(), command.sliced(1));
    if (!process.waitForStarted())
        return startFailure(command, process);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(int(limit.count()))) {
        process.kill();
        process.waitForFinished();
        return fail(Error::Code::LimitExceeded,
                    u"%1 did not end within %2 ms"_s.arg(command.join(u' ')).arg(limit.count()));
    }
    if (process.exitStatus() != QProcess::NormalExit)
        return fail(Error::Code::Io, u"%1 was ended by a signal"_s.arg(command.join(u' ')));
    return Finished{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Result<QByteArray> run(const QStringList &command, const NetworkNamespace *place, const QByteArray &input,
                       std::chrono::milliseconds limit)
{
    const auto finished = runToEnd(command, place, input, limit);
    if (!finished)
        return std::unexpected(finished.error());
    if (finished->exitCode != 0)
        return fail(Error::Code::Io,
                    u"%1 exited with %2: %3"_s.arg(command.join(u' '))
                        .arg(finished->exitCode)
                        .arg(QString::fromLocal8Bit(finished->errors)));
    return finished->output;
}

} // namespace Benchboot::E2e
