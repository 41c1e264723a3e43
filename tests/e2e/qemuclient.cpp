// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/qemuclient.h"

#include <QFile>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

QByteArray EscapeFilter::feed(QByteArrayView bytes)
{
    QByteArray text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        switch (m_state) {
        case State::Text:
            if (c == '\x1b')
                m_state = State::Escape;
            else if (c != '\r')
                text += c;
            break;
        case State::Escape: // ESC [ begins a sequence; ESC and any other character is one
            m_state = c == '[' ? State::Sequence : State::Text;
            break;
        case State::Sequence: // ECMA-48 §5.4: parameters, then one final byte
            if (c >= '@' && c <= '~')
                m_state = State::Text;
            break;
        }
    }
    return text;
}

QemuClient::QemuClient(BenchNetwork &network, const PcKind &kind)
    : m_network(network), m_kind(kind), m_mac(u"52:54:00"_s),
      m_machine(&network.switchPlace(), ChildProcess::Input::Written)
{
    for (int i = 0; i < 3; ++i)
        m_mac += u":%1"_s.arg(QRandomGenerator::system()->bounded(256), 2, 16, QLatin1Char('0'));
}

QStringList QemuClient::command(const QString &tap) const
{
    QStringList words = m_kind.machine;
    words += {u"-accel"_s,     u"tcg,tb-size=512"_s,
              u"-nographic"_s, u"-serial"_s,
              u"stdio"_s,      u"-monitor"_s,
              u"none"_s,       u"-no-reboot"_s,
              u"-netdev"_s,    u"tap,id=n0,ifname=%1,script=no,downscript=no"_s.arg(tap),
              u"-device"_s,    u"%1,netdev=n0,mac=%2,bootindex=1"_s.arg(m_kind.card, m_mac)};
    if (!m_kind.firmware.isEmpty()) {
        // Without IPv6, or a PC that finds nothing to boot takes minutes to say so.
        words += {u"-drive"_s,  u"if=pflash,format=raw,readonly=on,file=%1"_s.arg(m_kind.firmware),
                  u"-drive"_s,  u"if=pflash,format=raw,file=%1"_s.arg(variables()),
                  u"-fw_cfg"_s, u"name=opt/org.tianocore/IPv6PXESupport,string=n"_s,
                  u"-device"_s, u"virtio-rng-pci"_s};
    }
    return words;
}

QString QemuClient::variables() const { return m_folder.filePath(u"vars.fd"_s); }

Result<void> QemuClient::powerOn(BenchNetwork::Wire wire)
{
    if (!m_kind.firmware.isEmpty()
        && (!QFile::copy(m_kind.variables, variables())
            || !QFile::setPermissions(variables(), QFile::ReadOwner | QFile::WriteOwner)))
        return fail(Error::Code::Io, u"%1 could not be copied: install its package."_s.arg(m_kind.variables));
    return m_network.addPort(m_kind.hidesMarks, wire).and_then([this](const QString &tap) {
        return m_machine.start(command(tap));
    });
}

bool QemuClient::waitForText(QByteArrayView text, std::chrono::seconds limit)
{
    const auto seen = [&] {
        readConsole();
        return m_console.contains(text);
    };
    return m_machine.waitFor(seen, limit);
}

bool QemuClient::waitForPowerOff(std::chrono::seconds limit)
{
    const bool off = m_machine.waitForEnd(limit);
    readConsole();
    return off;
}

QByteArray QemuClient::said(QByteArrayView tag) const
{
    for (const auto &line : m_console.split('\n')) {
        if (line.startsWith(tag) && line.size() > tag.size() && line.at(tag.size()) == ' ')
            return line.sliced(tag.size() + 1);
    }
    return {};
}

void QemuClient::readConsole()
{
    const auto &output = m_machine.output();
    m_console += m_filter.feed(QByteArrayView(output).sliced(m_taken));
    m_taken = output.size();
}

} // namespace Benchboot::E2e
