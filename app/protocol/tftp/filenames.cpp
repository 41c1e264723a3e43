// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/tftp/filenames.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot::Tftp {
namespace {

struct UsualMiss
{
    QLatin1StringView start;
    QLatin1StringView end;
    QLatin1StringView asker;
};

// iPXE since 2025 looks for a script beside itself; shim 15.8 and 16 for revocations and certificates; GRUB for a configuration per machine
// and for lists of modules that a network image does not need.
constexpr std::array usualMisses{
    UsualMiss{"autoexec.ipxe"_L1, ""_L1, "iPXE"_L1},        UsualMiss{"revocations"_L1, ".efi"_L1, "shim"_L1},
    UsualMiss{"shim_certificate"_L1, ".efi"_L1, "shim"_L1}, UsualMiss{"grub.cfg-"_L1, ""_L1, "GRUB"_L1},
    UsualMiss{"command.lst"_L1, ""_L1, "GRUB"_L1},          UsualMiss{"fs.lst"_L1, ""_L1, "GRUB"_L1},
    UsualMiss{"crypto.lst"_L1, ""_L1, "GRUB"_L1},           UsualMiss{"terminal.lst"_L1, ""_L1, "GRUB"_L1},
};

QString normalised(QByteArrayView requested)
{
    QByteArray name;
    name.reserve(requested.size());
    for (const char byte : requested) {
        const char c = byte == '\\' ? '/' : byte;
        if (c != '/' || (!name.isEmpty() && name.back() != '/'))
            name.append(c);
    }
    return QString::fromUtf8(name);
}

bool isStray(char byte)
{
    const auto value = quint8(byte);
    return value < 0x20 || value == 0x7f || value == 0xff;
}

} // namespace

FileNames::FileNames(const QStringList &published) : m_exact(published.cbegin(), published.cend())
{
    auto sorted = published;
    std::ranges::sort(sorted); // where two names differ in case only, every run answers the same one
    for (const auto &name : std::as_const(sorted)) {
        if (const auto folded = name.toCaseFolded(); !m_folded.contains(folded))
            m_folded.insert(folded, name);
    }
}

QString FileNames::find(QByteArrayView requested) const
{
    const auto name = lookUp(requested);
    if (name.isEmpty() && !requested.isEmpty() && isStray(requested.back()))
        return lookUp(requested.chopped(1));
    return name;
}

QString FileNames::lookUp(QByteArrayView requested) const
{
    const auto name = normalised(requested);
    return m_exact.contains(name) ? name : m_folded.value(name.toCaseFolded());
}

QString usualAskerOf(QByteArrayView requested)
{
    const auto path = normalised(requested);
    const auto name = QStringView(path).sliced(path.lastIndexOf(u'/') + 1);
    const auto found = std::ranges::find_if(usualMisses, [name](const UsualMiss &miss) {
        return name.startsWith(miss.start, Qt::CaseInsensitive) && name.endsWith(miss.end, Qt::CaseInsensitive);
    });
    return found == usualMisses.end() ? QString() : QString(found->asker);
}

} // namespace Benchboot::Tftp
