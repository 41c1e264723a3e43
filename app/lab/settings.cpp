// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/settings.h"

#include "core/ipv4.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using Type = SettingSpec::Type;

bool isOneLine(const QString &value)
{
    return std::ranges::none_of(value, [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isFileName(const QString &value)
{
    return !value.isEmpty() && !value.startsWith(u'.') && std::ranges::all_of(value, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
    });
}

bool isLoaderName(const QString &value) { return std::ranges::all_of(value.split(u'/'), isFileName); }

} // namespace

const QList<SettingSpec> &settingSpecs()
{
    static const QList<SettingSpec> specs{
        {u"network.interface"_s,
         Type::Text,
         {},
         0,
         0,
         u"Network card that the PCs are connected to, e.g. enp0s31f6. Several have commas between them."_s},
        {u"network.subnet"_s,
         Type::Subnet,
         {},
         0,
         0,
         u"Subnet whose PCs are served, e.g. 172.16.0.0/16. Empty: the card's own."_s},
        {u"network.subnets"_s,
         Type::Subnets,
         {},
         0,
         0,
         u"Further subnets whose PCs are served, with commas between: those that a DHCP relay forwards from."_s},
        {u"http.port"_s, Type::Number, u"8080"_s, 1, 65535, u"TCP port of the HTTP server (1–65535)."_s},
        {u"menu.title"_s, Type::Text, u"Benchboot"_s, 0, 0, u"Headline of the boot menu."_s},
        {u"menu.timeout"_s, Type::Number, u"10"_s, 0, 3600,
         u"Seconds until the default entry starts by itself (0–3600). 0: the menu waits."_s},
        {u"menu.default"_s,
         Type::MenuItem,
         {},
         0,
         0,
         u"Entry that starts by itself: the id of an image, local, shell or reboot. Empty: the first image."_s},
        {u"keyboard"_s,
         Type::Text,
         {},
         0,
         0,
         u"Keyboard layout for systems that take one, e.g. us, de, fr. Empty: the system's own."_s},
        {u"language"_s,
         Type::Text,
         {},
         0,
         0,
         u"Language for systems that take one, e.g. en_US.UTF-8. Empty: the system's own."_s},
        {u"console"_s, Type::Text, {}, 0, 0, u"Kernel console, e.g. ttyS0,115200. Empty: the screen."_s},
        {u"loader.bios"_s, Type::Text, u"undionly.kpxe"_s, 0, 0, u"Boot loader for BIOS (architecture 0)."_s},
        {u"loader.efi-ia32"_s, Type::Text, u"snponly-ia32.efi"_s, 0, 0,
         u"Boot loader for UEFI x86 (architectures 2 and 6)."_s},
        {u"loader.efi-x64"_s, Type::Text, u"snponly.efi"_s, 0, 0,
         u"Boot loader for UEFI x64 (architectures 7, 8 and 9)."_s},
        {u"loader.efi-arm64"_s, Type::Text, u"ipxe-arm64.efi"_s, 0, 0,
         u"Boot loader for UEFI ARM64 (architecture 11)."_s},
    };
    return specs;
}

const SettingSpec *settingSpec(const QString &key)
{
    const auto &specs = settingSpecs();
    const auto found = std::ranges::find(specs, key, &SettingSpec::key);
    return found == specs.end() ? nullptr : &*found;
}

Result<void> checkSetting(const SettingSpec &spec, const QString &value)
{
    const auto refuse = [&](const QString &why) {
        return fail(Error::Code::InvalidArgument, u"%1 cannot be “%2”: %3"_s.arg(spec.key, value, why));
    };
    if (value.isEmpty())
        return {};
    if (!isOneLine(value) || value.size() > 255)
        return refuse(u"it must be one line of at most 255 characters"_s);
    switch (spec.type) {
    case Type::Number: {
        bool ok = false;
        const qint64 number = value.toLongLong(&ok);
        if (!ok || number < spec.minimum || number > spec.maximum)
            return refuse(u"it must be a whole number from %1 to %2"_s.arg(spec.minimum).arg(spec.maximum));
        return {};
    }
    case Type::Subnet:
        if (const auto subnet = Subnet::parse(value); !subnet)
            return refuse(subnet.error().detail);
        return {};
    case Type::Subnets:
        for (const auto &part : listOf(value)) {
            if (const auto subnet = Subnet::parse(part); !subnet)
                return refuse(subnet.error().detail);
        }
        return {};
    case Type::Text:
    case Type::MenuItem:
        if (spec.key.startsWith(u"loader.") && !isLoaderName(value))
            return refuse(u"a loader is a file name of letters, digits, dots, hyphens and underscores"_s);
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList listOf(const QString &value)
{
    QStringList parts;
    for (const auto part : QStringView(value).split(u',')) {
        if (const auto word = part.trimmed(); !word.isEmpty())
            parts.append(word.toString());
    }
    return parts;
}

const QList<LoaderSlot> &loaderSlots()
{
    // RFC 4578 swaps 7 and 9 against practice, so both mean x64; 2 and 8 follow the same rule of thumb (nothing else is ever sent with them).
    static const QList<LoaderSlot> loaderTable{
        // The chosen loaders drive the card through the firmware; the alternatives have drivers of their own, for firmware whose driver fails.
        {u"loader.bios"_s, {0}, u"BIOS"_s, {}, {u"undionly.kpxe"_s, u"ipxe.pxe"_s}},
        {u"loader.efi-ia32"_s, {2, 6}, u"UEFI x86"_s, {15}, {u"snponly-ia32.efi"_s, u"ipxe-ia32.efi"_s}},
        {u"loader.efi-x64"_s, {7, 8, 9}, u"UEFI x64"_s, {16}, {u"snponly.efi"_s, u"ipxe.efi"_s}},
        {u"loader.efi-arm64"_s, {11}, u"UEFI ARM64"_s, {19}, {u"snponly-arm64.efi"_s, u"ipxe-arm64.efi"_s}},
    };
    return loaderTable;
}

} // namespace Benchboot
