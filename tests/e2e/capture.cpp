// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/capture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot::E2e {

namespace {

/// Reading a boot's traffic is work for a busy machine.
constexpr auto readLimit = 120s;

Result<QByteArray> packets(const QString &file, const QString &filter)
{
    const auto finished
        = runToEnd({u"tshark"_s, u"-n"_s, u"-r"_s, file, u"-Y"_s, filter}, nullptr, {}, readLimit);
    if (!finished)
        return std::unexpected(finished.error());
    if (finished->exitCode != 0)
        return fail(Error::Code::Io, u"tshark: %1"_s.arg(QString::fromUtf8(finished->errors)));
    return finished->output;
}

} // namespace

Result<void> Capture::start(QStringView card, QStringView filter)
{
    // --immediate-mode, or the last second is not in the file; -Z root: there may be no other user in this namespace.
    const auto started = m_process.start({u"tcpdump"_s, u"-i"_s, card.toString(), u"-n"_s, u"--immediate-mode"_s,
                                          u"-B"_s, u"16384"_s, u"-Z"_s, u"root"_s, u"-w"_s, m_file, filter.toString()});
    if (!started)
        return started;
    if (!m_process.waitFor([this] { return m_process.errors().contains("listening on"); }, 20s))
        return fail(Error::Code::Io,
                    u"tcpdump did not start: %1"_s.arg(QString::fromLocal8Bit(m_process.errors())));
    return {};
}

Result<void> Capture::stop()
{
    m_process.terminate();
    if (!m_process.waitForEnd(20s) || m_process.exitCode() != 0)
        return fail(Error::Code::Io,
                    u"tcpdump did not end well: %1"_s.arg(QString::fromLocal8Bit(m_process.errors())));
    return {};
}

Result<void> checkSentPackets(const QString &file, QStringView address)
{
    const auto ours = u"ip.src == %1"_s.arg(address);
    const auto sent = packets(file, ours + u" && dhcp"_s);
    if (!sent)
        return std::unexpected(sent.error());
    if (sent->isEmpty())
        return fail(Error::Code::NotFound, u"%1 holds no DHCP packet from %2."_s.arg(file, address));
    return packets(file, ours + u" && (_ws.malformed || _ws.expert.severity == error)"_s)
        .and_then([](const QByteArray &wrong) -> Result<void> {
            if (!wrong.isEmpty())
                return fail(Error::Code::Mismatch, u"tshark objects to:\n%1"_s.arg(QString::fromUtf8(wrong)));
            return {};
        });
}

} // namespace Benchboot::E2e
