// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "e2e/networknamespace.h"

#include <QProcess>
#include <QStringList>

#include <chrono>

namespace Benchboot::E2e {

/// A program that runs beside the test, if wanted in a network namespace. It ends with this object, and by the kernel's
/// hand if the test is killed. Its output is collected while the event loop runs; the wait functions run it.
class ChildProcess
{
    Q_DISABLE_COPY_MOVE(ChildProcess)

public:
    enum class Input {
        None, ///< the program finds its standard input at its end
        Written, ///< by write()
    };

    /// \param place  must outlive this object; null: the test's own namespace.
    explicit ChildProcess(const NetworkNamespace *place = nullptr, Input input = Input::None);
    ~ChildProcess(); ///< SIGTERM; SIGKILL after two seconds

    [[nodiscard]] Result<void> start(const QStringList &command);
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); } ///< of a program that has ended by itself

    /// \return whether \a condition became true before \a limit passed and before the program ended.
    [[nodiscard]] bool waitFor(const std::function<bool()> &condition, std::chrono::milliseconds limit);
    [[nodiscard]] bool waitForEnd(std::chrono::milliseconds limit);
    void terminate() { m_process.terminate(); }
    /// To the program's standard input, which must be Input::Written. The event loop sends it.
    void write(const QByteArray &bytes) { m_process.write(bytes); }

    [[nodiscard]] const QByteArray &output() const { return m_output; } ///< standard output so far
    [[nodiscard]] const QByteArray &errors() const { return m_errors; } ///< standard error so far

private:
    void collect();

    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

/// What a program left behind that ran to its end.
struct Finished
{
    int exitCode = 0;
    QByteArray output;
    QByteArray errors;
};

/// Runs \a command to its end, feeding it \a input. A crash and a time-out are errors; any exit code is an answer.
[[nodiscard]] Result<Finished> runToEnd(const QStringList &command, const NetworkNamespace *place = nullptr,
                                        const QByteArray &input = {},
                                        std::chrono::milliseconds limit = std::chrono::minutes(1));
/// The same for commands that must exit with 0. \return their standard output.
[[nodiscard]] Result<QByteArray> run(const QStringList &command, const NetworkNamespace *place = nullptr,
                                     const QByteArray &input = {},
                                     std::chrono::milliseconds limit = std::chrono::minutes(1));

} // namespace Benchboot::E2e
