// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clienttext.h"

#include "ui/models/displaytext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Benchboot::ClientText {
namespace {

/// The translation context of this file.
struct ClientWords
{
    Q_DECLARE_TR_FUNCTIONS(ClientText)
};

QString clockTime(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms).time().toString(u"HH:mm"_s); }

bool isSilent(const BenchClient &client, qint64 nowMs)
{
    return !client.isBooting() && client.stage != BootStage::Menu && client.stage != BootStage::Up
        && nowMs - client.lastMs >= BenchClient::quietMs;
}

} // namespace

QString name(const BenchClient &client) { return client.name.isEmpty() ? ClientWords::tr("Unknown PC") : client.name; }

QString stage(BootStage stage)
{
    switch (stage) {
    case BootStage::Found:
        return ClientWords::tr("Found", "stage of a boot");
    case BootStage::Loader:
        return ClientWords::tr("Loader", "stage of a boot");
    case BootStage::Ipxe:
        return ClientWords::tr("iPXE", "stage of a boot");
    case BootStage::Menu:
        return ClientWords::tr("Menu", "stage of a boot");
    case BootStage::Kernel:
        return ClientWords::tr("Kernel", "stage of a boot");
    case BootStage::Initrd:
        return ClientWords::tr("Initrd", "stage of a boot");
    case BootStage::System:
        return ClientWords::tr("System", "stage of a boot");
    case BootStage::Up:
        return ClientWords::tr("Up", "stage of a boot");
    }
    Q_UNREACHABLE_RETURN({});
}

bool needsAttention(const BenchClient &client) { return !client.trouble.isEmpty(); }

Semantic::Role role(const BenchClient &client, qint64 nowMs)
{
    if (needsAttention(client))
        return Semantic::Role::Warning;
    if (client.stage == BootStage::Up)
        return Semantic::Role::Ok;
    return isSilent(client, nowMs) ? Semantic::Role::Idle : Semantic::Role::Working;
}

QString verdict(const BenchClient &client)
{
    if (needsAttention(client))
        return ClientWords::tr("Needs attention");
    if (!client.goal.isEmpty())
        return client.goal;
    switch (client.stage) {
    case BootStage::Found:
        return ClientWords::tr("Found");
    case BootStage::Loader:
        return ClientWords::tr("Loading iPXE");
    case BootStage::Ipxe:
        return ClientWords::tr("iPXE is starting");
    case BootStage::Menu:
        return ClientWords::tr("In the menu");
    default:
        return ClientWords::tr("Booting");
    }
}

QString progress(const BenchClient &client, qint64 nowMs)
{
    if (client.isBooting() && client.total > 0)
        return DisplayText::part(client.bytes, client.total);
    if (client.stage == BootStage::Up)
        return ClientWords::tr("Up since %1").arg(clockTime(client.stageMs));
    if (isSilent(client, nowMs))
        return ClientWords::tr("Silent since %1").arg(clockTime(client.lastMs));
    switch (client.stage) {
    case BootStage::Found:
        return ClientWords::tr("Waiting for it to fetch the loader");
    case BootStage::Loader:
        return ClientWords::tr("Loader delivered, waiting for iPXE");
    case BootStage::Ipxe:
        return ClientWords::tr("Waiting for it to ask for the menu");
    case BootStage::Menu:
        return ClientWords::tr("Waiting for a choice at the PC");
    default:
        return ClientWords::tr("Waiting for the next file");
    }
}

int percent(const BenchClient &client)
{
    return client.total > 0 ? int(std::clamp<qint64>(client.bytes * 100 / client.total, 0, 100)) : -1;
}

QString timeLeft(const BenchClient &client)
{
    if (client.bytesPerSecond <= 0 || client.total <= 0)
        return {};
    return DisplayText::timeLeft(qint64(std::ceil(double(client.total - client.bytes) / client.bytesPerSecond)));
}

QString elapsed(const BenchClient &client, qint64 nowMs)
{
    const auto seconds = qMax<qint64>(0, nowMs - client.startedMs) / 1000;
    if (seconds >= 3600)
        return u"%1:%2:%3"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, '0'_L1).arg(seconds % 60, 2, 10, '0'_L1);
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, '0'_L1);
}

QString spoken(const BenchClient &client, qint64 nowMs)
{
    QStringList parts{name(client)};
    if (!client.firmware.isEmpty())
        parts.append(client.firmware);
    parts.append(verdict(client));
    parts.append(ClientWords::tr("stage %1").arg(stage(client.stage)));
    if (const auto done = percent(client); done >= 0)
        parts.append(ClientWords::tr("%1 percent").arg(done));
    if (const auto left = timeLeft(client); !left.isEmpty())
        parts.append(left);
    parts.append(needsAttention(client) ? client.trouble : progress(client, nowMs));
    return parts.join(", "_L1);
}

QStringList underWay(const QList<BenchClient> &clients, qint64 nowMs)
{
    QStringList names;
    for (const auto &client : clients) {
        if (!client.isUnderWay(nowMs))
            continue;
        const auto who = client.name.isEmpty() ? client.mac : client.name;
        //: A PC and what it boots: "Dell OptiPlex 7060 (SystemRescue 12.01)"
        names.append(client.goal.isEmpty() ? who : ClientWords::tr("%1 (%2)").arg(who, client.goal));
    }
    return names;
}

} // namespace Benchboot::ClientText
