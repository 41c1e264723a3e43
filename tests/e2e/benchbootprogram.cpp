// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/benchbootprogram.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot::E2e {

QString benchbootProgram() { return QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot"); }

Result<QByteArray> benchboot(const QStringList &arguments) { return run(QStringList{benchbootProgram()} + arguments); }

QList<QJsonObject> jsonLines(QByteArrayView output)
{
    QList<QJsonObject> objects;
    for (qsizetype start = 0, end; (end = output.indexOf('\n', start)) >= 0; start = end + 1)
        objects += QJsonDocument::fromJson(output.sliced(start, end - start).toByteArray()).object();
    return objects;
}

Result<void> ServeProcess::start(const QStringList &arguments)
{
    const auto started = m_process.start(QStringList{benchbootProgram(), u"serve"_s, u"--json"_s} + arguments);
    if (!started)
        return started;
    if (!waitForEvent([](const QJsonObject &event) { return event.value("event"_L1) == "ready"_L1; }, 30s))
        return fail(Error::Code::Io,
                    u"The server did not become ready. It said: %1"_s.arg(QString::fromUtf8(output() + errors())));
    return {};
}

bool ServeProcess::stop()
{
    m_process.terminate();
    return m_process.waitForEnd(10s) && m_process.exitCode() == 0;
}

const QList<QJsonObject> &ServeProcess::events()
{
    const auto &output = m_process.output();
    const auto end = output.lastIndexOf('\n') + 1;
    m_events += jsonLines(QByteArrayView(output).sliced(m_parsed, end - m_parsed));
    m_parsed = end;
    return m_events;
}

bool ServeProcess::waitForEvent(const std::function<bool(const QJsonObject &)> &wanted, std::chrono::milliseconds limit)
{
    qsizetype looked = 0;
    const auto came = [&] {
        const auto &all = events();
        const bool found = std::any_of(all.cbegin() + looked, all.cend(), wanted);
        looked = all.size();
        return found;
    };
    return m_process.waitFor(came, limit);
}

} // namespace Benchboot::E2e
