// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "e2e/childprocess.h"

#include <QByteArray>
#include <QString>

namespace Benchboot::E2e {

/// A recording of what crosses a card, by tcpdump(1).
class Capture
{
public:
    static constexpr QStringView dhcpOnly = u"udp port 67 or udp port 68 or udp port 4011";
    static constexpr QStringView everything = u"ip";

    /// \param file  that is made; pcap format.
    Capture(const NetworkNamespace &place, QString file) : m_process(&place), m_file(std::move(file)) { }

    /// \param filter  pcap-filter(7).
    [[nodiscard]] Result<void> start(QStringView card, QStringView filter);
    /// Ends the recording. The file is complete after that.
    [[nodiscard]] Result<void> stop();
    [[nodiscard]] const QString &file() const { return m_file; }

private:
    ChildProcess m_process;
    QString m_file;
};

/// Looks at the packets in a capture \a file that were sent from \a address with the eyes of tshark(1).
/// \return an error that lists those which it calls malformed or wrong, or says that there are none at all.
[[nodiscard]] Result<void> checkSentPackets(const QString &file, QStringView address);

} // namespace Benchboot::E2e
