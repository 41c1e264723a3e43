// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/childprocess.h"

#include <QJsonObject>
#include <QList>

namespace Benchboot::E2e {

/// The program under test.
[[nodiscard]] QString benchbootProgram();

/// Runs `benchboot ARGUMENTS…` to its end. An exit status other than 0 is an error that holds what the program said.
/// \return standard output.
[[nodiscard]] Result<QByteArray> benchboot(const QStringList &arguments);

/// JSON Lines in \a output; a last line without its end is left out.
[[nodiscard]] QList<QJsonObject> jsonLines(QByteArrayView output);

/// A running `benchboot serve --json`.
class ServeProcess
{
public:
    explicit ServeProcess(const NetworkNamespace *place = nullptr) : m_process(place) { }

    /// Starts it with \a arguments behind `serve --json`, and waits for its ready event.
    [[nodiscard]] Result<void> start(const QStringList &arguments);
    /// SIGTERM. \return whether it ended with exit status 0 in time.
    [[nodiscard]] bool stop();

    /// What it has reported so far. References stay good until the next call.
    [[nodiscard]] const QList<QJsonObject> &events();
    /// \return whether an event for which \a wanted holds came in time.
    [[nodiscard]] bool waitForEvent(const std::function<bool(const QJsonObject &)> &wanted,
                                    std::chrono::milliseconds limit);

    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] const QByteArray &output() const { return m_process.output(); }
    [[nodiscard]] const QByteArray &errors() const { return m_process.errors(); }

private:
    ChildProcess m_process;
    QList<QJsonObject> m_events;
    qsizetype m_parsed = 0;
};

} // namespace Benchboot::E2e
