// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEventLoop>
#include <QObject>

#include <functional>

namespace Benchboot::Cli {

/// Turns SIGINT and SIGTERM into a call in the main thread, as long as it lives. One at a time.
class Interrupt final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Interrupt)

public:
    explicit Interrupt(std::function<void()> onInterrupt);
    ~Interrupt() override;

private:
    std::function<void()> m_onInterrupt;
};

/// Starts \a job (which has start() and finished(result)), runs the event loop until it has finished, and hands its result over. SIGINT and
/// SIGTERM call \a cancel.
template <typename Job, typename OnResult>
void runUntilFinished(Job &job, OnResult onResult, std::function<void()> cancel)
{
    const Interrupt interrupt(std::move(cancel));
    QEventLoop loop;
    QObject::connect(&job, &Job::finished, &loop, [&](const auto &result) {
        onResult(result);
        loop.quit();
    });
    // From within the loop: a job that fails at once must find it running.
    QMetaObject::invokeMethod(&job, &Job::start, Qt::QueuedConnection);
    loop.exec();
}

} // namespace Benchboot::Cli
