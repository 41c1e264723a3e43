// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/displaytext.h"

#include "session/detailtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot::DisplayText {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DisplayText)
};

struct FirmwareName
{
    Firmware firmware;
    QLatin1StringView name;
};
constexpr std::array firmwareTable{
    FirmwareName{Firmware::Bios, "BIOS"_L1},
    FirmwareName{Firmware::EfiX64, "UEFI x64"_L1},
    FirmwareName{Firmware::EfiIa32, "UEFI x86"_L1},
    FirmwareName{Firmware::EfiArm64, "UEFI ARM64"_L1},
};

} // namespace

QString size(qint64 bytes)
{
    // Whole numbers where a digit after the point would only look exact.
    const int digits = bytes < 1'000'000'000 ? 0 : 1;
    return QLocale().formattedDataSize(bytes, digits, QLocale::DataSizeSIFormat);
}

QString part(qint64 bytes, qint64 total)
{
    const double unit = total >= 1'000'000'000 ? 1e9 : total >= 1'000'000 ? 1e6 : 1e3;
    const int digits = total >= 1'000'000'000 ? 1 : 0;
    //: Done and whole of an import; the whole has its unit: "1.9 of 4.1 GB"
    return Text::tr("%1 of %2").arg(QLocale().toString(double(bytes) / unit, 'f', digits), size(total));
}

QString rate(double bytesPerSecond)
{
    const auto bytes = qint64(bytesPerSecond);
    const int digits = bytes < 100'000'000 && bytes >= 1'000'000 ? 1 : 0;
    //: A size per second
    return Text::tr("%1/s").arg(QLocale().formattedDataSize(bytes, digits, QLocale::DataSizeSIFormat));
}

QString timeLeft(qint64 seconds)
{
    if (seconds < 0)
        return {};
    if (seconds < 100)
        return Text::tr("%1 s left").arg(seconds);
    //: Minutes and seconds, "2:05 min left"
    return Text::tr("%1:%2 min left").arg(QString::number(seconds / 60), u"%1"_s.arg(seconds % 60, 2, 10, '0'_L1));
}

QString sentence(const QString &detail)
{
    const auto text = detailText(detail);
    return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
}

Firmwares firmwareOf(const LabImage &image)
{
    Firmwares all;
    for (const auto &entry : image.facts.entries)
        all |= entry.method == BootMethod::None ? Firmwares() : entry.firmware;
    return all;
}

int memoryMiB(const LabImage &image)
{
    int least = 0;
    for (const auto &entry : image.facts.entries) {
        if (entry.memoryMiB > 0 && (least == 0 || entry.memoryMiB < least))
            least = entry.memoryMiB;
    }
    return least;
}

QStringList firmwareBadges(Firmwares firmware)
{
    QStringList names;
    for (const auto &each : firmwareTable) {
        if (firmware.testFlag(each.firmware))
            names.append(each.name);
    }
    return names;
}

QString bootsOn(Firmwares firmware)
{
    const auto names = firmwareBadges(firmware);
    if (names.isEmpty())
        return Text::tr("No PC");
    if (names.size() == qsizetype(firmwareTable.size()))
        return Text::tr("All PCs");
    //: Kind of firmware, "BIOS only"
    return names.size() == 1 ? Text::tr("%1 only").arg(names.first()) : names.join(", "_L1);
}

QString menuIcon(LabMenuItem::Kind kind)
{
    switch (kind) {
    case LabMenuItem::Kind::Image:
        return u"media-optical"_s;
    case LabMenuItem::Kind::LocalDisk:
        return u"drive-harddisk"_s;
    case LabMenuItem::Kind::Shell:
        return u"utilities-terminal"_s;
    case LabMenuItem::Kind::Reboot:
        return u"system-reboot"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Benchboot::DisplayText
