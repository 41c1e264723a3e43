// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/bootprogress.h"

#include "session/detailtext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// After such a silence the next DISCOVER is another boot, wherever the last one got stuck.
constexpr qint64 longSilenceMs = 5 * 60 * 1000;
constexpr qsizetype mostTransfers = 256; ///< of one PC; hostile ones only

quint64 keyOf(const Event &event) { return event.id << 1 | quint64(event.service == Event::Service::Http); }

/// "UEFI x64 (7), PXEClient; offered snponly.efi" → "UEFI x64"
QString firmwareIn(const QString &detail)
{
    static const QRegularExpression pattern(u"^([^,;]*?)(?: HTTP)? \\(\\d+\\), "_s);
    const auto name = pattern.match(detail).captured(1);
    return name == u"UEFI IA32" ? u"UEFI x86"_s : name;
}

/// What makers leave in where a name belongs.
bool isFillerName(const QString &name)
{
    static const QRegularExpression filler(
        u"to be filled|system product name|system manufacturer|default string|o\\.e\\.m\\."_s,
        QRegularExpression::CaseInsensitiveOption);
    return filler.match(name).hasMatch();
}

bool isEnd(Event::Outcome outcome)
{
    using enum Event::Outcome;
    return outcome == Ok || outcome == Aborted || outcome == Failed || outcome == Refused || outcome == NotFound
        || outcome == Probe;
}

/// "/images/ID/PATH" → ID and PATH
std::pair<QString, QString> imageFileOf(const QString &target)
{
    constexpr QStringView prefix = u"/images/";
    if (!target.startsWith(prefix))
        return {};
    const auto separator = target.indexOf(u'/', prefix.size());
    if (separator < 0)
        return {};
    return {target.sliced(prefix.size(), separator - prefix.size()), target.sliced(separator + 1)};
}

} // namespace

bool BootProgress::isIpxe(const Event &event) { return event.detail.section(u';', 0, 0).endsWith(u", iPXE"); }

bool BootProgress::showsBoot(const Event &event)
{
    switch (event.service) {
    case Event::Service::ProxyDhcp:
    case Event::Service::BootServer:
        return event.kind != u"limited";
    case Event::Service::Tftp:
        return event.kind == u"rrq";
    case Event::Service::Http:
        return event.kind == u"boot" || event.kind == u"menu" || event.target.startsWith(u"/images/")
            || event.target.startsWith(u"/loaders/");
    case Event::Service::Session:
    case Event::Service::Import:
        break;
    }
    return false;
}

void BootProgress::take(const Event &event, const Lab &lab)
{
    const auto key = keyOf(event);
    if (event.id != 0 && m_stale.contains(key)) {
        if (event.outcome != Event::Outcome::Started)
            m_stale.remove(key);
        return;
    }
    if (beginsNewBoot(event))
        beginNewBoot();
    if (m_client.startedMs == 0)
        m_client.startedMs = m_client.stageMs = event.timeMs;
    m_client.lastMs = event.timeMs;
    if (!event.address.isEmpty())
        m_client.address = event.address;
    if (event.service == Event::Service::Tftp)
        takeTftp(event);
    else if (event.service == Event::Service::Http)
        takeHttp(event, lab);
    else if (event.kind == u"diagnosis")
        m_client.trouble = detailText(event.detail);
    else
        takeDhcp(event);
    followTransfer(event);
}

bool BootProgress::beginsNewBoot(const Event &event) const
{
    if (event.kind != u"discover" || m_client.startedMs == 0)
        return false;
    if (event.timeMs - m_client.lastMs >= longSilenceMs)
        return true;
    // iPXE asks for an address too, once the firmware has loaded it; with the script in hand it asks no more.
    return m_client.stage >= (isIpxe(event) ? BootStage::Menu : BootStage::Ipxe);
}

void BootProgress::beginNewBoot()
{
    m_stale.clear();
    for (const auto &key : m_transfers.keys())
        m_stale.insert(key);
    m_transfers.clear();
    m_plan.reset();
    m_client = BenchClient{
        .mac = m_client.mac, .address = m_client.address, .name = m_client.name, .firmware = m_client.firmware};
}

void BootProgress::takeDhcp(const Event &event)
{
    if (const auto firmware = firmwareIn(event.detail); !firmware.isEmpty())
        m_client.firmware = firmware;
    if (isIpxe(event) && event.outcome != Event::Outcome::Ignored)
        reach(BootStage::Ipxe, event.timeMs);
    constexpr QStringView reason = u"; not answered: ";
    if (const auto at = event.detail.indexOf(reason); at >= 0 && event.kind == u"discover")
        m_client.trouble = tr("This PC was not answered: %1.").arg(detailText(event.detail.sliced(at + reason.size())));
    else if (event.outcome == Event::Outcome::Ok)
        m_client.trouble.clear();
}

void BootProgress::takeTftp(const Event &event)
{
    if (event.outcome == Event::Outcome::Started || event.outcome == Event::Outcome::Ok)
        reach(BootStage::Loader, event.timeMs);
    noteTrouble(event, event.kind == u"rrq");
}

