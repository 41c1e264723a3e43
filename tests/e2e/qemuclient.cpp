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

QemuClient::Kind QemuClient::kindFromName(QStringView name)
{
    if (name == u"bios-pxe")
        return Kind::BiosPxe;
    return name == u"uefi-x64" ? Kind::UefiX64 : Kind::BiosIpxe;
}

QemuClient::QemuClient(BenchNetwork &network, Kind kind)
    : m_network(network), m_kind(kind), m_mac(u"52:54:00"_s), m_machine(&network.switchPlace())
{
    for (int i = 0; i < 3; ++i)
        m_mac += u":%1"_s.arg(QRandomGenerator::system()->bounded(256), 2, 16, QLatin1Char('0'));
}

QStringList QemuClient::command(const QString &tap) const
{
    QStringList words{u"qemu-system-x86_64"_s,
                      u"-machine"_s,
                      u"pc"_s,
                      u"-m"_s,
                      u"768"_s,
                      u"-accel"_s,
                      u"tcg,tb-size=512"_s,
                      u"-nographic"_s,
                      u"-serial"_s,
                      u"stdio"_s,
                      u"-monitor"_s,
                      u"none"_s,
                      u"-no-reboot"_s,
                      u"-netdev"_s,
                      u"tap,id=n0,ifname=%1,script=no,downscript=no"_s.arg(tap)};
    if (m_kind == Kind::UefiX64) {
        // romfile=: without it QEMU plugs in an iPXE driver, and EDK2's own PXE client is never seen.
        words += {u"-drive"_s,  u"if=pflash,format=raw,readonly=on,file=/usr/share/OVMF/OVMF_CODE_4M.fd"_s,
                  u"-drive"_s,  u"if=pflash,format=raw,file=%1"_s.arg(m_folder.filePath(u"vars.fd"_s)),
                  u"-fw_cfg"_s, u"name=opt/org.tianocore/IPv6PXESupport,string=n"_s,
                  u"-device"_s, u"virtio-rng-pci"_s,
                  u"-device"_s, u"virtio-net-pci,romfile=,netdev=n0,mac=%1,bootindex=1"_s.arg(m_mac)};
    } else {
        words += {u"-device"_s, u"e1000,netdev=n0,mac=%1,bootindex=1"_s.arg(m_mac)};
    }
    return words;
}

Result<void> QemuClient::powerOn()
{
    if (m_kind == Kind::UefiX64) {
        const auto variables = u"/usr/share/OVMF/OVMF_VARS_4M.fd"_s;
        const auto own = m_folder.filePath(u"vars.fd"_s);
        if (!QFile::copy(variables, own) || !QFile::setPermissions(own, QFile::ReadOwner | QFile::WriteOwner))
            return fail(Error::Code::Io, u"%1 could not be copied: install ovmf."_s.arg(variables));
    }
    return m_network.addPort(m_kind == Kind::BiosPxe).and_then([this](const QString &tap) {
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
