// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressprinter.h"

#include "cli/command.h"

#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {

ProgressPrinter::ProgressPrinter(QJsonObject what, bool json)
    : m_what(std::move(what)), m_json(json), m_terminal(::isatty(STDERR_FILENO) == 1)
{
    m_timer.start();
}

void ProgressPrinter::show(const ImageProgress &progress, qint64 worker)
{
    // Unpacking is counted in bytes of its own, and containers in each other one after the other.
    if (progress.bytes < m_bytes)
        m_timer.restart();
    m_bytes = progress.bytes;
    if (m_json) {
        auto line = m_what;
        line.insert(u"event"_s, u"progress"_s);
        line.insert(u"step"_s, progress.step);
        line.insert(u"path"_s, progress.file);
        line.insert(u"bytes"_s, progress.bytes);
        line.insert(u"total"_s, progress.total);
        if (worker > 0)
            line.insert(u"workerProcess"_s, worker);
        printJson(line);
    } else if (m_terminal && progress.total > 0) {
        const auto done = u"%1 %2 of %3%4"_s.arg(progress.step, sizeText(progress.bytes), sizeText(progress.total), rate(progress));
        std::fputs((u"\r\033[K"_s + done).toLocal8Bit().constData(), stderr);
    }
}

void ProgressPrinter::end() const
{
    if (m_terminal && !m_json)
        std::fputs("\r\033[K", stderr);
}

QString ProgressPrinter::rate(const ImageProgress &progress) const
{
    const auto elapsed = m_timer.elapsed();
    if (elapsed < 1000 || progress.bytes <= 0)
        return {};
    const auto left = (progress.total - progress.bytes) * elapsed / progress.bytes / 1000 + 1;
    return u", %1/s, %2 s left"_s.arg(sizeText(progress.bytes * 1000 / elapsed)).arg(left);
}

} // namespace Benchboot::Cli