void BootProgress::takeHttp(const Event &event, const Lab &lab)
{
    if (event.kind == u"boot") {
        reach(BootStage::Ipxe, event.timeMs);
    } else if (event.kind == u"menu" && event.outcome == Event::Outcome::Ok) {
        m_plan.reset();
        m_client.imageId.clear();
        m_client.goal.clear();
        enter(BootStage::Menu, event.timeMs);
        if (!event.detail.isEmpty() && !isFillerName(event.detail))
            m_client.name = event.detail;
    } else if (event.kind == u"get" && event.target.startsWith(u"/loaders/")) {
        // memdisk and wimboot belong to an entry, anything earlier is UEFI HTTP Boot.
        reach(m_client.stage >= BootStage::Menu ? BootStage::Kernel : BootStage::Loader, event.timeMs);
        noteTrouble(event, true);
    } else if (const auto [imageId, path] = imageFileOf(event.target); event.kind == u"get" && !imageId.isEmpty()) {
        takeImageFile(event, lab, imageId, path);
    }
}

void BootProgress::takeImageFile(const Event &event, const Lab &lab, const QString &imageId, const QString &path)
{
    const auto *image = lab.image(imageId);
    const bool isNewGoal
        = image && (imageId != m_client.imageId || !m_plan || m_plan->stageOf(path) > BootStage::Initrd);
    if (isNewGoal) {
        auto plan = BootPlan::begunBy(path, *image, lab.effectiveOptions(*image), m_client.firmware);
        if (plan || imageId != m_client.imageId) {
            m_client.imageId = imageId;
            const auto item = std::ranges::find(lab.menu(), imageId, &LabMenuItem::id);
            m_client.goal = item != lab.menu().cend() ? lab.titleOf(*item) : image->displayName();
            m_plan = std::move(plan);
            enter(m_plan ? m_plan->stageOf(path) : BootStage::System, event.timeMs);
        }
    }
    if (event.outcome == Event::Outcome::Started || event.outcome == Event::Outcome::Ok)
        reach(m_plan ? m_plan->stageOf(path) : BootStage::System, event.timeMs);
    if (m_plan && isEnd(event.outcome) && event.bytes >= 0) {
        m_plan->deliver(path, event.bytes, event.total);
        if (m_plan->isComplete())
            reach(BootStage::Up, event.timeMs);
    }
    noteTrouble(event, m_plan && m_plan->needs(path));
}

void BootProgress::followTransfer(const Event &event)
{
    if (event.id == 0)
        return;
    const auto key = keyOf(event);
    if (event.outcome == Event::Outcome::Started) {
        if (m_transfers.size() >= mostTransfers && !m_transfers.contains(key))
            return;
        if (m_shown != key)
            m_rate = {};
        m_shown = key;
        m_transfers.insert(key, {event.target.section(u'/', -1), event.bytes, std::max<qint64>(event.total, 0)});
        m_rate.add(event.timeMs, event.bytes);
    } else if (m_transfers.remove(key) && m_shown == key) {
        m_shown = m_transfers.isEmpty() ? 0 : m_transfers.cbegin().key();
        m_rate = {};
    }
    showTransfer();
}

void BootProgress::showTransfer()
{
    const auto shown = m_transfers.value(m_shown);
    m_client.transfers = int(m_transfers.size());
    m_client.file = shown.file;
    m_client.bytes = shown.bytes;
    m_client.total = shown.total;
    m_client.bytesPerSecond = m_transfers.isEmpty() ? 0 : m_rate.bytesPerSecond();
}

void BootProgress::servicesStopped()
{
    m_transfers.clear();
    m_stale.clear();
    showTransfer();
}

void BootProgress::noteTrouble(const Event &event, bool isNeeded)
{
    const auto file = event.target.section(u'/', -1);
    switch (event.outcome) {
    case Event::Outcome::Started:
    case Event::Outcome::Ok:
        m_client.trouble.clear();
        break;
    case Event::Outcome::NotFound:
        if (isNeeded)
            m_client.trouble = tr("This PC asked for %1, which is not there.").arg(file);
        break;
    case Event::Outcome::Refused:
        m_client.trouble = tr("This PC was refused %1: %2.").arg(file, detailText(event.detail));
        break;
    case Event::Outcome::Aborted:
        m_client.trouble = tr("The transfer of %1 broke off: %2.").arg(file, detailText(event.detail));
        break;
    case Event::Outcome::Failed:
        m_client.trouble = tr("%1 could not be sent: %2.").arg(file, detailText(event.detail));
        break;
    case Event::Outcome::Info:
    case Event::Outcome::Probe:
    case Event::Outcome::Ignored:
        break;
    }
}

void BootProgress::reach(BootStage stage, qint64 timeMs)
{
    if (stage > m_client.stage)
        enter(stage, timeMs);
}

void BootProgress::enter(BootStage stage, qint64 timeMs)
{
    if (stage == m_client.stage)
        return;
    m_client.stage = stage;
    m_client.stageMs = timeMs;
}

} // namespace Benchboot
