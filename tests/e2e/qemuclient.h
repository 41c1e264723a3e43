// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/childprocess.h"
#include "e2e/benchnetwork.h"
#include "e2e/pckind.h"

#include <QTemporaryDir>

namespace Benchboot::E2e {

/// Takes terminal control sequences out of a console's bytes, however they are cut into pieces.
class EscapeFilter
{
public:
    [[nodiscard]] QByteArray feed(QByteArrayView bytes);

private:
    enum class State { Text, Escape, Sequence };
    State m_state = State::Text;
};

/// A PC on the bench: QEMU with real firmware, emulated in software, that boots from the network and nothing else.
class QemuClient
{
public:
    QemuClient(BenchNetwork &network, const PcKind &kind);

    /// Plugs the PC into the switch and turns it on. Its MAC address is new with each object.
    [[nodiscard]] Result<void> powerOn(BenchNetwork::Wire wire = BenchNetwork::Wire::Bench);
    /// \return whether \a text came over the serial console in time; early false where the PC goes off before.
    [[nodiscard]] bool waitForText(QByteArrayView text, std::chrono::seconds limit);
    /// Presses keys, as a serial terminal sends them: "\x1b[B" is Down, "\r" Enter.
    void type(const QByteArray &keys) { m_machine.write(keys); }
    /// \return whether the PC switched itself off in time.
    [[nodiscard]] bool waitForPowerOff(std::chrono::seconds limit);

    [[nodiscard]] const PcKind &kind() const { return m_kind; }
    [[nodiscard]] const QString &mac() const { return m_mac; } ///< lower case with colons
    [[nodiscard]] const QByteArray &console() const { return m_console; } ///< serial output without control sequences
    /// The rest of the console's first line that starts with \a tag and a space; empty where there is none.
    [[nodiscard]] QByteArray said(QByteArrayView tag) const;
    [[nodiscard]] QByteArray errors() const { return m_machine.errors(); }

private:
    [[nodiscard]] QStringList command(const QString &tap) const;
    [[nodiscard]] QString variables() const; ///< file of the firmware's own
    void readConsole();

    BenchNetwork &m_network;
    const PcKind &m_kind;
    QString m_mac;
    QTemporaryDir m_folder;
    ChildProcess m_machine;
    EscapeFilter m_filter;
    qsizetype m_taken = 0;
    QByteArray m_console;
};

} // namespace Benchboot::E2e
